-- SPDX-License-Identifier: Apache-2.0
-- What people decided about published figures that contradict each other. Made from entries of the ledger; the last one
-- under a key holds.

create table conflict_settlement (
  id ${serial},
  conflict_key TEXT not null,
  seen TEXT not null,                 -- a JSON array of what stood against each other
  period_from TEXT,                   -- of the reading that holds
  period_to TEXT,
  scope TEXT,                         -- null where none holds
  amounts TEXT,                       -- a JSON object of measures and values
  reason TEXT not null,
  person TEXT not null,
  at_ms ${whole} not null
);
create index conflict_settlement_by_key on conflict_settlement (conflict_key);
