-- SPDX-License-Identifier: Apache-2.0
-- A decision between two claims that makes ground usable again waits here for its second person. Made from entries of
-- the ledger; reports name claims on every node.
create table land_claim_signature (
  report TEXT not null,
  in_favour_of TEXT not null,
  person TEXT not null,
  signed_at_ms ${whole} not null,
  primary key (report, in_favour_of, person)
);
