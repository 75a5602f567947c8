import type { ScriptWarning } from '../scriptTypes'
import { readXmlNodes, type XmlFault, type XmlNode } from '../xml/readXmlNodes'

export type { XmlNode } from '../xml/readXmlNodes'

/** Final Draft nests about ten deep. */
const maxDepth = 64

/** Reads a Final Draft file into nodes, or says why not: no document types or entities, at most 64 levels, well-formed. */
export function readXml(text: string): XmlNode[] | ScriptWarning {
  const declared = /<!DOCTYPE/i.exec(text)
  const read = declared ? entities(text, declared.index) : readXmlNodes(text, maxDepth)
  return Array.isArray(read) ? read : warningOf(read)
}

const entities = (text: string, index: number): XmlFault => ({
  kind: 'entities',
  line: text.slice(0, index).split('\n').length,
  reason: '',
})

function warningOf({ kind, line, reason }: XmlFault): ScriptWarning {
  const again = 'so nothing was imported. Open it in Final Draft and save it again.'
  switch (kind) {
    case 'entities':
      return {
        line,
        code: 'FDX_ENTITIES',
        message: `The file declares XML entities, which no Final Draft script does, ${again}`,
      }
    case 'unclosed':
      return {
        line,
        code: 'FDX_NOT_XML',
        message: `A tag of the file is not closed: the file is damaged or cut off, ${again}`,
      }
    case 'deep':
      return {
        line,
        code: 'FDX_TOO_DEEP',
        message: `The file nests more than ${maxDepth} levels deep, which no Final Draft script does, ${again}`,
      }
    case 'invalid':
      return {
        line,
        code: 'FDX_NOT_XML',
        message: `The file is not a readable Final Draft script (line ${line}: ${reason}), ${again}`,
      }
  }
}
