-- Who reads a source now.
CREATE TABLE claims (
  source TEXT PRIMARY KEY,
  holder TEXT NOT NULL,
  since  INTEGER NOT NULL,      -- Unix microseconds
  until  INTEGER NOT NULL       -- Unix microseconds
) STRICT, WITHOUT ROWID;
