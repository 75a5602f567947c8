import { Future } from './future'
import type { Move } from '../../../language/reading/moves'
import { moveIn, wordsOfSet } from '../../../language/reading/ways'
import type { Who } from '../../../language/reading/who'
import type { Persons } from '../cast/persons'
import type { BeatSentence, ReadBeat } from './readBeats'
import type { ScriptMoment, Passage, Span, PlayedMove, PlayedScene } from './playedScene'

/**
 * Plays one scene: who comes, is seen and goes, in text order (domain.md 9). `recent` carries who was spoken of last
 * from scene to scene.
 */
export function playScene(beats: readonly ReadBeat[], persons: Persons, set: string): PlayedScene {
  return new ScenePlay(beats, persons, set).play()
}

class ScenePlay {
  private readonly spans: Span[] = []
  private readonly events: PlayedMove[] = []
  /** Those there now. */
  private readonly here = new Map<string, Span>()
  /** Persons by last mention as subject or speaker, newest last. */
  private recent: string[] = []
  /** Who spoke or acted since the last entrance or exit. */
  private active = new Set<string>()
  private readonly future: Future
  private readonly nameOf = new Map<string, string>()
  /** Who left, and at which beat. */
  private readonly gone = new Map<string, number>()
  /** Those whose death the text told, oldest first; they lie where they fell. */
  private dead: string[] = []
  private lastMove: { beat: number; kind: Move['kind']; who: string[] } | null = null
  private readonly setWords: ReadonlySet<string>
  private beatIndex = 0

  constructor(
    private readonly beats: readonly ReadBeat[],
    private readonly persons: Persons,
    set: string,
  ) {
    this.setWords = wordsOfSet(set)
    this.future = new Future(beats, persons)
  }

  play(): PlayedScene {
    this.beats.forEach((beat, i) => {
      this.beatIndex = i
      if (beat.cue) this.speak(beat)
      for (const sentence of beat.sentences) this.playSentence(beat, sentence)
    })
    return { spans: this.spans, events: this.events }
  }

  private speak({ beat, cue }: ReadBeat): void {
    if (!cue?.seen) return
    for (const name of cue.names) {
      const moment = { shot: beat.shotIndex, at: beat.start }
      this.see(name, moment, true, beat.line, beat.text)
      this.revive(this.persons.of(name))
      this.mention(this.persons.of(name))
    }
    if (cue.everyone) for (const person of this.here.keys()) this.active.add(person)
  }

  private playSentence(beat: ReadBeat, sentence: BeatSentence): void {
    const items = [
      ...sentence.sightings.map((s) => ({ at: s.at, s, m: null })),
      ...sentence.moves.map((m) => ({ at: m.at, s: null, m })),
    ]
    items.sort((a, b) => a.at - b.at)
    const subjects: string[] = []
    for (const { s, m } of items) {
      const moment = this.momentOf(beat, sentence, s ? s.at : m.kind === 'exit' ? sentence.end : m.at, m !== null)
      if (s) {
        if (!s.strong && this.gone.has(this.persons.of(s.name))) continue
        this.see(s.name, moment, s.strong, sentence.line, sentence.text)
        if (s.strong) subjects.push(this.persons.of(s.name))
      } else subjects.push(...this.move(m, moment, sentence, beat))
    }
    for (const person of subjects) this.mention(person)
    for (const who of sentence.deaths) {
      const told =
        who.names.length > 0
          ? who.names.flatMap((n) => this.expand(n, 'exit'))
          : who.pronoun === 'he' || who.pronoun === 'she'
            ? this.resolveOne(who.pronoun, 'exit', beat, new Set(), true)
            : []
      for (const name of told) this.dead.push(this.persons.of(name))
    }
  }

  /** Who speaks or walks is not dead, whatever was played. */
  private revive(person: string): void {
    if (this.dead.includes(person)) this.dead = this.dead.filter((p) => p !== person)
  }

  /** A movement that is all its shot tells happens at the usual times (domain.md 1: .35 and .65). */
  private momentOf({ beat, length }: ReadBeat, sentence: BeatSentence, at: number, moves: boolean): ScriptMoment {
    const within = beat.kind === 'aside' ? 0 : at / length
    const alone = moves && beat.kind === 'action' && length < 60 && sentence.end - sentence.start >= length - 1
    return { shot: beat.shotIndex, at: alone ? -1 : beat.start + (beat.end - beat.start) * within }
  }

