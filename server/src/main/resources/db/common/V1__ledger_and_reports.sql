-- SPDX-License-Identifier: Apache-2.0
-- What is kept for ever. Rows of these tables are added, never changed.

create table node (
  id TEXT not null primary key
);

create table ledger (
  node TEXT not null,
  seq ${whole} not null,
  id TEXT not null unique,
  recorded_at TEXT not null,
  actor TEXT not null,
  organisation TEXT not null,
  kind TEXT not null,
  subject TEXT not null,
  body TEXT not null,
  previous TEXT not null,
  hash TEXT not null,
  primary key (node, seq)
);

create index ledger_by_subject on ledger (subject);

-- Where each chain ends, so that a missing end is noticed.
create table ledger_head (
  node TEXT not null primary key,
  seq ${whole} not null,
  hash TEXT not null
);

-- Content by its digest, in parts that are deflated one by one, so that any part can be read alone.
create table content (
  id ${serial},
  sha256 TEXT unique,
  bytes ${whole},
  parts INTEGER
);

create table content_part (
  content ${whole} not null,
  part INTEGER not null,
  deflated ${bytes} not null,
  primary key (content, part)
);

-- Everything below is a projection of the ledger: rebuild empties it and fills it again.

create table submission (
  sha256 TEXT not null primary key,
  file_name TEXT not null,
  media_type TEXT not null,
  bytes ${whole} not null,
  organisation TEXT,
  actor TEXT not null,
  sample BOOLEAN not null,
  received_at_ms ${whole} not null
);

create table reading (
  id ${serial},
  sha256 TEXT not null,
  submission TEXT not null,
  form TEXT not null,
  form_version TEXT not null,
  mapping TEXT not null,
  reports ${whole} not null,
  read_at_ms ${whole} not null,
  unique (submission, form, form_version, mapping)
);

create table report (
  id ${serial},
  report_id TEXT not null,
  reading ${whole} not null,
  submission TEXT not null,
  form TEXT not null,
  ordinal ${whole} not null,
  part INTEGER not null,
  organisation TEXT,
  report_no TEXT,
  activity_type TEXT,
  district TEXT,
  period_from TEXT,
  period_to TEXT,
  fingerprint TEXT not null,
  status TEXT not null,
  blocking INTEGER not null,
  warnings INTEGER not null,
  sample BOOLEAN not null,
  read_at_ms ${whole} not null,
  decided_at_ms ${whole},
  decided_by TEXT,
  reason TEXT,
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
  code TEXT not null,
  severity TEXT not null,
  file TEXT not null,
  sheet TEXT,
  at_row INTEGER,
  at_column TEXT,
  value TEXT,
  figures TEXT not null
);
create index finding_by_report on finding (report);
create index finding_by_reading on finding (reading, id);

create table pack (
  name TEXT not null,
  version TEXT not null,
  adopted_at_ms ${whole} not null,
  files TEXT not null
);

create table organisation (
  code TEXT not null,
  kind TEXT not null,
  names TEXT not null,
  aliases TEXT not null,
  unnamed BOOLEAN not null,
  valid_from TEXT not null,
  valid_to TEXT,
  known_from_ms ${whole} not null,
  known_to_ms ${whole}
);
