import { z } from 'zod'
import { frameEndSchema, idSchema, nullableId, ordinalSchema, textSchema } from './common'

export const promptKindSchema = z.enum(['start', 'end', 'video'])
export type PromptKind = z.infer<typeof promptKindSchema>
export const takeKindSchema = z.enum(['startFrame', 'endFrame', 'video'])
export type TakeKind = z.infer<typeof takeKindSchema>
/** Everything of a shot that can be fresh or stale (domain.md 6). */
export const resultKinds = ['startPrompt', 'endPrompt', 'videoPrompt', 'startFrame', 'endFrame', 'video'] as const
export const resultKindSchema = z.enum(resultKinds)
export type ResultKind = z.infer<typeof resultKindSchema>

/** Inputs a result was made from, as values; keys are fixed paths such as `asset:Alice/look`. */
export const snapshotSchema = z.record(z.string(), z.unknown())
export type Snapshot = z.infer<typeof snapshotSchema>

/** One version of a prompt: written by the writer, an LLM or the user. The newest stands; all are kept. */
export const promptVersionSchema = z.object({
  id: idSchema,
  shotId: idSchema,
  prompt: promptKindSchema,
  ordinal: ordinalSchema,
  /** Text with mention tokens, see domain/mentions. */
  text: textSchema,
  /** Written by the user's hand. */
  edited: z.boolean(),
  generatorId: idSchema,
  inputs: snapshotSchema,
  digest: z.string().max(100),
})
export type PromptVersion = z.infer<typeof promptVersionSchema>

/** The numbering that was sent, kept with the take. */
export const sentReferenceSchema = z.object({
  index: z.number().int().nullable(),
  assetId: nullableId,
  name: z.string(),
  type: z.string(),
  role: z.string(),
  mediaId: nullableId,
})
export type SentReference = z.infer<typeof sentReferenceSchema>

/** A finished version of a frame or video. Made by jobs or imports; no undoable command changes one. */
export const takeSchema = z.object({
  id: idSchema,
  /** The shot it was made for; takePlaces may show it elsewhere. */
  shotId: idSchema,
  kind: takeKindSchema,
  ordinal: ordinalSchema,
  mediaId: idSchema,
  generatorId: idSchema,
  /** Revision of the generator profile it was made under. */
  profileRevision: z.number().int().nonnegative(),
  /** Dropped in by the user, not generated. */
  imported: z.boolean(),
  /** Unix time in ms, told by the host's clock. */
  madeAt: z.number().int().nonnegative(),
  prompt: textSchema,
  references: z.array(sentReferenceSchema),
  inputs: snapshotSchema,
  digest: z.string().max(100),
})
export type Take = z.infer<typeof takeSchema>

/** One stored generator call of a multi-pass take (domain.md 5). */
export const passSchema = z.object({
  id: idSchema,
  takeId: idSchema,
  /** From 1. */
  index: z.number().int().positive(),
  mediaId: idSchema,
  generatorId: idSchema,
  prompt: textSchema,
  references: z.array(sentReferenceSchema),
  inputs: snapshotSchema,
  digest: z.string().max(100),
})
export type Pass = z.infer<typeof passSchema>

/** Where a take shows after splits and joins; its id is the take's. Undoable, apart from the take itself. */
export const takePlaceSchema = z.object({
  id: idSchema,
  shotId: nullableId,
  kind: takeKindSchema,
  detached: z.boolean(),
})
export type TakePlace = z.infer<typeof takePlaceSchema>

/** The user's choice of take; its id is `shotId:kind`. Without one the newest stands. */
export const takeChoiceSchema = z.object({ id: idSchema, shotId: idSchema, kind: takeKindSchema, takeId: nullableId })
export type TakeChoice = z.infer<typeof takeChoiceSchema>

/** What the user said of a result; its id is the take's or prompt version's. */
export const resultMarkSchema = z.object({
  id: idSchema,
  locked: z.boolean(),
  /** "Still good": the inputs it was accepted with. */
  accepted: z.object({ inputs: snapshotSchema, digest: z.string() }).nullable(),
})
export type ResultMark = z.infer<typeof resultMarkSchema>

/** A plan the user changed; its id is `shotId:frame`. */
export const planEditSchema = z.object({
  id: idSchema,
  shotId: idSchema,
  frame: frameEndSchema,
  passes: z
    .array(z.object({ assetIds: z.array(idSchema), note: textSchema }))
    .min(1)
    .max(50),
})
export type PlanEdit = z.infer<typeof planEditSchema>
