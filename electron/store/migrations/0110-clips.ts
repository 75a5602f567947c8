import type { Migration } from './migration'
import type { Fields } from './migrationTools'

/**
 * Files that run know how long; generators of clips know what lengths they make, ComfyUI may stand on several machines, a price may go by the second, and a project
 * may ask before a batch costs more than so much. Nothing of before had any of it.
 */
export const clips: Migration = {
  version: 110,
  name: 'clips',
  up(db, tools) {
    db.exec(/* sql */ `
ALTER TABLE media ADD COLUMN seconds REAL;
ALTER TABLE project ADD COLUMN ask_above REAL;
ALTER TABLE profiles ADD COLUMN clip TEXT;
ALTER TABLE profiles ADD COLUMN more_servers TEXT NOT NULL DEFAULT '[]';
`)
    const priced = (price: unknown) => (price === null ? null : { ...(price as Fields), perSecond: 0 })
    const mapped = (map: unknown) => (map === null ? null : { ...(map as Fields), length: null, mask: null })
    tools.rewriteColumn('profiles', 'price', priced)
    tools.rewriteColumn('profiles', 'node_map', mapped)
    tools.rewriteKept('media', (fields, whole) => (whole ? { ...fields, seconds: null } : fields))
    tools.rewriteKept('project', (fields, whole) => (whole ? { ...fields, askAbove: null } : fields))
    tools.rewriteKept('profiles', (fields, whole) => ({
      ...fields,
      ...(whole ? { clip: null, moreServers: [] } : {}),
      ...('price' in fields ? { price: priced(fields['price']) } : {}),
      ...('nodeMap' in fields ? { nodeMap: mapped(fields['nodeMap']) } : {}),
    }))
  },
}
