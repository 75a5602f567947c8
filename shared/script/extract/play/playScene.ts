import { Absences } from './absences'
import { comesByDoor, doorOpens } from './doors'
import { Future } from './future'
import { drivenThings, innerRooms } from '../../../language/lexicon/places'
import type { Move } from '../../../language/reading/moves'
import type { Doubt, Sighting } from '../../../language/reading/sightings'
import { isAlong, isOtherRoom, isSetIn, moveIn, staysIn } from '../../../language/reading/ways'
import { turnIn } from '../../../language/reading/turns'
import type { Who } from '../../../language/reading/who'
import type { Persons } from '../cast/persons'
import type { BeatSentence, ReadBeat } from './readBeats'
import type { Doubtful, Passage, PlayedMove, PlayedScene, ScriptMoment, Span } from './playedScene'
import { Intercut } from './intercut'
import { Owners } from './owners'
import { Stage } from './stage'
import { WhoIsMeant } from './whoIsMeant'

/**
 * Plays one scene: who comes, is seen and goes, in text order (domain.md 9.4).
 * @param setWords words of the scene's place, INT or EXT among them
 */
export function playScene(
  beats: readonly ReadBeat[],
  persons: Persons,
  setWords: ReadonlySet<string>,
): Omit<PlayedScene, 'cutaways'> {
  return new ScenePlay(beats, persons, setWords).play()
}

/** How sure it is that somebody is in the shot whom the words only tell of; who is only heard is not. */
const confidences: Readonly<Record<Doubt, number>> = { role: 0.4, pictured: 0.3, elsewhere: 0.3, heard: 0 }

/** What is told of in these words was over before. */
const already = /(?<![\p{L}\p{N}])(?:already|schon|bereits|déjà|ya|già|já|już|уже|al|redan)(?![\p{L}\p{N}])/iu

/** Who sits in what drives up. */
const aboard =
  /\b(?:aboard|at the (?:wheel|reins|controls)|behind the wheel|driving|in the (?:driver|passenger|back)|on the pillion|inside)\b/i

const passageOf = ({ line, text }: BeatSentence): Passage => ({ side: null, phrase: '', line, text })

class ScenePlay {
  private readonly stage: Stage
  private readonly events: PlayedMove[] = []
  private readonly doubts: Doubtful[] = []
  private readonly future: Future
  private readonly meant: WhoIsMeant
  private lastMove: { beat: number; kind: Move['kind']; who: string[] } | null = null
  private readonly owners: Owners
  private readonly absences: Absences
  private beatIndex = 0
  private readonly intercut = new Intercut()
  private lastNamed: string | null = null
  /** Who was there when the sentence began. */
  private thereBefore: readonly string[] = []

  constructor(
    private readonly beats: readonly ReadBeat[],
    private readonly persons: Persons,
    private readonly setWords: ReadonlySet<string>,
  ) {
    this.stage = new Stage(persons)
    this.future = new Future(beats, persons)
    this.meant = new WhoIsMeant(this.stage, this.future, setWords)
    this.owners = new Owners(this.stage)
    this.absences = new Absences(this.stage, this.future, setWords)
  }

  play(): Omit<PlayedScene, 'cutaways'> {
    this.beats.forEach((beat, i) => {
      this.beatIndex = i
      this.meant.beatIndex = i
      this.absences.beatIndex = i
      if (beat.beat.kind === 'mark') this.intercut.read(beat.beat.text, this.stage.here.keys(), this.persons)
      if (beat.cue) this.speak(beat)
      for (const sentence of beat.sentences) this.playSentence(beat, sentence)
    })
    return {
      spans: this.stage.spans,
      events: this.events,
      doubts: this.doubts,
      otherEnds: this.intercut.otherEnds(this.stage.spans),
    }
  }

  private speak({ beat, cue }: ReadBeat): void {
    if (!cue?.seen) return
    for (const name of cue.names) {
      const person = this.persons.of(name)
      // "(ON PHONE)" may be either end of the line: who does nothing here is at the other one.
      if (cue.phone && !this.stage.here.has(person) && this.future.nextActs(this.beatIndex, person) === null) continue
      const moment = { shot: beat.shotIndex, at: beat.start }
      this.see(name, moment, true, beat.line, beat.text)
      this.stage.revive(person)
      this.stage.mention(person)
    }
    if (cue.everyone) for (const person of this.stage.here.keys()) this.stage.active.add(person)
  }

