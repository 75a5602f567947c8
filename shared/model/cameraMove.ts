import { z } from 'zod'
import { idSchema } from './common'

const cameraMoveKinds = ['push', 'pull', 'pan', 'tilt', 'track'] as const
export const cameraMoveKindSchema = z.enum(cameraMoveKinds)
export type CameraMoveKind = z.infer<typeof cameraMoveKindSchema>

/** The narrowest part of a picture that the camera may come to. */
export const narrowestFraming = 0.1

/** A part of the picture in the picture's own shape: its upper left corner and its width, as fractions of the picture. */
export const framingSchema = z
  .object({
    x: z.number().min(0).max(1),
    y: z.number().min(0).max(1),
    width: z.number().min(narrowestFraming).max(1),
  })
  .refine(({ x, y, width }) => x + width <= 1 + 1e-6 && y + width <= 1 + 1e-6, 'expected a part of the picture')
export type Framing = z.infer<typeof framingSchema>

/** How the camera moves in a shot: what it frames first and last. Its id is that of the shot. */
export const cameraMoveSchema = z.object({
  id: idSchema,
  kind: cameraMoveKindSchema,
  first: framingSchema,
  last: framingSchema,
})
export type CameraMove = z.infer<typeof cameraMoveSchema>
