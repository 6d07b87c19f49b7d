-- SPDX-License-Identifier: Apache-2.0
-- Passkeys (WebAuthn), by which people sign in to their accounts without a password. Part of the account: no projection of
-- the ledger. Nothing here is secret: what signs stays in the device.

create table passkey (
  id TEXT not null primary key,       -- ours, for pages and commands
  account TEXT not null,
  name TEXT not null,                 -- as its owner calls it
  host TEXT not null,                 -- name of this site under which it was made; it signs for no other
  handle TEXT not null,               -- by which devices know the account, the same for all passkeys of it; base64url
  credential_id TEXT not null,        -- as the device gave it; base64url
  credential TEXT not null,           -- attested credential data with the public key (WebAuthn 6.5.2); base64url
  backup_eligible BOOLEAN not null,   -- whether its provider may copy it to other devices; never changes
  counter ${whole} not null,          -- of signatures, as the device said last; many devices never count
  made_at_ms ${whole} not null,
  used_at_ms ${whole},                -- null until it was used
  revoked_at_ms ${whole}              -- null while it holds
);

create unique index passkey_credential on passkey (credential_id);
create index passkey_of_account on passkey (account);
