import type { AssetType } from '../model/asset'
import type { FrameSide, Presence } from '../model/assignment'
import type { ScriptFormat } from '../model/script'
import type { DialogueLine, ShotAngle, ShotSize } from '../model/shot'

/** Something the user should know about the script. `message` is a plain sentence: the thing, the fact, the way out. */
export interface ScriptWarning {
  /** 1-based line of `ParsedScript.lines`. */
  line: number
  code: string
  message: string
}

/** The kinds of Fountain 1.1; `shot` and `general` come from Final Draft only. */
export type ElementType =
  | 'scene_heading'
  | 'action'
  | 'character'
  | 'parenthetical'
  | 'dialogue'
  | 'lyrics'
  | 'transition'
  | 'centered'
  | 'section'
  | 'synopsis'
  | 'note'
  | 'boneyard'
  | 'page_break'
  | 'shot'
  | 'general'

export interface ScriptElement {
  type: ElementType
  /** Without emphasis marks, notes, boneyards and forcing characters; paragraphs keep their line breaks. */
  text: string
  /** First and last line, 1-based, both inclusive. */
  line: number
  endLine: number
  /** Of a scene heading: the `1A` of `#1A#`. */
  sceneNumber?: string
  /** Of a cue and its speech: the side in a dual dialogue. */
  dual?: 'left' | 'right'
  /** Of a section: the number of `#`. */
  depth?: number
  /** Of a cue: "V.O.", "O.S.", "CONT'D", joined by ", ". */
  extension?: string
}

export interface ParsedScript {
  format: ScriptFormat
  titlePage: { key: string; value: string }[]
  elements: ScriptElement[]
  /** What the crew has tagged in a Final Draft file, by its own categories. */
  tags?: { category: string; label: string; line: number }[]
  /** The text, line by line, as line numbers count; for FDX a Fountain rendering. */
  lines: string[]
  warnings: ScriptWarning[]
}

export interface BrokenShot {
  text: string
  dialogue: DialogueLine[]
  size: ShotSize | null
  angle: ShotAngle | null
  movement: string
  durationFrames: number
  startLine: number
  endLine: number
  /** Of a shot list: the shot's own number, lens and notes. */
  number?: string | undefined
  lens?: string
  notes?: string
}

export interface BrokenScene {
  heading: string
  /** As the script numbers it (`#1A#`), else counted from 1. */
  number: string
  intExt: '' | 'INT' | 'EXT' | 'INT/EXT'
  set: string
  timeOfDay: string
  /** A flashback, a dream: marked so by its heading. */
  outOfStoryOrder?: boolean
  startLine: number
  endLine: number
  shots: BrokenShot[]
}

export interface FoundAsset {
  /** Stable within the breakdown. */
  key: string
  type: AssetType
  /** For display: "Brick Braddock", "Screen Door"; of a location its set, "BRICK'S PATIO". */
  name: string
  /** As in the text. */
  forms: string[]
  /** Single words of the name that the text uses for it alone: "Clara" of Clara Bell. */
  shortNames?: string[]
  firstLine: number
  /** Speaks under a cue. */
  cue: boolean
  /** Props from ALL CAPS are candidates, not yet assets. */
  candidate: boolean
  /** A trait found in the text, such as "retired police detective"; may be empty. */
  description: string
}

export interface FoundPresence {
  sceneIndex: number
  shotIndex: number
  assetKey: string
  presence: Presence
  enterAt: number
  exitAt: number
  enterFrom: FrameSide | null
  exitTo: FrameSide | null
  action: string
  evidence: { line: number; text: string }
  /** How sure it is, from 0 to 1; below `barConfidence` it waits as a suggestion. */
  confidence: number
}

/** Below this a presence is a suggestion with its evidence, not a bar (domain.md 9.4). */
export const barConfidence = 0.5

export interface AliasProposalFound {
  intoKey: string
  fromKey: string
  as: 'alias' | 'look'
  reason: string
  evidence: { line: number; text: string } | null
}

/** Pairs of names, as keys, of which the user said that they are two: neither is told of by the other (domain.md 8.7). */
export type NamesApart = readonly (readonly [string, string])[]

export interface ScriptBreakdown {
  scenes: BrokenScene[]
  assets: FoundAsset[]
  presences: FoundPresence[]
  aliasProposals: AliasProposalFound[]
  warnings: ScriptWarning[]
}
