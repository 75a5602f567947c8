import { splitHeading } from '../../language/text/splitHeading'
import { splitSentences } from '../../language/text/splitSentences'
import type { CleanLines } from '../fountain/comments'
import { startsLikeHeading } from '../fountain/lineRules'

const count =
  '(?:[A-Z]|[IVX]{1,5}|\\d{1,3}[A-Z]?|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN|ELEVEN|TWELVE|FIRST|SECOND|THIRD|FOURTH|FIFTH|SIXTH)'
const act = new RegExp(
  `^(?:(?:END (?:OF )?)?(?:ACT|AKT|ACTE|ACTO|ATTO|ATO|AKTI|ДЕЙСТВИЕ|PART|TEIL) ${count}|${count} ACT|(?:END (?:OF )?)?(?:COLD OPEN(?:ING)?|TEASER|TAG|PROLOGUE|EPILOGUE|INTERMISSION)|END (?:OF )?(?:SHOW|EPISODE|PLAY|SCRIPT))[.:]?$`,
  'i',
)
const scene = new RegExp(
  `^(?:SCENE|SZENE|SCÈNE|ESCENA|SCENA|CENA|SCÈNE|SCEN|СЦЕНА|SAHNE)\\s+(${count})\\b[.:]?\\s*[-–—:.]?\\s*(.{0,200})$`,
  'i',
)
const signScene = /^第?\s*([\d一二三四五六七八九十百]{1,4})\s*(?:场|場|幕)\s*[:：.、]?\s*(.{0,60})$/

/** "ACT ONE", "COLD OPEN", "END OF ACT TWO": parts of a script that are neither scenes nor shots. */
export const isAct = (line: string): boolean => line.length <= 60 && act.test(line)

/** "SCENE A", "Scene 2. A kitchen.": the number, and the rest of the line. */
export function sceneLine(line: string): { number: string; rest: string } | null {
  if (line.length > 260) return null
  const found = scene.exec(line) ?? signScene.exec(line)
  if (!found) return null
  const rest = found[2]!.trim()
  // "Scene two of us": a sentence that begins with the word.
  return rest === '' || /[.:–—-]/.test(line.slice(0, line.length - rest.length)) || !/\p{Ll}/u.test(line)
    ? { number: found[1]!, rest }
    : null
}

/** "A drawing room. Evening. LADY HALE at the piano.": the place and its time, and what is told of it; null where it is a place alone. */
export function describedPlace(rest: string): { place: string; rest: string } | null {
  const sentences = splitSentences(rest).map(({ text }) => text)
  const isTime = (text: string) => splitHeading(text.replace(/\.$/, '')).kind === 'time'
  const time = sentences[1] !== undefined && isTime(sentences[1]) ? 2 : 1
  if (sentences.length <= time) return null
  const place = sentences[0]!.replace(/\.$/, '') + (time === 2 ? ` - ${sentences[1]!.replace(/\.$/, '')}` : '')
  return { place, rest: sentences.slice(time).join(' ') }
}

/**
 * Acts become sections. Numbered scenes become headings where the script has no others; beside INT. and EXT. they only part them. Answers how many
 * there were.
 */
export function takeActs({ text, skipped, breaks }: CleanLines, from: number, scenesAreHeadings: boolean): number {
  let taken = 0
  for (let i = from; i < text.length; i++) {
    const line = text[i]!.trim()
    if (skipped[i] || line === '' || line.length > 260 || !/^[\p{Lu}\p{Lo}\d]/u.test(line) || startsLikeHeading(line))
      continue
    const [above, below] = [text[i - 1]?.trim() ?? '', text[i + 1]?.trim() ?? '']
    if (above !== '' && !skipped[i - 1] && !breaks[i]) continue
    if (isAct(line)) text[i] = `# ${line}`
    else {
      const found = sceneLine(line)
      if (!found || (below !== '' && /\p{Ll}/u.test(line) && found.rest !== '' && !scenesAreHeadings)) continue
      const told = scenesAreHeadings ? describedPlace(found.rest) : null
      text[i] = scenesAreHeadings
        ? `.${(told ? line.slice(0, line.length - found.rest.length) + told.place : line).replace(/[.:]$/, '')}`
        : `## ${line}`
      // What the scene looks like, and who is there, is told where a blank line was.
      if (told && below === '' && i + 1 < text.length) {
        text[i + 1] = told.rest
        if (i + 2 < text.length) breaks[i + 2] = 1
      }
    }
    if (i + 1 < text.length) breaks[i + 1] = 1
    taken++
  }
  return taken
}
