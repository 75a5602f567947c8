import type { ScriptElement } from '../scriptTypes'
import type { CleanLines } from '../fountain/comments'
import { headingParts, isForcedHeading, isPlainHeading, isTransition, startsLikeHeading } from '../fountain/lineRules'
import { stripEmphasis } from '../fountain/emphasis'
import { describedPlace, isAct, sceneLine } from './acts'
import { numberedHeading } from './sceneNumbers'

/** A line that says who speaks and what: `OTTO: Where is she?`, `OTTO. (Rising.) Where?`, 太郎「はい」. */
export interface SpokenLine {
  name: string
  extension: string
  aside: string
  words: string
}

const time = String.raw`(?:[[(]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?[\])]?\s*[-–]?\s*)?`
const name = String.raw`(\p{Lu}[\p{L}\p{N}.'’#&/ -]{0,38}[\p{L}\p{N}.#]|\p{Lu}|\p{Lo}{1,10}(?:[ ・·]\p{Lo}{1,10})?)`
const colonLine = new RegExp(`^${time}${name}\\s*(?:[([（]([^()（）[\\]]{1,80})[)\\]）])?\\s*[:：]\\s*(.*)$`, 'u')
const quoteLine = /^(\p{Lo}[\p{L}\p{N}・ー]{0,11})\s*(?:[（(]([^（）()]{1,30})[）)])?\s*[「『](.+?)[」』]?$/u
const dotLine =
  /^(\p{Lu}[\p{Lu}'’ -]{0,30}\p{Lu}|\p{Lu}[\p{Ll}'’]{1,15})(?:\.|(?=\s*[([]))\s*(?:[([]([^()[\]]{1,120})[)\]]\.?)?\s*[.:–—-]?\s*(.*)$/u
/** What stands before a colon and is nobody. */
const nobody =
  /^(?:INT|EXT|CUT|SMASH CUT|FADE|DISSOLVE|TITLE|SUPER|NOTE|NOTES|SCENE|ACT|CAST|CHARACTERS?|SETTING|TIME|PLACE|AUTHOR|CREDIT|SOURCE|DRAFT|DATE|CONTACT|COPYRIGHT|FORMAT|REVISION|WARNING|P\.?S|HTTPS?|INTERCUT|MONTAGE|INSERT|CLOSE ON|ANGLE ON|ON SCREEN|CAPTION|CHYRON|MUSIC|SFX|VFX|SOUND|PREVIOUSLY|EPISODE|WRITTEN BY|DIRECTED BY|PART|CHAPTER|CONTINUED)\b/i
const unseen = /\b(?:V\.?\s?O|O\.?\s?S|O\.?\s?C|OFF|VOICE|PHONE|RADIO|FILTERED|OFFSCREEN|OFF-SCREEN)\b/i

/** Reads a line in which the speaker stands before the words; `dots` also `NAME. words` of stage plays. */
export function spokenLine(line: string, dots: boolean): SpokenLine | null {
  if (line.length > 20_000) return null
  const head = line.slice(0, 200)
  const found = colonLine.exec(head) ?? quoteLine.exec(line) ?? (dots ? dotLine.exec(head) : null)
  if (!found) return null
  const who = found[1]!.trim()
  if (nobody.test(who) || who.split(/\s+/).length > 5) return null
  const words = (found[3]! + line.slice(head.length)).trim()
  const aside = (found[2] ?? '').trim()
  return unseen.test(aside)
    ? { name: who, extension: aside.toUpperCase(), aside: '', words }
    : { name: who, extension: '', aside, words }
}

/** Who speaks how often before a colon or dot, so that a sentence with a colon in it is not taken for a speech. */
function speakersOf({ text, skipped }: CleanLines, from: number, dots: boolean): Map<string, number> {
  const speakers = new Map<string, number>()
  for (let i = from; i < text.length; i++) {
    const line = text[i]!.trim()
    if (skipped[i] || line === '') continue
    const found = spokenLine(line, dots)
    if (found) speakers.set(found.name.toUpperCase(), (speakers.get(found.name.toUpperCase()) ?? 0) + 1)
  }
  return speakers
}

/**
 * The lines of a transcript or a stage play as elements: a speech goes on until a blank line, the next speaker, a heading or a line in brackets. With
 * `dots` the acts and scenes of a play are read as well.
 */
export function readSpokenLines(source: CleanLines, from: number, dots: boolean): ScriptElement[] {
  const speakers = speakersOf(source, from, dots)
  const hasHeadings = source.text.some((l, i) => i >= from && isPlainHeading(l.trim()))
  const elements: ScriptElement[] = []
  let open: ScriptElement | null = null
  const push = (element: ScriptElement): ScriptElement => {
    elements.push(element)
    return element
  }
  for (let i = from; i < source.text.length; i++) {
    if (source.skipped[i]) continue
    const text = stripEmphasis(source.text[i]!.trim())
    const at = { line: i + 1, endLine: i + 1 }
    if (text === '') {
      open = null
      continue
    }
    const heading = headingOf(text, hasHeadings, dots)
    if (heading) {
      const described =
        heading.type === 'scene_heading' && !hasHeadings ? describedPlace(sceneLine(text)?.rest ?? '') : null
      if (described) {
        const before = heading.text.slice(0, heading.text.indexOf(described.place.slice(0, 8)))
        push({ ...heading, text: before + described.place, ...at })
        push({ type: 'action', text: described.rest, ...at })
      } else push({ ...heading, ...at })
      open = null
      continue
    }
    if (isTransition(text)) {
      push({ type: 'transition', text, ...at })
      open = null
      continue
    }
    const said = spokenLine(text, dots)
    if (said && isSpeaker(said, speakers)) {
      push({
        type: 'character',
        text: said.name.toUpperCase(),
        ...at,
        ...(said.extension ? { extension: said.extension } : {}),
      })
      if (said.aside) push({ type: 'parenthetical', text: `(${said.aside})`, ...at })
      open =
        said.words === '' ? { type: 'dialogue', text: '', ...at } : push({ type: 'dialogue', text: said.words, ...at })
      continue
    }
    const bracketed = /^[[(（].*[\])）]\.?$/u.test(text)
    if (open && !bracketed) {
      if (open.text === '') push(open)
      open.text += open.text === '' ? text : `\n${text}`
      open.endLine = i + 1
    } else {
      const action = bracketed ? text.replace(/^[[(（]\s*|\s*[\])）]\.?$/gu, '') : text
      open = push({ type: 'action', text: action, ...at })
      if (bracketed) open = null
    }
  }
  return elements
}

function isSpeaker({ name: who }: SpokenLine, speakers: ReadonlyMap<string, number>): boolean {
  if (/^\p{Lo}/u.test(who) || !/\p{Ll}/u.test(who)) return true
  return (speakers.get(who.toUpperCase()) ?? 0) > 1
}

function headingOf(
  text: string,
  hasHeadings: boolean,
  dots: boolean,
): Pick<ScriptElement, 'type' | 'text' | 'sceneNumber' | 'depth'> | null {
  const numbered = numberedHeading(text)
  if (numbered) return { type: 'scene_heading', text: numbered.text, sceneNumber: numbered.number }
  if (startsLikeHeading(text) || isForcedHeading(text)) {
    const { text: own, sceneNumber } = headingParts(text.replace(/^\.(?=\p{L})/u, ''))
    return { type: 'scene_heading', text: own, ...(sceneNumber === undefined ? {} : { sceneNumber }) }
  }
  if (isAct(text)) return { type: 'section', text, depth: 1 }
  const scene = sceneLine(text)
  if (!scene || (hasHeadings && !dots)) return null
  return hasHeadings ? { type: 'section', text, depth: 2 } : { type: 'scene_heading', text: text.replace(/[.:]$/, '') }
}
