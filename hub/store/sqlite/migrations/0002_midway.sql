-- Whether a source's cursor is that of a run that was broken off. The column was
-- never written otherwise than as the zero time.
ALTER TABLE sources RENAME COLUMN due TO midway;
UPDATE sources SET midway = 0;
