PRAGMA application_id = 0x4d6f7365; -- "Mose"

-- The change log. A record's payload is kept here alone, with the entry that
-- brought it; the record's current state points to its newest entry.
CREATE TABLE changes (
  seq      INTEGER PRIMARY KEY, -- 1, 2, 3 …
  at       INTEGER NOT NULL,    -- when it was committed, Unix microseconds
  op       INTEGER NOT NULL,    -- store.Op
  iri      TEXT NOT NULL,
  source   TEXT NOT NULL,
  key      TEXT NOT NULL,
  class    TEXT NOT NULL,
  digest   BLOB,                -- NULL of a deletion
  modified INTEGER NOT NULL,    -- Unix seconds
  reason   TEXT,                -- of a deletion
  payload  BLOB                 -- triples and view, packed; NULL of a deletion
) STRICT;
CREATE INDEX changes_source ON changes(source);
CREATE INDEX changes_class ON changes(class);

CREATE TABLE records (
  iri    TEXT PRIMARY KEY,
  seq    INTEGER NOT NULL,      -- its newest entry
  live   INTEGER NOT NULL,      -- 0 of a tombstone
  class  TEXT NOT NULL,
  source TEXT NOT NULL,
  digest BLOB                   -- NULL of a tombstone
) STRICT, WITHOUT ROWID;
CREATE INDEX records_class ON records(class, iri) WHERE live = 1;
CREATE INDEX records_source ON records(source, iri, class) WHERE live = 1;

-- Numbers of live records, kept with every change.
CREATE TABLE counts (
  class   TEXT NOT NULL,
  source  TEXT NOT NULL,
  records INTEGER NOT NULL,
  PRIMARY KEY (class, source)
) STRICT, WITHOUT ROWID;

CREATE TABLE sources (
  source    TEXT PRIMARY KEY,
  cursor    BLOB,
  validator BLOB,
  due       INTEGER NOT NULL    -- Unix microseconds
) STRICT, WITHOUT ROWID;

CREATE TABLE items (
  source  TEXT NOT NULL,
  key     TEXT NOT NULL,
  raw     BLOB NOT NULL,
  records BLOB NOT NULL,        -- IRIs, front-coded
  PRIMARY KEY (source, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE runs (
  id     INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  report BLOB NOT NULL          -- store.Run as JSON
) STRICT;
CREATE INDEX runs_source ON runs(source);

CREATE TABLE checkpoints (
  follower TEXT PRIMARY KEY,
  seq      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
