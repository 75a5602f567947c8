import type { FrameSide } from '../../../model/assignment'

/** A moment of a scene: the shot and the fraction of it. */
export interface ScriptMoment {
  shot: number
  at: number
}

/** How somebody came or went. */
export interface Passage {
  side: FrameSide | null
  phrase: string
  line: number
  text: string
}

/** A stretch of a scene in which a person is there. */
export interface Span {
  person: string
  from: ScriptMoment
  /** Null: was there from the start of the shot. */
  entered: Passage | null
  to: ScriptMoment | null
  left: Passage | null
  crossing: boolean
  /** Only looked at or spoken to so far: an entrance afterwards begins anew. */
  weak: boolean
  /** First evidence by name within the stretch. */
  evidence: Map<string, { moment: ScriptMoment; line: number; text: string; moved: boolean }>
  lastSeen: ScriptMoment
}

/** An entrance or exit as the text tells it. */
export interface PlayedMove {
  kind: 'entrance' | 'exit'
  name: string
  line: number
}

export interface PlayedScene {
  spans: Span[]
  events: PlayedMove[]
}
