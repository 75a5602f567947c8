import type { FrameEnd } from '../../model/common'
import type { SentReference, Take } from '../../model/result'
import type { Shot } from '../../model/shot'
import type { Draft } from '../../records/draft'
import { Refusal } from '../../records/refusal'
import type { ReadRecords } from '../../records/recordStore'
import { secondsText } from '../../language/unitWords'
import { chosenTake, existingShot, settingsOf, takeKindOf } from '../lookup'
import { lengthOf, type ClipMaker } from '../passes/clipMakers'
import { clipDialect } from '../prompts/dialect'
import { renderPrompt } from '../prompts/renderPrompt'
import { framesToSeconds } from '../time/frames'
import { chooseMade } from './chooseMade'
import { inputsDigest } from './compareInputs'
import { freshnessOf, type Status } from './freshness'
import { inputsOf, sentText, type Inputs } from './resultInputs'

/** A still that a clip begins or ends with. */
export interface Keyframe {
  readonly frame: FrameEnd
  readonly takeId: string
  readonly mediaId: string
}

/** What the clip of a shot is made from, and how long it is made. */
export interface ClipPlan {
  readonly shot: Shot
  /** The start still, and the end still where the generator takes one. */
  readonly keyframes: readonly Keyframe[]
  readonly prompt: string
  /** How long the shot lasts. */
  readonly seconds: number
  /** How long the clip is made: longer where the model has no such length; it is trimmed to the shot (domain.md 5.12). */
  readonly madeSeconds: number
  readonly inputs: Inputs
}

/**
 * The clip of a shot as a generator makes it: from the chosen stills and the motion prompt (domain.md 5.12).
 * @throws Refusal CLIP_NEEDS_STILL without a still, CLIP_TOO_LONG for a shot that is longer than the generator makes clips
 */
export function clipPlan(store: ReadRecords, shotId: string, maker: ClipMaker): ClipPlan {
  const shot = existingShot(store, shotId)
  const frames: FrameEnd[] = maker.clip?.lastFrame === false ? ['start'] : ['start', 'end']
  const keyframes = frames.map((frame): Keyframe => {
    const take = chosenTake(store, shotId, takeKindOf(frame))
    if (!take) throw new Refusal('CLIP_NEEDS_STILL', { shot: shot.number, frame })
    return { frame, takeId: take.id, mediaId: take.mediaId }
  })
  const seconds = framesToSeconds(shot.durationFrames, settingsOf(store).fps)
  const madeSeconds = maker.clip ? lengthOf(maker.clip.lengths, seconds) : seconds
  if (madeSeconds === null) {
    const { longest, fps } = maker.clip!.lengths
    throw new Refusal('CLIP_TOO_LONG', {
      shot: shot.number,
      seconds: secondsText(seconds),
      generator: maker.name,
      longest: secondsText(longest / fps),
    })
  }
  return {
    shot,
    keyframes,
    prompt: clipDialect(
      renderPrompt(store, shotId, 'video', sentText(store, shotId, 'video'), undefined, maker.traits),
      maker.kind,
      keyframes.length,
    ),
    seconds,
    madeSeconds,
    inputs: inputsOf(store, shotId, 'video'),
  }
}

/** What a request does about the clip of a shot; null where it does not mean it. Without a plan it stays as it is, and `reason` says why. */
export function clipToMake(
  store: ReadRecords,
  shotId: string,
  scope: 'chosen' | 'stale' | 'all',
  maker: ClipMaker,
): { status: Status; causes: readonly string[]; plan: ClipPlan | null; reason: string; locked: boolean } | null {
  const { status, locked, causes } = freshnessOf(store, shotId, 'video')
  if (scope === 'stale' && status === 'missing') return null
  const told = { status, locked, causes }
  if (status === 'fresh' && scope !== 'chosen') return { ...told, plan: null, reason: 'its inputs did not change' }
  if (locked) return { ...told, status: 'stale', plan: null, reason: 'approved; unlock it to make it again' }
  try {
    return { ...told, plan: clipPlan(store, shotId, maker), reason: '' }
  } catch (error) {
    if (error instanceof Refusal) return { ...told, plan: null, reason: error.message }
    throw error
  }
}

/** A clip as it was made. */
export interface MadeClip extends Pick<ClipPlan, 'keyframes' | 'prompt' | 'inputs'> {
  readonly shotId: string
  readonly maker: Pick<ClipMaker, 'id' | 'revision'>
  readonly mediaId: string
  /** It is as long and as wide as was asked for; one that is not never covers a fresh one. */
  readonly fits: boolean
  /** Unix time in ms, told by the host's clock. */
  readonly madeAt: number
}

/** A clip that was made becomes a take, and stands unless one that is fresh or approved stays (domain.md 5.12, 6.8). */
export function keepClip(draft: Draft, made: MadeClip): Take {
  const { shotId, maker, inputs } = made
  const standing = chosenTake(draft, shotId, 'video')
  const references = made.keyframes.map(({ frame, mediaId }, i): SentReference => ({
    index: i + 1,
    assetId: null,
    name: frame === 'start' ? 'Start frame' : 'End frame',
    type: 'frame',
    role: frame === 'start' ? 'first' : 'last',
    mediaId,
  }))
  const take = draft.add('takes', {
    id: draft.newId(),
    shotId,
    kind: 'video',
    ordinal: draft.nextOrdinal('takes'),
    mediaId: made.mediaId,
    generatorId: maker.id,
    profileRevision: maker.revision,
    imported: false,
    madeAt: made.madeAt,
    prompt: made.prompt,
    references,
    inputs,
    digest: inputsDigest(inputs),
  })
  chooseMade(draft, take, standing, { fits: made.fits })
  return take
}
