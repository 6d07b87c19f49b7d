-- SPDX-License-Identifier: Apache-2.0
-- What is said of ground beside its state, and which bodies are accredited for which work.

alter table land_acts add column flag TEXT;
alter table land_acts add column reason TEXT;
alter table land_acts add column until DATE;
-- The flags that stand, by their names, with spaces between.
alter table land_pieces add column flags TEXT not null default '';

-- One row for each type of activity of an approved report. What holds on a day follows from all rows of a body.
create table accreditation (
  id ${serial},
  report ${whole} not null,
  report_no TEXT,
  organisation TEXT not null,
  phase TEXT not null,
  activity_type TEXT not null,
  status TEXT not null,
  valid_from TEXT not null,
  last_day TEXT,
  conditions TEXT,
  reason TEXT,
  sample BOOLEAN not null,
  known_from_ms ${whole} not null,
  known_to_ms ${whole}
);
create index accreditation_by_body on accreditation (organisation, activity_type);
create index accreditation_by_report on accreditation (report);

-- A pack of a country may have had such forms before there were these registers.
insert into rebuild_due select 'accreditations and flags of ground' where exists (select 1 from ledger);