  private playSentence(beat: ReadBeat, sentence: BeatSentence): void {
    const items = [
      ...sentence.sightings.map((s) => ({ at: s.at, s, m: null })),
      ...sentence.moves.map((m) => ({ at: m.at, s: null, m })),
    ]
    items.sort((a, b) => a.at - b.at)
    const subjects: string[] = []
    this.thereBefore = [...this.stage.here.keys()]
    const turn = this.turnOf(beat, sentence)
    const aboard = this.drivesUp(sentence)
    const image = turn ? null : this.imageOf(beat, sentence)
    for (const { s, m } of items) {
      if (s && s.name === image) continue
      if (s && turn && (s.name === turn.to || s.name === turn.from)) continue
      const moment = this.momentOf(beat, sentence, (s ?? m).at, m !== null)
      const comes = s && (aboard || comesByDoor(s, sentence, beat)) && !this.stage.here.has(this.persons.of(s.name))
      if (comes) this.enter(this.persons.of(s.name), s.name, moment, passageOf(sentence), true)
      else if (s) this.sight(s, moment, sentence, subjects)
      else subjects.push(...this.move(m, moment, sentence, beat))
    }
    if (turn) this.turnInto(turn, beat, sentence)
    this.absences.seeThrough(beat, sentence, this.thereBefore)
    this.absences.seeAtWindow(beat, sentence)
    const owner = this.owners.read(beat, sentence)
    if (owner)
      this.see(
        owner.name,
        this.momentOf(owner.beat, owner.sentence, owner.at, false),
        true,
        owner.sentence.line,
        owner.sentence.text,
      )
    this.absences.leaveEmpty(beat, sentence)
    this.absences.findNobody(beat, sentence)
    this.absences.findGone(beat, sentence)
    for (const person of subjects) this.stage.mention(person)
    const named = sentence.tokens.findLast(
      (t) => t.name !== undefined && !t.possessive && this.persons.names.has(t.name),
    )
    this.lastNamed = turn?.to ?? named?.name ?? this.lastNamed
    this.ride(beat, sentence)
    for (const who of sentence.alone) this.absences.leaveAlone(this.meant.alone(who), beat)
    for (const who of sentence.deaths)
      for (const name of this.those(who, beat, true)) this.stage.dead.push(this.persons.of(name))
  }

  /** Who turns into whom before our eyes: not in a mirror, and not only as it seems. */
  private turnOf({ beat }: ReadBeat, sentence: BeatSentence): { from: string; to: string; at: number } | null {
    if (beat.kind !== 'action' || !/\b(?:turn|transform|chang|morph|shape-?shift|becom)/i.test(sentence.text))
      return null
    if (/\b(?:mirror|as if|as though|seem|like|almost|imagin|dream|pretend|costume|role)/i.test(sentence.text))
      return null
    const turn = turnIn(sentence.tokens)
    const isPerson = (name: string | null | undefined): name is string =>
      name !== null && name !== undefined && this.persons.names.has(name) && !this.persons.isGroup(name)
    if (!turn || !isPerson(turn.to)) return null
    const from = turn.from ?? this.lastNamed
    if (!isPerson(from) || this.persons.of(from) === this.persons.of(turn.to)) return null
    // Whoever is there already is somebody else: "Otto turns into the path of Mara".
    if (!this.stage.here.has(this.persons.of(from)) && turn.from === null) return null
    return this.stage.here.has(this.persons.of(turn.to)) ? null : { from, to: turn.to, at: turn.at }
  }

