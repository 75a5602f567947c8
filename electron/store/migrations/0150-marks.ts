import type { Migration } from './migration'

/** What is drawn and written over stills; before there was nothing. */
export const marks: Migration = {
  version: 150,
  name: 'marks',
  up(db) {
    db.exec(/* sql */ `
CREATE TABLE marks (
  id TEXT PRIMARY KEY, shot_id TEXT NOT NULL REFERENCES shots (id) DEFERRABLE INITIALLY DEFERRED, frame TEXT NOT NULL, kind TEXT NOT NULL,
  points TEXT NOT NULL, text TEXT NOT NULL, colour TEXT NOT NULL, width REAL NOT NULL, opacity REAL NOT NULL, ordinal INTEGER NOT NULL
) STRICT;
CREATE INDEX marks_by_shot ON marks (shot_id);
`)
  },
}
