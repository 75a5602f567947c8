import type { FramePart } from '@shared/drawing/drawList'
import type { FrameDescription } from '@shared/drawing/frameDescription'
import type { DrawnMark } from '@shared/model/mark'
import type { Point } from '../../../../common/point'
import type { MarkSkin } from '../../marks/neighbourFrame'
import type { StageView } from '../frameGeometry'

/** A mark as it is now, the running gesture counted. */
export interface StageMark extends DrawnMark {
  readonly isSelected: boolean
  /** The eraser takes it away when it is let go. */
  readonly isTouched: boolean
}

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
  /** Marks over the picture, the newest on top. */
  readonly marks: readonly StageMark[]
  /** The neighbour frame under the pen; null = off. */
  readonly skin: MarkSkin | null
  /** Where the keyboard draws, as fractions of the frame. */
  readonly cursor: Point | null
}

/** A part of the stage: draws its share of the state and lets go of everything at the end. */
export interface StageModule {
  sync(state: StageState, density: number): void
  destroy(): void
}
