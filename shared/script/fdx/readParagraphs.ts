import { longestNumber } from '../../model/common'
import { isPlainHeading } from '../fountain/lineRules'
import type { ElementType } from '../scriptTypes'
import type { XmlNode } from './readXml'

/** A paragraph of the script as Final Draft types it. */
export interface FdxBlock {
  type: ElementType
  text: string
  sceneNumber?: string
  depth?: number
  dual?: 'left' | 'right'
}

const types: Record<string, ElementType> = {
  'scene heading': 'scene_heading',
  action: 'action',
  character: 'character',
  parenthetical: 'parenthetical',
  dialogue: 'dialogue',
  lyrics: 'lyrics',
  singing: 'lyrics',
  transition: 'transition',
  shot: 'shot',
  general: 'general',
  'cast list': 'note',
  'outline body': 'synopsis',
  synopsis: 'synopsis',
  'scene summary': 'synopsis',
}

/** The paragraphs of `<Content>` in order, both nestings of dual dialogue included (backends.md, Final Draft .fdx). */
export function readParagraphs(content: XmlNode): FdxBlock[] {
  return content.children.flatMap((child) => {
    if (child.name === 'DualDialogue') return readDual(child)
    if (child.name !== 'Paragraph') return []
    const dual = child.children.filter((c) => c.name === 'DualDialogue')
    const own = readParagraph(child)
    return [...own, ...dual.flatMap(readDual)]
  })
}

function readParagraph(paragraph: XmlNode): FdxBlock[] {
  const text = directText(paragraph)
  const notes = paragraph.children
    .filter((c) => c.name === 'ScriptNote')
    .map((n): FdxBlock => ({ type: 'note', text: allText(n) }))
  const block = text.trim() === '' ? [] : [blockOf(paragraph, text)]
  return [...block, ...notes.filter((n) => n.text !== '')]
}

function blockOf({ attributes }: XmlNode, text: string): FdxBlock {
  const kind = (attributes.Type ?? '').trim().toLowerCase()
  const outline = /^outline (\d)$/.exec(kind)
  if (outline) return { type: 'section', text: text.trim(), depth: Number(outline[1]) }
  if (kind === 'new act' || kind === 'end of act') return { type: 'section', text: text.trim(), depth: 1 }
  const told = types[kind] ?? (kind === '' ? 'general' : 'action')
  // A heading that was typed as action is a heading.
  const type = (told === 'action' || told === 'general') && isPlainHeading(text.trim()) ? 'scene_heading' : told
  if ((type === 'action' || type === 'general') && attributes.Alignment === 'Center')
    return { type: 'centered', text: text.trim() }
  const number = (attributes.Number ?? '').trim()
  if (type === 'scene_heading')
    return {
      type,
      text: text.replace(/\s+/g, ' ').trim().toUpperCase(),
      ...(number ? { sceneNumber: number.slice(0, longestNumber) } : {}),
    }
  if (type === 'character' || type === 'transition' || type === 'shot')
    return { type, text: text.replace(/\s+/g, ' ').trim() }
  return { type, text: text.replace(/\s+$/, '') }
}

/** The first cue and its speech speak left, the second right. */
function readDual(dual: XmlNode): FdxBlock[] {
  let cues = 0
  return dual.children
    .filter((c) => c.name === 'Paragraph')
    .flatMap(readParagraph)
    .map((block) => {
      if (block.type === 'character') cues++
      return block.type === 'note' ? block : { ...block, dual: cues > 1 ? 'right' : 'left' }
    })
}

/** Only direct `<Text>` children: SceneProperties, ScriptNote and Summary have texts of their own. */
function directText(paragraph: XmlNode): string {
  return paragraph.children
    .filter((c) => c.name === 'Text')
    .map((t) => t.children.map((c) => c.text).join(''))
    .join('')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
}

function allText(node: XmlNode): string {
  if (node.name === '') return ''
  if (node.name === 'Text') return node.children.map((c) => c.text).join('')
  return node.children
    .map(allText)
    .filter((t) => t.trim() !== '')
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The title page has no keys: the first line is the title, the name after "written by" the author. */
export function readTitle(content: XmlNode | undefined): { key: string; value: string }[] {
  const texts = (content?.children ?? [])
    .filter((c) => c.name === 'Paragraph')
    .map((p) => directText(p).trim())
    .filter((t) => t !== '')
  const [title, ...rest] = texts
  if (title === undefined) return []
  const entries = [{ key: 'Title', value: title }]
  const credit = rest.findIndex((t) =>
    /^(?:(?:screenplay |teleplay |story |script )?(?:written )?by|screenplay|teleplay|written and directed by)$/i.test(
      t,
    ),
  )
  if (credit >= 0) {
    entries.push({ key: 'Credit', value: rest[credit]! })
    if (rest[credit + 1] !== undefined) entries.push({ key: 'Author', value: rest[credit + 1]! })
    rest.splice(credit, 2)
  }
  if (rest.length > 0) entries.push({ key: 'Contact', value: rest.join('\n') })
  return entries
}