  private mention(person: string): void {
    this.recent = this.recent.filter((p) => p !== person)
    this.recent.push(person)
    if (this.recent.length > 12) this.recent.shift()
    this.active.add(person)
  }

  private see(told: string, moment: ScriptMoment, strong: boolean, line: number, text: string): void {
    const [name, ...others] = this.expand(told, strong ? 'enter' : 'exit').filter(
      (n) => strong || this.persons.membersOf(told).length === 0 || this.here.has(this.persons.of(n)),
    )
    for (const other of others) this.seeOne(other, moment, strong, line, text)
    if (name !== undefined) this.seeOne(name, moment, strong, line, text)
  }

  private seeOne(name: string, moment: ScriptMoment, strong: boolean, line: number, text: string): void {
    const person = this.persons.of(name)
    this.nameOf.set(person, name)
    let span = this.here.get(person)
    if (!span) {
      span = this.begin(person, { shot: moment.shot, at: 0 }, null)
      span.weak = !strong
    } else if (strong) span.weak = false
    span.lastSeen = moment
    this.note(span, name, moment, line, text, false)
  }

  private begin(person: string, from: ScriptMoment, entered: Passage | null): Span {
    const span: Span = {
      person,
      from,
      entered,
      to: null,
      left: null,
      crossing: false,
      weak: false,
      evidence: new Map(),
      lastSeen: from,
    }
    this.spans.push(span)
    this.here.set(person, span)
    this.gone.delete(person)
    return span
  }

  private note(span: Span, name: string, moment: ScriptMoment, line: number, text: string, moved: boolean): void {
    if (!span.evidence.has(name)) span.evidence.set(name, { moment, line, text, moved })
  }

  /** Answers the persons it was told of. */
  private move(move: Move, moment: ScriptMoment, sentence: BeatSentence, beat: ReadBeat): string[] {
    const passage: Passage = { side: move.side, phrase: move.phrase, line: sentence.line, text: sentence.text }
    const who = this.resolve(move, beat, sentence)
    const done: string[] = []
    if (
      move.closing &&
      ((this.lastMove && this.beatIndex - this.lastMove.beat <= 1) ||
        who.some(({ name }) => !this.here.has(this.persons.of(name))))
    )
      return []
    const way = move.follows
      ? this.wayOfLast(
          beat,
          who.map(({ name }) => this.persons.of(name)),
        )
      : move.kind
    if (way === null) return who.map(({ name }) => this.persons.of(name))
    if (move.follows) move = { ...move, kind: way, weak: way === 'enter' }
    // "(walking in)" of who speaks outside goes nowhere.
    if (beat.beat.kind === 'aside' && move.place?.noun === '') move = { ...move, place: null }
    for (const { name, doubtful } of who) {
      const person = this.persons.of(name)
      const wasHere = this.here.has(person)
      const { kind, weak } = moveIn(move, this.setWords, wasHere)
      if (kind === 'exit') this.exit(person, name, moment, passage)
      else if (kind === 'cross') this.cross(person, name, moment, passage)
      else if (!(doubtful && wasHere)) this.enter(person, name, moment, passage, weak)
      done.push(person)
    }
    if (done.length > 0)
      this.lastMove = { beat: this.beatIndex, kind: done.every((p) => this.here.has(p)) ? 'enter' : 'exit', who: done }
    if (done.length > 0) this.active = new Set(move.kind === 'enter' ? done : [])
    return done
  }

  /** "Otto follows": the way that someone else went right before, in this paragraph or the one above. */
  private wayOfLast(beat: ReadBeat, who: readonly string[]): Move['kind'] | null {
    const last = this.lastMove
    if (
      !last ||
      beat.beat.kind !== 'action' ||
      this.beatIndex - last.beat > 1 ||
      last.who.every((p) => who.includes(p))
    )
      return null
    return last.kind
  }

