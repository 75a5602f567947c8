import { tooLarge, unreadable } from '../limits'
import type { ParsedScript, ScriptWarning } from '../scriptTypes'
import { readParagraphs, readTitle } from './readParagraphs'
import { readTags } from './readTags'
import { readXml } from './readXml'
import type { XmlNode } from './readXml'
import { writeFountain } from './writeFountain'

/**
 * Reads a Final Draft script (.fdx; domain.md 11, backends.md). Headings and cues come in capitals. `lines` is a Fountain
 * rendering and line numbers count in it. Never throws; a file that cannot be read has one warning (`fatalWarning`) and
 * nothing else.
 */
export function parseFdx(text: string): ParsedScript {
  const refusal = tooLarge(text)
  if (refusal) return unreadable('fdx', refusal)
  const nodes = readXml(text.replace(/^\ufeff/, '').trimStart())
  if (!Array.isArray(nodes)) return unreadable('fdx', nodes)
  const root = nodes.find((n) => n.name === 'FinalDraft')
  if (!root) return unreadable('fdx', notFinalDraft(nodes))
  const titlePage = readTitle(child(child(root, 'TitlePage'), 'Content'))
  const blocks = root.children.filter((c) => c.name === 'Content').flatMap(readParagraphs)
  const written = writeFountain(titlePage, blocks)
  const tags = readTags(root, written.lines)
  return { format: 'fdx', titlePage, ...written, ...(tags.length > 0 ? { tags } : {}), warnings: [] }
}

function child(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((c) => c.name === name)
}

function notFinalDraft(nodes: readonly XmlNode[]): ScriptWarning {
  const found = nodes.find((n) => n.name !== '')?.name
  const fact =
    found === undefined
      ? 'The file holds no XML'
      : `The file is XML, but its first element is <${found.slice(0, 40)}>, not <FinalDraft>`
  return {
    line: 1,
    code: 'FDX_NOT_FINAL_DRAFT',
    message: `${fact}, so nothing was imported. Save the script as Final Draft (.fdx) or Fountain.`,
  }
}
