import type { Migration } from './migration'

/** A service may be told where a pass may change its base plate, and a job knows its take and how often it called; before, nothing was told and nothing counted. */
export const boxForm: Migration = {
  version: 130,
  name: 'box form',
  up(db, tools) {
    db.exec(/* sql */ `
ALTER TABLE profiles ADD COLUMN box_form TEXT NOT NULL DEFAULT 'none';
ALTER TABLE jobs ADD COLUMN take_id TEXT;
ALTER TABLE jobs ADD COLUMN calls INTEGER NOT NULL DEFAULT 0;
`)
    tools.rewriteKept('profiles', (fields, whole) => (whole ? { ...fields, boxForm: 'none' } : fields))
  },
}
