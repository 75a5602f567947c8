import { seenManner, type SeenManner } from '../../language/reading/seenManner'
import { isUnseen, isUnseenAside } from '../../language/text/unseenVoice'
import type { FrameEnd } from '../../model/common'
import type { Shot } from '../../model/shot'
import { foldName, namesOf } from '../lookup'
import { oneLine, type Subject } from '../manifest/manifest'
import type { StoryNames } from '../manifest/storyNames'

/** Somebody who is seen speaks at one end of the shot. */
export interface Speech extends SeenManner {
  readonly speaker: Subject
  /** To whom, where that is clear; all the others, where they are several and nobody answers. */
  readonly to: Subject | 'others' | null
}

/**
 * Who is about to speak, or has just spoken, of those who are seen; to whom by "(to Bob)", else the one who answers or was answered, else
 * the only other one there.
 */
export function speechIn(shot: Shot, frame: FrameEnd, subjects: readonly Subject[], names: StoryNames): Speech | null {
  const people = subjects.filter((s) => s.asset.type === 'character')
  const speakerOf = (cue: string) =>
    people.find((s) => namesOf(s.asset).some((name) => foldName(name) === foldName(cue))) ?? null
  const lines = shot.dialogue.map((line) => ({
    line,
    speaker: isUnseen(line.extension) || isUnseenAside(line.parenthetical) ? null : speakerOf(line.character),
  }))
  const inOrder = frame === 'start' ? lines : lines.toReversed()
  const at = inOrder.findIndex(({ speaker }) => speaker !== null)
  if (at < 0) return null
  const { line, speaker } = inOrder[at] as { line: Shot['dialogue'][number]; speaker: Subject }
  const aside = oneLine(line.parenthetical).replace(/^\(|\)$/g, '')
  const told = /^to (?:the )?(.+)$/i.exec(aside)?.[1]
  const named = told === undefined ? undefined : speakerOf(told)
  const others = people.filter((s) => s !== speaker)
  const answers = inOrder.slice(at + 1).find((one) => one.speaker !== null && one.speaker !== speaker)?.speaker
  const away =
    /\b(?:to (?:himself|herself|themselves|camera|no one|nobody)|phone|radio|walkie|receiver|intercom|mic)\b/i
  const to =
    told !== undefined || away.test(aside) || away.test(shot.text)
      ? (named ?? null)
      : (answers ?? (others.length > 1 ? 'others' : (others[0] ?? null)))
  const seen = seenManner(aside)
  return { ...seen, manner: names.namesStranger(aside) ? '' : seen.manner, speaker, to: to === speaker ? null : to }
}
