import type { Persons } from '../cast/persons'
import type { Passage, ScriptMoment, Span } from './playedScene'

/** Who is there at a moment of a scene, and who was spoken of last. */
export class Stage {
  readonly spans: Span[] = []
  /** Those there now. */
  readonly here = new Map<string, Span>()
  /** Persons by last mention as subject or speaker, newest last. */
  recent: string[] = []
  /** Who spoke or acted since the last entrance or exit. */
  active = new Set<string>()
  /** Who left, and at which beat. */
  readonly gone = new Map<string, number>()
  /** Those whose death the text told, oldest first; they lie where they fell. */
  dead: string[] = []
  /** Those who sit in something that drives. */
  readonly aboard = new Set<string>()
  readonly nameOf = new Map<string, string>()

  constructor(readonly persons: Persons) {}

  nameFor(person: string): string {
    return this.nameOf.get(person) ?? person
  }

  mention(person: string): void {
    this.recent = this.recent.filter((p) => p !== person)
    this.recent.push(person)
    if (this.recent.length > 12) this.recent.shift()
    this.active.add(person)
  }

  /** Who speaks or walks is not dead, whatever was played. */
  revive(person: string): void {
    if (this.dead.includes(person)) this.dead = this.dead.filter((p) => p !== person)
  }

  begin(person: string, from: ScriptMoment, entered: Passage | null): Span {
    const span: Span = {
      person,
      from,
      entered,
      to: null,
      left: null,
      crossing: false,
      weak: false,
      evidence: new Map(),
      turns: [],
      lastSeen: from,
    }
    this.spans.push(span)
    this.here.set(person, span)
    this.gone.delete(person)
    return span
  }

  /** Takes a span back that was only a mention. */
  forget(span: Span): void {
    this.spans.splice(this.spans.lastIndexOf(span), 1)
    this.here.delete(span.person)
  }

  note(span: Span, name: string, moment: ScriptMoment, line: number, text: string, moved: boolean): void {
    if (span.turns.at(-1)?.name !== name || span.turns.at(-1)!.shot !== moment.shot)
      span.turns.push({ name, shot: moment.shot })
    if (!span.evidence.has(name)) span.evidence.set(name, { moment, line, text, moved })
  }
}
