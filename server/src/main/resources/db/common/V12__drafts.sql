-- SPDX-License-Identifier: Apache-2.0
-- Reports that somebody has begun to type. No projection of the ledger: rebuild and verify leave the table alone, and
-- nothing of it is exchanged with other nodes.

create table draft (
  id TEXT not null primary key,
  owner TEXT not null,                -- account:<name>, or browser:<SHA-256 of its secret> where nobody signs in
  form TEXT not null,
  title TEXT not null,
  answers TEXT not null,              -- as typed, JSON
  changed_at_ms ${whole} not null
);

create index draft_owner on draft (owner, changed_at_ms);
