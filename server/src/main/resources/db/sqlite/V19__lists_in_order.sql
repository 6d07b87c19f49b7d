-- SPDX-License-Identifier: Apache-2.0
-- Lists in their order by what people most ask for, so that a page of a rare thing costs what a page of a frequent one does.
create index report_by_organisation on report (organisation);
create index report_by_district on report (district);
create index finds_by_category on finds (category, valid_from);
create index finds_by_organisation on finds (organisation, valid_from);
create index finds_by_district on finds (district, valid_from);
create index finds_by_model on finds (model);
