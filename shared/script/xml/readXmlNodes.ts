import { XMLParser, XMLValidator } from 'fast-xml-parser'

/** An element with its children in order; text nodes have no name. */
export interface XmlNode {
  name: string
  attributes: Readonly<Record<string, string>>
  children: XmlNode[]
  text: string
}

/** Why a text is no XML that is read. */
export interface XmlFault {
  readonly kind: 'entities' | 'unclosed' | 'deep' | 'invalid'
  /** From 1. */
  readonly line: number
  /** What the parser says, without a full stop. */
  readonly reason: string
}

/**
 * Reads XML into nodes, or says why not: no document types with contents and no entities of its own (none is ever expanded), not nested too deeply,
 * well-formed. Entity references and numbers of the standard kind are decoded.
 * @param maxDepth levels that are read
 */
export function readXmlNodes(text: string, maxDepth: number): XmlNode[] | XmlFault {
  const declared = /<!ENTITY|<!DOCTYPE(?!\s+[\w.-]+\s*>)/i.exec(text)
  if (declared) return fault(text, declared.index, 'entities')
  const found = scan(text, maxDepth) ?? validate(text)
  if (found) return found
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
    return invalid(1, error instanceof Error ? error.message : 'it cannot be read')
  }
}

function validate(text: string): XmlFault | null {
  try {
    const answer = XMLValidator.validate(text)
    return answer === true ? null : invalid(answer.err.line, answer.err.msg)
  } catch (error) {
    return invalid(1, error instanceof Error ? error.message : 'it cannot be read')
  }
}

const invalid = (line: number, reason: string): XmlFault => ({
  kind: 'invalid',
  line: Math.max(1, line || 1),
  reason: reason.replace(/\.$/, '').slice(0, 200),
})

function fault(text: string, index: number, kind: XmlFault['kind']): XmlFault {
  let line = 1
  for (let i = text.indexOf('\n'); i >= 0 && i < index; i = text.indexOf('\n', i + 1)) line++
  return { kind, line, reason: '' }
}

/** One pass over the tags: their depth, and whether each is closed. Keeps hostile files away from the parser. */
function scan(text: string, maxDepth: number): XmlFault | null {
  let depth = 0
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const end = tagEnd(text, at)
    if (end < 0) return fault(text, at, 'unclosed')
    const mark = text[at + 1]
    if (mark === '/') depth--
    else if (mark !== '!' && mark !== '?' && text[end - 2] !== '/') depth++
    if (depth > maxDepth) return fault(text, at, 'deep')
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
