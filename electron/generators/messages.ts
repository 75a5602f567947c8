import { z } from 'zod'
import { frameDescriptionSchema } from '@shared/drawing/frameDescription'
import { printDocumentSchema } from '@shared/drawing/print/printDocument'
import { idSchema, textSchema } from '@shared/model/common'
import { drawnMarkSchema } from '@shared/model/mark'
import { soundSchema } from '@shared/model/sound'
import { profileSchema } from '@shared/model/profile'
import { worldFaultKinds } from '@shared/records/worldErrors'
import { errorClasses } from './generatorContract'
import type { CancelRequest, GeneratorAnswer, GeneratorRequest } from './generatorContract'

const pathSchema = z.string().min(1).max(4096)
const sizeSchema = z.number().int().positive()
const formatShape = {
  mime: z.string().max(100),
  ext: z.string().regex(/^[a-z0-9]{1,8}$/),
  width: sizeSchema,
  height: sizeSchema,
}

const marksSchema = z.array(drawnMarkSchema).max(10_000)
const keySchema = z.string().min(1).max(10_000).nullable()
const handleSchema = z.string().min(1).max(1000)

const passRequestSchema = z.strictObject({
  index: z.number().int().positive(),
  location: z.boolean(),
  assetIds: z.array(idSchema).max(500),
  basePlate: pathSchema.nullable(),
  note: textSchema,
})

const shareSchema = z.number().min(0).max(1)
const partSchema = z.strictObject({ x: shareSchema, y: shareSchema, width: shareSchema, height: shareSchema })

/** What every call of a service holds. */
const sentShape = {
  id: idSchema,
  profile: profileSchema,
  key: keySchema,
  callId: z.uuid(),
  handle: handleSchema.nullable(),
  maybeSent: z.boolean(),
  askOnly: z.boolean(),
  prompt: textSchema,
  width: sizeSchema,
  height: sizeSchema,
  seed: z.number().int().nonnegative(),
  outFolder: pathSchema,
}

/** Main process -> generator process. */
export const requestSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('frame'),
    id: idSchema,
    generatorId: idSchema,
    frame: frameDescriptionSchema,
    passes: z.array(passRequestSchema).min(1).max(50),
    media: z.record(z.string(), z.strictObject({ path: pathSchema, hash: z.string().max(100) })),
    outFolder: pathSchema,
  }),
  z.strictObject({
    type: z.literal('call'),
    index: z.number().int().positive(),
    ...sentShape,
    references: z
      .array(
        z.strictObject({
          index: z.number().int().positive(),
          name: z.string().max(1000),
          path: pathSchema,
          marks: marksSchema.optional(),
        }),
      )
      .max(64),
    region: z.array(partSchema).min(1).max(500).nullable(),
  }),
  z.strictObject({
    type: z.literal('clip'),
    ...sentShape,
    seconds: z.number().positive().max(3600),
    keyframes: z
      .array(z.strictObject({ at: z.number().min(0).max(1), path: pathSchema }))
      .min(1)
      .max(10),
  }),
  z.strictObject({ type: z.literal('clipFile'), id: idSchema, path: pathSchema }),
  z.strictObject({
    type: z.literal('ask'),
    id: idSchema,
    profile: profileSchema,
    key: keySchema,
    system: textSchema,
    turns: z
      .array(z.strictObject({ role: z.enum(['user', 'assistant']), content: textSchema }))
      .min(1)
      .max(10),
    schema: z.record(z.string(), z.unknown()),
  }),
  z.strictObject({ type: z.literal('test'), id: idSchema, profile: profileSchema, key: keySchema }),
  z.strictObject({
    type: z.literal('picture'),
    id: idSchema,
    path: pathSchema,
    outFolder: pathSchema,
    cutOut: z.boolean().optional(),
  }),
  z.strictObject({
    type: z.literal('thumbnail'),
    id: idSchema,
    path: pathSchema,
    width: sizeSchema.max(4096).optional(),
    form: z.enum(['png', 'jpeg', 'webp']).optional(),
    out: pathSchema,
  }),
  z.strictObject({
    type: z.literal('marks'),
    id: idSchema,
    marks: marksSchema,
    width: sizeSchema.max(16_384),
    height: sizeSchema.max(16_384),
    out: pathSchema,
  }),
  z.strictObject({ type: z.literal('pdf'), id: idSchema, path: pathSchema }),
  z.strictObject({ type: z.literal('sound'), id: idSchema, path: pathSchema }),
  z.strictObject({
    type: z.literal('print'),
    id: idSchema,
    document: printDocumentSchema,
    dpi: z.number().min(36).max(1200),
    jpeg: z.number().int().min(1).max(100),
    media: z.record(z.string(), z.strictObject({ path: pathSchema, hash: z.string().max(100) })),
    out: pathSchema,
  }),
  z.strictObject({ type: z.literal('cancel'), id: idSchema }),
]) satisfies z.ZodType<GeneratorRequest | CancelRequest>

/** Generator process -> main process. */
export const answerSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('progress'),
    id: idSchema,
    value: z.number().min(0).max(1),
    text: z.string().max(1000),
  }),
  z.strictObject({
    type: z.literal('passDone'),
    id: idSchema,
    index: z.number().int().positive(),
    path: pathSchema,
    ...formatShape,
  }),
  z.strictObject({
    type: z.literal('clipDone'),
    id: idSchema,
    path: pathSchema,
    seconds: z.number().positive(),
    ...formatShape,
  }),
  z.strictObject({
    type: z.literal('pictureDone'),
    id: idSchema,
    original: z.strictObject({ ...formatShape, alpha: z.boolean() }),
    working: z.strictObject({ path: pathSchema, ...formatShape, alpha: z.boolean() }).nullable(),
    note: z.string().max(1000),
  }),
  z.strictObject({ type: z.literal('pdfDone'), id: idSchema, text: z.string().max(20_000_000) }),
  z.strictObject({
    type: z.literal('soundDone'),
    mime: formatShape.mime,
    ext: formatShape.ext,
    ...soundSchema.shape,
    id: idSchema,
  }),
  z.strictObject({
    type: z.literal('printDone'),
    id: idSchema,
    pages: z.number().int().positive(),
    lacking: z.string().max(10_000),
    unread: z.number().int().nonnegative(),
  }),
  z.strictObject({ type: z.literal('handle'), id: idSchema, handle: handleSchema }),
  z.strictObject({ type: z.literal('preview'), id: idSchema, picture: z.base64().max(400_000) }),
  z.strictObject({ type: z.literal('answered'), id: idSchema, text: z.string().max(5_000_000) }),
  z.strictObject({ type: z.literal('testDone'), id: idSchema, text: z.string().max(10_000) }),
  z.strictObject({ type: z.literal('done'), id: idSchema }),
  z.strictObject({
    type: z.literal('failed'),
    id: idSchema,
    class: z.enum(errorClasses),
    message: z.string().max(10_000),
    waitMs: z.number().nonnegative().optional(),
    fault: z.enum(worldFaultKinds).optional(),
    unsent: z.boolean().optional(),
  }),
]) satisfies z.ZodType<GeneratorAnswer>
