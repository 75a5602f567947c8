import { z } from 'zod'
import { assetTypeSchema } from '../../model/asset'
import { frameSideSchema } from '../../model/assignment'
import { idSchema, nameSchema, positionSchema, textSchema } from '../../model/common'
import { shotAngleSchema, shotSizeSchema } from '../../model/shot'

const sidePx = z.number().int().min(1).max(32_768)

/** A picture a frame is drawn from: the working copy, by its media id. Width and height in pixels. */
export const pictureRefSchema = z.object({ mediaId: idSchema, width: sidePx, height: sidePx, alpha: z.boolean() })
export type PictureRef = z.infer<typeof pictureRefSchema>

/** One visible character or prop (or a second location) and how it stands in the still. */
export const frameSubjectSchema = z.object({
  assetId: idSchema,
  name: nameSchema,
  type: assetTypeSchema,
  lookName: z.string().max(200),
  /** The effective description of the look in force; drawn figures are read from its words. */
  traits: textSchema,
  /** Feet or base, fractions of the frame. */
  x: positionSchema,
  y: positionSchema,
  /** Height as a fraction of the frame's height. */
  scale: z.number().positive().max(10),
  /** False faces right, true faces left. */
  flip: z.boolean(),
  /** Greater is nearer to the camera. */
  depth: z.number().min(-1000).max(1000),
  /** null = a drawn placeholder figure. */
  picture: pictureRefSchema.nullable(),
  /** The edge it is moved to touch, for a still in the midst of an entrance or exit; null = where it stands. */
  entering: frameSideSchema.nullable(),
  /** A drawn figure that sits; left out for those who stand. */
  sits: z.literal(true).optional(),
  /** "sits on the couch" */
  action: textSchema,
})
export type FrameSubject = z.infer<typeof frameSubjectSchema>

export const frameLocationSchema = z.object({
  assetId: idSchema,
  name: nameSchema,
  /** INT, EXT, INT/EXT or empty. */
  intExt: z.string().max(20),
  timeOfDay: z.string().max(100),
  /** The effective description of the look in force; it is sent, not drawn. */
  traits: textSchema.optional(),
  /** null = a drawn set. */
  picture: pictureRefSchema.nullable(),
})
export type FrameLocation = z.infer<typeof frameLocationSchema>

/** Everything needed to draw one still; no shot ids, no paths, so equal frames are equal values. */
export const frameDescriptionSchema = z.object({
  /** Pixels. */
  width: sidePx,
  height: sidePx,
  size: shotSizeSchema.nullable(),
  angle: shotAngleSchema.nullable(),
  location: frameLocationSchema.nullable(),
  /** Further locations of the frame: sent as references, not drawn. Left out without any. */
  moreLocations: z.array(frameLocationSchema).max(500).optional(),
  /** The place of the scene heading. */
  setName: z.string().max(1000),
  /** In manifest order. */
  subjects: z.array(frameSubjectSchema).max(500),
  showNames: z.boolean(),
})
export type FrameDescription = z.infer<typeof frameDescriptionSchema>
