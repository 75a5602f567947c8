import { presenceOf, type Assignment } from '../../model/assignment'
import { clamp } from '../../model/numbers'
import type { Change } from '../../records/change'
import type { Draft } from '../../records/draft'
import type { ReadRecords } from '../../records/recordStore'
import { Refusal } from '../../records/refusal'
import { assignmentOf, instanceOf, type Member } from '../lookup'

/** The asset that an id stands for today: merged ones are what they were merged into. */
function todays(store: ReadRecords, assetId: string | null): string | null {
  for (let id = assetId; id !== null;) {
    const asset = store.get('assets', id)
    if (!asset || asset.deleted) return asset?.mergedIntoId ? todays(store, asset.mergedIntoId) : null
    if (asset.mergedIntoId === null) return id
    id = asset.mergedIntoId
  }
  return null
}

/** The member of the shot that an asset is; null when it is not in it, deleted, or the given one itself. */
function memberFor(store: ReadRecords, own: Assignment, assetId: string | null): Member | null {
  const id = todays(store, assetId)
  const shot = store.get('shots', own.shotId)
  const asset = id === null ? undefined : store.get('assets', id)
  const instance = shot && asset && instanceOf(store, shot.sceneId, asset.id)
  const assignment = instance && assignmentOf(store, own.shotId, instance.id)
  return assignment && assignment.id !== own.id ? { asset, instance, assignment } : null
}

/** Who carries something in a shot, first and last; null while nobody of the shot does (domain.md 1.9). */
export interface Carriers {
  readonly first: Member
  /** Whom it is handed to; the first one, where it is handed to nobody. */
  readonly last: Member
  /** When it is handed over, as a fraction of the shot. */
  readonly handedAt: number | null
}

/** The moment nearest to one at which both are there; null where they never meet. */
function meetingAt(a: Assignment, b: Assignment, moment: number): number | null {
  const [from, to] = [Math.max(a.enterAt, b.enterAt), Math.min(a.exitAt, b.exitAt)]
  return from < to ? clamp(moment, from, to) : null
}

export function carriersOf(store: ReadRecords, assignment: Assignment): Carriers | null {
  if (assignment.carriedBy === null) return null
  const first = memberFor(store, assignment, assignment.carriedBy)
  if (!first) return null
  const last = assignment.handedAt === null ? null : memberFor(store, assignment, assignment.handedTo)
  const handedAt = last && meetingAt(first.assignment, last.assignment, assignment.handedAt!)
  return last && handedAt !== null ? { first, last, handedAt } : { first, last: first, handedAt: null }
}

/** Who has something in a still; null when nobody carries it there. */
export function carrierIn(store: ReadRecords, assignment: Assignment, frame: 'start' | 'end'): Member | null {
  const carriers = carriersOf(store, assignment)
  return carriers && (frame === 'start' ? carriers.first : carriers.last)
}

/** Those things of a shot that some asset carries, at any time. */
function carriedIn(store: ReadRecords, shotId: string): Assignment[] {
  return store.list('assignmentsOfShot', shotId).filter((a) => a.carriedBy !== null)
}

/** @throws Refusal CARRIED_IN_A_CIRCLE when something would be carried by what it carries itself */
export function refuseCircle(store: ReadRecords, assignment: Assignment, name: string): void {
  const seen = new Set([assignment.id])
  const next = (a: Assignment) => {
    for (const carrier of [memberFor(store, a, a.carriedBy), memberFor(store, a, a.handedTo)]) {
      if (!carrier) continue
      if (seen.has(carrier.assignment.id)) throw new Refusal('CARRIED_IN_A_CIRCLE', { asset: name })
      seen.add(carrier.assignment.id)
      next(carrier.assignment)
      seen.delete(carrier.assignment.id)
    }
  }
  next(assignment)
}

/**
 * What is carried comes and goes with whoever carries it, by the same sides (domain.md 1.9). Called after a rule: where
 * it set, moved or took back an assignment, the things that are carried in that shot follow.
 * @param change what the rule has changed
 */
export function followCarriers(draft: Draft, change: Change): void {
  const shots = new Set<string>()
  for (const records of [change.added.assignments, change.removed.assignments])
    for (const { shotId } of Object.values(records ?? {})) shots.add(shotId)
  for (const id of Object.keys(change.updated.assignments ?? {})) {
    const assignment = draft.get('assignments', id)
    if (assignment) shots.add(assignment.shotId)
  }
  for (const shotId of shots) {
    const carried = carriedIn(draft, shotId)
    // A thing in a bag in a hand follows the bag that follows the hand.
    for (let depth = 0; depth < carried.length; depth++)
      if (!carried.map(({ id }) => follow(draft, draft.must('assignments', id), change)).some(Boolean)) break
  }
}

const stayFields = ['presence', 'enterAt', 'exitAt', 'enterFrom', 'exitTo'] as const

/** Was it given times or sides of its own, while nothing was said of who carries it? Then it is not carried any more. */
function wasMoved(own: Assignment, change: Change, carriers: Carriers): boolean {
  const after = change.updated.assignments?.[own.id]?.[1] as Partial<Assignment> | undefined
  if (!after || 'carriedBy' in after || 'shotId' in after || !stayFields.some((field) => field in after)) return false
  const touched = [carriers.first, carriers.last].some(({ assignment }) => {
    const { id } = assignment
    return change.updated.assignments?.[id] ?? change.added.assignments?.[id]
  })
  const { enterAt, enterFrom } = carriers.first.assignment
  const { exitAt, exitTo } = carriers.last.assignment
  return (
    !touched &&
    (own.enterAt !== enterAt || own.exitAt !== exitAt || own.enterFrom !== enterFrom || own.exitTo !== exitTo)
  )
}

/** @returns did it change? */
function follow(draft: Draft, own: Assignment, change: Change): boolean {
  const carriers = carriersOf(draft, own)
  if (!carriers) return false
  if (wasMoved(own, change, carriers)) {
    draft.update('assignments', own.id, { carriedBy: null, handedTo: null, handedAt: null })
    const name = draft.must('assets', draft.must('sceneAssetInstances', own.sceneAssetInstanceId).assetId).name
    const shot = draft.must('shots', own.shotId).number
    draft.warn('PUT_DOWN', { asset: name, carrier: carriers.first.asset.name, shot })
    return true
  }
  const { enterAt, enterFrom } = carriers.first.assignment
  const { exitAt, exitTo } = carriers.last.assignment
  const presence = presenceOf(enterAt, exitAt)
  if (!presence) return false
  const next = draft.update('assignments', own.id, { presence, enterAt, exitAt, enterFrom, exitTo })
  return next !== own
}
