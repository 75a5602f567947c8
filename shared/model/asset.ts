import { z } from 'zod'
import { idSchema, nameSchema, nullableId, ordinalSchema, textSchema } from './common'

export const assetTypeSchema = z.enum(['character', 'location', 'prop'])
export type AssetType = z.infer<typeof assetTypeSchema>
/** Manifest order (domain.md 3). */
export const assetTypes = assetTypeSchema.options

/** Another name of the asset; bound to a look when a merge made it (the gnome he turns into). */
export const aliasSchema = z.object({ name: nameSchema, lookId: nullableId })
export type Alias = z.infer<typeof aliasSchema>

export const assetSchema = z.object({
  id: idSchema,
  type: assetTypeSchema,
  name: nameSchema,
  aliases: z.array(aliasSchema).max(500),
  description: textSchema,
  /** First appearance: given at creation, never changed. */
  ordinal: ordinalSchema,
  /** Smaller goes first within the type; null goes last (domain.md 3, 5). */
  rank: z.number().nullable(),
  /** Marked as key character by the user. */
  key: z.boolean(),
  defaultLookId: idSchema,
  deleted: z.boolean(),
  /** The asset this one was merged into; set while the merge stands. */
  mergedIntoId: nullableId,
})
export type Asset = z.infer<typeof assetSchema>

/** The pictures of a turnaround: of a person or thing from three sides, and a sheet of expressions. */
export const lookViewSchema = z.enum(['front', 'side', 'back', 'expressions'])
export type LookView = z.infer<typeof lookViewSchema>
export const lookViews = lookViewSchema.options

/** Further pictures of a look. That of the view that is sent is empty: it is `mediaId`. */
const turnaround = { frontId: nullableId, sideId: nullableId, backId: nullableId, expressionsId: nullableId }

export const lookSchema = z.object({
  id: idSchema,
  assetId: idSchema,
  name: nameSchema,
  description: textSchema,
  /** The reference picture, which is sent: a media id, or null. */
  mediaId: nullableId,
  /** What the reference picture shows. */
  view: lookViewSchema,
  ...turnaround,
  ordinal: ordinalSchema,
  /** A picture was replaced after the description was written: "check the description", while there is a picture (domain.md 2). */
  checkDescription: z.boolean(),
})
export type Look = z.infer<typeof lookSchema>

/** An asset's use in a scene. */
export const sceneAssetInstanceSchema = z.object({
  id: idSchema,
  sceneId: idSchema,
  assetId: idSchema,
  /** The look it starts the scene in; null = carried or default look. */
  lookId: nullableId,
  /** Overrides the look's description in this scene; null = none. */
  description: textSchema.nullable(),
})
export type SceneAssetInstance = z.infer<typeof sceneAssetInstanceSchema>
