import type { Persons } from '../cast/persons'
import type { Span } from './playedScene'

/** The two ends of a line from the word INTERCUT on (domain.md 11.2): who was there, and who is at the other end, in shots of his own. */
export class Intercut {
  private isOpen = false
  /** Those of this end. */
  private readonly near = new Set<string>()
  private readonly far = new Set<string>()
  /** Who is told of since then, by shot. */
  private readonly seenAt = new Map<number, string[]>()

  /**
   * "INTERCUT OTTO / GRETA" begins it, "BACK TO SCENE" ends it.
   * @param here those who are there
   */
  read(mark: string, here: Iterable<string>, persons: Persons): void {
    if (/^\W*INTERCUT/.test(mark)) {
      this.isOpen = true
      for (const person of here) this.near.add(person)
      for (const name of mark.match(/\p{Lu}[\p{Lu}'’. ]+/gu) ?? []) this.far.add(persons.of(name.trim()))
    } else if (/^\W*(?:END|BACK TO|RETURN TO)\b/.test(mark)) this.isOpen = false
  }

  see(person: string, shot: number): void {
    if (this.isOpen) this.seenAt.set(shot, [...(this.seenAt.get(shot) ?? []), person])
  }

  /**
   * Is somebody who was not there in this shot alone? Whoever is heard is at the other end; who is introduced by what they do ("ROSS gets
   * out") is here from then on.
   * @param told the words that tell of somebody without being heard; null of a speaker
   */
  isApart(person: string, told: string | null): boolean {
    if (!this.isOpen || this.near.has(person)) return false
    if (told === null) this.far.add(person)
    else if (!this.far.has(person) && told.includes(person.toUpperCase())) this.near.add(person)
    return !this.near.has(person)
  }

  isFar(person: string): boolean {
    return this.far.has(person)
  }

  /** Shots that show the other end alone. */
  otherEnds(spans: readonly Span[]): Set<number> {
    return new Set(
      spans
        .flatMap(({ otherEnd }) => (otherEnd === undefined ? [] : [otherEnd]))
        .filter((shot) => !(this.seenAt.get(shot) ?? []).some((person) => this.near.has(person))),
    )
  }
}
