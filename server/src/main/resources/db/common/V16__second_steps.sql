-- SPDX-License-Identifier: Apache-2.0
-- What is asked of an account behind its password (RFC 6238). Part of the account: no projection of the ledger.

create table account_second_step (
  account TEXT not null primary key,
  secret TEXT not null,               -- Base32; shown once, when it is switched on
  last_step ${whole} not null,        -- the latest stretch of 30 seconds whose code was taken: none is taken twice
  since_ms ${whole} not null
);

-- For whoever lost the telephone. Each is taken once; only digests are kept.
create table account_recovery_code (
  account TEXT not null,
  code_sha256 TEXT not null,
  primary key (account, code_sha256)
);
