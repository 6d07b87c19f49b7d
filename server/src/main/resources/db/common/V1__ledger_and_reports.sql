-- SPDX-License-Identifier: Apache-2.0
-- What is kept for ever. Rows of these tables are added, never changed.

create table node (
  id text not null primary key
);

create table ledger (
  node text not null,
  seq ${whole} not null,
  id text not null unique,
  recorded_at text not null,
  actor text not null,
  organisation text not null,
  kind text not null,
  subject text not null,
  body text not null,
  previous text not null,
  hash text not null,
  primary key (node, seq)
);

create index ledger_by_subject on ledger (subject);

-- Where each chain ends, so that a missing end is noticed.
create table ledger_head (
  node text not null primary key,
  seq ${whole} not null,
  hash text not null
);

-- Content by its digest, in parts that are deflated one by one, so that any part can be read alone.
create table content (
  id ${serial},
  sha256 text unique,
  bytes ${whole},
  parts integer
);

create table content_part (
  content ${whole} not null,
  part integer not null,
  deflated ${bytes} not null,
  primary key (content, part)
);

-- Everything below is a projection of the ledger: rebuild empties it and fills it again.

create table submission (
  sha256 text not null primary key,
  file_name text not null,
  media_type text not null,
  bytes ${whole} not null,
  organisation text,
  actor text not null,
  sample boolean not null,
  received_at_ms ${whole} not null
);

create table reading (
  id ${serial},
  sha256 text not null,
  submission text not null,
  form text not null,
  form_version text not null,
  mapping text not null,
  reports ${whole} not null,
  read_at_ms ${whole} not null,
  unique (submission, form, form_version, mapping)
);

create table report (
  id ${serial},
  report_id text not null,
  reading ${whole} not null,
  submission text not null,
  form text not null,
  ordinal ${whole} not null,
  part integer not null,
  organisation text,
  report_no text,
  activity_type text,
  district text,
  period_from text,
  period_to text,
  fingerprint text not null,
  status text not null,
  blocking integer not null,
  warnings integer not null,
  sample boolean not null,
  read_at_ms ${whole} not null,
  decided_at_ms ${whole},
  decided_by text,
  reason text,
  known_from_ms ${whole},
  known_to_ms ${whole}
);
create index report_by_id on report (report_id);
create index report_by_reading on report (reading, ordinal);
create index report_by_number on report (organisation, report_no);
create index report_by_fingerprint on report (fingerprint);
create index report_by_status on report (status, id);

create table finding (
  id ${serial},
  reading ${whole} not null,
  report ${whole},
  code text not null,
  severity text not null,
  file text not null,
  sheet text,
  at_row integer,
  at_column text,
  value text,
  figures text not null
);
create index finding_by_report on finding (report);
create index finding_by_reading on finding (reading, id);

create table pack (
  name text not null,
  version text not null,
  adopted_at_ms ${whole} not null,
  files text not null
);

create table organisation (
  code text not null,
  kind text not null,
  names text not null,
  aliases text not null,
  unnamed boolean not null,
  valid_from text not null,
  valid_to text,
  known_from_ms ${whole} not null,
  known_to_ms ${whole}
);
