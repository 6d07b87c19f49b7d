-- SPDX-License-Identifier: Apache-2.0
-- Who somebody is at an issuer outside (OpenID Connect), by which they sign in to their account. Part of the account: no
-- projection of the ledger.

create table account_elsewhere (
  issuer TEXT not null,
  subject TEXT not null,              -- as the issuer says it in its tokens; says nothing outside of it
  account TEXT not null,
  since_ms ${whole} not null,
  primary key (issuer, subject)
);

create unique index account_elsewhere_once on account_elsewhere (account, issuer);
