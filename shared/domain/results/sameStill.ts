import type { FrameEnd } from '../../model/common'
import type { Shot } from '../../model/shot'
import type { Seam } from '../../model/transformation'
import { dayTimeOf } from '../time/dayTime'
import { canonicalJson } from '../../records/canonical'
import type { ReadRecords } from '../../records/recordStore'
import { existingShot, neighbour } from '../lookup'
import { subjectsOf, type Subject } from '../manifest/manifest'
import { describeFrame } from '../blocking/describeFrame'
import { stageProfile } from '../passes/stageProfile'
import { frameWords } from '../prompts/writeFramePrompt'
import { sentText } from './resultInputs'
import { blockingFacts, placementsBy, sizeIn } from '../blocking/blockingFacts'

type Pair = Pick<Seam, 'fromShotId' | 'toShotId'>
interface FrameOfShot {
  readonly shot: Shot
  readonly frame: FrameEnd
}

/**
 * What two stills differ in, in words; empty = one picture can serve as both (domain.md 7): same visible assets, looks, descriptions,
 * pictures, blocking, set, time of day and camera. The style is the project's, so it never differs; prompts do not count.
 */
function differences(store: ReadRecords, a: FrameOfShot, b: FrameOfShot): string[] {
  const out: string[] = []
  const subjects = [a, b].map(
    ({ shot, frame }) => new Map(subjectsOf(store, shot.id, frame).map((s) => [s.asset.id, s])),
  )
  const [inA, inB] = subjects as [(typeof subjects)[0], (typeof subjects)[0]]
  // Both by one rule: what either was drawn with says nothing of the other.
  const stands = [
    placementsBy(blockingFacts(store, a.shot.id, a.frame, [...inA.values()])),
    placementsBy(blockingFacts(store, b.shot.id, b.frame, [...inB.values()])),
  ] as const
  const lone = [...inA.values(), ...inB.values()].filter(({ asset }) => !(inA.has(asset.id) && inB.has(asset.id)))
  if (lone.length) out.push(`who is there (${lone.map((s) => s.asset.name).join(', ')})`)
  for (const [id, one] of inA) {
    const other = inB.get(id)
    if (!other) continue
    if (
      one.look.id !== other.look.id ||
      one.look.mediaId !== other.look.mediaId ||
      one.description !== other.description
    )
      out.push(`the look of ${one.asset.name}`)
    else if (
      one.assignment.depicts !== other.assignment.depicts ||
      partOf(store, one, a.frame) !== partOf(store, other, b.frame)
    )
      out.push(`how much of ${one.asset.name} is seen`)
    // Whoever has no place of their own makes room for others: told by who is there.
    else if (!lone.length && canonicalJson(stands[0].get(id)) !== canonicalJson(stands[1].get(id)))
      out.push(`where ${one.asset.name} stands`)
  }
  if (canonicalJson(cameraOf(a)) !== canonicalJson(cameraOf(b))) out.push('the camera')
  if (
    a.shot.sceneId !== b.shot.sceneId &&
    canonicalJson(placeOf(store, a.shot)) !== canonicalJson(placeOf(store, b.shot))
  )
    out.push('the place or the time of day')
  return out
}

/** The camera of a still, in the framing that a move ends in there. */
const cameraOf = ({ shot, frame }: FrameOfShot) => [
  sizeIn(shot, frame),
  shot.angle,
  shot.lens.trim(),
  shot.movement.trim(),
]

const partOf = (store: ReadRecords, { assignment, instance }: Subject, frame: FrameEnd) =>
  store.first('blockingOf', `${assignment.shotId}/${instance.id}/${frame}`)?.shown ?? 'full'

function placeOf(store: ReadRecords, shot: Shot) {
  const { intExt, set } = store.must('scenes', shot.sceneId)
  return [intExt, set, dayTimeOf(store, shot.sceneId)]
}

/** What the end of one shot and the start of the next differ in; empty = they can share one still. */
export function seamDifferences(store: ReadRecords, { fromShotId, toShotId }: Pair): string[] {
  return differences(
    store,
    { shot: existingShot(store, fromShotId), frame: 'end' },
    { shot: existingShot(store, toShotId), frame: 'start' },
  )
}

/** Is the still shared now? Only between neighbours of one scene, and only while both sides agree (domain.md 7). */
export function seamHolds(store: ReadRecords, seam: Pair): boolean {
  const from = store.get('shots', seam.fromShotId)
  return (
    from !== undefined && neighbour(store, from, 1)?.id === seam.toShotId && seamDifferences(store, seam).length === 0
  )
}

const atRest = /^(static|still|fixed|locked( |-)?(off|down)?|none)?$/i

/**
 * May start and end of one shot share a still (domain.md 6.7)? Only where nothing differs that a seam would differ in,
 * the camera rests, and both would be made the same: for the compositor the drawing is the same, for a model the words
 * are, beside "as the shot begins" and "as the shot ends".
 * @param generatorId what makes them; the project's by default
 */
export function sameStill(store: ReadRecords, shotId: string, generatorId?: string): boolean {
  const shot = existingShot(store, shotId)
  if (!atRest.test(shot.movement.trim())) return false
  if (differences(store, { shot, frame: 'start' }, { shot, frame: 'end' }).length > 0) return false
  const made =
    stageProfile(store, 10, generatorId).kind === 'local'
      ? (frame: FrameEnd) => canonicalJson(describeFrame(store, shotId, frame))
      : (frame: FrameEnd) => frameWords(sentText(store, shotId, frame))
  return made('start') === made('end')
}
