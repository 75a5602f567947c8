import type { FrameDescription } from '../../drawing/frameDescription'
import type { FrameEnd } from '../../model/common'
import type { SentReference, Take } from '../../model/result'
import { digest } from '../../records/digest'
import type { Draft } from '../../records/draft'
import { describeFrame } from '../blocking/describeFrame'
import { chosenTake, takeKindOf } from '../lookup'
import { passInputs } from '../passes/passInputs'
import { planOf, type PlannedPass } from '../passes/passPlan'
import type { GeneratorProfile } from '../passes/profiles'
import { chooseMade } from './chooseMade'
import { inputsDigest } from './compareInputs'
import { unfinished } from './unfinished'
import { copyTake, seamPartner, shareStill, type FrameRef } from './sharedStill'

/** A pass that has its picture. */
export interface MadePass {
  readonly plan: PlannedPass
  readonly mediaId: string
  readonly digest: string
  readonly inputs: Record<string, unknown>
}

/** A still as it was made: its passes in order, from what, and with which words. */
export interface MadeStill {
  readonly shotId: string
  readonly frame: FrameEnd
  readonly described: FrameDescription
  readonly profile: GeneratorProfile
  readonly passes: readonly MadePass[]
  readonly inputs: Record<string, unknown>
  readonly prompt: string
  /** One for each pass. */
  readonly passPrompts: readonly string[]
  /** Other ends that were asked for with it. */
  readonly also: readonly FrameRef[]
  /** Its number among several that were asked for at once, from 1; null = it was asked for alone (domain.md 5.15). */
  readonly candidate?: number | null
  /** Unix time in ms, told by the host's clock. */
  readonly madeAt: number
}

/** A still that was made becomes a take, with its passes; ends that share it show it too (domain.md 6, 7). */
export function keepTake(draft: Draft, made: MadeStill): Take {
  const { shotId, frame, described, profile, passes, inputs } = made
  const standing = chosenTake(draft, shotId, takeKindOf(frame))
  const sent = (pass: PlannedPass): SentReference[] =>
    pass.references.map(({ pictureId, ...r }) => ({ ...r, mediaId: pictureId ?? pictureIdOf(described, r.assetId) }))
  const take = draft.add('takes', {
    id: draft.newId(),
    shotId,
    kind: takeKindOf(frame),
    ordinal: draft.nextOrdinal('takes'),
    mediaId: passes.at(-1)!.mediaId,
    generatorId: profile.id,
    profileRevision: profile.revision,
    imported: false,
    madeAt: made.madeAt,
    prompt: made.prompt,
    references: passes.flatMap((m) => sent(m.plan)),
    inputs,
    digest: inputsDigest(inputs),
  })
  for (const [i, pass] of passes.entries()) {
    draft.add('passes', {
      id: draft.newId(),
      takeId: take.id,
      index: pass.plan.index,
      mediaId: pass.mediaId,
      generatorId: profile.id,
      prompt: made.passPrompts[i]!,
      references: sent(pass.plan),
      inputs: pass.inputs,
      digest: pass.digest,
    })
  }
  const candidate = made.candidate ?? null
  chooseMade(draft, take, standing, { candidate })
  // A candidate that lies beside shows nowhere else either, nor what was stopped on its way.
  if (unfinished(draft, take) || (candidate !== null && chosenTake(draft, shotId, take.kind)?.id !== take.id))
    return take
  for (const end of endsThatShare(draft, made)) {
    const stood = chosenTake(draft, end.shotId, takeKindOf(end.frame))
    chooseMade(draft, copyWithPasses(draft, take, end, profile), stood)
  }
  return take
}

/** The ends that were asked for with it and still agree, and the other side of a shared seam unless its take is approved (domain.md 7). */
function endsThatShare(draft: Draft, made: MadeStill): FrameRef[] {
  const ends = made.also.filter(
    (end) => draft.get('shots', end.shotId) && shareStill(draft, made, end, made.profile.id),
  )
  const partner = seamPartner(draft, made)
  const standing = partner && chosenTake(draft, partner.shotId, takeKindOf(partner.frame))
  if (
    partner &&
    !ends.some((e) => e.shotId === partner.shotId) &&
    !(standing && draft.get('resultMarks', standing.id)?.locked)
  )
    ends.push(partner)
  return ends
}

/** A still for another end of the film; its passes go with it where that end is built in the same steps. */
export function copyWithPasses(draft: Draft, take: Take, end: FrameRef, profile: GeneratorProfile): Take {
  const passes = draft.list('passesOfTake', take.id)
  const copy = copyTake(draft, take, end)
  const plan = planOf(draft, end.shotId, end.frame, profile)
  if (plan.refusal || plan.passes.length !== passes.length) return copy
  const frame = describeFrame(draft, end.shotId, end.frame)
  let before = plan.startTake
  for (const [i, planned] of plan.passes.entries()) {
    const inputs: Record<string, unknown> = passInputs(frame, planned, before, profile)
    draft.add('passes', { ...passes[i]!, id: draft.newId(), takeId: copy.id, inputs, digest: digest(inputs) })
    before = passes[i]!.mediaId
  }
  return copy
}

/** The picture that was sent for an asset. */
function pictureIdOf(frame: FrameDescription, assetId: string | null): string | null {
  if (assetId === null) return null
  return (
    frame.subjects.find((s) => s.assetId === assetId)?.picture?.mediaId ??
    [frame.location, ...(frame.moreLocations ?? [])].find((l) => l?.assetId === assetId)?.picture?.mediaId ??
    null
  )
}
