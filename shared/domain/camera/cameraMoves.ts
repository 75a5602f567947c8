import type { CameraMove, CameraMoveKind, Framing } from '../../model/cameraMove'
import type { Shot } from '../../model/shot'
import type { Fraction, FrameCount, FrameIndex } from '../../model/units'
import type { Draft } from '../../records/draft'
import type { ReadRecords } from '../../records/recordStore'
import { Refusal } from '../../records/refusal'
import { existingShot } from '../lookup'

/** All of the picture. */
export const wholeFraming: Framing = { x: 0, y: 0, width: 1 }

/** What a move of a kind begins and ends with where nobody said otherwise. */
export const usualMoves: Readonly<Record<CameraMoveKind, Pick<CameraMove, 'first' | 'last'>>> = {
  push: { first: wholeFraming, last: { x: 0.2, y: 0.2, width: 0.6 } },
  pull: { first: { x: 0.2, y: 0.2, width: 0.6 }, last: wholeFraming },
  pan: { first: { x: 0, y: 0.125, width: 0.75 }, last: { x: 0.25, y: 0.125, width: 0.75 } },
  tilt: { first: { x: 0.125, y: 0.25, width: 0.75 }, last: { x: 0.125, y: 0, width: 0.75 } },
  track: { first: { x: 0, y: 0.1, width: 0.8 }, last: { x: 0.2, y: 0.1, width: 0.8 } },
}

/** `shot.setCamera`: how the camera moves in some shots (domain.md 14); a kind of null leaves it still. @throws Refusal NOT_FOUND, CAMERA_STANDS */
export function setCameraMove(
  draft: Draft,
  input: {
    shotIds: readonly string[]
    kind?: CameraMoveKind | null | undefined
    first?: Framing | undefined
    last?: Framing | undefined
  },
): void {
  for (const shotId of new Set(input.shotIds)) {
    const shot = existingShot(draft, shotId)
    const before = draft.get('cameraMoves', shotId)
    const kind = input.kind === undefined ? before?.kind : input.kind
    if (kind === null) {
      if (before) draft.remove('cameraMoves', shotId)
      continue
    }
    if (kind === undefined) throw new Refusal('CAMERA_STANDS', { shot: shot.number })
    const usual = before && before.kind === kind ? before : usualMoves[kind]
    const move = { kind, first: input.first ?? usual.first, last: input.last ?? usual.last }
    if (before) draft.update('cameraMoves', shotId, move)
    else draft.add('cameraMoves', { id: shotId, ...move })
  }
}

const eased = (t: number) => t * t * (3 - 2 * t)

/** Where the camera is after a part of its way. */
function framingBetween({ first, last }: Pick<CameraMove, 'first' | 'last'>, part: Fraction): Framing {
  const mixed = (a: number, b: number) => a + (b - a) * part
  return { x: mixed(first.x, last.x), y: mixed(first.y, last.y), width: mixed(first.width, last.width) }
}

/** What the camera frames at a frame of a shot: it sets off and comes to rest gently. All of the picture where it stands. */
export function framingAt(store: ReadRecords, shotId: string, frame: FrameIndex, frames: FrameCount): Framing {
  const move = store.get('cameraMoves', shotId)
  return move ? framingBetween(move, eased(frames > 1 ? frame / (frames - 1) : 0)) : wholeFraming
}

/** Each half of a split goes its part of the way; a camera that stands stands in both. */
export function splitCamera(draft: Draft, first: Shot, second: Shot, cut: { first: number; second: number }): void {
  const move = draft.get('cameraMoves', first.id)
  if (!move) return
  const middle = framingBetween(move, eased(cut.first / (cut.first + cut.second)))
  draft.add('cameraMoves', { ...move, id: second.id, first: middle })
  draft.update('cameraMoves', first.id, { last: middle })
}

/** A joined shot goes from where the one began to where the other ended. */
export function joinCamera(draft: Draft, kept: Shot, gone: Shot): void {
  const [a, b] = [draft.get('cameraMoves', kept.id), draft.get('cameraMoves', gone.id)]
  if (!b) return
  if (a) draft.update('cameraMoves', kept.id, { last: b.last })
  else draft.add('cameraMoves', { ...b, id: kept.id })
}

/** The move of a shot, for its copy. */
export function copyCamera(draft: Draft, shotId: string, copyId: string): void {
  const move = draft.get('cameraMoves', shotId)
  if (move) draft.add('cameraMoves', { ...move, id: copyId })
}
