import type { Migration } from './migration'
import type { Fields } from './migrationTools'

/** Profiles count pictures of people and of objects apart, where a model does; those of before know no such limit. */
export const peopleAndObjects: Migration = {
  version: 100,
  name: 'people and objects',
  up(db, tools) {
    db.exec(/* sql */ `
ALTER TABLE profiles ADD COLUMN max_humans INTEGER;
ALTER TABLE profiles ADD COLUMN max_objects INTEGER;
`)
    const unlimited = (caps: Fields): Fields => ({ ...caps, maxHumans: null, maxObjects: null })
    const earlierOf = (value: unknown) => (value as Fields[]).map(unlimited)
    tools.rewriteColumn('profiles', 'earlier', earlierOf)
    tools.rewriteKept('profiles', (fields, whole) => ({
      ...(whole ? unlimited(fields) : fields),
      ...('earlier' in fields ? { earlier: earlierOf(fields['earlier']) } : {}),
    }))
  },
}
