-- SPDX-License-Identifier: Apache-2.0
-- Who may use this node. No projection of the ledger: rebuild and verify leave these tables alone, and nothing of them
-- is exchanged with other nodes.

create table account (
  name TEXT not null primary key,
  role TEXT not null,
  organisation TEXT,
  password TEXT,                      -- as hashed, with the name of the way; null until one is set
  disabled BOOLEAN not null,
  epoch ${whole} not null,            -- sessions begun under an earlier number have ended
  created_at_ms ${whole} not null
);

create table account_district (
  account TEXT not null,
  district TEXT not null,
  primary key (account, district)
);

-- Links by which a password is set, once. Only the digest of the secret is kept.
create table account_link (
  secret_sha256 TEXT not null primary key,
  account TEXT,                       -- null: makes the first administrator, while there is no account
  expires_at_ms ${whole} not null
);

-- What happened at the door. Rows are added, never changed.
create table access_event (
  id ${serial},
  at_ms ${whole} not null,
  kind TEXT not null,
  account TEXT not null,
  actor TEXT not null,
  detail TEXT not null
);
