import { create } from 'zustand'
import { z } from 'zod'
import { markColourSchema, markOpacitySchema, markWidthSchema, type DrawnMark } from '@shared/model/mark'
import { usualMark } from '@shared/domain/marks/markRules'
import { remembered } from '../../../app/remembered'
import type { Point } from '../../../common/point'

const markTools = ['select', 'pen', 'arrow', 'box', 'text', 'eraser'] as const
export type MarkTool = (typeof markTools)[number]

/** With what marks are drawn, and whether they show on the stage. */
const ink = remembered(
  'marks',
  z.object({
    shown: z.boolean().catch(true),
    tool: z.enum(markTools).catch('pen'),
    colour: markColourSchema.catch(usualMark.colour),
    width: markWidthSchema.catch(usualMark.width),
    opacity: markOpacitySchema.catch(usualMark.opacity),
  }),
)
export const useInk = ink.use
export const setInk = ink.set

/** What is being done to the marks of the still that is shown. Not saved, not undoable. */
export interface MarkWork {
  /** Marks are drawn and changed; otherwise the stage is for figures. */
  readonly on: boolean
  readonly selected: readonly string[]
  /** The mark that is being drawn. */
  readonly draft: DrawnMark | null
  /** What the eraser has touched. */
  readonly touched: readonly string[]
  /** How far the selected ones are being moved, as fractions of the frame. */
  readonly way: Point | null
  /** Where the keyboard draws, as fractions of the frame; null = it does not. */
  readonly cursor: Point | null
  /** Where words are being typed. */
  readonly typing: Point | null
}

const idle: Omit<MarkWork, 'on'> = { selected: [], draft: null, touched: [], way: null, cursor: null, typing: null }

export const useMarkWork = create<MarkWork>(() => ({ on: false, ...idle }))
export const setMarkWork = (fields: Partial<MarkWork>): void => useMarkWork.setState(fields)

/** Lets go of what is selected and under way. */
export const dropMarkWork = (): void => setMarkWork(idle)
