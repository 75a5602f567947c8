import type { Migration } from './migration'

/** A look has pictures from several sides, of which one is sent. The picture that looks had is taken for their front. */
export const turnaround: Migration = {
  version: 160,
  name: 'turnaround',
  up(db, tools) {
    db.exec(/* sql */ `
ALTER TABLE looks ADD COLUMN view TEXT NOT NULL DEFAULT 'front';
ALTER TABLE looks ADD COLUMN front_id TEXT;
ALTER TABLE looks ADD COLUMN side_id TEXT;
ALTER TABLE looks ADD COLUMN back_id TEXT;
ALTER TABLE looks ADD COLUMN expressions_id TEXT;
`)
    const further = { view: 'front', frontId: null, sideId: null, backId: null, expressionsId: null }
    tools.rewriteKept('looks', (fields, whole) => (whole ? { ...fields, ...further } : fields))
  },
}
