/** Whom a doing is told of, as a sentence names them; who "they" are depends on who is there. */
export interface Who {
  /** Keys of names. */
  names: string[]
  /** `he`: one, known from before; `they`: several; `all`: everybody there; `others`: all but the last named. */
  pronoun: 'he' | 'she' | 'they' | 'all' | 'others' | null
  /** "Exit." tells of one person, man or woman. */
  either?: true
  /** "All but Robin". */
  except: string[]
  /** "... and the other courtiers". */
  others?: boolean
  /** "with the body": the one who died last, or all the dead. */
  bodies?: 'one' | 'all'
  /** "two Murderers": how many of a group. */
  counts?: Readonly<Record<string, number>>
  /** Of whom something is done to: who does it. */
  by?: readonly string[]
  /** Not whoever this paragraph tells of: "She turns. He is gone", "Mara watches him go". */
  another?: true
}

/** Nobody yet. */
export function nobody(): Who {
  return { names: [], pronoun: null, except: [] }
}

/** Whoever a pronoun stands for that something is done to: "lets him out". */
export function whoIs(pronoun: 'him' | 'her' | 'them'): Who {
  return { ...nobody(), pronoun: pronoun === 'them' ? 'others' : pronoun === 'him' ? 'he' : 'she' }
}
