import type { Migration } from './migration'

/** Sounds and where they lie in the film, and how the camera moves in a shot; before there was neither. */
export const soundAndCamera: Migration = {
  version: 120,
  name: 'sound and camera',
  up(db) {
    db.exec(/* sql */ `
CREATE TABLE sounds (
  id TEXT PRIMARY KEY REFERENCES media (id) DEFERRABLE INITIALLY DEFERRED, sample_rate INTEGER NOT NULL, samples INTEGER NOT NULL,
  channels INTEGER NOT NULL
) STRICT;
CREATE TABLE sound_clips (
  id TEXT PRIMARY KEY, sound_id TEXT NOT NULL REFERENCES sounds (id) DEFERRABLE INITIALLY DEFERRED, name TEXT NOT NULL,
  shot_id TEXT REFERENCES shots (id) DEFERRABLE INITIALLY DEFERRED, scene_id TEXT REFERENCES scenes (id) DEFERRABLE INITIALLY DEFERRED,
  at REAL NOT NULL, "from" REAL NOT NULL, length REAL NOT NULL, fade_in REAL NOT NULL, fade_out REAL NOT NULL, gain_db REAL NOT NULL,
  muted INTEGER NOT NULL, ordinal INTEGER NOT NULL
) STRICT;
CREATE INDEX sound_clips_by_shot ON sound_clips (shot_id);
CREATE TABLE camera_moves (
  id TEXT PRIMARY KEY REFERENCES shots (id) DEFERRABLE INITIALLY DEFERRED, kind TEXT NOT NULL, "first" TEXT NOT NULL, "last" TEXT NOT NULL
) STRICT;
`)
  },
}
