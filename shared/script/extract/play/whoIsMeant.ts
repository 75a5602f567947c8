import type { Move } from '../../../language/reading/moves'
import type { Who } from '../../../language/reading/who'
import { moveIn } from '../../../language/reading/ways'
import { isAnimalNoun } from '../../../language/lexicon/people'
import { nameWords } from '../../../language/text/names'
import type { Future } from './future'
import type { BeatSentence, ReadBeat } from './readBeats'
import type { Stage } from './stage'

/** Somebody a move is told of; `doubtful`: only if he is not there yet. */
export interface Told {
  name: string
  doubtful: boolean
}

/** Tells whom names, groups and pronouns mean, by who is there and who goes on acting. */
export class WhoIsMeant {
  beatIndex = 0
  /** Whom the pronoun of the last move means. */
  private last: { sentence: BeatSentence; pronoun: Who['pronoun']; names: string[] } | null = null

  constructor(
    private readonly stage: Stage,
    private readonly future: Future,
    private readonly setWords: ReadonlySet<string>,
  ) {}

  private get persons() {
    return this.stage.persons
  }

  /** Those a move is told of. */
  of(move: Move, beat: ReadBeat, sentence: BeatSentence): Told[] {
    const { stage } = this
    const named = move.who.names.flatMap((name) => this.expand(name, move.kind, move.who.counts?.[name]))
    if (move.who.bodies)
      named.push(...(move.who.bodies === 'one' ? stage.dead.slice(-1) : stage.dead).map((p) => stage.nameFor(p)))
    const found = named.map((name) => ({ name, doubtful: false }))
    if (move.who.others) {
      const rest = [...stage.here.keys()].filter(
        (p) => !this.persons.isGroup(p) && this.future.next(this.beatIndex, p) !== 'here',
      )
      for (const person of rest) found.push({ name: stage.nameFor(person), doubtful: false })
    }
    for (const name of move.doubtful) found.push({ name, doubtful: true })
    if (move.who.pronoun !== null)
      for (const name of this.byPronoun(move, beat, sentence)) found.push({ name, doubtful: false })
    const seen = new Set<string>()
    return found.filter(({ name }) => !seen.has(this.persons.of(name)) && seen.add(this.persons.of(name)))
  }

  /** A group stands for its members where they are on stage or about to speak, "two Murderers" for so many of them. */
  expand(name: string, kind: Move['kind'], count = Infinity): string[] {
    const members = this.persons.membersOf(name)
    if (members.length === 0) return this.numberedOne(name, kind)
    const there = members.filter((m) => this.stage.here.has(this.persons.of(m)))
    if (there.length > 0 && (kind !== 'enter' || there.length === members.length)) return there.slice(0, count)
    if (kind === 'exit') return [name]
    const speaking = this.bySpeech(members)
    if (count < members.length) return [...speaking, ...members.filter((m) => !speaking.includes(m))].slice(0, count)
    if (speaking.length > 0 && this.persons.numbered(name).length > 0 && count === Infinity) return speaking
    return speaking.length > 0 || !this.persons.names.has(name) ? [...members] : [name]
  }

  /** "The Murderer exits" where only FIRST MURDERER is there: it is he; "Enter a Murderer": the one who speaks next. */
  private numberedOne(name: string, kind: Move['kind']): string[] {
    const { here, recent } = this.stage
    const numbered = this.persons.numbered(name)
    if (numbered.length === 0 || here.has(this.persons.of(name))) return [name]
    const own = this.persons.names.has(name) ? [name] : []
    const there = numbered.filter((n) => here.has(this.persons.of(n)))
    if (kind !== 'enter') {
      const last = recent.filter((p) => there.some((n) => this.persons.of(n) === p)).at(-1)
      return there.length > 0 ? [there.find((n) => this.persons.of(n) === last) ?? there[0]!] : own
    }
    const next = this.bySpeech([...own, ...numbered.filter((n) => !there.includes(n))])[0]
    return next === undefined ? own : [next]
  }

  /** Whom a pronoun does not mean: of "Otto carries her off" Otto, of "She turns. He is gone" whoever turns. */
  private notMeant(who: Who, beat: ReadBeat, sentence: BeatSentence): ReadonlySet<string> {
    if (who.names.length > 0) return new Set(who.names.map((name) => this.persons.of(name)))
    if (who.by) return new Set(who.by.map((name) => this.persons.of(name)))
    return who.another ? this.toldSoFar(beat, sentence) : new Set()
  }

  /** The subjects of a paragraph up to a sentence: they are the ones who see the other go. */
  private toldSoFar(beat: ReadBeat, upTo: BeatSentence): Set<string> {
    const told = new Set<string>()
    for (const sentence of beat.sentences) {
      if (sentence.start > upTo.start) break
      for (const s of sentence.sightings) if (s.strong) told.add(this.persons.of(s.name))
    }
    return told
  }

  /** Those who speak or act in the rest of the scene, the next one first. */
  private bySpeech(names: readonly string[]): string[] {
    const at = new Map(names.map((n) => [n, this.future.nextActs(this.beatIndex, this.persons.of(n))]))
    return names.filter((n) => at.get(n) !== null).sort((a, b) => at.get(a)! - at.get(b)!)
  }

  /** Whom the paragraph says to stay: "They exit. Casca remains." */
  private staying(beat: ReadBeat): string[] {
    return beat.sentences.flatMap((s) => s.stays).map((n) => this.persons.of(n))
  }

