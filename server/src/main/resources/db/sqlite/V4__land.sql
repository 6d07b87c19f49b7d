-- SPDX-License-Identifier: Apache-2.0
-- Ground and what was said of it, as layers.

create table land_acts (
  fid INTEGER primary key,
  geom MULTIPOLYGON,
  report INTEGER not null,
  in_order INTEGER not null,
  kind TEXT not null,
  valid_from DATE not null,
  known_from_ms INTEGER not null,
  known_to_ms INTEGER,
  organisation TEXT not null,
  purpose TEXT,
  method TEXT,
  hazard TEXT,
  named BOOLEAN not null,
  addition BOOLEAN not null,
  hazard_class TEXT,
  release TEXT,
  lot TEXT not null,
  handed_over BOOLEAN not null,
  report_no TEXT,
  depth_cm INTEGER,
  declared_area_m2 integer,
  mapped_area_m2 integer,
  sample BOOLEAN not null
);
create index land_acts_by_report on land_acts (report);
create index land_acts_by_number on land_acts (report_no, kind);
create index land_acts_by_day on land_acts (valid_from, kind);
create index land_acts_by_hazard on land_acts (hazard);
create index land_acts_sample on land_acts (valid_from) where sample;

create table land_pieces (
  fid INTEGER primary key,
  geom MULTIPOLYGON,
  area_m2 integer not null,
  district TEXT not null,
  acts TEXT not null,
  state TEXT not null,
  hazard_class TEXT,
  hazard TEXT,
  organisation TEXT,
  purpose TEXT,
  method TEXT,
  valid_from DATE,
  cause INTEGER not null,
  known_from_ms INTEGER not null,
  known_to_ms INTEGER,
  sample BOOLEAN not null
);
create index land_pieces_by_state on land_pieces (known_to_ms, state);
create index land_pieces_by_hazard on land_pieces (hazard, known_to_ms);

insert into gpkg_contents (table_name, data_type, identifier, description, srs_id) values
  ('land_acts', 'features', 'land_acts', 'What approved reports say of ground', 4326),
  ('land_pieces', 'features', 'land_pieces', 'Ground by its history; what stands has no known_to_ms', 4326);
insert into gpkg_contents (table_name, data_type, identifier, description) values
  ('land_posting', 'attributes', 'land_posting', 'The books of hazardous land');
insert into gpkg_geometry_columns values
  ('land_acts', 'geom', 'MULTIPOLYGON', 4326, 0, 0),
  ('land_pieces', 'geom', 'MULTIPOLYGON', 4326, 0, 0);
insert into gpkg_extensions values
  ('land_acts', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only'),
  ('land_pieces', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only');
create virtual table rtree_land_acts_geom using rtree(id, minx, maxx, miny, maxy);
create virtual table rtree_land_pieces_geom using rtree(id, minx, maxx, miny, maxy);
