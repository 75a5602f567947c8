import { counted, plural } from '../../language/unitWords'
import type { FrameEnd } from '../../model/common'
import type { Draft } from '../../records/draft'
import { Refusal } from '../../records/refusal'
import { existingShot } from '../lookup'
import {
  allowedPasses,
  capsFor,
  planSubjects,
  capacityOf,
  hasRoom,
  startTakeOf,
  take,
  type PlanSubject,
  type Capacity,
  type Caps,
} from './passPlan'
import type { GeneratorProfile } from './profiles'
import { stageProfile } from './stageProfile'

export interface EditPlanInput {
  shotId: string
  frame: FrameEnd
  /** The subjects of each pass; null or none = back to the planner's plan. */
  passes: readonly { assetIds: readonly string[]; note?: string | undefined }[] | null
}

/**
 * `plan.edit`: the user's passes of one frame (domain.md 5). Every visible subject stands in exactly one pass; the set (the first location)
 * always belongs to pass 1, named there or not, and is never a subject. The caps are those of the project's stage-10 generator. Later passes
 * left without a subject go; a pass 1 of the set alone stays.
 * @throws Refusal PLAN_NOT_IN_FRAME, PLAN_TWICE, PLAN_MISSING, PLAN_SET_FIRST, PLAN_PASS_FULL, PLAN_EDIT_TOO_LONG
 */
export function editPlan(draft: Draft, input: EditPlanInput): void {
  existingShot(draft, input.shotId)
  const id = `${input.shotId}:${input.frame}`
  if (!input.passes?.length) {
    draft.remove('planEdits', id)
    return
  }
  const { subjects } = planSubjects(draft, input.shotId, input.frame)
  const set = subjects.find((s) => s.type === 'location')
  const passes = input.passes.map((pass) => ({ assetIds: [...pass.assetIds], note: pass.note?.trim() ?? '' }))
  checkMembers(
    draft,
    subjects,
    set,
    passes.map((p) => p.assetIds),
  )
  const kept = passes
    .map((p) => ({ ...p, assetIds: p.assetIds.filter((assetId) => assetId !== set?.assetId) }))
    .filter((p, i) => i === 0 || p.assetIds.length > 0)
  const profile = stageProfile(draft, 10)
  checkCaps(
    subjects,
    set,
    kept.map((p) => p.assetIds),
    capsFor(draft, input, profile),
    startTakeOf(draft, input.shotId, input.frame, profile) !== null,
  )
  if (draft.get('planEdits', id)) draft.update('planEdits', id, { passes: kept })
  else draft.add('planEdits', { id, shotId: input.shotId, frame: input.frame, passes: kept })
}

function checkMembers(
  draft: Draft,
  subjects: readonly PlanSubject[],
  set: PlanSubject | undefined,
  passes: readonly (readonly string[])[],
): void {
  const named = passes.flat()
  const known = new Set(subjects.map((s) => s.assetId))
  const strangers = named
    .filter((id) => !known.has(id))
    .map((id) => draft.get('assets', id)?.name ?? 'An asset that is gone')
  if (strangers.length) throw new Refusal('PLAN_NOT_IN_FRAME', { assets: [...new Set(strangers)] })
  const times = (s: PlanSubject) => named.filter((id) => id === s.assetId).length
  const namesOf = (list: readonly PlanSubject[]) => list.map((s) => s.name)
  const twice = subjects.filter((s) => times(s) > 1)
  if (twice.length) throw new Refusal('PLAN_TWICE', { assets: namesOf(twice) })
  const missing = subjects.filter((s) => s !== set && times(s) === 0)
  if (missing.length) throw new Refusal('PLAN_MISSING', { assets: namesOf(missing) })
  if (set && passes.slice(1).some((ids) => ids.includes(set.assetId)))
    throw new Refusal('PLAN_SET_FIRST', { asset: set.name })
}

/** @throws Refusal naming the first pass that is too full and what has to leave it */
function checkCaps(
  subjects: readonly PlanSubject[],
  set: PlanSubject | undefined,
  passes: readonly (readonly string[])[],
  profile: GeneratorProfile & Caps,
  onStart: boolean,
): void {
  const allowed = allowedPasses(profile)
  if (allowed !== null && passes.length > allowed)
    throw new Refusal('PLAN_EDIT_TOO_LONG', { passes: passes.length, allowed, generator: profile.name })
  for (const [i, ids] of passes.entries()) {
    const surplus = overflow(
      ids.map((id) => subjects.find((s) => s.assetId === id)!),
      capacityOf(i, set, profile, onStart),
    )
    if (surplus.length)
      throw new Refusal('PLAN_PASS_FULL', {
        pass: i + 1,
        generator: profile.name,
        subjects: upTo(profile.newSubjectsPerPass, 'new asset'),
        images: `${upTo(profile.maxImages, 'image')}${kindsWords(profile)}`,
        assets: surplus.map((s) => s.name),
      })
  }
}

const upTo = (most: number | null, one: string) =>
  most === null ? `any number of ${plural(0, one)}` : counted(most, one)

const kindsWords = ({ maxHumans, maxObjects }: GeneratorProfile) => {
  const kinds = [
    ...(maxHumans === null ? [] : [`${maxHumans} of people`]),
    ...(maxObjects === null ? [] : [`${maxObjects} of anything else`]),
  ]
  return kinds.length ? ` (at most ${kinds.join(' and ')})` : ''
}

/** The subjects of a pass that it has no room for, those that come last. */
function overflow(subjects: readonly PlanSubject[], room: Capacity): PlanSubject[] {
  const left = { ...room }
  return subjects.filter((s) => {
    if (!hasRoom(left, s)) return true
    take(left, s, -1)
    return false
  })
}
