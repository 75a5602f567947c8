import type { FrameDescription } from '../../drawing/frameDescription'
import type { Pass } from '../../model/result'
import type { Shot } from '../../model/shot'
import type { ReadRecords } from '../../records/recordStore'
import { describeFrame } from '../blocking/describeFrame'
import { chosenTake, existingShot, shotsInOrder, takeKindOf } from '../lookup'
import { subjectsOf } from '../manifest/manifest'
import { editRegion, type PicturePart } from '../passes/editRegion'
import { keptPassCount } from '../passes/passInputs'
import { planOf, type PassPlan, type PlanReference } from '../passes/passPlan'
import type { GeneratorProfile } from '../passes/profiles'
import { freshnessOf } from './freshness'
import { passPrompts } from './passPrompt'
import { seamPartner, shareStill, type FrameRef } from './sharedStill'

/** A picture that goes along with a call; without a number it is told in words only. */
export interface SendReference extends PlanReference {
  /** Null for the result of a pass that is still to be made, and for what has no picture. */
  readonly mediaId: string | null
}

/** One call as it would be sent. */
export interface SendPass {
  readonly index: number
  /** It stays as it is: nothing it is made from has changed. */
  readonly stays: boolean
  /** It is not made before one of several candidates is picked. */
  readonly waits: boolean
  readonly references: readonly SendReference[]
  readonly prompt: string
  /** Where it may change its base plate; null = anywhere (domain.md 5.14). */
  readonly region: readonly PicturePart[] | null
}

export interface SendStill extends FrameRef {
  readonly shot: Shot
  /** Why it is made; none where there is no take yet, or the user asks for another. */
  readonly causes: readonly string[]
  readonly status: 'missing' | 'stale' | 'fresh'
  readonly passes: readonly SendPass[]
  /** Other ends that will show it too, without a call of their own. */
  readonly also: readonly FrameRef[]
}

/** Everything that pressing "Send" would do, before it is pressed. */
export interface SendPreview {
  readonly stills: readonly SendStill[]
  readonly calls: number
  /** Ends that get the still of another one that is fresh already. */
  readonly shared: readonly { readonly end: FrameRef; readonly of: FrameRef }[]
  /** What no number of passes can be planned for, and why. */
  readonly refused: readonly { readonly end: FrameRef; readonly shot: Shot; readonly reason: string }[]
  /** Stays: nothing it is made from has changed. */
  readonly fresh: number
  /** Stays although its inputs changed: it is approved. */
  readonly approved: readonly FrameRef[]
}

export interface SendRequest {
  readonly scope: 'chosen' | 'stale' | 'all'
  /** All shots of the story where none are named. */
  readonly shotIds?: readonly string[] | undefined
  readonly frames?: readonly ('start' | 'end')[] | undefined
  readonly fromPass?: number | undefined
  /** So many stills of each, to pick from; 1 where nothing is said (domain.md 5.15). */
  readonly candidates?: number | undefined
  /** Of several candidates: the pass after which one is to be picked (domain.md 5.17). */
  readonly stopAfter?: number | undefined
}

/** After which pass candidates stop; null where there is none that they could stop after and none that would follow. */
export const stopOf = (stopAfter: number | undefined, kept: number, passes: number): number | null =>
  stopAfter !== undefined && stopAfter > kept && stopAfter < passes ? stopAfter : null

