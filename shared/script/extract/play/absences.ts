import { innerRooms } from '../../../language/lexicon/places'
import { doorOpens } from './doors'
import type { Future } from './future'
import type { Span } from './playedScene'
import type { BeatSentence, ReadBeat } from './readBeats'
import type { Stage } from './stage'

/** There is no sign of somebody. */
const toldGone =
  /\bno (?:sign|trace) of\b|\b(?:is|are) (?:nowhere|no longer (?:there|here))\b|\b(?:isn't|aren't) there\b/i

/** Who is found gone: an empty room, nobody where somebody stood, no sign of him. */
export class Absences {
  beatIndex = 0

  constructor(
    private readonly stage: Stage,
    private readonly future: Future,
    private readonly setWords: ReadonlySet<string>,
  ) {}

  /** "Lena spins round. The kitchen is empty.": nobody else is there from this shot on. */
  leaveEmpty({ beat }: ReadBeat, { text }: BeatSentence): void {
    const noun =
      /^(?:but |and )?(?:the|her|his|their) (?:[\p{L}]+ )?(\p{L}+) (?:is|lies|stands) (?:now |completely |suddenly )?(?:empty|deserted)\b/iu.exec(
        text,
      )?.[1]
    if (
      noun === undefined ||
      beat.kind !== 'action' ||
      !(this.setWords.has(noun.toUpperCase()) || innerRooms.has(noun.toLowerCase()))
    )
      return
    for (const span of this.stage.here.values())
      if (span.lastSeen.shot < beat.shotIndex) this.slipAway(span, beat.shotIndex)
  }

  /** "She spins round. Nobody.": the one who came last and does nothing more is gone. */
  findNobody({ beat, sentences }: ReadBeat, { text, start }: BeatSentence): void {
    // "The doors open. Nobody.": nobody came.
    if (sentences.some((s) => s.start < start && doorOpens.test(s.text))) return
    if (
      beat.kind !== 'action' ||
      !/^(?:nobody|no[ -]one|(?:there is|there's) (?:nobody|no[ -]one) (?:there|at|in|behind|by|on)\b[^.]*)[.!]*$/i.test(
        text,
      )
    )
      return
    // "She spins round. Nobody." of the only one there: it is she who looks.
    const looks = sentences.some((s) => s.start < start && /^(?:he|she)$/.test(s.tokens[0]?.low ?? ''))
    if (looks && this.stage.here.size === 1) return
    const last = [...this.stage.here.values()].at(-1)
    if (last && last.lastSeen.shot < beat.shotIndex && this.future.next(this.beatIndex, last.person) !== 'here')
      this.slipAway(last, beat.shotIndex)
  }

  /** "No Wendell.", "There is no sign of Otto.": gone since he was last seen. */
  findGone({ beat }: ReadBeat, { tokens, text }: BeatSentence): void {
    const none = tokens.length < 6 && tokens.some(({ low }, k) => low === 'no' && tokens[k + 1]?.name !== undefined)
    if (beat.kind !== 'action' || !(none || toldGone.test(text))) return
    for (const { name, possessive } of tokens) {
      const span = name === undefined || possessive ? undefined : this.stage.here.get(this.stage.persons.of(name))
      if (span && span.lastSeen.shot < beat.shotIndex) this.slipAway(span, beat.shotIndex)
    }
  }

  /** "Through the window: Otto on his knees": beyond it, in this shot alone. */
  seeThrough({ beat }: ReadBeat, { text, tokens }: BeatSentence, thereBefore: readonly string[]): void {
    const glass =
      /\bthrough the [^,:.]{0,40}\b(?:window|windows|glass|windshield|windscreen|keyhole|peephole|bars)\b/i.exec(text)
    if (beat.kind !== 'action' || !glass || this.setWords.has('WINDOW')) return
    const first = tokens[0]?.start ?? 0
    for (const [person, span] of this.stage.here) {
      const isBeyond = tokens.some(
        ({ name, start }) =>
          name !== undefined && this.stage.persons.of(name) === person && start - first > glass.index + glass[0].length,
      )
      if (!isBeyond || thereBefore.includes(person) || span.entered) continue
      this.leaveAfter(span, beat.shotIndex)
    }
  }

  /** "Mara appears at the window." of a room: beyond it, in this shot alone, where she comes in later. */
  seeAtWindow({ beat }: ReadBeat, { text }: BeatSentence): void {
    if (
      !this.setWords.has('INT') ||
      !/\b(?:appears?|is|stands?|taps?|knocks?) (?:at|on|outside|behind) the (?:[\p{Ll}]+ )?(?:window|windows|pane|glass door)\b/iu.test(
        text,
      )
    )
      return
    for (const span of this.stage.here.values())
      if (span.entered?.text === text && span.from.shot === beat.shotIndex) this.leaveAfter(span, beat.shotIndex)
  }

  /** Is seen in a shot and no longer. */
  private leaveAfter(span: Span, shot: number): void {
    span.to = { shot, at: 1 }
    this.stage.here.delete(span.person)
    this.stage.gone.set(span.person, this.beatIndex)
  }

  /** "Later. Otto, alone, stares": whoever else was there and does nothing more has gone. */
  leaveAlone(person: string | null, { beat }: ReadBeat): void {
    if (person === null || !this.stage.here.has(person)) return
    for (const [other, span] of this.stage.here) {
      if (other === person || this.future.next(this.beatIndex, other) === 'here') continue
      if (span.lastSeen.shot < beat.shotIndex) this.slipAway(span, beat.shotIndex)
    }
  }

  /** Has gone unseen before a shot begins. */
  slipAway(span: Span, shot: number): void {
    span.to = { shot: shot - 1, at: 1 }
    this.stage.here.delete(span.person)
    this.stage.gone.set(span.person, this.beatIndex)
  }
}
