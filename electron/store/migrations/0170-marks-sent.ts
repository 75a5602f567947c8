import type { Migration } from './migration'
import type { Fields } from './migrationTools'

/** A generator may be sent marks and be asked in its own rhythm, and printed pages have a logo; before, no marks were sent and there was none. */
export const marksSent: Migration = {
  version: 170,
  name: 'marks sent',
  up(db, tools) {
    db.exec(/* sql */ `
ALTER TABLE profiles ADD COLUMN takes_marks INTEGER NOT NULL DEFAULT 0;
ALTER TABLE profiles ADD COLUMN poll_seconds REAL;
ALTER TABLE project ADD COLUMN logo_id TEXT;
`)
    const unmarked = (caps: Fields): Fields => ({ ...caps, takesMarks: false })
    const earlierOf = (value: unknown) => (value as Fields[]).map(unmarked)
    tools.rewriteColumn('profiles', 'earlier', earlierOf)
    tools.rewriteKept('profiles', (fields, whole) => ({
      ...(whole ? { ...unmarked(fields), pollSeconds: null } : fields),
      ...('earlier' in fields ? { earlier: earlierOf(fields['earlier']) } : {}),
    }))
    tools.rewriteKept('project', (fields, whole) => (whole ? { ...fields, logoId: null } : fields))
  },
}
