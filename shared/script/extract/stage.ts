import { Future } from './future'
import type { Move } from './moves'
import type { Persons } from './persons'
import type { ReadBeat, ReadSentence } from './readings'
import type { Who } from './subjects'
import { wordsOfSet } from './stageSet'
import type { Moment, Passage, Span, StageEvent, StageResult } from './stageTypes'

/**
 * Plays one scene: who comes, is seen and goes, in text order (domain.md 9). `recent` carries who was spoken of last from
 * scene to scene.
 */
export function playScene(beats: readonly ReadBeat[], persons: Persons, set: string): StageResult {
  return new Stage(beats, persons, set).play()
}

/** Says nothing of where: any scene is a place, a room or a frame. */
const anyPlace = /^(?:room|scene|stage|frame|shot|view|picture|place|area|premises|party)$/

class Stage {
  private readonly spans: Span[] = []
  private readonly events: StageEvent[] = []
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

  play(): StageResult {
    this.beats.forEach((beat, i) => {
      this.beatIndex = i
      if (beat.cue) this.speak(beat)
      for (const sentence of beat.sentences) this.readSentence(beat, sentence)
    })
    return { spans: this.spans, events: this.events }
  }

  private speak({ beat, cue }: ReadBeat): void {
    if (!cue?.seen) return
    for (const name of cue.names) {
      const moment = { shot: beat.shotIndex, at: beat.start }
      this.see(name, moment, true, beat.line, beat.text)
      this.mention(this.persons.of(name))
    }
    if (cue.everyone) for (const person of this.here.keys()) this.active.add(person)
  }

  private readSentence(beat: ReadBeat, sentence: ReadSentence): void {
    const items = [...sentence.sightings.map((s) => ({ at: s.at, s, m: null })), ...sentence.moves.map((m) => ({ at: m.at, s: null, m }))]
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
  }

