import { listWords } from '../../language/wording/phrases'
import type { ReadRecords } from '../../records/recordStore'
import type { Shot } from '../../model/shot'

export const continuityCodes = [
  'EXITS_BUT_PRESENT',
  'PRESENT_BUT_ENTERS',
  'FROM_LOOK_DIFFERS',
  'NO_LOCATION',
  'TWO_LOCATIONS',
  'EVENT_OUTSIDE_PRESENCE',
  'SHORT_CROSSING',
  'TEXT_SAYS_OTHERWISE',
  'WHO_HAS_IT',
  'SIDES_SWAPPED',
  'SEAM_DIFFERS',
  'NO_PICTURE',
  'ROLE_VACANT',
] as const
export type ContinuityCode = (typeof continuityCodes)[number]

/** One way out of a note: a command of the contract with its whole input. */
export interface Fix {
  /** "Remove from 16" */
  readonly label: string
  readonly command: string
  readonly input: Readonly<Record<string, unknown>>
  /** A field of the input that the user still has to choose. */
  readonly ask?: string
}

/** What a check found, before it is put into words. */
export interface Finding {
  readonly code: ContinuityCode
  /** Tells two findings of one code apart; equal keys are one note, whichever shot they were found in. */
  readonly key: string
  readonly shotIds: readonly string[]
  readonly assetIds: readonly string[]
  /** What it rests on, as values: a dismissal ends when they change (domain.md 10). */
  readonly facts: unknown
  /** The sentence and the fixes for the shots it concerns: one finding may be joined over many shots. */
  readonly message: (shots: readonly Shot[]) => string
  /** Reads the project as it is when they are asked for: a finding is kept, and the reads it was found with are over. */
  readonly fixes: (shots: readonly Shot[], store: ReadRecords) => readonly Fix[]
}

/** Two neighbouring shots of one scene without a time jump between them. */
export interface Cut {
  readonly from: Shot
  readonly to: Shot
}

export type ShotCheck = (store: ReadRecords, shot: Shot) => Finding[]
export type CutCheck = (store: ReadRecords, cut: Cut) => Finding[]

/** "1, 2 and 3"; a long list is cut short. */
export function shotNumbers(shots: readonly Shot[]): string {
  const numbers = shots.map((shot) => shot.number)
  return numbers.length > 6 ? `${numbers.slice(0, 5).join(', ')} and ${numbers.length - 5} more` : listWords(numbers)
}
