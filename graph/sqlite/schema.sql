-- Facts of record: what the articles yielded, taken apart so that nothing stands twice.

CREATE TABLE articles (
  id        TEXT PRIMARY KEY,
  source    TEXT NOT NULL,
  title     TEXT NOT NULL,
  url       TEXT NOT NULL,
  language  TEXT NOT NULL,
  published TEXT NOT NULL,
  instant   TEXT NOT NULL,
  updated   TEXT NOT NULL,
  version   INTEGER NOT NULL,
  day       TEXT NOT NULL, -- first day of published
  folded    TEXT NOT NULL, -- title, folded
  text      TEXT NOT NULL
) STRICT;
CREATE INDEX articles_day ON articles (day, id);
CREATE INDEX articles_day_desc ON articles (day DESC, id);
CREATE INDEX articles_source ON articles (source, day, id);

-- What an article says of a node, in the order of its reading. A form is the node's JSON with the dates of offices left out.
CREATE TABLE sightings (
  article TEXT NOT NULL,
  seq     INTEGER NOT NULL,
  node    TEXT NOT NULL,
  form    TEXT NOT NULL,
  PRIMARY KEY (article, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE offices (
  article TEXT NOT NULL,
  node    TEXT NOT NULL,
  seq     INTEGER NOT NULL,
  title   TEXT NOT NULL,
  country TEXT NOT NULL,
  first   TEXT NOT NULL,
  last    TEXT NOT NULL,
  PRIMARY KEY (article, node, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX offices_first ON offices (node, title, country, first) WHERE first <> '';
CREATE INDEX offices_last ON offices (node, title, country, last);

CREATE TABLE mentions (
  article TEXT NOT NULL,
  seq     INTEGER NOT NULL,
  start   INTEGER NOT NULL,
  stop    INTEGER NOT NULL,
  node    TEXT NOT NULL,
  PRIMARY KEY (article, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE reports (
  id      TEXT PRIMARY KEY,
  article TEXT NOT NULL,
  seq     INTEGER NOT NULL,
  block   TEXT NOT NULL,
  json    TEXT NOT NULL
) STRICT;
CREATE INDEX reports_article ON reports (article, seq);
CREATE INDEX reports_block ON reports (block);

-- Derived rows: a function of the facts, written again when the facts change.

-- How many articles speak of a node in the same form.
CREATE TABLE forms (
  node     TEXT NOT NULL,
  form     TEXT NOT NULL,
  articles INTEGER NOT NULL,
  PRIMARY KEY (node, form)
) STRICT, WITHOUT ROWID;
CREATE INDEX forms_gone ON forms (node) WHERE articles = 0;

CREATE TABLE nodes (
  id      TEXT PRIMARY KEY,
  actor   INTEGER NOT NULL, -- 1 of actors, 0 of places and occasions
  kind    TEXT NOT NULL,    -- of actors
  key     TEXT NOT NULL,    -- name, folded
  country TEXT NOT NULL,
  json    TEXT NOT NULL
) STRICT;
CREATE INDEX nodes_key ON nodes (actor, key, id);
CREATE INDEX nodes_key_desc ON nodes (actor, key DESC, id);
CREATE INDEX nodes_country ON nodes (country, id);

-- Every known name of an actor, folded.
CREATE TABLE names (
  node TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (node, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX names_name ON names (name, node);

CREATE TABLE events (
  id       TEXT PRIMARY KEY,
  block    TEXT NOT NULL,
  kind     TEXT NOT NULL,
  type     TEXT NOT NULL,
  status   TEXT NOT NULL,
  day      TEXT NOT NULL, -- first day of the date
  disputed TEXT NOT NULL, -- true, false
  place    TEXT NOT NULL,
  json     TEXT NOT NULL
) STRICT;
CREATE INDEX events_block ON events (block);
CREATE INDEX events_day ON events (day, id);
CREATE INDEX events_day_desc ON events (day DESC, id);
CREATE INDEX events_kind ON events (kind, day, id);
CREATE INDEX events_kind_desc ON events (kind, day DESC, id);
CREATE INDEX events_place ON events (place, day, id);

-- All ways to an event: from those who take part, its place, its occasion, the articles that report it, and its reports.
CREATE TABLE links (
  parent TEXT NOT NULL,
  day    TEXT NOT NULL,
  event  TEXT NOT NULL,
  role   INTEGER NOT NULL, -- a sum: 1 actor, 2 recipient, 4 place, 8 occasion, 16 article, 32 report
  PRIMARY KEY (parent, day, event)
) STRICT, WITHOUT ROWID;
CREATE INDEX links_desc ON links (parent, day DESC, event, role);
CREATE INDEX links_event ON links (event);

CREATE TABLE edges (
  id       TEXT PRIMARY KEY,
  type     TEXT NOT NULL,
  source   TEXT NOT NULL,
  target   TEXT NOT NULL,
  event    TEXT NOT NULL,
  day      TEXT NOT NULL,
  date     TEXT NOT NULL,
  inferred INTEGER NOT NULL,
  disputed INTEGER NOT NULL
) STRICT;
CREATE INDEX edges_source ON edges (source, day, type, id);
CREATE INDEX edges_target ON edges (target, day, type, id);
CREATE INDEX edges_event ON edges (event);

-- What search knows of a node: its place in the ranking, and (in words, under the same number) the words of its document.
CREATE TABLE documents (
  number INTEGER PRIMARY KEY,
  node   TEXT NOT NULL UNIQUE,
  class  TEXT NOT NULL,
  name   TEXT NOT NULL,
  digest TEXT NOT NULL -- of name and body, to leave alone what did not change
) STRICT;
-- The documents are folded already: the ascii tokenizer splits at their spaces and changes nothing else.
CREATE VIRTUAL TABLE words USING fts5 (
  name, body, content = '', contentless_delete = 1, detail = column, tokenize = 'ascii'
);