  /** A movement that is all its shot tells happens at the usual times (domain.md 1: .35 and .65). */
  private momentOf({ beat, length }: ReadBeat, sentence: ReadSentence, at: number, moves: boolean): Moment {
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

  private see(name: string, moment: Moment, strong: boolean, line: number, text: string): void {
    const members = this.persons.membersOf(name)
    if (members.length > 0 && !this.persons.names.has(name)) {
      for (const member of members) if (strong || this.here.has(this.persons.of(member))) this.see(member, moment, strong, line, text)
      return
    }
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

  private begin(person: string, from: Moment, entered: Passage | null): Span {
    const span: Span = { person, from, entered, to: null, left: null, crossing: false, weak: false, evidence: new Map(), lastSeen: from }
    this.spans.push(span)
    this.here.set(person, span)
    this.gone.delete(person)
    return span
  }

  private note(span: Span, name: string, moment: Moment, line: number, text: string, moved: boolean): void {
    if (!span.evidence.has(name)) span.evidence.set(name, { moment, line, text, moved })
  }

  /** Answers the persons it was told of. */
  private move(move: Move, moment: Moment, sentence: ReadSentence, beat: ReadBeat): string[] {
    const passage: Passage = { side: move.side, phrase: move.phrase, line: sentence.line, text: sentence.text }
    const who = this.resolve(move, beat)
    const done: string[] = []
    for (const { name, doubtful } of who) {
      const person = this.persons.of(name)
      const wasHere = this.here.has(person)
      if (move.kind === 'exit' && (!wasHere || move.weak) && this.comesOut(move)) this.enter(person, name, moment, passage, true)
      else if (move.kind === 'exit' || (wasHere && move.kind === 'enter' && this.goesAway(move, beat))) this.exit(person, name, moment, passage)
      else if (move.kind === 'cross') this.cross(person, name, moment, passage)
      else if (!(doubtful && wasHere)) this.enter(person, name, moment, passage, move.weak)
      done.push(person)
    }
    if (done.length > 0) this.active = new Set(move.kind === 'enter' ? done : [])
    return done
  }

  /** "goes into the kitchen" of someone in the yard. */
  private goesAway(move: Move, beat: ReadBeat): boolean {
    if (move.into === undefined || anyPlace.test(move.into)) return false
    if (move.into === '') return this.setWords.has('EXT') && beat.beat.kind === 'action'
    return this.setWords.has('EXT') || !this.setWords.has(move.into.toUpperCase())
  }

  /** "exits the house" of someone not seen before in the street. */
  private comesOut(move: Move): boolean {
    if (move.outOf === undefined || anyPlace.test(move.outOf)) return false
    return this.setWords.has('EXT') || !this.setWords.has(move.outOf.toUpperCase())
  }

  private enter(person: string, name: string, moment: Moment, passage: Passage, weak: boolean): void {
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

  /** Enters though the text did not say that he left: what was only a mention goes, else he left after he was last seen. */
  private reopen(open: Span, moment: Moment): void {
    if (open.weak) {
      this.spans.splice(this.spans.lastIndexOf(open), 1)
      this.here.delete(open.person)
    } else if (open.lastSeen.shot < moment.shot - 1) {
      open.to = { shot: open.lastSeen.shot, at: 1 }
      this.here.delete(open.person)
    }
  }

  private exit(person: string, name: string, moment: Moment, passage: Passage): void {
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

  private cross(person: string, name: string, moment: Moment, passage: Passage): void {
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

  private resolve(move: Move, beat: ReadBeat): { name: string; doubtful: boolean }[] {
    const named = move.who.names.flatMap((name) => this.expand(name, move.kind))
    const found = named.map((name) => ({ name, doubtful: false }))
    if (move.who.others) {
      const rest = [...this.here.keys()].filter((p) => !this.persons.isGroup(p) && this.future.next(this.beatIndex, p) !== 'here')
      for (const person of rest) found.push({ name: this.nameFor(person), doubtful: false })
    }
    for (const name of move.doubtful) found.push({ name, doubtful: true })
    if (move.who.pronoun !== null) for (const name of this.resolvePronoun(move.who, move.kind, beat)) found.push({ name, doubtful: false })
    const seen = new Set<string>()
    return found.filter(({ name }) => !seen.has(this.persons.of(name)) && seen.add(this.persons.of(name)))
  }

  /** A group stands for its members where they are on stage or about to speak. */
  private expand(name: string, kind: Move['kind']): string[] {
    const members = this.persons.membersOf(name)
    if (members.length === 0) return [name]
    if (kind === 'exit') {
      const there = members.filter((m) => this.here.has(this.persons.of(m)))
      return there.length > 0 ? there : [name]
    }
    const speaking = members.some((m) => this.future.next(this.beatIndex, this.persons.of(m)) === 'here')
    return speaking || !this.persons.names.has(name) ? [...members] : [name]
  }

  private resolvePronoun(who: Who, kind: Move['kind'], beat: ReadBeat): string[] {
    if (kind !== 'exit' && who.pronoun !== 'he' && who.pronoun !== 'she') return []
    if (who.pronoun === 'he' || who.pronoun === 'she') return this.resolveOne(who.pronoun, kind, beat)
    const except = new Set(who.except.flatMap((n) => [n, ...this.persons.membersOf(n)]).map((n) => this.persons.of(n)))
    const there = [...this.here.keys()].filter((p) => !except.has(p))
    if (who.except.length > 0) return there.map((p) => this.nameFor(p))
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
  private resolveOne(pronoun: 'he' | 'she', kind: Move['kind'], beat: ReadBeat): string[] {
    const fits = (p: string): boolean => {
      const sex = this.persons.sexOf(this.nameFor(p))
      return (sex === null || sex === pronoun || beat.beat.kind === 'aside') && !this.persons.isGroup(p)
    }
    if (kind !== 'exit') {
      const last = this.recent.at(-1)
      return last !== undefined && beat.beat.kind === 'aside' ? [this.nameFor(last)] : []
    }
    const candidates = this.recent.filter((p) => this.here.has(p) && fits(p)).reverse()
    const leaving = candidates.find((p) => this.future.next(this.beatIndex, p) !== 'here')
    const chosen = candidates[0] !== undefined && this.future.next(this.beatIndex, candidates[0]) !== 'here' ? candidates[0] : (leaving ?? candidates[0])
    return chosen === undefined ? [] : [this.nameFor(chosen)]
  }

  private nameFor(person: string): string {
    return this.nameOf.get(person) ?? person
  }
}
