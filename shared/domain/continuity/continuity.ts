import type { Shot } from '../../model/shot'
import { cached } from '../../records/cached'
import type { ReadRecords } from '../../records/recordStore'
import { dismissalOf, isDismissed } from './dismissals'
import { existingShot, neighbour, placesInScene, scenesInOrder } from '../lookup'
import { shortCrossings } from './shortCrossings'
import { transformationsInShot } from './transformationsInShot'
import type { ContinuityCode, CutCheck, Finding, Fix, ShotCheck } from './finding'
import { locationsInShot } from './locationsInShot'
import { missingPictures, vacantRoles } from './missingPictures'
import { presenceAcross } from './presenceAcross'
import { differingSeam } from './differingSeam'
import { swappedSides } from './swappedSides'
import { textSaysOtherwise } from './textSaysOtherwise'
import { whoHasIt } from './whoHasIt'

/** Every check of domain.md 10: within a shot, and across the cut between two continuous shots. */
const shotChecks: readonly ShotCheck[] = [
  vacantRoles,
  locationsInShot,
  transformationsInShot,
  shortCrossings,
  textSaysOtherwise,
  missingPictures,
]
const cutChecks: readonly CutCheck[] = [presenceAcross, whoHasIt, swappedSides, differingSeam]

/** A continuity note, computed and never stored. */
export interface ContinuityNote {
  readonly code: ContinuityCode
  /** With the code it names the note, for lists. */
  readonly key: string
  /** In story order. */
  readonly shotIds: readonly string[]
  readonly assetIds: readonly string[]
  readonly message: string
  /** The first way out, complete: running it removes the note; null when there is none to offer. */
  readonly fix: { readonly command: string; readonly input: Readonly<Record<string, unknown>> } | null
  /** Every way out with its words, the first one first; those with `ask` need one more choice. */
  readonly fixes: readonly Fix[]
}

/** So many findings are looked at in much less than a frame. */
const findingsAStep = 100

const findingsInShot = (store: ReadRecords, shot: Shot): Finding[] => shotChecks.flatMap((check) => check(store, shot))

/** Checks the cut when it is continuous: the second shot is no time jump (domain.md 10). */
function findingsAtCut(store: ReadRecords, from: Shot | undefined, to: Shot | undefined): Finding[] {
  return from && to && !to.timeJump ? cutChecks.flatMap((check) => check(store, { from, to })) : []
}

/** What was found for one shot: in it and at both of its cuts, dismissed findings included. */
export function findingsOfShot(store: ReadRecords, shotId: string): Finding[] {
  const shot = existingShot(store, shotId)
  return [
    ...findingsAtCut(store, neighbour(store, shot, -1), shot),
    ...findingsInShot(store, shot),
    ...findingsAtCut(store, shot, neighbour(store, shot, 1)),
  ]
}

function noteOf(store: ReadRecords, finding: Finding, shotIds: readonly string[]): ContinuityNote {
  const shots = shotIds.map((id) => store.must('shots', id))
  const fixes = finding.fixes(shots, store)
  const first = fixes[0]
  return {
    code: finding.code,
    key: finding.key,
    shotIds,
    assetIds: finding.assetIds,
    message: finding.message(shots),
    fix: first && !first.ask ? { command: first.command, input: first.input } : null,
    fixes,
  }
}

/** The notes of one shot, its two cuts included. Depends on nothing but the shot, its neighbours and the looks of those in it. */
export function continuityOfShot(store: ReadRecords, shotId: string): ContinuityNote[] {
  return findingsOfShot(store, shotId)
    .filter((f) => !isDismissed(store, f))
    .map((f) => noteOf(store, f, f.shotIds))
}

/** What the user put aside about a shot, on the facts as they are now, with the reason. */
export function dismissedOfShot(store: ReadRecords, shotId: string): { note: ContinuityNote; reason: string }[] {
  return findingsOfShot(store, shotId)
    .filter((f) => isDismissed(store, f))
    .map((f) => ({ note: noteOf(store, f, f.shotIds), reason: dismissalOf(store, f)!.reason }))
}

/** The notes of the given shots or of the whole story, in story order. What several shots share (a look without picture, a vacant role) is one note. */
export const continuityOf = (store: ReadRecords, shots?: readonly Shot[]): readonly ContinuityNote[] =>
  notesOf(store, shots ? shots.flatMap((shot) => findingsOfShot(store, shot.id)) : allFindings(store))

/** Findings as notes, without those put aside; equal keys are joined over their shots. */
function notesOf(store: ReadRecords, findings: Iterable<Finding>): readonly ContinuityNote[] {
  const steps = notesInSteps(store, findings)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same in small steps, for where nobody may wait for all of a long story's. */
export function* notesInSteps(
  store: ReadRecords,
  findings: Iterable<Finding>,
): Generator<void, readonly ContinuityNote[]> {
  const joined = new Map<string, { finding: Finding; shotIds: Set<string> }>()
  let looked = 0
  for (const finding of findings) {
    const id = `${finding.code}/${finding.key}`
    const known = joined.get(id)
    if (!known) joined.set(id, { finding, shotIds: new Set(finding.shotIds) })
    else for (const shotId of finding.shotIds) known.shotIds.add(shotId)
    if (++looked % findingsAStep === 0) yield
  }
  const notes: ContinuityNote[] = []
  for (const { finding, shotIds } of joined.values()) {
    if (!isDismissed(store, finding)) notes.push(noteOf(store, finding, [...shotIds]))
    if (++looked % findingsAStep === 0) yield
  }
  return notes
}

/** What was found in a shot and at the cut after it, remembered: over all shots of a story each cut once. */
export const findingsFrom = cached<readonly Finding[]>((store, shotId) => {
  const shot = existingShot(store, shotId)
  return [...findingsInShot(store, shot), ...findingsAtCut(store, shot, neighbour(store, shot, 1))]
})

/** What was found in the whole story, in its order. */
export function* allFindings(store: ReadRecords): Iterable<Finding> {
  for (const scene of scenesInOrder(store))
    for (const shotId of placesInScene(store, scene.id).keys()) yield* findingsFrom(store, shotId)
}

/** How many notes of each code there are. */
export function continuityCounts(store: ReadRecords): Partial<Record<ContinuityCode, number>> {
  const counts: Partial<Record<ContinuityCode, number>> = {}
  for (const { code } of continuityOf(store)) counts[code] = (counts[code] ?? 0) + 1
  return counts
}
