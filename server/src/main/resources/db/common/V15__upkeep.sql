-- SPDX-License-Identifier: Apache-2.0
-- What was done to keep the store well. No projection of the ledger: rebuild and verify leave the table alone, and
-- nothing of it is exchanged with other nodes. Rows are added, never changed.

create table upkeep (
  id ${serial},
  kind TEXT not null,                 -- VERIFIED or BACKED_UP
  at_ms ${whole} not null,            -- when it ended
  took_ms ${whole} not null,
  actor TEXT not null,
  entries ${whole} not null,          -- of the ledger, that were found to hold
  contents ${whole} not null,         -- kept contents that were found to hold
  registers BOOLEAN not null,         -- whether registers were made again and compared
  fault TEXT not null,                -- what did not hold, in a sentence; empty where all did
  file_name TEXT not null,            -- of the copy; empty for a verification
  bytes ${whole} not null,            -- of the copy; 0 for a verification
  sha256 TEXT not null                -- of the copy; empty for a verification
);

create index upkeep_by_kind on upkeep (kind, at_ms);
