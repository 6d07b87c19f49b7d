-- SPDX-License-Identifier: Apache-2.0
-- Where reports say that they are, whatever became of them: one row for each that names a place.
create table report_places (
  fid INTEGER primary key,  -- that of the report
  geom GEOMETRY not null
);

insert into gpkg_contents (table_name, data_type, identifier, description, srs_id) values
  ('report_places', 'features', 'report_places', 'Where reports say that they are, as written; fid is the id of the report', 4326);
insert into gpkg_geometry_columns values
  ('report_places', 'geom', 'GEOMETRY', 4326, 0, 0);
insert into gpkg_extensions values
  ('report_places', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only');
create virtual table rtree_report_places_geom using rtree(id, minx, maxx, miny, maxy);

-- Tables that stand empty in a store that is older than they are. Each is filled from what is kept, without making the
-- other registers again.
create table fill_due (
  of_table TEXT not null primary key
);
insert into fill_due select 'report_places' where exists (select 1 from ledger);
