import { wholeFigure } from '../../model/transformation'
import { standAt, type Stand } from '../intervals/standAt'
import type { Assignment } from '../../model/assignment'
import type { FrameEnd } from '../../model/common'
import type { Shot } from '../../model/shot'
import type { Blocking, Transformation } from '../../model/transformation'
import type { Draft } from '../../records/draft'
import { splitStay } from '../intervals/stay'
import { splitTimes, type CutFrames, type SplitTimes } from '../intervals/splitTimes'
import type { WholePlaces } from './splitPlaces'

/** Everything a shot holds of one scene instance. */
interface InstanceRecords {
  assignment?: Assignment
  /** Look changes inside the shot, in order; sleeping ones too. */
  readonly events: Transformation[]
  readonly blockings: { [F in FrameEnd]?: Blocking }
}

const byTime = (a: Transformation, b: Transformation) => a.at! - b.at! || a.ordinal - b.ordinal

function recordsByInstance(draft: Draft, shotId: string): Map<string, InstanceRecords> {
  const parts = new Map<string, InstanceRecords>()
  const part = (instanceId: string) => {
    let found = parts.get(instanceId)
    if (!found) parts.set(instanceId, (found = { events: [], blockings: {} }))
    return found
  }
  for (const assignment of draft.list('assignmentsOfShot', shotId))
    part(assignment.sceneAssetInstanceId).assignment = assignment
  for (const event of draft.list('transformationsOfShot', shotId))
    if (event.kind === 'within_shot') part(event.sceneAssetInstanceId).events.push(event)
  for (const blocking of draft.list('blockingsOfShot', shotId))
    part(blocking.sceneAssetInstanceId).blockings[blocking.frame] = blocking
  for (const { events } of parts.values()) events.sort(byTime)
  return parts
}

/**
 * Cuts assignments (also suspended ones), look changes and blocking of a shot (domain.md 7). Records stay or move with the half they
 * belong to; what both halves need gets a new record in the second (an end position: in the first). Sides go with the edge they belong
 * to, so does the action text of an entrance or exit; a crossing's or a staying asset's goes with both halves.
 * @param whole where everybody stood before the cut
 * @returns what stands for each old record in the second half, what was made from which, and whether the cut can be a shared still
 */
export function splitMembers(
  draft: Draft,
  first: Shot,
  second: Shot,
  cut: CutFrames,
  whole: WholePlaces,
): { ids: Map<string, string>; made: [string, string][]; agrees: boolean } {
  const made: [string, string][] = []
  const ids = new Map<string, string>()
  let agrees = true
  // What happens after the shot happens after its second half.
  const after = draft.list('transformationsOfShot', first.id).filter((e) => e.kind === 'between_shots')
  for (const event of after) {
    draft.update('transformations', event.id, { shotId: second.id })
    ids.set(event.id, event.id)
  }
  for (const [instanceId, part] of recordsByInstance(draft, first.id)) {
    const { assignment, events } = part
    const times = splitTimes({ interval: assignment ?? null, events: events.map((e) => e.at!) }, cut)
    if (times.atCut && counts(draft, instanceId)) agrees = false
    splitTransformations(draft, events, times, first.id, second.id, ids)
    if (assignment) splitAssignment(draft, assignment, times, second.id, cut, ids)
    // Blocking that sleeps without an assignment serves both halves, like that of an asset present in both.
    const inBoth = !assignment || (times.first !== null && times.second !== null)
    if (inBoth) splitBlocking(draft, instanceId, part, first.id, second.id, cut, whole.seam.get(instanceId), ids, made)
    else if (!times.first) {
      for (const b of Object.values(part.blockings)) {
        draft.update('blockings', b.id, { shotId: second.id })
        ids.set(b.id, b.id)
      }
    }
  }
  return { ids, made, agrees }
}

/** Assets that are deleted show in no still. */
function counts(draft: Draft, instanceId: string): boolean {
  return !draft.must('assets', draft.must('sceneAssetInstances', instanceId).assetId).deleted
}

