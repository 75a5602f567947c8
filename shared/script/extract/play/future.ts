import type { Persons } from '../cast/persons'
import type { ReadBeat } from './readBeats'

/** What a scene tells next of a person: speaks or acts, is named as entering, or nothing more. */
export type Next = 'here' | 'enters' | 'none'

/** Knows the rest of a scene: who goes on speaking after "They exit" has not left. */
export class Future {
  /** Latest first, so that the next one is at the end. */
  private readonly coming = new Map<string, { beat: number; kind: 'here' | 'enters' }[]>()

  constructor(
    beats: readonly ReadBeat[],
    private readonly persons: Persons,
  ) {
    /** Who spoke or did something last, by what "he" and "she" may mean. */
    const last: Record<'he' | 'she', string | null> = { he: null, she: null }
    const tellOf = (name: string): void => {
      const sex = persons.sexOf(name)
      if (sex !== 'she') last.he = name
      if (sex !== 'he') last.she = name
    }
    beats.forEach(({ beat, cue, sentences }, i) => {
      if (cue?.seen && !cue.phone)
        for (const name of cue.names) {
          this.note(name, i, 'here')
          tellOf(name)
        }
      for (const { moves, sightings, tokens } of sentences) {
        const first = beat.kind === 'action' ? tokens[0]?.low : undefined
        // "He opens it.": whom the text told of last goes on; he who leaves is told of below.
        if ((first === 'he' || first === 'she') && last[first] !== null && moves.length === 0)
          this.note(last[first], i, 'here')
        for (const { strong, doubt, name } of sightings) if (strong && doubt === null) tellOf(name)
        for (const move of moves) if (move.kind === 'enter') move.who.names.forEach(tellOf)
        for (const move of moves)
          for (const name of move.who.names)
            this.note(name, i, move.kind === 'enter' && !move.fresh ? 'enters' : 'here')
        for (const sighting of sightings)
          if (sighting.strong && sighting.doubt === null) this.note(sighting.name, i, 'here')
      }
    })
    for (const list of this.coming.values()) list.reverse()
  }

  /** The first thing told of a person after this beat; beats must be asked for in order. */
  next(beat: number, person: string): Next {
    const list = this.coming.get(person)
    while (list && list.length > 0 && list.at(-1)!.beat <= beat) list.pop()
    return list?.at(-1)?.kind ?? 'none'
  }

  /** The beat in which a person next speaks or acts, or null. */
  nextActs(beat: number, person: string): number | null {
    const list = this.coming.get(person) ?? []
    for (let i = list.length - 1; i >= 0; i--)
      if (list[i]!.beat > beat && list[i]!.kind === 'here') return list[i]!.beat
    return null
  }

  /** Does anybody but these act or come after this beat? */
  othersAct(beat: number, but: readonly string[]): boolean {
    for (const [person, list] of this.coming)
      if (!but.includes(person) && list.some((told) => told.beat > beat)) return true
    return false
  }

  private note(name: string, beat: number, kind: 'here' | 'enters'): void {
    for (const member of [name, ...this.persons.membersOf(name)]) {
      const person = this.persons.of(member)
      const list = this.coming.get(person)
      if (list) list.push({ beat, kind })
      else this.coming.set(person, [{ beat, kind }])
    }
  }
}
