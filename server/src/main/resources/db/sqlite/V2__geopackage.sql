-- SPDX-License-Identifier: Apache-2.0
-- The store is a GeoPackage 1.3 (OGC 12-128r17): QGIS and GDAL open the file itself.

create table gpkg_spatial_ref_sys (
  srs_name TEXT not null,
  srs_id INTEGER not null primary key,
  organization TEXT not null,
  organization_coordsys_id INTEGER not null,
  definition TEXT not null,
  description TEXT
);
insert into gpkg_spatial_ref_sys values
  ('Undefined Cartesian', -1, 'NONE', -1, 'undefined', null),
  ('Undefined geographic', 0, 'NONE', 0, 'undefined', null),
  ('WGS 84 geodetic', 4326, 'EPSG', 4326,
   'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]',
   'longitude and latitude, degrees');

create table gpkg_contents (
  table_name TEXT not null primary key,
  data_type TEXT not null,
  identifier TEXT unique,
  description TEXT default '',
  last_change DATETIME not null default (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE,
  min_y DOUBLE,
  max_x DOUBLE,
  max_y DOUBLE,
  srs_id INTEGER,
  foreign key (srs_id) references gpkg_spatial_ref_sys (srs_id)
);

create table gpkg_geometry_columns (
  table_name TEXT not null,
  column_name TEXT not null,
  geometry_type_name TEXT not null,
  srs_id INTEGER not null,
  z TINYINT not null,
  m TINYINT not null,
  primary key (table_name, column_name),
  foreign key (table_name) references gpkg_contents (table_name),
  foreign key (srs_id) references gpkg_spatial_ref_sys (srs_id)
);

create table gpkg_extensions (
  table_name TEXT,
  column_name TEXT,
  extension_name TEXT not null,
  definition TEXT not null,
  scope TEXT not null,
  unique (table_name, column_name, extension_name)
);

create table finds (
  fid INTEGER primary key,
  geom POINT,
  report INTEGER not null,
  valid_from DATE not null,
  valid_to DATE,
  known_from_ms INTEGER not null,
  known_to_ms INTEGER,
  organisation TEXT not null,
  district TEXT not null,
  category TEXT not null,
  model TEXT,
  quantity INTEGER not null,
  depth_cm INTEGER,
  condition TEXT,
  disposal TEXT,
  sample BOOLEAN not null
);
-- Covers the figures: a week is counted from the index alone.
create index finds_by_day on finds
  (valid_from, category, organisation, district, quantity, known_from_ms, known_to_ms, valid_to);
create index finds_by_report on finds (report);

create table activities (
  fid INTEGER primary key,
  geom MULTIPOLYGON,
  report INTEGER not null,
  valid_from DATE not null,
  valid_to DATE,
  known_from_ms INTEGER not null,
  known_to_ms INTEGER,
  organisation TEXT not null,
  district TEXT not null,
  settlement TEXT,
  period_from DATE not null,
  period_to DATE not null,
  activity_type TEXT not null,
  result TEXT not null,
  purpose TEXT,
  method TEXT,
  team TEXT,
  task TEXT,
  depth_cm INTEGER,
  declared_area_m2 integer,
  computed_area_m2 integer,
  staff INTEGER,
  hours TEXT,
  sample BOOLEAN not null
);
create index activities_by_day on activities
  (valid_from, result, organisation, district, declared_area_m2, computed_area_m2, period_from,
   known_from_ms, known_to_ms, valid_to, sample);
create index activities_by_report on activities (report);

create table districts (
  fid INTEGER primary key,
  geom MULTIPOLYGON,
  code TEXT not null,
  name_en TEXT,
  names TEXT not null,
  aliases TEXT not null,
  valid_from DATE not null,
  valid_to DATE,
  known_from_ms INTEGER not null,
  known_to_ms INTEGER
);

create table settlements (
  fid INTEGER primary key,
  geom POINT,
  code TEXT not null,
  district TEXT,
  name_en TEXT,
  names TEXT not null,
  aliases TEXT not null,
  valid_from DATE not null,
  valid_to DATE,
  known_from_ms INTEGER not null,
  known_to_ms INTEGER
);

insert into gpkg_contents (table_name, data_type, identifier, description, srs_id) values
  ('finds', 'features', 'finds', 'Explosive ordnance found, from approved reports', 4326),
  ('activities', 'features', 'activities', 'Work on the ground, from approved reports', 4326),
  ('districts', 'features', 'districts', 'Districts, from the country pack', 4326),
  ('settlements', 'features', 'settlements', 'Settlements, from the country pack', 4326);
-- Tables without geometry that people join to the layers. Naming them keeps the machinery's tables out of sight.
insert into gpkg_contents (table_name, data_type, identifier, description) values
  ('report', 'attributes', 'report', 'Reports and where they stand'),
  ('finding', 'attributes', 'finding', 'What a person must know about reports');
insert into gpkg_geometry_columns values
  ('finds', 'geom', 'POINT', 4326, 0, 0),
  ('activities', 'geom', 'MULTIPOLYGON', 4326, 0, 0),
  ('districts', 'geom', 'MULTIPOLYGON', 4326, 0, 0),
  ('settlements', 'geom', 'POINT', 4326, 0, 0);
insert into gpkg_extensions values
  ('finds', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only'),
  ('activities', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only'),
  ('districts', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only'),
  ('settlements', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only');

create virtual table rtree_finds_geom using rtree(id, minx, maxx, miny, maxy);
create virtual table rtree_activities_geom using rtree(id, minx, maxx, miny, maxy);
create virtual table rtree_districts_geom using rtree(id, minx, maxx, miny, maxy);
create virtual table rtree_settlements_geom using rtree(id, minx, maxx, miny, maxy);
