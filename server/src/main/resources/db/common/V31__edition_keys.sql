-- SPDX-License-Identifier: Apache-2.0
-- The seal of an edition: with which key its list was signed, and the signature. Null: it was published without a key.
alter table edition add column signing_key TEXT;   -- Ed25519, X.509 SubjectPublicKeyInfo, base64
alter table edition add column signature TEXT;     -- over the bytes of the list, base64
