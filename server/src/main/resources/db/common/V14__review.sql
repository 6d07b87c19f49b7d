-- SPDX-License-Identifier: Apache-2.0
-- What waits for whom, what is said beside a report, and who may decide on what they sent in themselves.

-- In which offices a report must be signed, so that each finds what waits for it. Made from reports; an office that
-- stands twice is signed by two persons.
create table report_office (
  report ${whole} not null,
  place INTEGER not null,
  office TEXT not null,
  primary key (report, place)
);

-- Made from entries of the ledger. It belongs to the report, whichever reading of it stands.
create table report_comment (
  node TEXT not null,
  seq ${whole} not null,
  report_id TEXT not null,
  person TEXT not null,
  written_at_ms ${whole} not null,
  said TEXT not null,
  primary key (node, seq)
);
create index report_comment_by_report on report_comment (report_id);

-- Part of the account: no projection.
alter table account add column decides_own BOOLEAN not null default false;

insert into rebuild_due select 'what waits for which office' where exists (select 1 from ledger);
