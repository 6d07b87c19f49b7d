-- SPDX-License-Identifier: Apache-2.0
-- What reports are found by when others are laid beside them, so that one look-up is enough. Made by rebuild.

-- Two reports that share a mark are alike: the same outline, the same number but for blanks and capitals.
-- What is written tells the two apart; where it is the same, one corrects the other.
create table report_mark (
  mark ${whole} not null,
  question TEXT not null,
  written TEXT not null,
  report ${whole} not null
);
create index report_mark_by_mark on report_mark (mark, written, report);

-- How large the ground of reports is: so many of a kind in each class of size, each 2 % above the one before.
create table report_size (
  kind TEXT not null,
  size_class INTEGER not null,
  reports ${whole} not null,
  primary key (kind, size_class)
);

insert into rebuild_due select 'what reports are compared by' where exists (select 1 from ledger);
