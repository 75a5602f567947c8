import type { Migration } from './migration'
import type { Fields } from './migrationTools'

/** A frame rate is an exact fraction, `{"num":24000,"den":1001}`, where it was a whole number; a project says whether its timecode drops frames. */
export const rationalFps: Migration = {
  version: 20,
  name: 'rational fps',
  up(db, tools) {
    db.exec(/* sql */ `
CREATE TABLE project_20 (
  id TEXT PRIMARY KEY CHECK (id = 'project'), title TEXT NOT NULL,
  fps TEXT NOT NULL CHECK (coalesce(fps ->> 'num', 0) >= 1 AND coalesce(fps ->> 'den', 0) IN (1, 1001)), drop_frame INTEGER NOT NULL,
  aspect_width INTEGER NOT NULL CHECK (aspect_width > 0), aspect_height INTEGER NOT NULL CHECK (aspect_height > 0),
  style_text TEXT NOT NULL, style_picture_id TEXT, stage9_generator_id TEXT NOT NULL, stage10_generator_id TEXT NOT NULL,
  stage12_generator_id TEXT, breakdown TEXT NOT NULL, last_times TEXT NOT NULL
) STRICT;
INSERT INTO project_20
  SELECT id, title, json_object('num', fps, 'den', 1), 0, aspect_width, aspect_height, style_text, style_picture_id,
    stage9_generator_id, stage10_generator_id, stage12_generator_id, breakdown, last_times
  FROM project;
DROP TABLE project;
ALTER TABLE project_20 RENAME TO project;
`)
    tools.rewriteKept('project', (fields, whole) => ({
      ...('fps' in fields ? { ...fields, fps: exact(fields['fps']) } : fields),
      ...(whole ? { dropFrame: false } : {}),
    }))
  },
}

const exact = (fps: Fields[string]) => ({ num: fps, den: 1 })
