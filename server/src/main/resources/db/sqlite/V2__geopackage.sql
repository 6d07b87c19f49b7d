-- SPDX-License-Identifier: Apache-2.0
-- The store is a GeoPackage 1.3 (OGC 12-128r17): QGIS and GDAL open the file itself.

create table gpkg_spatial_ref_sys (
  srs_name text not null,
  srs_id integer not null primary key,
  organization text not null,
  organization_coordsys_id integer not null,
  definition text not null,
  description text
);
insert into gpkg_spatial_ref_sys values
  ('Undefined Cartesian', -1, 'NONE', -1, 'undefined', null),
  ('Undefined geographic', 0, 'NONE', 0, 'undefined', null),
  ('WGS 84 geodetic', 4326, 'EPSG', 4326,
   'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]',
   'longitude and latitude, degrees');

create table gpkg_contents (
  table_name text not null primary key,
  data_type text not null,
  identifier text unique,
  description text default '',
  last_change datetime not null default (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x double,
  min_y double,
  max_x double,
  max_y double,
  srs_id integer,
  foreign key (srs_id) references gpkg_spatial_ref_sys (srs_id)
);

create table gpkg_geometry_columns (
  table_name text not null,
  column_name text not null,
  geometry_type_name text not null,
  srs_id integer not null,
  z tinyint not null,
  m tinyint not null,
  primary key (table_name, column_name),
  foreign key (table_name) references gpkg_contents (table_name),
  foreign key (srs_id) references gpkg_spatial_ref_sys (srs_id)
);

create table gpkg_extensions (
  table_name text,
  column_name text,
  extension_name text not null,
  definition text not null,
  scope text not null,
  unique (table_name, column_name, extension_name)
);

create table finds (
  fid integer primary key,
  geom point,
  report integer not null,
  valid_from date not null,
  valid_to date,
  known_from_ms integer not null,
  known_to_ms integer,
  organisation text not null,
  district text not null,
  category text not null,
  model text,
  quantity integer not null,
  depth_cm integer,
  condition text,
  disposal text,
  sample boolean not null
);
-- Covers the figures: a week is counted from the index alone.
create index finds_by_day on finds
  (valid_from, category, organisation, district, quantity, known_from_ms, known_to_ms, valid_to);
create index finds_by_report on finds (report);

create table activities (
  fid integer primary key,
  geom multipolygon,
  report integer not null,
  valid_from date not null,
  valid_to date,
  known_from_ms integer not null,
  known_to_ms integer,
  organisation text not null,
  district text not null,
  settlement text,
  period_from date not null,
  period_to date not null,
  activity_type text not null,
  result text not null,
  purpose text,
  method text,
  team text,
  task text,
  depth_cm integer,
  declared_area_m2 integer,
  computed_area_m2 integer,
  staff integer,
  hours text,
  sample boolean not null
);
create index activities_by_day on activities
  (valid_from, result, organisation, district, declared_area_m2, computed_area_m2, period_from,
   known_from_ms, known_to_ms, valid_to, sample);
create index activities_by_report on activities (report);

create table districts (
  fid integer primary key,
  geom multipolygon,
  code text not null,
  name_en text,
  names text not null,
  aliases text not null,
  valid_from date not null,
  valid_to date,
  known_from_ms integer not null,
  known_to_ms integer
);

create table settlements (
  fid integer primary key,
  geom point,
  code text not null,
  district text,
  name_en text,
  names text not null,
  aliases text not null,
  valid_from date not null,
  valid_to date,
  known_from_ms integer not null,
  known_to_ms integer
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