  private enter(person: string, name: string, moment: ScriptMoment, passage: Passage, weak: boolean): void {
    const open = this.here.get(person)
    if (open && weak && !open.weak) {
      this.note(open, name, moment, passage.line, passage.text, false)
      return
    }
    if (open) this.reopen(open, moment)
    const at = moment.at < 0 ? 0.35 : moment.at
    if (!this.here.has(person)) {
      const span = this.begin(person, { shot: moment.shot, at }, passage)
      this.note(span, name, span.from, passage.line, passage.text, true)
    }
    this.nameOf.set(person, name)
    this.events.push({ kind: 'entrance', name, line: passage.line })
  }

  /**
   * Enters though the text did not say that he left: what was only a mention goes, else he left after he was last
   * seen.
   */
  private reopen(open: Span, moment: ScriptMoment): void {
    if (open.weak) {
      this.spans.splice(this.spans.lastIndexOf(open), 1)
      this.here.delete(open.person)
    } else if (open.lastSeen.shot < moment.shot - 1) {
      open.to = { shot: open.lastSeen.shot, at: 1 }
      this.here.delete(open.person)
    }
  }

  private exit(person: string, name: string, moment: ScriptMoment, passage: Passage): void {
    let span = this.here.get(person)
    if (!span && this.gone.get(person) === this.beatIndex) return
    const at = moment.at < 0 ? 0.65 : Math.min(0.95, moment.at)
    span ??= this.begin(person, { shot: moment.shot, at: 0 }, null)
    this.note(span, name, { shot: moment.shot, at: 0 }, passage.line, passage.text, false)
    span.to = { shot: moment.shot, at }
    span.left = passage
    span.weak = false
    this.here.delete(person)
    this.gone.set(person, this.beatIndex)
    this.events.push({ kind: 'exit', name, line: passage.line })
  }

  private cross(person: string, name: string, moment: ScriptMoment, passage: Passage): void {
    if (this.here.has(person)) return
    if (this.future.next(this.beatIndex, person) === 'here') {
      this.see(name, moment, true, passage.line, passage.text)
      return
    }
    const at = moment.at < 0 ? 0.5 : moment.at
    const span = this.begin(person, { shot: moment.shot, at: Math.max(0.05, at - 0.25) }, passage)
    span.to = { shot: moment.shot, at: Math.min(0.95, at + 0.25) }
    span.left = { ...passage, side: null, phrase: '' }
    span.crossing = true
    this.note(span, name, span.from, passage.line, passage.text, true)
    this.here.delete(person)
  }

  private resolve(move: Move, beat: ReadBeat, sentence: BeatSentence): { name: string; doubtful: boolean }[] {
    const named = move.who.names.flatMap((name) => this.expand(name, move.kind, move.who.counts?.[name]))
    if (move.who.bodies)
      named.push(...(move.who.bodies === 'one' ? this.dead.slice(-1) : this.dead).map((p) => this.nameFor(p)))
    const found = named.map((name) => ({ name, doubtful: false }))
    if (move.who.others) {
      const rest = [...this.here.keys()].filter(
        (p) => !this.persons.isGroup(p) && this.future.next(this.beatIndex, p) !== 'here',
      )
      for (const person of rest) found.push({ name: this.nameFor(person), doubtful: false })
    }
    for (const name of move.doubtful) found.push({ name, doubtful: true })
    if (move.who.pronoun !== null)
      for (const name of this.resolvePronoun(move.who, move.kind, beat, sentence)) found.push({ name, doubtful: false })
    const seen = new Set<string>()
    return found.filter(({ name }) => !seen.has(this.persons.of(name)) && seen.add(this.persons.of(name)))
  }

  /** A group stands for its members where they are on stage or about to speak, "two Murderers" for so many of them. */
  private expand(name: string, kind: Move['kind'], count = Infinity): string[] {
    const members = this.persons.membersOf(name)
    if (members.length === 0) return this.numberedOne(name, kind)
    const there = members.filter((m) => this.here.has(this.persons.of(m)))
    if (there.length > 0 && (kind !== 'enter' || there.length === members.length)) return there.slice(0, count)
    if (kind === 'exit') return [name]
    const speaking = this.bySpeech(members)
    if (count < members.length) return [...speaking, ...members.filter((m) => !speaking.includes(m))].slice(0, count)
    if (speaking.length > 0 && this.persons.numbered(name).length > 0 && count === Infinity) return speaking
    return speaking.length > 0 || !this.persons.names.has(name) ? [...members] : [name]
  }

