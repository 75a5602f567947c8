import { z } from 'zod'
import { idSchema, lineSchema, longestNumber, nullableId, orderKeySchema, textSchema } from './common'

export const sceneSchema = z.object({
  id: idSchema,
  orderKey: orderKeySchema,
  /** Shown number; own numbering is kept, so it is text. */
  number: z.string().max(longestNumber),
  /** The heading as written: "INT. LIVING ROOM - NIGHT". */
  heading: z.string().max(1000),
  /** INT, EXT, INT/EXT or empty. */
  intExt: z.enum(['', 'INT', 'EXT', 'INT/EXT']),
  /** The place of the heading without INT./EXT. and time of day. */
  set: z.string().max(1000),
  timeOfDay: z.string().max(100),
  title: z.string().max(1000),
  notes: textSchema,
  /** Flashback or dream: neither receives nor passes on looks (domain.md 2). */
  outOfStoryOrder: z.boolean(),
  /** Taken out of the script by a re-import and put aside; `trayOfId`: the scene that its shots came from one by one (domain.md 11). */
  tray: z.boolean(),
  trayOfId: nullableId,
  scriptId: nullableId,
  sourceStart: lineSchema.nullable(),
  sourceEnd: lineSchema.nullable(),
})
export type Scene = z.infer<typeof sceneSchema>

/** Kept apart from undoable records: survives undo and redo of scene.create (domain.md 9). */
export const sceneStateSchema = z.object({ id: idSchema, assignmentsInitialised: z.boolean() })
export type SceneState = z.infer<typeof sceneStateSchema>
