import type { Axis, SceneSpan } from './axis'

/** A place in a shot: the shot's slot and the fraction of it. */
export interface PlaceOnAxis {
  readonly slot: number
  readonly at: number
}

/** What a drag snaps to; named while it does. */
export interface SnapTarget extends PlaceOnAxis {
  readonly name: string
}

/** Nearer than this a drag snaps, in pixels; what comes of it is whole frames. */
const snapPx = 6

export const pxOf = (axis: Axis, { slot, at }: PlaceOnAxis): number => axis.leftOf(slot) + at * axis.widthOf(slot)

/** Where on a scene's shots a pixel lies, in whole frames; before and after the scene it is the scene's end. */
export function placeAt(axis: Axis, { first, last }: SceneSpan, px: number): PlaceOnAxis {
  const slot = Math.min(last, Math.max(first, axis.at(px)))
  const { durationFrames } = axis.slots[slot]!.shot
  const at = Math.min(1, Math.max(0, (px - axis.leftOf(slot)) / axis.widthOf(slot)))
  return { slot, at: Math.round(at * durationFrames) / durationFrames }
}

/** The same, snapped to the cut or other target within reach, the nearest first. Without targets beside the cuts `others` is empty. */
export function snappedPlace(
  axis: Axis,
  span: SceneSpan,
  px: number,
  others: readonly SnapTarget[],
): PlaceOnAxis & { readonly snappedTo: string | null } {
  const place = placeAt(axis, span, px)
  const { shot } = axis.slots[place.slot]!
  const targets: SnapTarget[] = [
    { slot: place.slot, at: 0, name: `start of shot ${shot.number}` },
    { slot: place.slot, at: 1, name: `end of shot ${shot.number}` },
    ...others,
  ]
  let best: SnapTarget | null = null
  for (const target of targets) {
    const distance = Math.abs(pxOf(axis, target) - px)
    if (distance <= snapPx && (!best || distance < Math.abs(pxOf(axis, best) - px))) best = target
  }
  return best ? { slot: best.slot, at: best.at, snappedTo: best.name } : { ...place, snappedTo: null }
}

/** A frame of a shot as its place; frames before its start or after its end lie in the neighbours of the same scene. */
export function placeOfFrame({ slots }: Axis, slot: number, frame: number): PlaceOnAxis {
  let at = frame
  let i = slot
  while (at < 0 && !slots[i]!.firstOfScene) at += slots[--i]!.shot.durationFrames
  while (at > slots[i]!.shot.durationFrames && !slots[i]!.lastOfScene) at -= slots[i++]!.shot.durationFrames
  return { slot: i, at: Math.min(1, Math.max(0, at / slots[i]!.shot.durationFrames)) }
}
