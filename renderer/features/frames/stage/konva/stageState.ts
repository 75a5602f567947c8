import type { FramePart } from '@shared/drawing/drawList'
import type { FrameDescription } from '@shared/drawing/frameDescription'
import type { StageView } from '../frameGeometry'

/** Everything the stage shows. A new value for each change; equal parts are the same objects. */
export interface StageState {
  readonly view: StageView
  /** The still, the running gesture counted. */
  readonly frame: FrameDescription
  /** Limits it to the passes shown. */
  readonly part: FramePart | undefined
  /** The other end of the shot, for the onion skin; null = off. */
  readonly other: FrameDescription | null
  /** A stored picture instead of the drawing; null = none to show. */
  readonly take: string | null | undefined
  readonly selected: string | null
  readonly thirds: boolean
  readonly theme: string
}

/** A part of the stage: draws its share of the state and lets go of everything at the end. */
export interface StageModule {
  sync(state: StageState, density: number): void
  destroy(): void
}
