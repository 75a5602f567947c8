import { isUnseenAside } from '../../../language/text/unseenVoice'
import type { SpokenLine } from './dialogueCut'

/** A stretch of a scene's text in story order, with its place in a shot; what the presence rules read. */
export interface Beat {
  /** A mark tells how shots are joined, and nobody is seen in it. */
  kind: 'action' | 'cue' | 'aside' | 'mark'
  shotIndex: number
  /** Of an action its text; of a cue the name; of an aside the parenthetical without brackets. */
  text: string
  extension: string
  /** First line of the text in the script. */
  line: number
  /** The part of the shot's duration it takes. */
  start: number
  end: number
}

/** A shot while its scene is cut. */
export interface OpenShot {
  text: string
  camera: string
  speech: SpokenLine[]
  seconds: number
  startLine: number
  endLine: number
  textLine: number
  /** INTERCUT, BEGIN MONTAGE and the like right before it. */
  marks: readonly { text: string; line: number }[]
}

/** `textLine` 0 marks text that is no action (titles): nobody is seen in it. */
export function addBeats(beats: Beat[], shot: OpenShot, shotIndex: number): void {
  const common = { shotIndex, extension: '' }
  for (const { text, line } of shot.marks) beats.push({ ...common, kind: 'mark', text, line, start: 0, end: 0 })
  if (shot.camera) beats.push({ ...common, kind: 'action', text: shot.camera, line: shot.startLine, start: 0, end: 0 })
  if (shot.text && shot.textLine > 0)
    beats.push({ ...common, kind: 'action', text: shot.text, line: shot.textLine, start: 0, end: 1 })
  const total = shot.speech.reduce((sum, l) => sum + l.said.text.length + 1, 0)
  let at = 0
  for (const { said, startLine, cueLine } of shot.speech) {
    const start = at / total
    at += said.text.length + 1
    const end = at / total
    beats.push({
      ...common,
      kind: 'cue',
      text: said.character,
      extension: isUnseenAside(said.parenthetical) ? 'O.S.' : said.extension,
      line: cueLine,
      start,
      end,
    })
    if (said.parenthetical)
      beats.push({ ...common, kind: 'aside', text: said.parenthetical, line: startLine, start, end: start })
  }
}

/** Without the blank frame around; indents inside stay relative to the least one. */
export function trimLines(text: string): string {
  const lines = text.split('\n')
  const indent = Math.min(
    ...lines
      .slice(0, 1000)
      .filter((l) => l.trim() !== '')
      .map((l) => l.length - l.trimStart().length),
  )
  return lines
    .map((l) => l.slice(Math.min(indent, l.length - l.trimStart().length)).trimEnd())
    .join('\n')
    .trim()
}