  /** "In the mirror she turns into CONSTANCE", "(as Constance)": whom somebody only seems to be, and who is not there. */
  private imageOf({ beat }: ReadBeat, sentence: BeatSentence): string | null {
    const named = sentence.tokens.find((t) => t.name !== undefined && !t.possessive)?.name
    if (beat.kind === 'aside')
      return sentence.tokens.some((t, i) => t.low === 'as' && sentence.tokens[i + 1]?.name !== undefined)
        ? (named ?? null)
        : null
    const to = /\b(?:mirror|as if|as though|seem)/i.test(sentence.text) ? turnIn(sentence.tokens)?.to : undefined
    return to !== undefined && !this.stage.here.has(this.persons.of(to)) ? to : null
  }

  /** One is gone where he stood, the other there from then on (domain.md 9.4). */
  private turnInto(
    { from, to, at }: { from: string; to: string; at: number },
    beat: ReadBeat,
    sentence: BeatSentence,
  ): void {
    const moment = this.momentOf(beat, sentence, at, false)
    const passage: Passage = { side: 'in_place', phrase: '', line: sentence.line, text: sentence.text }
    this.see(from, { ...moment, at: 0 }, true, sentence.line, sentence.text)
    this.exit(this.persons.of(from), from, moment, passage)
    this.enter(this.persons.of(to), to, moment, passage, false)
  }

  private sight(s: Sighting, moment: ScriptMoment, sentence: BeatSentence, subjects: string[]): void {
    const person = this.persons.of(s.name)
    if (s.doubt && (s.place === null || this.isElsewhere(s.place))) {
      const here = this.stage.here.has(person)
      if (here && s.doubt === 'role') this.see(s.name, moment, false, sentence.line, sentence.text)
      if (!here && confidences[s.doubt] > 0)
        this.doubts.push({
          name: s.name,
          shot: moment.shot,
          line: sentence.line,
          text: sentence.text,
          confidence: confidences[s.doubt],
        })
      return
    }
    if (!s.strong && this.stage.gone.has(person)) return
    // "Lena knocks. Otto opens. Lena comes in."
    if (!this.stage.here.has(person) && this.knocks(s, sentence)) return
    this.see(s.name, moment, s.strong, sentence.line, sentence.text)
    if (s.strong) subjects.push(person)
  }

  /** "In the kitchen, Otto sings" where the scene is in the hall; in a house it may be the same. */
  private isElsewhere(noun: string): boolean {
    const set = this.setWords
    if (noun === 'outside') return !set.has('EXT')
    return innerRooms.has(noun) ? isOtherRoom(set, noun) : !set.has(noun.toUpperCase())
  }

  private knocks({ name, at }: Sighting, { tokens }: BeatSentence): boolean {
    const next = tokens[tokens.findIndex((t) => t.start === at) + 1]?.low ?? ''
    return /^(?:knocks?|rings?)$/.test(next) && this.comesLater(this.persons.of(name))
  }

  private comesLater(person: string): boolean {
    const comes = ({ moves }: BeatSentence) =>
      moves.some((m) => m.kind === 'enter' && m.who.names.some((n) => this.persons.of(n) === person))
    return this.beats.slice(this.beatIndex).some(({ sentences }) => sentences.some(comes))
  }

  /** A movement that is all its shot tells happens at the usual times (domain.md 1: .35 and .65). */
  private momentOf({ beat, length }: ReadBeat, sentence: BeatSentence, at: number, moves: boolean): ScriptMoment {
    const within = beat.kind === 'aside' ? 0 : at / length
    const alone = moves && beat.kind === 'action' && length < 60 && sentence.end - sentence.start >= length - 1
    return { shot: beat.shotIndex, at: alone ? -1 : beat.start + (beat.end - beat.start) * within }
  }

  private see(told: string, moment: ScriptMoment, strong: boolean, line: number, text: string): void {
    const { here } = this.stage
    const [name, ...others] = this.meant
      .expand(told, strong ? 'enter' : 'exit')
      .filter((n) => strong || this.persons.membersOf(told).length === 0 || here.has(this.persons.of(n)))
    for (const other of others) this.seeOne(other, moment, strong, line, text)
    if (name !== undefined) this.seeOne(name, moment, strong, line, text)
  }

