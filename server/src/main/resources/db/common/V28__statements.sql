-- SPDX-License-Identifier: Apache-2.0
-- What others published. Made from entries of the ledger and the readings that they name; a corrected statement ends the
-- row of the one that it corrects.

create table statement_file (
  id ${serial},
  sha256 TEXT not null,
  corrections BOOLEAN not null,       -- whether it was taken in as one that corrects statements
  file_name TEXT not null,
  bytes ${whole} not null,
  actor TEXT not null,
  received_at_ms ${whole} not null
);
create index statement_file_by_sha256 on statement_file (sha256);

create table statement (
  id ${serial},
  number TEXT not null,
  publisher TEXT not null,
  published TEXT,
  language TEXT,
  address TEXT,
  kind TEXT,                          -- of the period, and its days, where all figures have the same; else null
  period_from TEXT,
  period_to TEXT,
  bodies TEXT not null,               -- a JSON array, as written
  districts TEXT not null,
  text TEXT,
  remark TEXT,
  file TEXT not null,
  known_from_ms ${whole} not null,
  known_to_ms ${whole}                -- null: no other corrected it
);
create index statement_by_number on statement (number);

create table statement_figure (
  id ${serial},
  statement ${whole} not null,
  position ${whole} not null,         -- in the statement, from 1
  measured TEXT not null,
  value TEXT not null,                -- items and persons whole, areas in hectares, with the decimals that were written
  hedge TEXT not null,
  period_from TEXT,
  period_to TEXT,
  kind TEXT not null,
  scope TEXT not null,
  part TEXT,
  span_start ${whole},                -- in the text of the statement, in UTF-16 units
  span_end ${whole}
);
create index statement_figure_by_statement on statement_figure (statement);
