-- SPDX-License-Identifier: Apache-2.0
-- What speaks against released ground, until quality assurance closes it.
create table land_alert (
  id ${serial},
  report ${whole} not null,
  ordinal ${whole} not null,
  cause TEXT not null,
  happened_on TEXT not null,
  longitude DOUBLE PRECISION not null,
  latitude DOUBLE PRECISION not null,
  organisation TEXT not null,
  released_by TEXT,
  released_on TEXT not null,
  hazard TEXT,
  lot TEXT not null,
  sample BOOLEAN not null,
  known_from_ms ${whole} not null,
  known_to_ms ${whole},
  conclusion TEXT,
  closed_by TEXT,
  closed_at_ms ${whole}
);
create index land_alert_by_report on land_alert (report);
create index land_alert_open on land_alert (closed_at_ms, known_to_ms);
create index land_acts_by_kind on land_acts (kind, known_to_ms);

insert into rebuild_due select 'alerts on released ground' where exists (select 1 from ledger);