  private seeOne(name: string, moment: ScriptMoment, strong: boolean, line: number, text: string): void {
    const person = this.persons.of(name)
    this.stage.nameOf.set(person, name)
    this.intercut.see(person, moment.shot)
    let span = this.stage.here.get(person)
    if (!span) {
      span = this.stage.begin(person, { shot: moment.shot, at: 0 }, null)
      span.weak = !strong
      if (this.intercut.isApart(person, this.beats[this.beatIndex]!.cue ? null : text)) {
        span.to = { shot: moment.shot, at: 1 }
        if (this.intercut.isFar(person)) {
          span.cutaway = true
          span.otherEnd = moment.shot
        }
        this.stage.here.delete(person)
      }
    } else if (strong) span.weak = false
    span.lastSeen = moment
    this.stage.note(span, name, moment, line, text, false)
  }

  /** Answers the persons it was told of. */
  private move(move: Move, moment: ScriptMoment, sentence: BeatSentence, beat: ReadBeat): string[] {
    const { here } = this.stage
    const passage: Passage = { side: move.side, phrase: move.phrase, line: sentence.line, text: sentence.text }
    const who = this.meant.of(move, beat, sentence)
    const people = who.map(({ name }) => this.persons.of(name))
    if (
      move.closing &&
      ((this.lastMove && this.beatIndex - this.lastMove.beat <= 1) || people.some((p) => !here.has(p)))
    )
      return []
    const way = move.follows ? this.wayOfLast(beat, people) : move.kind
    if (way === null) {
      // "The dog tears after it": he is there, whether or not anybody went before.
      if (sentence.moves.length === 1)
        for (const { name } of who) this.see(name, moment, true, passage.line, passage.text)
      return people
    }
    if (move.follows) move = { ...move, kind: way, weak: way === 'enter' }
    // "(walking in)" of who speaks outside goes nowhere.
    if (beat.beat.kind === 'aside' && move.place?.noun === '') move = { ...move, place: null }
    const done: string[] = []
    for (const { name, doubtful } of who) {
      const person = this.persons.of(name)
      if (move.busy && !here.has(person) && !this.stage.gone.has(person) && this.leadsAway(move))
        this.see(name, { ...moment, at: 0 }, true, passage.line, passage.text)
      const wasHere = here.has(person)
      // "Otto is gone" where he was not seen.
      if (!wasHere && (move.unseen || move.ifHere.includes(name))) continue
      // Who opens the scene on the move, or goes on in it, is followed by the camera.
      const stays = this.staysInSight(move, person, people, moment, beat, sentence)
      const { kind, weak } = this.wayFor(move, person, wasHere, doorOpens.test(sentence.text))
      if (stays) this.see(name, moment, true, passage.line, passage.text)
      else if (kind === 'exit') {
        // Who goes has gone with the end of the sentence.
        const end = this.momentOf(beat, sentence, sentence.end, true)
        this.exit(person, name, end, passage, move.unseen && this.isPast(beat, sentence))
      } else if (kind === 'enter' && move.place?.way === 'within' && isSetIn(this.setWords, move.place.noun))
        this.see(name, moment, true, passage.line, passage.text)
      else if (kind === 'cross' && !this.isTracked(move) && !isAlong(move)) this.cross(person, name, moment, passage)
      else if (kind === 'cross') this.see(name, moment, true, passage.line, passage.text)
      else if (!(doubtful && wasHere)) this.enter(person, name, moment, passage, weak)
      done.push(person)
    }
    if (done.length === 0) return done
    this.lastMove = { beat: this.beatIndex, kind: done.every((p) => here.has(p)) ? 'enter' : 'exit', who: done }
    this.stage.active = new Set(move.kind === 'enter' ? done : [])
    return done
  }

  /** Does the move take whoever is there out of the scene? */
  private leadsAway(move: Move): boolean {
    return moveIn(move, this.setWords, true).kind === 'exit'
  }

  /** "Greta is gone." at the head of a shot, "He has already left": gone before it. */
  private isPast({ beat, sentences }: ReadBeat, sentence: BeatSentence): boolean {
    if (already.test(sentence.text)) return true
    return (
      sentences[0] === sentence &&
      sentence.tokens.length < 7 &&
      this.beats[this.beatIndex - 1]?.beat.shotIndex !== beat.shotIndex
    )
  }

