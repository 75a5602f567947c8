import type { Migration } from './migration'

/** Remote generators are records of the project; before there were only those that come with the application. */
export const profiles: Migration = {
  version: 40,
  name: 'profiles',
  up(db) {
    db.exec(/* sql */ `
CREATE TABLE profiles (
  id TEXT PRIMARY KEY, ordinal INTEGER NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, base_url TEXT NOT NULL, model TEXT NOT NULL,
  max_images INTEGER NOT NULL, new_subjects_per_pass INTEGER NOT NULL, max_passes INTEGER NOT NULL, traits INTEGER NOT NULL,
  suggests_end_from_start INTEGER NOT NULL, prompt_max INTEGER, price TEXT, timeout_seconds INTEGER NOT NULL, key_header TEXT,
  extra TEXT NOT NULL, workflow TEXT, node_map TEXT, revision INTEGER NOT NULL, earlier TEXT NOT NULL, deleted INTEGER NOT NULL
) STRICT;
`)
  },
}
