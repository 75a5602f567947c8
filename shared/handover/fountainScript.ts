import { secondsText } from '../language/unitWords'
import { framesToSeconds } from '../domain/time/frames'
import { shotLine } from '../domain/prompts/shotPhrases'
import { cueParts, isTransition, startsLikeHeading } from '../script/fountain/lineRules'
import type { DialogueLine } from '../model/shot'
import type { Film, FilmShot } from './film'
import type { Handover } from './handoverFiles'

/** The script with its shots as Fountain (https://fountain.io/syntax): headings with scene numbers, a note with number, camera and length before each shot. */
export function writeFountain(film: Film, name: string): Handover {
  const parts = [`Title: ${oneLine(film.title)}`]
  let sceneId = ''
  for (const shot of film.shots) {
    if (shot.scene.id !== sceneId) parts.push(headingOf(shot))
    sceneId = shot.scene.id
    parts.push(noteOf(film, shot), ...actionOf(shot.shot.text), ...shot.shot.dialogue.map(speechOf))
  }
  return { files: [{ path: `${name}.fountain`, text: `${parts.join('\n\n')}\n` }], warnings: [] }
}

function headingOf({ scene }: FilmShot): string {
  const heading = oneLine(scene.heading) || 'NO HEADING'
  return `${startsLikeHeading(heading) ? '' : '.'}${heading}${scene.number ? ` #${scene.number}#` : ''}`
}

function noteOf(film: Film, { shot, frames }: FilmShot): string {
  const seconds = secondsText(framesToSeconds(frames, film.timing.fps))
  const camera = shotLine(shot, shot.movement).replace(/\.$/, '')
  return `[[Shot ${[shot.number, camera, seconds].filter(Boolean).join(', ').replace(/\]\]/g, '] ]')}]]`
}

/** Paragraphs of action; a line that would be read as something else is marked as action. */
function actionOf(text: string): string[] {
  const paragraphs = text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
  return paragraphs.map((paragraph) =>
    paragraph
      .split('\n')
      .map((line) => (isAction(line.trim()) ? plain(line) : `!${plain(line)}`))
      .join('\n'),
  )
}

const isAction = (line: string): boolean =>
  !startsLikeHeading(line) && !isTransition(line) && !cueParts(line, false) && !/^[.@>~#=!]|^\[\[/.test(line)

function speechOf({ character, extension, parenthetical, text }: DialogueLine): string {
  const cue = [oneLine(character) || 'VOICE', extension && `(${oneLine(extension)})`].filter(Boolean).join(' ')
  // An empty line inside a speech is written as two spaces, which Fountain keeps.
  const spoken = text
    .trim()
    .split('\n')
    .map((line) => (line.trim() ? plain(line) : '  '))
  return [
    cueParts(cue, false) ? cue : `@${cue}`,
    ...(parenthetical ? [`(${oneLine(parenthetical).replace(/^\(|\)$/g, '')})`] : []),
    ...spoken,
  ].join('\n')
}

/** Signs that Fountain takes for emphasis and notes are kept as letters. */
const plain = (text: string) => text.replace(/[*_]/g, '\\$&').replace(/\[\[/g, '[ [')
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
