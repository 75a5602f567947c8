import { XMLParser, XMLValidator } from 'fast-xml-parser'
import type { ScriptWarning } from '../scriptTypes'

/** An element with its children in order; text nodes have no name. */
export interface XmlNode {
  name: string
  attributes: Readonly<Record<string, string>>
  children: XmlNode[]
  text: string
}

/** Final Draft nests about ten deep. */
const maxDepth = 64

/**
 * Reads XML into nodes, or says why not: no document types or entities of its own (none is ever expanded), at most 64 levels,
 * well-formed. Entity references and numbers of the standard kind are decoded.
 */
export function readXml(text: string): XmlNode[] | ScriptWarning {
  const declared = /<!(?:ENTITY|DOCTYPE)/i.exec(text)
  if (declared) {
    return failure(
      text,
      declared.index,
      'FDX_ENTITIES',
      'The file declares XML entities, which no Final Draft script does, so nothing was imported. Open it in Final Draft and save it again.',
    )
  }
  const fault = scan(text)
  if (fault) return fault
  const valid = validate(text)
  if (valid) return valid
  try {
    const parser = new XMLParser({
      preserveOrder: true,
      ignoreAttributes: false,
      attributeNamePrefix: '',
      trimValues: false,
      processEntities: false,
      parseTagValue: false,
      parseAttributeValue: false,
      ignoreDeclaration: true,
      ignorePiTags: true,
    })
    return toNodes(parser.parse(text))
  } catch (error) {
    return notXml(1, error instanceof Error ? error.message : 'it cannot be read')
  }
}

function validate(text: string): ScriptWarning | null {
  try {
    const answer = XMLValidator.validate(text)
    return answer === true ? null : notXml(answer.err.line, answer.err.msg)
  } catch (error) {
    return notXml(1, error instanceof Error ? error.message : 'it cannot be read')
  }
}

function notXml(line: number, reason: string): ScriptWarning {
  const message = `The file is not a readable Final Draft script (line ${line}: ${reason.replace(/\.$/, '').slice(0, 200)}), so nothing was imported. Open it in Final Draft and save it again.`
  return { line: Math.max(1, line || 1), code: 'FDX_NOT_XML', message }
}

function failure(text: string, index: number, code: string, message: string): ScriptWarning {
  let line = 1
  for (let i = text.indexOf('\n'); i >= 0 && i < index; i = text.indexOf('\n', i + 1)) line++
  return { line, code, message }
}

/** One pass over the tags: their depth, and whether each is closed. Keeps hostile files away from the parser. */
function scan(text: string): ScriptWarning | null {
  let depth = 0
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const end = tagEnd(text, at)
    if (end < 0)
      return failure(
        text,
        at,
        'FDX_NOT_XML',
        'A tag of the file is not closed: the file is damaged or cut off, so nothing was imported. Open it in Final Draft and save it again.',
      )
    const mark = text[at + 1]
    if (mark === '/') depth--
    else if (mark !== '!' && mark !== '?' && text[end - 2] !== '/') depth++
    if (depth > maxDepth)
      return failure(
        text,
        at,
        'FDX_TOO_DEEP',
        `The file nests more than ${maxDepth} levels deep, which no Final Draft script does, so nothing was imported. Open it in Final Draft and save it again.`,
      )
    at = end
  }
  return null
}

/** The index after the tag, comment or CDATA that opens at `at`; -1 when it never ends. */
function tagEnd(text: string, at: number): number {
  if (text.startsWith('<!--', at)) return after(text, '-->', at + 4)
  if (text.startsWith('<![CDATA[', at)) return after(text, ']]>', at + 9)
  if (text[at + 1] === '?') return after(text, '?>', at + 2)
  let quote = 0
  for (let i = at + 1; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (quote !== 0) {
      if (c === quote) quote = 0
    } else if (c === 34 || c === 39) quote = c
    else if (c === 62) return i + 1
  }
  return -1
}

function after(text: string, end: string, from: number): number {
  const at = text.indexOf(end, from)
  return at < 0 ? -1 : at + end.length
}

/** The parser's ordered answer: [{ Tag: [children], ':@': { attribute } }, { '#text': text }]. */
function toNodes(parsed: unknown): XmlNode[] {
  if (!Array.isArray(parsed)) return []
  return parsed.flatMap((entry: unknown): XmlNode[] => {
    if (typeof entry !== 'object' || entry === null) return []
    const { ':@': attributes, ...tags } = entry as Record<string, unknown>
    const [name, content] = Object.entries(tags)[0] ?? []
    if (name === undefined) return []
    if (name === '#text') return [{ name: '', attributes: {}, children: [], text: decode(String(content)) }]
    return [{ name, attributes: decodeAll(attributes), children: toNodes(content), text: '' }]
  })
}

function decodeAll(attributes: unknown): Record<string, string> {
  if (typeof attributes !== 'object' || attributes === null) return {}
  return Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, decode(String(value))]))
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

function decode(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return named[name] ?? whole
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : ''
    },
  )
}