function splitAssignment(
  draft: Draft,
  whole: Assignment,
  times: SplitTimes,
  secondId: string,
  cut: CutFrames,
  ids: Map<string, string>,
): void {
  const { first, second } = splitStay(whole, times)
  const hands = splitHands(whole, cut)
  if (first && second) {
    draft.update('assignments', whole.id, {
      ...first,
      ...hands.first,
      exitHeldBy: null,
    })
    const id = draft.newId()
    draft.add('assignments', {
      ...whole,
      ...second,
      ...hands.second,
      id,
      shotId: secondId,
      ordinal: draft.nextOrdinal('assignments'),
    })
    ids.set(whole.id, id)
  } else if (first) draft.update('assignments', whole.id, { ...first, ...hands.first })
  else if (second) {
    draft.update('assignments', whole.id, { ...second, ...hands.second, shotId: secondId })
    ids.set(whole.id, whole.id)
  }
}

/** Whoever has it at the cut carries it into the second half; a handing over stays in the half it happens in. */
function splitHands(whole: Assignment, cut: CutFrames): { first: Hands; second: Hands } {
  const { carriedBy, handedTo, handedAt } = whole
  const none = { handedTo: null, handedAt: null }
  if (handedAt === null) return { first: { carriedBy, ...none }, second: { carriedBy, ...none } }
  const all = cut.first + cut.second
  const at = handedAt * all - cut.first
  if (at < 0 && handedAt > 0)
    return {
      first: { carriedBy, handedTo, handedAt: (handedAt * all) / cut.first },
      second: { carriedBy: handedTo, ...none },
    }
  if (at === 0) return { first: { carriedBy, ...none }, second: { carriedBy: handedTo, ...none } }
  return { first: { carriedBy, ...none }, second: { carriedBy, handedTo, handedAt: at / cut.second } }
}
type Hands = Pick<Assignment, 'carriedBy' | 'handedTo' | 'handedAt'>

function splitTransformations(
  draft: Draft,
  events: readonly Transformation[],
  times: SplitTimes,
  firstId: string,
  secondId: string,
  ids: Map<string, string>,
): void {
  const written = events.map((event, i) => {
    const place = times.events[i]!
    if (place.half === 'second') ids.set(event.id, event.id)
    if (place.half === 'cut')
      return draft.update('transformations', event.id, { shotId: firstId, kind: 'between_shots', at: null })
    return draft.update('transformations', event.id, {
      shotId: place.half === 'first' ? firstId : secondId,
      at: place.at,
    })
  })
  keepOrder(draft, written)
}

/** Gives events of one instance that fell on one time ordinals in their old order. */
export function keepOrder(draft: Draft, inOrder: readonly Transformation[]): void {
  for (let i = 0; i < inOrder.length;) {
    let j = i + 1
    while (j < inOrder.length && inOrder[j]!.at === inOrder[i]!.at && inOrder[j]!.shotId === inOrder[i]!.shotId) j++
    const group = inOrder.slice(i, j)
    const ordinals = group.map((e) => e.ordinal).sort((a, b) => a - b)
    group.forEach((event, n) => draft.update('transformations', event.id, { ordinal: ordinals[n]! }))
    i = j
  }
}

/** Both halves get the position at the cut, stored or by default, so that nobody moves there and their stills agree (domain.md 7.4). */
function splitBlocking(
  draft: Draft,
  sceneAssetInstanceId: string,
  { blockings }: InstanceRecords,
  firstId: string,
  secondId: string,
  cut: CutFrames,
  seam: Stand | undefined,
  ids: Map<string, string>,
  made: [string, string][],
): void {
  const { start, end } = blockings
  const own = start || end ? standAt(start ?? end, end ?? start, cut.first / (cut.first + cut.second)) : null
  const at = own ?? seam
  if (!at) return
  const stored = start ?? end
  if (end) {
    draft.update('blockings', end.id, { shotId: secondId })
    ids.set(end.id, end.id)
  }
  const { id: endId } = draft.add('blockings', {
    ...(stored ? { shown: stored.shown, heldBy: null } : { ...wholeFigure, heldBy: secondId }),
    id: draft.newId(),
    shotId: firstId,
    sceneAssetInstanceId,
    frame: 'end',
    ...at,
  })
  const { id } = draft.add('blockings', {
    ...(stored ? { shown: stored.shown, heldBy: null } : { ...wholeFigure, heldBy: secondId }),
    id: draft.newId(),
    shotId: secondId,
    sceneAssetInstanceId,
    frame: 'start',
    ...at,
  })
  if (start) ids.set(start.id, id)
  if (stored) made.push([(end ?? stored).id, endId], [(start ?? stored).id, id])
}
