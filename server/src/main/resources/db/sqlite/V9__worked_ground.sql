-- SPDX-License-Identifier: Apache-2.0
-- Ground that counts as searched, each square metre for one act of work.
create table worked_ground (
  fid INTEGER primary key,
  geom MULTIPOLYGON,
  area_m2 integer not null,
  district TEXT not null,
  act INTEGER not null,
  organisation TEXT not null,
  purpose TEXT,
  method TEXT,
  valid_from DATE not null,
  known_from_ms INTEGER not null,
  known_to_ms INTEGER,
  sample BOOLEAN not null
);
create index worked_ground_by_act on worked_ground (act);

insert into gpkg_contents (table_name, data_type, identifier, description, srs_id) values
  ('worked_ground', 'features', 'worked_ground', 'Searched ground, each square metre for one report; what stands has no known_to_ms', 4326);
insert into gpkg_geometry_columns values
  ('worked_ground', 'geom', 'MULTIPOLYGON', 4326, 0, 0);
insert into gpkg_extensions values
  ('worked_ground', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only');
create virtual table rtree_worked_ground_geom using rtree(id, minx, maxx, miny, maxy);

insert into rebuild_due select 'worked ground' where exists (select 1 from ledger);
