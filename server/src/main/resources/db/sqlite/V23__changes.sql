-- SPDX-License-Identifier: Apache-2.0

-- When each table was last changed: another stamp, other rows. What is kept from rows is kept by the stamps of the
-- tables that it was read from. Stamps are drawn by lot, so that a store put back from a copy never has one that it had
-- with other rows.
create table table_change (
  name TEXT not null primary key,
  stamp TEXT not null
);
insert into table_change (name, stamp)
  select name, lower(hex(randomblob(8))) from sqlite_master where type = 'table' and name not like 'sqlite%';

-- What was learned or taken back since a moment: asked with each look at what a decision would do to totals.
create index report_by_known on report (known_from_ms);
create index report_by_known_to on report (known_to_ms) where known_to_ms is not null;

-- Whether there is too much ground for one picture is seen here, without a look at any outline.
create index land_pieces_by_known on land_pieces (known_to_ms, known_from_ms);
