-- SPDX-License-Identifier: Apache-2.0
-- Bulletins that are frozen to be published. Made from entries of the ledger; what an edition holds stands in its list,
-- which is kept content like its documents.
create table edition (
  sha256 TEXT not null primary key,   -- of the list
  edition_id TEXT not null,
  period_from TEXT not null,
  period_to TEXT not null,
  number ${whole} not null,
  prepared_by TEXT not null,
  prepared_at_ms ${whole} not null,
  signed_by TEXT,
  signed_at_ms ${whole}               -- null: it waits, and is not public
);
create unique index edition_by_id on edition (edition_id);