/** What a request for stills would send to a generator, and what it leaves alone (domain.md 5, 6): the same choices that making them takes. */
export function sendPreview(store: ReadRecords, request: SendRequest, profile: GeneratorProfile): SendPreview {
  const { scope, frames = ['start', 'end'] } = request
  const shots = request.shotIds?.map((id) => existingShot(store, id)) ?? shotsInOrder(store)
  const approved: FrameRef[] = []
  const todo: (FrameRef & Pick<SendStill, 'shot' | 'status' | 'causes'>)[] = []
  let fresh = 0
  for (const shot of shots)
    for (const frame of frames) {
      const end = { shotId: shot.id, frame }
      const { status, locked, causes } = freshnessOf(store, shot.id, takeKindOf(frame))
      if (scope === 'stale' && status === 'missing') continue
      if (status === 'fresh' && scope !== 'chosen') fresh++
      else if (locked) approved.push(end)
      else todo.push({ ...end, shot, causes, status: status === 'fresh' || status === 'missing' ? status : 'stale' })
    }
  const single = scope === 'chosen' && todo.length === 1
  const stands = new Set<string>()
  const taken = new Set<string>()
  const shared: { end: FrameRef; of: FrameRef }[] = []
  const refused: SendPreview['refused'][number][] = []
  const stills: SendStill[] = []
  for (const end of todo) {
    if (taken.has(keyOf(end))) continue
    taken.add(keyOf(end))
    const others = single || end.status === 'fresh' ? [] : othersOf(store, end)
    const source = others.find(
      (other) => (stands.has(keyOf(other)) || isFresh(store, other)) && shareStill(store, other, end),
    )
    if (source) {
      stands.add(keyOf(end))
      shared.push({ end, of: source })
      continue
    }
    const also = othersOf(store, end).filter(
      (other) =>
        todo.some((one) => keyOf(one) === keyOf(other)) && !taken.has(keyOf(other)) && shareStill(store, end, other),
    )
    for (const other of also) taken.add(keyOf(other))
    const { reason, passes } = passesOf(store, end, profile, request, fromPassOf(request, end.status))
    if (reason === null) stills.push({ ...end, passes, also })
    else
      for (const { shotId, frame } of [end, ...also])
        refused.push({ end: { shotId, frame }, shot: existingShot(store, shotId), reason })
  }
  const calls = stills.reduce((sum, still) => sum + sentPasses(still).length, 0)
  return { stills, calls, shared, refused, fresh, approved }
}

/** The passes of a still that are sent now. */
export const sentPasses = ({ passes }: Pick<SendStill, 'passes'>): SendPass[] =>
  passes.filter(({ stays, waits }) => !stays && !waits)

const fromPassOf = ({ scope, fromPass }: SendRequest, status: SendStill['status']) =>
  fromPass ?? (scope === 'chosen' && status === 'fresh' ? 1 : Infinity)

const keyOf = ({ shotId, frame }: FrameRef) => `${shotId}/${frame}`
const isFresh = (store: ReadRecords, { shotId, frame }: FrameRef) =>
  freshnessOf(store, shotId, takeKindOf(frame)).status === 'fresh'

/** The ends that one may share its still with. */
function othersOf(store: ReadRecords, end: FrameRef): FrameRef[] {
  const partner = seamPartner(store, end)
  return [...(partner ? [partner] : []), { shotId: end.shotId, frame: end.frame === 'start' ? 'end' : 'start' }]
}

function passesOf(
  store: ReadRecords,
  { shotId, frame }: FrameRef,
  profile: GeneratorProfile,
  { candidates = 1, stopAfter }: SendRequest,
  fromPass: number,
): { reason: string | null; passes: SendPass[] } {
  const plan = planOf(store, shotId, frame, profile)
  if (plan.refusal) return { reason: plan.refusal.message, passes: [] }
  const prompts = passPrompts(store, shotId, frame, plan, profile)
  const pictures = new Map(subjectsOf(store, shotId, frame).map((s) => [s.asset.id, s.look.mediaId]))
  const { kept, stored, description } = keptToday(store, { shotId, frame }, plan, profile, fromPass)
  const stop = candidates > 1 ? stopOf(stopAfter, kept, plan.passes.length) : null
  return {
    reason: null,
    passes: plan.passes.map((pass, i) => ({
      index: pass.index,
      stays: i < kept,
      waits: stop !== null && pass.index > stop,
      prompt: prompts[i]!,
      region: editRegion(description, pass),
      references: pass.references.map((reference) => ({
        ...reference,
        mediaId:
          reference.pictureId ??
          (reference.assetId !== null
            ? (pictures.get(reference.assetId) ?? null)
            : i === 0
              ? plan.startTake
              : i <= kept
                ? stored[i - 1]!.mediaId
                : null),
      })),
    })),
  }
}

/** How many passes of the chosen take, from the first, keep their pictures when it is made again from a pass on; at least the last one is made. */
export function keptToday(
  store: ReadRecords,
  { shotId, frame }: FrameRef,
  plan: PassPlan,
  profile: GeneratorProfile,
  fromPass: number,
): { kept: number; stored: readonly Pass[]; description: FrameDescription } {
  const take = chosenTake(store, shotId, takeKindOf(frame))
  const stored = take ? store.list('passesOfTake', take.id) : []
  const description = describeFrame(store, shotId, frame)
  const same = keptPassCount(description, plan.passes, profile, stored, plan.startTake)
  return { kept: Math.min(same, fromPass - 1, plan.passes.length - 1), stored, description }
}