  private byPronoun(move: Move, beat: ReadBeat, sentence: BeatSentence): string[] {
    const { who } = move
    // Who is there already and "goes inside" goes; nobody there is meant by "they come in".
    const goes = move.kind === 'exit' || moveIn(move, this.setWords, true).kind === 'exit'
    const kind = goes ? 'exit' : move.kind
    if (kind !== 'exit' && who.pronoun !== 'he' && who.pronoun !== 'she') return []
    // "He slides through the door and disappears inside": the same one, though he is out of sight by then.
    const { last } = this
    if (last?.sentence === sentence && last.pronoun === who.pronoun && who.names.length === 0) return last.names
    const names =
      who.pronoun === 'he' || who.pronoun === 'she'
        ? this.one(who, kind, beat, this.notMeant(who, beat, sentence))
        : this.several(who, beat, sentence)
    if (names.length > 0) this.last = { sentence, pronoun: who.pronoun, names }
    return names
  }

  private several(who: Who, beat: ReadBeat, sentence: BeatSentence): string[] {
    const { here, dead, active, recent } = this.stage
    const name = (p: string) => this.stage.nameFor(p)
    const except = new Set([
      ...who.except
        .flatMap((n) => [n, ...this.persons.membersOf(n), ...this.numberedOne(n, 'exit')])
        .map((n) => this.persons.of(n)),
      ...this.staying(beat),
    ])
    const alive = [...here.keys()].filter((p) => !dead.includes(p))
    for (const person of this.notMeant(who, beat, sentence)) except.add(person)
    const there = (alive.length > 0 ? alive : [...here.keys()]).filter((p) => !except.has(p))
    if (except.size > 0) return there.map(name)
    const leaving = there.filter((p) => this.future.next(this.beatIndex, p) !== 'here')
    if (who.pronoun === 'others') {
      const last = recent.at(-1)
      return (leaving.length < there.length ? leaving : there.filter((p) => p !== last)).map(name)
    }
    const inStep = /\b(?:arm in arm|hand in hand|side by side)\b/i.test(sentence.text)
    const pair = recent.filter((p) => there.includes(p)).slice(-2)
    if (inStep && who.pronoun === 'they' && pair.length === 2) return pair.map(name)
    if (leaving.length === there.length || who.pronoun === 'all') return leaving.map(name)
    // Someone stays: "they" are those who spoke or acted since the last coming or going.
    const acting = leaving.filter((p) => active.has(p))
    return (acting.length > 1 ? acting : leaving).map(name)
  }

  /** Who is told to be alone: of "he" who was there first, as whoever came has gone. */
  alone({ names, pronoun }: Who): string | null {
    const [name] = names
    if (name !== undefined) return this.persons.of(this.expand(name, 'exit')[0] ?? name)
    if (pronoun !== 'he' && pronoun !== 'she') return null
    const fits = (p: string) => [null, pronoun].includes(this.persons.sexOf(this.stage.nameFor(p)))
    return this.stage.spans.find(({ person }) => this.stage.here.has(person) && fits(person))?.person ?? null
  }

  /** "He is back": who left last, where nobody whom the word may mean is there. */
  private backAgain(pronoun: Who['pronoun']): string[] {
    const { here, gone } = this.stage
    const nameFor = (p: string) => this.stage.nameFor(p)
    const maybe = (p: string) => [null, pronoun].includes(this.persons.sexOf(nameFor(p)))
    if ([...here.keys()].some(maybe)) return []
    const last = [...gone].sort((a, b) => a[1] - b[1]).findLast(([p]) => maybe(p))
    return last ? [nameFor(last[0])] : []
  }

  /** "He exits": the last speaker or subject who is there, not of the other sex, and who does not go on speaking. */
  one(
    { pronoun, either }: Pick<Who, 'pronoun' | 'either'>,
    kind: Move['kind'],
    beat: ReadBeat,
    except: ReadonlySet<string>,
    dies = false,
  ): string[] {
    const { here, recent, dead } = this.stage
    const name = (p: string) => this.stage.nameFor(p)
    if (kind !== 'exit') {
      if (beat.beat.kind !== 'aside') return this.backAgain(pronoun)
      const last = recent.at(-1)
      return last === undefined ? [] : [name(last)]
    }
    // Who did nothing yet is meant where nobody else is: "Lena shakes Otto's hand. He leaves."
    const quiet = [...here.keys()].filter((p) => !recent.includes(p))
    const there = [...quiet, ...recent].filter((p) => here.has(p) && !dead.includes(p) && !except.has(p)).reverse()
    const fits = (p: string): boolean => {
      const sex = this.persons.sexOf(name(p))
      return (
        (sex === null || sex === pronoun || either === true || beat.beat.kind === 'aside') && !this.persons.isGroup(p)
      )
    }
    const all = there.filter(fits)
    // "The dog barks at the girl. She laughs." Animals are meant where nobody else is.
    const human = all.filter((p) => !isAnimalNoun(nameWords(name(p)).at(-1) ?? ''))
    const candidates = human.length > 0 ? human : all
    if (dies) return candidates.slice(0, 1).map(name)
    const leaving = candidates.find((p) => this.future.next(this.beatIndex, p) !== 'here')
    const chosen =
      candidates[0] !== undefined && this.future.next(this.beatIndex, candidates[0]) !== 'here'
        ? candidates[0]
        : (leaving ?? candidates[0])
    return chosen === undefined ? [] : [name(chosen)]
  }
}
