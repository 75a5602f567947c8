import { wholeFigure, type Shown } from '../../model/transformation'
import type { FrameEnd } from '../../model/common'
import type { PromptKind, ResultKind, TakeKind } from '../../model/result'
import type { Draft } from '../../records/draft'
import { Refusal } from '../../records/refusal'
import { resultSource } from './freshness'
import { inputsDigest } from './compareInputs'
import { frameOfTake, inputsOf, promptInputs, promptOfResult, writtenPrompt } from './resultInputs'
import { existingShot, takesOf } from '../lookup'
import { generatorFor } from '../passes/stageProfile'
import { tokenisePrompt } from '../prompts/renderPrompt'
import { followSeam, setTakeChoice } from './sharedStill'

/** `prompt.edit`: the user's words, or those of a generator that he took, become a new version, fresh by today's inputs; every version stays (domain.md 4). */
export function editPrompt(
  draft: Draft,
  input: { shotId: string; prompt: PromptKind; text: string; by?: string | undefined },
): void {
  existingShot(draft, input.shotId)
  if (input.by !== undefined) generatorFor(draft, input.by, 'words')
  addPromptVersion(
    draft,
    input.shotId,
    input.prompt,
    tokenisePrompt(draft, input.shotId, input.prompt, input.text),
    input.by === undefined,
    input.by ?? 'user',
  )
}

/** `prompt.regenerate`: the deterministic writer writes it again; the hand edit stays as an older version. */
export function regeneratePrompt(draft: Draft, input: { shotId: string; prompt: PromptKind }): void {
  existingShot(draft, input.shotId)
  addPromptVersion(draft, input.shotId, input.prompt, writtenPrompt(draft, input.shotId, input.prompt), false, 'writer')
}

export function addPromptVersion(
  draft: Draft,
  shotId: string,
  prompt: PromptKind,
  text: string,
  edited: boolean,
  generatorId: string,
): void {
  const inputs = promptInputs(draft, shotId, prompt)
  draft.add('promptVersions', {
    id: draft.newId(),
    shotId,
    prompt,
    ordinal: draft.nextOrdinal('promptVersions'),
    text,
    edited,
    generatorId,
    inputs,
    digest: inputsDigest(inputs),
  })
}

/** `take.choose`: which take stands; null = none. A still that is shared over a seam stands on both sides of it (domain.md 7). */
export function chooseTake(draft: Draft, input: { shotId: string; kind: TakeKind; takeId: string | null }): void {
  const { shotId, kind, takeId } = input
  existingShot(draft, shotId)
  const take = takesOf(draft, shotId, kind).find((t) => t.id === takeId)
  if (takeId !== null && !take) throw new Refusal('STALE_TAKE')
  setTakeChoice(draft, shotId, kind, takeId)
  if (take && kind !== 'video') followSeam(draft, take, { shotId, frame: frameOfTake(kind) })
}

/** `take.lock`: approves a take; batch runs then never replace it. */
export function lockTake(draft: Draft, input: { takeId: string; locked: boolean }): void {
  if (!draft.get('takes', input.takeId)) throw new Refusal('NOT_FOUND', { what: 'The take' })
  if (draft.get('resultMarks', input.takeId)) draft.update('resultMarks', input.takeId, { locked: input.locked })
  else draft.add('resultMarks', { id: input.takeId, locked: input.locked, accepted: null })
}

/** `result.acceptInputs`: "still good" — the result counts as made from today's inputs (domain.md 6). */
export function acceptInputs(draft: Draft, input: { shotId: string; result: ResultKind }): void {
  existingShot(draft, input.shotId)
  const source = resultSource(draft, input.shotId, input.result)
  if (!source) throw new Refusal('NOT_FOUND', { what: 'The result' })
  const inputs = inputsOf(draft, input.shotId, input.result, promptOfResult[input.result] ? undefined : source)
  const accepted = { inputs, digest: inputsDigest(inputs) }
  if (draft.get('resultMarks', source.id)) draft.update('resultMarks', source.id, { accepted })
  else draft.add('resultMarks', { id: source.id, locked: false, accepted })
}

/** `blocking.set`: where an asset stands in one still. Fields left out keep what stands or the default. */
export function setBlocking(
  draft: Draft,
  input: {
    assignmentId: string
    frame: FrameEnd
    x?: number | undefined
    y?: number | undefined
    scale?: number | undefined
    flip?: boolean | undefined
    depth?: number | undefined
    shown?: Shown | undefined
    reset?: boolean | undefined
  },
  defaults: { x: number; y: number; scale: number; flip: boolean; depth: number },
): void {
  const assignment = draft.get('assignments', input.assignmentId)
  if (!assignment) throw new Refusal('NOT_FOUND', { what: 'The assignment' })
  const current = draft.first('blockingOf', `${assignment.shotId}/${assignment.sceneAssetInstanceId}/${input.frame}`)
  if (input.reset) {
    if (current) draft.remove('blockings', current.id)
    return
  }
  const { x, y, scale, flip, depth, shown } = input
  if (current) draft.update('blockings', current.id, { x, y, scale, flip, depth, shown, heldBy: null })
  else
    draft.add('blockings', {
      ...wholeFigure,
      id: draft.newId(),
      shotId: assignment.shotId,
      sceneAssetInstanceId: assignment.sceneAssetInstanceId,
      frame: input.frame,
      x: x ?? defaults.x,
      y: y ?? defaults.y,
      scale: scale ?? defaults.scale,
      flip: flip ?? defaults.flip,
      depth: depth ?? defaults.depth,
      shown: shown ?? 'full',
    })
}
