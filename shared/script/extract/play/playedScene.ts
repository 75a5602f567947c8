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
  /** The names the text uses of the person, one after the other: each until another one is used. */
  turns: { name: string; shot: number }[]
  lastSeen: ScriptMoment
  /** Belongs to shots that look elsewhere, not to the scene around them. */
  cutaway?: true
  /** The shot of an INTERCUT in which somebody is who was not in the scene before. */
  otherEnd?: number
}

/** Somebody who may be in a shot, or is only told of: waits as a suggestion. */
export interface Doubtful {
  name: string
  shot: number
  line: number
  text: string
  confidence: number
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
  doubts: Doubtful[]
  /** Shots that look elsewhere (inserts, flashbacks): nobody of the scene around is in them. */
  cutaways: ReadonlySet<number>
  /** Those of an INTERCUT that show its other end. */
  otherEnds: ReadonlySet<number>
}
