import { z } from 'zod'
import { assetTypeSchema } from '../model/asset'
import { idSchema, nameSchema, positionSchema, textSchema } from '../model/common'
import { shotAngleSchema, shotSizeSchema } from '../model/shot'
import { poses } from '../language/lexicon/poses'
import { weathers } from '../language/lexicon/weathers'

const sidePx = z.number().int().min(1).max(32_768)
const frameSidePx = z.number().int().min(1).max(4096)

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
  /** What a drawn figure does; left out for those who only stand, and for pictures. */
  pose: z.enum(poses).optional(),
  /** A drawn figure that sits while its arms do something else. */
  seated: z.literal(true).optional(),
  /** What a drawn figure has in hand by the words of the shot, where nothing else stands for it: "two cold beers". */
  inHand: z.string().max(200).optional(),
  /** Where a drawn figure looks, if not the way its body faces: over its shoulder, or into the camera. */
  gaze: z.enum(['back', 'camera']).optional(),
  /** A drawn figure that speaks or laughs. */
  mouth: z.enum(['speaks', 'laughs']).optional(),
  /** Sets drawn figures apart whose clothes nobody described. */
  tone: z.number().int().min(0).max(1000).optional(),
  /** Whose figure it has, where that is not its own: of two names that may be one person. */
  drawnAs: z.object({ assetId: idSchema, name: nameSchema }).optional(),
  /** A drawn figure seen from behind. */
  fromBehind: z.literal(true).optional(),
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
  /** Pixels; a still is drawn in this size. */
  width: frameSidePx,
  height: frameSidePx,
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
  /** Through whose eyes or what glass it is seen; left out where nobody looks. */
  seenThrough: z.enum(['eyes', 'scope', 'binoculars']).optional(),
  /** The lines of a card with nothing on it but words. */
  title: z.array(z.string().max(200)).max(12).optional(),
  /** Left out in fair weather. */
  weather: z.enum(weathers).optional(),
})
export type FrameDescription = z.infer<typeof frameDescriptionSchema>
