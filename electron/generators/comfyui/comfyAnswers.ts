import { z } from 'zod'

/** What a ComfyUI server answers, as far as it is used (backends.md 1). */

export const uploadedSchema = z.object({
  name: z.string().min(1).max(1000),
  subfolder: z.string().max(1000).default(''),
})

const nodeErrorSchema = z.looseObject({
  class_type: z.string().optional(),
  errors: z.array(z.looseObject({ message: z.string().optional(), details: z.string().optional() })).optional(),
})
export const queuedSchema = z.object({
  prompt_id: z.string().min(1).max(200),
  node_errors: z.record(z.string(), nodeErrorSchema).nullish(),
})
export const refusedSchema = z.object({
  error: z.union([z.string(), z.looseObject({ message: z.string().optional(), details: z.string().optional() })]),
  node_errors: z.record(z.string(), nodeErrorSchema).nullish(),
})
export type NodeErrors = z.infer<typeof queuedSchema>['node_errors']

/** [number, id, graph, extra, outputs]; the id of whoever asked is in extra. */
const queueItemSchema = z
  .array(z.unknown())
  .min(2)
  .transform((item) => ({
    id: String(item[1]),
    clientId: clientIdOf(item[3]),
  }))
const clientIdOf = (extra: unknown): string | null => {
  const id = (extra as { client_id?: unknown } | null | undefined)?.client_id
  return typeof id === 'string' ? id : null
}
export const queueSchema = z.object({
  queue_running: z.array(queueItemSchema),
  queue_pending: z.array(queueItemSchema),
})

const fileSchema = z.object({
  filename: z.string().min(1).max(1000),
  subfolder: z.string().max(1000).default(''),
  type: z.string().max(100).default('output'),
})
export type ComfyFile = z.infer<typeof fileSchema>

const statusSchema = z
  .looseObject({
    status_str: z.string().optional(),
    completed: z.boolean().optional(),
    messages: z.array(z.tuple([z.string(), z.looseObject({})])).optional(),
  })
  .nullish()
const historyEntrySchema = z.looseObject({
  prompt: z
    .array(z.unknown())
    .optional()
    .transform((prompt) => clientIdOf(prompt?.[3])),
  outputs: z
    .record(
      z.string(),
      z.looseObject({
        images: z.array(fileSchema).optional(),
        gifs: z.array(fileSchema).optional(),
        videos: z.array(fileSchema).optional(),
      }),
    )
    .default({}),
  status: statusSchema,
})
export type HistoryEntry = z.infer<typeof historyEntrySchema>
export const historySchema = z.record(z.string(), historyEntrySchema)

export const statsSchema = z.looseObject({
  system: z.looseObject({ comfyui_version: z.string().max(100).optional() }).optional(),
  devices: z.array(z.looseObject({ vram_total: z.number().optional() })).optional(),
})

export const classInfoSchema = z.record(
  z.string(),
  z.looseObject({
    input: z.looseObject({
      required: z.record(z.string(), z.unknown()).optional(),
      optional: z.record(z.string(), z.unknown()).optional(),
    }),
  }),
)

/** A frame of the websocket, as far as it tells of progress or the end. */
export const frameSchema = z.object({
  type: z.string(),
  data: z.looseObject({
    prompt_id: z.string().nullish(),
    value: z.number().nullish(),
    max: z.number().nullish(),
    node: z.string().nullish(),
  }),
})

/** What a preview says of itself. */
export const previewNoteSchema = z.looseObject({ prompt_id: z.string().nullish() })
