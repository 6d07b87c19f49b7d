-- SPDX-License-Identifier: Apache-2.0
-- Keys by which devices in the field send reports in for an account. Part of the account: no projection of the ledger.

create table device_key (
  id TEXT not null primary key,       -- stands in the key itself and is no secret
  account TEXT not null,
  device TEXT not null,               -- as its owner calls it
  secret_sha256 TEXT not null,        -- of 32 random bytes: nothing that a slow hash would make harder to guess
  made_at_ms ${whole} not null,
  ends_at_ms ${whole} not null,
  used_at_ms ${whole},                -- to some minutes; null until it was used
  revoked_at_ms ${whole}              -- null while it holds
);

create index device_key_of_account on device_key (account);