  /** Which way a move goes: who was not there, "steps out" and goes on acting has come out; who climbs over a fence and goes on stays. */
  private wayFor(move: Move, person: string, here: boolean, opened: boolean): Pick<Move, 'kind' | 'weak'> {
    if (!here && staysIn(move, this.setWords)) return { kind: 'enter', weak: true }
    const way = moveIn(move, this.setWords, here)
    // "trots out through the flap and sits down" in the street.
    const goesOn =
      this.future.next(this.beatIndex, person) === 'here' || (move.goesOn && this.setWords.has('EXT') && !here)
    // "The doors part and Lena hurries out."
    if (way.kind === 'exit' && !here && move.motion && opened && !this.stage.gone.has(person))
      return { kind: 'enter', weak: true }
    if (way.kind === 'exit' && !here && move.motion && goesOn && !this.stage.gone.has(person))
      return { kind: 'enter', weak: true }
    if (way.kind === 'exit' && here && move.place?.way === 'over' && goesOn) return { kind: 'enter', weak: true }
    return way
  }

  /** Does a way whose end is open, or that only a newcomer comes by, leave somebody in sight? */
  private staysInSight(
    move: Move,
    person: string,
    movers: readonly string[],
    { shot }: ScriptMoment,
    beat: ReadBeat,
    sentence: BeatSentence,
  ): boolean {
    const span = this.stage.here.get(person)
    const others =
      this.stage.spans.some((s) => !movers.includes(s.person) && s.from.shot < shot) ||
      (move.fresh === true && this.thereBefore.some((p) => !movers.includes(p)))
    if (move.fresh && !span && !others) return true
    if (!isAlong(move)) return false
    if (move.place?.way === 'off' && !span && !move.done) return true
    if (!span) return !others && [...this.stage.here.keys()].every((p) => movers.includes(p))
    // The camera goes with whoever is alone in the scene; else it stays for those who come.
    const alone =
      span.from.shot === shot && this.stage.here.size === 1 && !this.future.othersAct(this.beatIndex, movers)
    return alone || this.future.next(this.beatIndex, person) === 'here' || this.goesOnIn(beat, sentence, person)
  }

  /** Does the rest of the paragraph tell more of somebody: "He walks to the gate. He opens it."? */
  private goesOnIn({ sentences }: ReadBeat, after: BeatSentence, person: string): boolean {
    const sex = this.persons.sexOf(this.stage.nameFor(person))
    const rest = sentences.filter((s) => s.start > after.start)
    for (const { tokens, sightings } of rest) {
      if (sightings.some((s) => s.strong && this.persons.of(s.name) === person)) return true
      const first = tokens[0]?.low
      if ((first === 'he' || first === 'she') && (sex === null || sex === first)) return true
      if (sightings.some((s) => s.strong)) return false
    }
    return false
  }

  /** "Otto jogs through the park" in the park, where nobody else is: the camera goes with him. */
  private isTracked({ place }: Move): boolean {
    return place?.way === 'within' && this.stage.here.size === 0 && isSetIn(this.setWords, place.noun)
  }

  /** "Otto follows": the way that someone else went right before, in this paragraph or the one above. */
  private wayOfLast(beat: ReadBeat, who: readonly string[]): Move['kind'] | null {
    const last = this.lastMove
    // Whoever has gone may be followed a few lines later.
    const reach = last?.kind === 'exit' && last.who.every((p) => !this.stage.here.has(p)) ? 4 : 1
    if (
      !last ||
      beat.beat.kind !== 'action' ||
      this.beatIndex - last.beat > reach ||
      last.who.every((p) => who.includes(p))
    )
      return null
    return last.kind
  }

  private enter(person: string, name: string, moment: ScriptMoment, passage: Passage, weak: boolean): void {
    const open = this.stage.here.get(person)
    if (open && weak && !open.weak) {
      this.stage.note(open, name, moment, passage.line, passage.text, false)
      return
    }
    if (open) this.reopen(open, moment)
    const at = moment.at < 0 ? 0.35 : moment.at
    if (!this.stage.here.has(person)) {
      const span = this.stage.begin(person, { shot: moment.shot, at }, passage)
      this.stage.note(span, name, span.from, passage.line, passage.text, true)
    }
    this.stage.nameOf.set(person, name)
    this.events.push({ kind: 'entrance', name, line: passage.line })
  }

