import type { Migration } from './migration'
import type { Fields } from './migrationTools'

/**
 * More ways of being in a shot: pictures of somebody, what somebody carries, figures that are shown in part, a framing
 * for the end of a move; and the places that a split holds.
 */
export const waysOfBeingThere: Migration = {
  version: 30,
  name: 'ways of being there',
  up(db, tools) {
    db.exec(/* sql */ `
ALTER TABLE shots ADD COLUMN end_size TEXT;
ALTER TABLE shot_asset_assignments ADD COLUMN depicts TEXT NOT NULL DEFAULT 'self' CHECK (depicts IN ('self', 'image'));
ALTER TABLE shot_asset_assignments ADD COLUMN depicted_on TEXT NOT NULL DEFAULT '';
ALTER TABLE shot_asset_assignments ADD COLUMN carried_by TEXT;
ALTER TABLE shot_asset_assignments ADD COLUMN handed_to TEXT;
ALTER TABLE shot_asset_assignments ADD COLUMN handed_at REAL CHECK (handed_at IS NULL OR (handed_at > 0 AND handed_at < 1));
ALTER TABLE shot_asset_assignments ADD COLUMN exit_held_by TEXT;
ALTER TABLE blockings ADD COLUMN shown TEXT NOT NULL DEFAULT 'full' CHECK (shown IN ('full', 'part', 'hidden'));
ALTER TABLE blockings ADD COLUMN held_by TEXT;
`)
    const adding = (more: Fields) => (fields: Fields, whole: boolean) => (whole ? { ...fields, ...more } : fields)
    tools.rewriteKept('shots', adding({ endSize: null }))
    tools.rewriteKept(
      'assignments',
      adding({ depicts: 'self', depictedOn: '', carriedBy: null, handedTo: null, handedAt: null, exitHeldBy: null }),
    )
    tools.rewriteKept('blockings', adding({ shown: 'full', heldBy: null }))
  },
}
