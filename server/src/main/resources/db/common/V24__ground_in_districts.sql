-- SPDX-License-Identifier: Apache-2.0
-- In which districts the ground lies that acts and alerts speak of, whether they changed it or not; '' is outside of all.
create table land_act_district (
  act ${whole} not null,
  district TEXT not null,
  primary key (act, district)
);

create table land_alert_district (
  report ${whole} not null,
  ordinal ${whole} not null,
  district TEXT not null,
  primary key (report, ordinal, district)
);

create index land_acts_by_order on land_acts (in_order);

insert into rebuild_due select 'districts of ground' where exists (select 1 from ledger);