  /**
   * Enters though the text did not say that he left: what was only a mention goes, else he left after he was last
   * seen.
   */
  private reopen(open: Span, moment: ScriptMoment): void {
    if (open.weak) this.stage.forget(open)
    else if (open.lastSeen.shot < moment.shot - 1) {
      open.to = { shot: open.lastSeen.shot, at: 1 }
      this.stage.here.delete(open.person)
    }
  }

  private exit(person: string, name: string, moment: ScriptMoment, passage: Passage, before = false): void {
    let span = this.stage.here.get(person)
    if (!span && this.stage.gone.get(person) === this.beatIndex) return
    if (span && before && span.lastSeen.shot < moment.shot) this.absences.slipAway(span, moment.shot)
    else {
      const at = moment.at < 0 ? 0.65 : Math.min(0.95, moment.at)
      span ??= this.stage.begin(person, { shot: moment.shot, at: 0 }, null)
      this.stage.note(span, name, { shot: moment.shot, at: 0 }, passage.line, passage.text, false)
      span.to = { shot: moment.shot, at }
      span.left = passage
      span.weak = false
      this.stage.here.delete(person)
    }
    this.stage.gone.set(person, this.beatIndex)
    this.stage.aboard.delete(person)
    this.events.push({ kind: 'exit', name, line: passage.line })
  }

  private cross(person: string, name: string, moment: ScriptMoment, passage: Passage): void {
    if (this.stage.here.has(person)) return
    if (this.future.next(this.beatIndex, person) === 'here') {
      // Passes by and stays.
      if (this.stage.here.size > 0) this.enter(person, name, moment, passage, true)
      else this.see(name, moment, true, passage.line, passage.text)
      return
    }
    const at = moment.at < 0 ? 0.5 : moment.at
    const span = this.stage.begin(person, { shot: moment.shot, at: Math.max(0.05, at - 0.25) }, passage)
    span.to = { shot: moment.shot, at: Math.min(0.95, at + 0.25) }
    span.left = { ...passage, side: null, phrase: '' }
    span.crossing = true
    this.stage.note(span, name, span.from, passage.line, passage.text, true)
    this.stage.here.delete(person)
  }

  private those(who: Who, beat: ReadBeat, dies = false): string[] {
    if (who.names.length > 0) return who.names.flatMap((n) => this.meant.expand(n, 'exit'))
    return who.pronoun === 'he' || who.pronoun === 'she' ? this.meant.one(who, 'exit', beat, new Set(), dies) : []
  }

  /** Who gets into a car goes when it drives away. */
  private ride(beat: ReadBeat, sentence: BeatSentence): void {
    for (const ride of sentence.rides) {
      if (ride.kind === 'boards' && ride.who)
        for (const name of this.those(ride.who, beat)) this.stage.aboard.add(this.persons.of(name))
      if ((ride.kind !== 'away' && ride.kind !== 'shuts') || this.isInVehicle()) continue
      const moment = this.momentOf(beat, sentence, sentence.end, true)
      const passage: Passage = { side: null, phrase: '', line: sentence.line, text: sentence.text }
      for (const person of this.stage.aboard)
        if (this.stage.here.has(person) && this.future.next(this.beatIndex, person) !== 'here')
          this.exit(person, this.stage.nameFor(person), moment, passage)
      this.stage.aboard.clear()
    }
  }

  /** "A motorbike skids to a halt, Otto aboard." */
  private drivesUp({ rides, text }: BeatSentence): boolean {
    return !this.isInVehicle() && rides.some(({ kind }) => kind === 'up') && aboard.test(text)
  }

  /** Inside what drives away everybody stays; in a garage it leaves. */
  private isInVehicle(): boolean {
    const set = this.setWords
    return !set.has('EXT') && !set.has('PARK') && [...set].some((word) => drivenThings.has(word))
  }
}
