-- SPDX-License-Identifier: Apache-2.0
-- The books of the area ledger. Lines are added, never changed; what is taken back is a line of the other sign.

-- Who signed a report, where one signature is not enough or an office is named.
create table signature (
  report ${whole} not null,
  person TEXT not null,
  office TEXT not null,
  signed_at_ms ${whole} not null,
  primary key (report, person)
);

create table land_posting (
  id ${serial},
  movement TEXT not null,
  act ${whole} not null,
  cause ${whole} not null,
  hazard_class TEXT not null,
  hazard TEXT not null,
  organisation TEXT not null,
  purpose TEXT not null,
  method TEXT not null,
  district TEXT not null,
  m2 ${whole} not null,
  valid_on TEXT not null,
  known_from_ms ${whole} not null
);
-- Covers the balance of a few days; whole months are added up from land_sum.
create index land_posting_by_day on land_posting
  (valid_on, known_from_ms, movement, hazard_class, district, organisation, purpose, method, m2);
create index land_posting_by_known on land_posting (known_from_ms);
create index land_posting_by_act on land_posting (act);
create index land_posting_by_hazard on land_posting (hazard);

-- The lines added up by month of the ground and month of the register, once for each way of breaking a balance down.
create table land_sum (
  dimension TEXT not null,
  item TEXT not null,
  hazard_class TEXT not null,
  movement TEXT not null,
  valid_month TEXT not null,
  known_month TEXT not null,
  m2 ${whole} not null,
  primary key (dimension, valid_month, known_month, item, hazard_class, movement)
);

-- Where an act did nothing to ground, by which rule, and because of which other act.
create table land_conflict (
  act ${whole} not null,
  against ${whole} not null,
  rule TEXT not null,
  m2 ${whole} not null,
  opened_at_ms ${whole} not null,
  changed_at_ms ${whole} not null,
  primary key (act, against, rule)
);

-- Claims that the authority set aside for others, until it decided the other way round.
create table land_set_aside (
  act ${whole} not null,
  in_favour_of ${whole} not null,
  reason TEXT not null,
  decided_by TEXT not null,
  decided_at_ms ${whole} not null,
  reversed_at_ms ${whole},
  primary key (act, in_favour_of, decided_at_ms)
);

-- What was too small to be cut off.
create table land_sliver (
  id ${serial},
  act ${whole} not null,
  longitude DOUBLE PRECISION not null,
  latitude DOUBLE PRECISION not null,
  m2 DOUBLE PRECISION not null,
  known_from_ms ${whole} not null
);

create table land_evidence (
  id ${serial},
  act ${whole} not null,
  hazard TEXT not null,
  evidence_no TEXT,
  kind TEXT not null,
  directness TEXT not null,
  confidence TEXT,
  longitude DOUBLE PRECISION,
  latitude DOUBLE PRECISION,
  observed_on TEXT,
  description TEXT,
  refutes TEXT
);
create index land_evidence_by_act on land_evidence (act);
create index land_evidence_by_hazard on land_evidence (hazard);

-- Worked ground, each square metre once, as figures ask for it. What is taken back is a row below zero.
create view counted_ground as
  select id as fid, act, organisation, district, valid_on as valid_from, null as valid_to,
    known_from_ms, null as known_to_ms, m2 as counted_area_m2
  from land_posting where movement = 'WORKED';

-- Says that the registers must be made again before they are read: a store that was kept before they were.
create table rebuild_due (
  why TEXT not null
);
insert into rebuild_due select 'the books of land' where exists (select 1 from ledger);
