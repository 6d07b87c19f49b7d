-- SPDX-License-Identifier: Apache-2.0
-- Leads of which only a place is known, and visits of the inspecting body.

-- One row for each version of what is known of a lead; valid_to is the day of the survey that ended it.
create table land_leads (
  fid INTEGER primary key,
  geom POINT,
  report INTEGER not null,
  lead_no TEXT not null,
  valid_from DATE not null,
  valid_to DATE,
  known_from_ms INTEGER not null,
  known_to_ms INTEGER,
  organisation TEXT not null,
  district TEXT,
  category TEXT,
  fade_out_m INTEGER not null,
  ended_by INTEGER,
  sample BOOLEAN not null
);
create index land_leads_by_number on land_leads (lead_no);
create index land_leads_by_report on land_leads (report);
create index land_leads_by_end on land_leads (ended_by);

-- The leads that a survey names, wherever its outline lies.
create table land_lead_named (
  report INTEGER not null,
  lead_no TEXT not null,
  primary key (report, lead_no)
);
create index land_lead_named_by_number on land_lead_named (lead_no);

create table qc_visits (
  fid INTEGER primary key,
  geom GEOMETRY,
  report INTEGER not null,
  valid_from DATE not null,
  valid_to DATE,
  known_from_ms INTEGER not null,
  known_to_ms INTEGER,
  report_no TEXT,
  organisation TEXT not null,
  inspected TEXT not null,
  completion_no TEXT,
  task_no TEXT,
  hazard TEXT,
  district TEXT,
  severity TEXT not null,
  nonconformity TEXT,
  measures TEXT,
  due_on DATE,
  done_on DATE,
  sample BOOLEAN not null
);
create index qc_visits_by_report on qc_visits (report);
create index qc_visits_by_day on qc_visits (valid_from);
create index qc_visits_by_severity on qc_visits (severity, known_to_ms);

insert into gpkg_contents (table_name, data_type, identifier, description, srs_id) values
  ('land_leads', 'features', 'land_leads', 'Leads that are points, with fade_out_m around them; no ground is recorded', 4326),
  ('qc_visits', 'features', 'qc_visits', 'Visits of the inspecting body, with the gravest nonconformity', 4326);
insert into gpkg_geometry_columns values
  ('land_leads', 'geom', 'POINT', 4326, 0, 0),
  ('qc_visits', 'geom', 'GEOMETRY', 4326, 0, 0);
insert into gpkg_extensions values
  ('land_leads', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only'),
  ('qc_visits', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only');
create virtual table rtree_land_leads_geom using rtree(id, minx, maxx, miny, maxy);
create virtual table rtree_qc_visits_geom using rtree(id, minx, maxx, miny, maxy);

insert into rebuild_due select 'leads and visits' where exists (select 1 from ledger);
