import type { Migration } from './migration'

/** The first format. Times of a shot are fractions; durations are whole frames; ids are text. */
export const initial: Migration = {
  version: 10,
  name: 'initial',
  up: (db) => void db.exec(sql),
}

const sql = /* sql */ `
CREATE TABLE project (
  id TEXT PRIMARY KEY CHECK (id = 'project'), title TEXT NOT NULL, fps INTEGER NOT NULL CHECK (fps BETWEEN 1 AND 240),
  aspect_width INTEGER NOT NULL CHECK (aspect_width > 0), aspect_height INTEGER NOT NULL CHECK (aspect_height > 0),
  style_text TEXT NOT NULL, style_picture_id TEXT, stage9_generator_id TEXT NOT NULL, stage10_generator_id TEXT NOT NULL,
  stage12_generator_id TEXT, breakdown TEXT NOT NULL, last_times TEXT NOT NULL
) STRICT;

CREATE TABLE media (
  id TEXT PRIMARY KEY CHECK (length(id) = 64), kind TEXT NOT NULL, mime TEXT NOT NULL, ext TEXT NOT NULL, bytes INTEGER NOT NULL,
  width INTEGER NOT NULL, height INTEGER NOT NULL, alpha INTEGER NOT NULL, name TEXT NOT NULL, working_id TEXT, ordinal INTEGER NOT NULL
) STRICT;

CREATE TABLE scripts (
  id TEXT PRIMARY KEY, file_name TEXT NOT NULL, format TEXT NOT NULL, text TEXT NOT NULL, breakdown TEXT NOT NULL, ordinal INTEGER NOT NULL
) STRICT;

CREATE TABLE scenes (
  id TEXT PRIMARY KEY, order_key TEXT NOT NULL, number TEXT NOT NULL, heading TEXT NOT NULL, int_ext TEXT NOT NULL, "set" TEXT NOT NULL,
  time_of_day TEXT NOT NULL, title TEXT NOT NULL, notes TEXT NOT NULL, out_of_story_order INTEGER NOT NULL,
  tray INTEGER NOT NULL, tray_of_id TEXT, script_id TEXT, source_start INTEGER, source_end INTEGER
) STRICT;

CREATE TABLE scene_states (id TEXT PRIMARY KEY, assignments_initialised INTEGER NOT NULL) STRICT;

CREATE TABLE shots (
  id TEXT PRIMARY KEY, scene_id TEXT NOT NULL REFERENCES scenes (id) DEFERRABLE INITIALLY DEFERRED, order_key TEXT NOT NULL,
  number TEXT NOT NULL, duration_frames INTEGER NOT NULL CHECK (duration_frames >= 1), text TEXT NOT NULL, dialogue TEXT NOT NULL,
  size TEXT, angle TEXT, lens TEXT NOT NULL, movement TEXT NOT NULL, start_state TEXT NOT NULL, end_state TEXT NOT NULL,
  time_jump INTEGER NOT NULL, end_from_start INTEGER, notes TEXT NOT NULL, script_id TEXT, source_start INTEGER, source_end INTEGER
) STRICT;
CREATE INDEX shots_by_scene ON shots (scene_id);

CREATE TABLE assets (
  id TEXT PRIMARY KEY, type TEXT NOT NULL CHECK (type IN ('character', 'location', 'prop')), name TEXT NOT NULL, aliases TEXT NOT NULL,
  description TEXT NOT NULL, ordinal INTEGER NOT NULL, rank REAL, key INTEGER NOT NULL,
  default_look_id TEXT NOT NULL REFERENCES looks (id) DEFERRABLE INITIALLY DEFERRED, deleted INTEGER NOT NULL, merged_into_id TEXT
) STRICT;

CREATE TABLE looks (
  id TEXT PRIMARY KEY, asset_id TEXT NOT NULL REFERENCES assets (id) DEFERRABLE INITIALLY DEFERRED, name TEXT NOT NULL,
  description TEXT NOT NULL, media_id TEXT, ordinal INTEGER NOT NULL, check_description INTEGER NOT NULL
) STRICT;
CREATE INDEX looks_by_asset ON looks (asset_id);

CREATE TABLE scene_asset_instances (
  id TEXT PRIMARY KEY, scene_id TEXT NOT NULL REFERENCES scenes (id) DEFERRABLE INITIALLY DEFERRED,
  asset_id TEXT NOT NULL REFERENCES assets (id) DEFERRABLE INITIALLY DEFERRED, look_id TEXT, description TEXT
) STRICT;
CREATE INDEX instances_by_scene ON scene_asset_instances (scene_id, asset_id);
CREATE INDEX instances_by_asset ON scene_asset_instances (asset_id);

CREATE TABLE shot_asset_assignments (
  id TEXT PRIMARY KEY, shot_id TEXT NOT NULL REFERENCES shots (id) DEFERRABLE INITIALLY DEFERRED,
  scene_asset_instance_id TEXT NOT NULL REFERENCES scene_asset_instances (id) DEFERRABLE INITIALLY DEFERRED,
  presence TEXT NOT NULL, enter_at REAL NOT NULL, exit_at REAL NOT NULL, enter_from TEXT, exit_to TEXT, action TEXT NOT NULL,
  rank REAL, origin TEXT NOT NULL, evidence TEXT, ordinal INTEGER NOT NULL,
  UNIQUE (shot_id, scene_asset_instance_id),
  CHECK (enter_at >= 0 AND exit_at <= 1 AND enter_at < exit_at AND presence = CASE
    WHEN enter_at = 0 AND exit_at = 1 THEN 'throughout' WHEN enter_at > 0 AND exit_at = 1 THEN 'enters'
    WHEN enter_at = 0 THEN 'exits' ELSE 'passes_through' END)
) STRICT;
CREATE INDEX assignments_by_instance ON shot_asset_assignments (scene_asset_instance_id);

CREATE TABLE transformations (
  id TEXT PRIMARY KEY, scene_asset_instance_id TEXT NOT NULL REFERENCES scene_asset_instances (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL, shot_id TEXT NOT NULL REFERENCES shots (id) DEFERRABLE INITIALLY DEFERRED, at REAL, from_look_id TEXT, to_look_id TEXT,
  carries TEXT NOT NULL, ordinal INTEGER NOT NULL, suspended TEXT NOT NULL, merge_id TEXT,
  CHECK ((kind = 'within_shot' AND at IS NOT NULL AND at > 0 AND at < 1) OR (kind = 'between_shots' AND at IS NULL))
) STRICT;
CREATE INDEX transformations_by_instance ON transformations (scene_asset_instance_id);
CREATE INDEX transformations_by_shot ON transformations (shot_id);

CREATE TABLE blockings (
  id TEXT PRIMARY KEY, shot_id TEXT NOT NULL REFERENCES shots (id) DEFERRABLE INITIALLY DEFERRED,
  scene_asset_instance_id TEXT NOT NULL REFERENCES scene_asset_instances (id) DEFERRABLE INITIALLY DEFERRED, frame TEXT NOT NULL,
  x REAL NOT NULL, y REAL NOT NULL, scale REAL NOT NULL CHECK (scale > 0), flip INTEGER NOT NULL, depth REAL NOT NULL,
  UNIQUE (shot_id, scene_asset_instance_id, frame)
) STRICT;
CREATE INDEX blockings_by_instance ON blockings (scene_asset_instance_id);

CREATE TABLE seams (
  id TEXT PRIMARY KEY, from_shot_id TEXT NOT NULL REFERENCES shots (id) DEFERRABLE INITIALLY DEFERRED,
  to_shot_id TEXT NOT NULL REFERENCES shots (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX seams_from ON seams (from_shot_id);
CREATE INDEX seams_to ON seams (to_shot_id);

CREATE TABLE merges (
  id TEXT PRIMARY KEY, into_id TEXT NOT NULL, from_ids TEXT NOT NULL, "as" TEXT NOT NULL, ordinal INTEGER NOT NULL, entries TEXT NOT NULL
) STRICT;
CREATE TABLE never_merges (id TEXT PRIMARY KEY, a_id TEXT NOT NULL, b_id TEXT NOT NULL) STRICT;

CREATE TABLE suggestions (
  id TEXT PRIMARY KEY, shot_id TEXT NOT NULL, asset_id TEXT NOT NULL, presence TEXT NOT NULL, enter_at REAL NOT NULL, exit_at REAL NOT NULL,
  enter_from TEXT, exit_to TEXT, evidence TEXT, state TEXT NOT NULL, ordinal INTEGER NOT NULL
) STRICT;
CREATE TABLE alias_proposals (
  id TEXT PRIMARY KEY, into_id TEXT NOT NULL, from_id TEXT NOT NULL, "as" TEXT NOT NULL, reason TEXT NOT NULL, evidence TEXT,
  state TEXT NOT NULL, ordinal INTEGER NOT NULL
) STRICT;
CREATE TABLE templates (id TEXT PRIMARY KEY, name TEXT NOT NULL, steps TEXT NOT NULL, ordinal INTEGER NOT NULL) STRICT;
CREATE TABLE dismissals (id TEXT PRIMARY KEY, code TEXT NOT NULL, key TEXT NOT NULL, facts TEXT NOT NULL, reason TEXT NOT NULL) STRICT;

CREATE TABLE prompt_versions (
  id TEXT PRIMARY KEY, shot_id TEXT NOT NULL, prompt TEXT NOT NULL, ordinal INTEGER NOT NULL, text TEXT NOT NULL, edited INTEGER NOT NULL,
  generator_id TEXT NOT NULL, inputs TEXT NOT NULL, digest TEXT NOT NULL
) STRICT;
CREATE INDEX prompt_versions_by_shot ON prompt_versions (shot_id);
CREATE TABLE takes (
  id TEXT PRIMARY KEY, shot_id TEXT NOT NULL, kind TEXT NOT NULL, ordinal INTEGER NOT NULL, media_id TEXT NOT NULL REFERENCES media (id) DEFERRABLE INITIALLY DEFERRED,
  generator_id TEXT NOT NULL, profile_revision INTEGER NOT NULL, imported INTEGER NOT NULL, made_at INTEGER NOT NULL, prompt TEXT NOT NULL,
  "references" TEXT NOT NULL, inputs TEXT NOT NULL, digest TEXT NOT NULL
) STRICT;
CREATE INDEX takes_by_shot ON takes (shot_id);
CREATE TABLE passes (
  id TEXT PRIMARY KEY, take_id TEXT NOT NULL REFERENCES takes (id) DEFERRABLE INITIALLY DEFERRED, "index" INTEGER NOT NULL,
  media_id TEXT NOT NULL REFERENCES media (id) DEFERRABLE INITIALLY DEFERRED, generator_id TEXT NOT NULL, prompt TEXT NOT NULL,
  "references" TEXT NOT NULL, inputs TEXT NOT NULL, digest TEXT NOT NULL
) STRICT;
CREATE INDEX passes_by_take ON passes (take_id);
CREATE TABLE take_places (id TEXT PRIMARY KEY, shot_id TEXT, kind TEXT NOT NULL, detached INTEGER NOT NULL) STRICT;
CREATE TABLE take_choices (id TEXT PRIMARY KEY, shot_id TEXT NOT NULL, kind TEXT NOT NULL, take_id TEXT) STRICT;
CREATE TABLE result_marks (id TEXT PRIMARY KEY, locked INTEGER NOT NULL, accepted TEXT) STRICT;
CREATE TABLE plan_edits (id TEXT PRIMARY KEY, shot_id TEXT NOT NULL, frame TEXT NOT NULL, passes TEXT NOT NULL) STRICT;

-- not records: persistent undo, the job queue, and what the window remembers
CREATE TABLE history (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, command TEXT NOT NULL, label TEXT NOT NULL, change TEXT NOT NULL, bytes INTEGER NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE jobs (
  id TEXT PRIMARY KEY, seq INTEGER NOT NULL, stage INTEGER NOT NULL, shot_id TEXT NOT NULL, result TEXT NOT NULL, generator_id TEXT NOT NULL,
  state TEXT NOT NULL, priority INTEGER NOT NULL, progress REAL NOT NULL, attempts INTEGER NOT NULL, handle TEXT, request TEXT NOT NULL,
  error TEXT, created_at INTEGER NOT NULL, finished_at INTEGER, wait_until INTEGER
) STRICT;
CREATE INDEX jobs_by_state ON jobs (state, priority, seq);
CREATE TABLE view_state (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
`
