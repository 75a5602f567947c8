export type MoveKind = 'enter' | 'exit' | 'cross'

/** A movement verb found in a sentence. */
export interface MoveVerb {
  kind: MoveKind
  /** "enter" (base: with they, in "Enter X"), "enters", "entering", or "is led off". */
  form: 'base' | 's' | 'ing' | 'passive'
  /** Index after the verb and its particle. */
  end: number
  /** Only for someone not yet there ("approaches", "joins", "comes out"); who is there already just moves. */
  weak: boolean
  /** Goes the way of the last who came or went: "Otto follows." */
  follows?: true
  /** Someone else is moved: "leads HIM off" moves both, "throws HIM out" only the other. */
  moved?: 'both' | 'other'
  /** Index of what is moved. */
  object?: [number, number]
  /** What is moved is told by a pronoun: "lets him out". */
  pronoun?: 'him' | 'her' | 'them'
  /** A door closes behind him: he has gone, unless he just came in. */
  closing?: true
  /** The one who tells of it is another: "She turns. He's gone." */
  unseen?: true
  side?: 'top' | 'in_place'
  /** Goes into this place: who is there already leaves, unless the scene is set in it. "" = just "in". */
  into?: string
  /** Goes out into this place: "out into the street". Who is there leaves, unless the scene is set in it. */
  outInto?: string
  /** Comes out of this place: who is not there yet comes into sight, unless the scene is set in it. Weak: who is there stays. */
  outOf?: string
}