  /** "The Murderer exits" where only FIRST MURDERER is there: it is he; "Enter a Murderer": the one who speaks next. */
  private numberedOne(name: string, kind: Move['kind']): string[] {
    const numbered = this.persons.numbered(name)
    if (numbered.length === 0 || this.here.has(this.persons.of(name))) return [name]
    const own = this.persons.names.has(name) ? [name] : []
    const there = numbered.filter((n) => this.here.has(this.persons.of(n)))
    if (kind !== 'enter') {
      const last = this.recent.filter((p) => there.some((n) => this.persons.of(n) === p)).at(-1)
      return there.length > 0 ? [there.find((n) => this.persons.of(n) === last) ?? there[0]!] : own
    }
    const next = this.bySpeech([...own, ...numbered.filter((n) => !there.includes(n))])[0]
    return next === undefined ? own : [next]
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

  private resolvePronoun(who: Who, kind: Move['kind'], beat: ReadBeat, sentence: BeatSentence): string[] {
    if (kind !== 'exit' && who.pronoun !== 'he' && who.pronoun !== 'she') return []
    if (who.pronoun === 'he' || who.pronoun === 'she')
      return this.resolveOne(who.pronoun, kind, beat, who.another ? this.toldSoFar(beat, sentence) : new Set())
    const stays = this.staying(beat)
    const except = new Set([
      ...who.except
        .flatMap((n) => [n, ...this.persons.membersOf(n), ...this.numberedOne(n, 'exit')])
        .map((n) => this.persons.of(n)),
      ...stays,
    ])
    const alive = [...this.here.keys()].filter((p) => !this.dead.includes(p))
    if (who.another) for (const person of this.toldSoFar(beat, sentence)) except.add(person)
    const there = (alive.length > 0 ? alive : [...this.here.keys()]).filter((p) => !except.has(p))
    if (except.size > 0) return there.map((p) => this.nameFor(p))
    const leaving = there.filter((p) => this.future.next(this.beatIndex, p) !== 'here')
    if (who.pronoun === 'others') {
      const last = this.recent.at(-1)
      return (leaving.length < there.length ? leaving : there.filter((p) => p !== last)).map((p) => this.nameFor(p))
    }
    if (leaving.length === there.length || who.pronoun === 'all') return leaving.map((p) => this.nameFor(p))
    // Someone stays: "they" are those who spoke or acted since the last coming or going.
    const active = leaving.filter((p) => this.active.has(p))
    return (active.length > 1 ? active : leaving).map((p) => this.nameFor(p))
  }

  /** "He exits": the last speaker or subject who is there, not of the other sex, and who does not go on speaking. */
  private resolveOne(
    pronoun: 'he' | 'she',
    kind: Move['kind'],
    beat: ReadBeat,
    except: ReadonlySet<string>,
    dies = false,
  ): string[] {
    const fits = (p: string): boolean => {
      const sex = this.persons.sexOf(this.nameFor(p))
      return (sex === null || sex === pronoun || beat.beat.kind === 'aside') && !this.persons.isGroup(p)
    }
    if (kind !== 'exit') {
      const last = this.recent.at(-1)
      return last !== undefined && beat.beat.kind === 'aside' ? [this.nameFor(last)] : []
    }
    const candidates = this.recent
      .filter((p) => this.here.has(p) && fits(p) && !this.dead.includes(p) && !except.has(p))
      .reverse()
    if (dies) return candidates.slice(0, 1).map((p) => this.nameFor(p))
    const leaving = candidates.find((p) => this.future.next(this.beatIndex, p) !== 'here')
    const chosen =
      candidates[0] !== undefined && this.future.next(this.beatIndex, candidates[0]) !== 'here'
        ? candidates[0]
        : (leaving ?? candidates[0])
    return chosen === undefined ? [] : [this.nameFor(chosen)]
  }

  private nameFor(person: string): string {
    return this.nameOf.get(person) ?? person
  }
}
