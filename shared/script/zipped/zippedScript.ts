import { cueParts, isPlainHeading } from '../fountain/lineRules'
import { readXml, type XmlNode } from '../fdx/readXml'
import type { FdxBlock } from '../fdx/readParagraphs'
import { writeFountain } from '../fdx/writeFountain'
import type { ElementType } from '../scriptTypes'

/** The one file of a zipped document that holds its script, by what the files are called; null when it is none that is known. */
export function scriptInside(names: readonly string[]): string | null {
  const by = (test: RegExp) => names.find((name) => test.test(name)) ?? null
  // Word; Highland; Fade In and others that write the Open Screenplay Format.
  return (
    by(/^word\/document\.xml$/i) ??
    by(/(?:^|\/)text\.(?:md|markdown|fountain|txt)$/i) ??
    by(/\.fountain$/i) ??
    by(/^document\.xml$/i)
  )
}

/** The script of a zipped document as text, as its form is read from any other text; null when it cannot be read. */
export function zippedText(name: string, text: string): string | null {
  if (!/\.xml$/i.test(name)) return text
  const nodes = readXml(text.replace(/^\ufeff/, '').trimStart())
  if (!Array.isArray(nodes)) return null
  return /^word\//i.test(name) ? wordText(nodes) : openScreenplayText(nodes)
}

/** Where a name begins that is set in the middle of its line, in twentieths of a point. */
const centredIndent = 3600

interface WordLine {
  text: string
  style: string
  indent: number
}

/**
 * A Word document: its paragraphs with their indents. Where empty paragraphs part the others they do so here too; else a paragraph is parted from the
 * one before, unless both belong to one speech.
 */
function wordText(nodes: readonly XmlNode[]): string {
  const lines = all(nodes, 'w:p').map(wordLine)
  const empty = lines.filter((l) => l.text.trim() === '').length
  const spaced = empty * 6 > lines.length
  const out: string[] = []
  let speaking = false
  /** Right behind a name stands what is said, wherever it is set. */
  let due = false
  lines.forEach((line, i) => {
    const text = line.text.trim()
    if (text === '') {
      out.push('')
      speaking = due = false
      return
    }
    const said = /dialog|parenthetical|sprech|réplique|diálogo/i.test(line.style) || /^\(.*\)$/.test(text)
    const next = lines[i + 1]?.text.trim() ?? ''
    const cue =
      /character|figur|personnage|personaje/i.test(line.style) ||
      (line.indent > 0 && cueParts(text, false) !== null && !isPlainHeading(text) && next !== '')
    const goesOn = !cue && (due || (speaking && (said || line.indent > 0)))
    if (!spaced && !goesOn && out.length > 0) out.push('')
    out.push(`${' '.repeat(Math.min(60, Math.round(line.indent / 144)))}${text}`)
    speaking = cue || goesOn
    due = cue || (due && /^\(.*\)$/.test(text))
  })
  return out.join('\n')
}

function wordLine(paragraph: XmlNode): WordLine {
  const style = all([paragraph], 'w:pStyle')[0]?.attributes['w:val'] ?? ''
  const ind = all([paragraph], 'w:ind')[0]?.attributes
  const indent = Number(ind?.['w:left'] ?? ind?.['w:start'] ?? 0)
  const centred = all([paragraph], 'w:jc')[0]?.attributes['w:val'] === 'center'
  const text = runs(paragraph)
  return { text, style, indent: Math.max(Number.isFinite(indent) ? indent : 0, centred ? centredIndent : 0) }
}

function runs(node: XmlNode): string {
  if (node.name === 'w:t') return node.children.map((c) => c.text).join('')
  if (node.name === 'w:tab') return '\t'
  if (node.name === 'w:br' || node.name === 'w:cr') return '\n'
  // What was struck out in a revision is no part of it.
  if (node.name === 'w:del' || node.name === 'w:pPr') return ''
  return node.children.map(runs).join('')
}

const types: readonly (readonly [RegExp, ElementType])[] = [
  [/scene heading|slug/i, 'scene_heading'],
  [/character/i, 'character'],
  [/parenthetical/i, 'parenthetical'],
  [/dialog|lyric/i, 'dialogue'],
  [/transition/i, 'transition'],
  [/shot/i, 'shot'],
  [/note|synopsis/i, 'note'],
]

/** The Open Screenplay Format: `<para><style basestylename="Action"/><text>...</text></para>`. */
function openScreenplayText(nodes: readonly XmlNode[]): string {
  const blocks = all(nodes, 'para').flatMap((para): FdxBlock[] => {
    const style = para.children.find((c) => c.name === 'style')?.attributes ?? {}
    const named = style.basestylename ?? style.basestyle ?? style.stylename ?? style.name ?? ''
    const text = all(para.children, 'text')
      .map((t) => t.children.map((c) => c.text).join(''))
      .join('')
      .trim()
    const type = types.find(([test]) => test.test(named))?.[1] ?? 'action'
    return text === '' ? [] : [{ type, text: type === 'scene_heading' ? text.toUpperCase() : text }]
  })
  return writeFountain([], blocks).lines.join('\n')
}

/** Elements of a name, in order, at any depth; not those inside one another. */
function all(nodes: readonly XmlNode[], name: string): XmlNode[] {
  return nodes.flatMap((node) => (node.name === name ? [node] : all(node.children, name)))
}
