import { create } from 'zustand'
import type { Placement } from '@shared/domain/blocking/blockingMember'
import type { Point } from '../../../common/point'

/** A figure while it is being moved; nothing of it is saved before the gesture ends. */
export interface FigureDraft extends Placement {
  readonly assetId: string
}

/** How the Frames view and its inspector look at the frame together. Not saved, not undoable. */
export interface FramesState {
  /** The blocking as it would be drawn now, or the stored picture. */
  readonly preview: 'blocking' | 'take'
  readonly thirds: boolean
  readonly onion: boolean
  /** Asset of the selected figure. */
  readonly selected: string | null
  /** The pass up to which the frame is shown; null = all. */
  readonly upTo: number | null
  readonly zoom: number
  /** View pixels. */
  readonly pan: Point
  readonly draft: FigureDraft | null
  /** Takes that are looked at side by side, the first being what the others are compared with; null = the stage. */
  readonly compared: readonly string[] | null
}

export const useFrames = create<FramesState>(() => ({
  preview: 'blocking',
  thirds: false,
  onion: false,
  selected: null,
  upTo: null,
  zoom: 1,
  pan: { x: 0, y: 0 },
  draft: null,
  compared: null,
}))

export const setFrames = (fields: Partial<FramesState>): void => useFrames.setState(fields)
