-- Whether the next complete run of a source has to list everything.
ALTER TABLE sources ADD COLUMN owed INTEGER NOT NULL DEFAULT 0;
