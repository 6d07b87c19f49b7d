-- SPDX-License-Identifier: Apache-2.0
-- Files that wait on a page to be taken in. No projection of the ledger: rebuild and verify leave them alone, and they
-- are deleted when they are taken in, thrown away, or too old.

create table waiting_upload (
  id TEXT not null primary key,
  account TEXT,                       -- null where nobody has one
  organisation TEXT,
  form TEXT not null,
  file_name TEXT not null,
  sha256 TEXT not null,
  mapping TEXT not null,
  looked TEXT,                        -- what was found when it was looked through; null before
  created_at_ms ${whole} not null
);

-- Rows of a waiting file as corrected on a page.
create table waiting_correction (
  upload TEXT not null,
  ordinal ${whole} not null,
  cells TEXT not null,
  reading TEXT not null,              -- the corrected report as it was read
  primary key (upload, ordinal)
);

-- Of a file of corrected rows: the submission that they were corrected from.
alter table submission add column corrects TEXT;
create index submission_by_corrects on submission (corrects);

-- A file that was taken back can come again, and is then read again.
create table reading_anew (
  id ${serial},
  sha256 TEXT not null,
  submission TEXT not null,
  form TEXT not null,
  form_version TEXT not null,
  mapping TEXT not null,
  reports ${whole} not null,
  read_at_ms ${whole} not null
);
insert into reading_anew (id, sha256, submission, form, form_version, mapping, reports, read_at_ms)
  select id, sha256, submission, form, form_version, mapping, reports, read_at_ms from reading;
drop table reading;
alter table reading_anew rename to reading;
create index reading_by_submission on reading (submission, form);
