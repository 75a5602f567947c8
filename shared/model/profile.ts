import { z } from 'zod'
import { idSchema, nameSchema, ordinalSchema } from './common'

/** Kinds of remote generators that a profile can be of. What follows from one is in `domain/passes/profileKinds`. */
export const profileKindSchema = z.enum([
  'comfyui',
  'openai-images',
  'gemini-images',
  'runway-images',
  'comfyui-video',
  'gemini-video',
  'veo',
  'runway-video',
  'openai-chat',
  'ollama',
])
export type ProfileKind = z.infer<typeof profileKindSchema>

/** The profile of the compositor, which every project has. */
export const localProfileId = 'local'

/** What a model can take; the pass plan obeys it (domain.md 5.2). */
export const profileCapsSchema = z.object({
  /** Pictures in a single call, the base plate counted. */
  maxImages: z.number().int().min(1).max(64),
  /** Of those, pictures of people and pictures of anything else; null = not counted apart. */
  maxHumans: z.number().int().min(0).max(64).nullable(),
  maxObjects: z.number().int().min(0).max(64).nullable(),
  newSubjectsPerPass: z.number().int().min(1).max(64),
  maxPasses: z.number().int().min(1).max(50),
  traits: z.boolean(),
  suggestsEndFromStart: z.boolean(),
  /** Is it sent the marks over a still, as a picture? */
  takesMarks: z.boolean(),
})
export type ProfileCaps = z.infer<typeof profileCapsSchema>

/** An input of a node of a ComfyUI workflow. */
export const nodeInputSchema = z.object({ node: z.string().min(1).max(200), input: z.string().min(1).max(200) })
export type NodeInput = z.infer<typeof nodeInputSchema>

/** Where in a workflow goes what is sent, and where the picture comes out (backends.md 1). Null: the workflow decides. */
export const nodeMapSchema = z.object({
  prompt: nodeInputSchema.nullable(),
  /** The i-th picture that is sent goes to the i-th of these. */
  images: z.array(nodeInputSchema).max(64),
  width: nodeInputSchema.nullable(),
  height: nodeInputSchema.nullable(),
  seed: nodeInputSchema.nullable(),
  /** How many frames a clip has. */
  length: nodeInputSchema.nullable(),
  /** Where may be drawn: a picture that is white there and black elsewhere. */
  mask: nodeInputSchema.nullable(),
  /** The node whose picture comes back. */
  output: z.string().min(1).max(200).nullable(),
})
export type NodeMap = z.infer<typeof nodeMapSchema>

/**
 * How a service is told where a pass may change its base plate: not at all, by a mask that is transparent there, or by frames that are laid over the picture
 * (backends.md 2). A workflow of ComfyUI tells it by a node of its own.
 */
export const boxFormSchema = z.enum(['none', 'mask', 'markup'])
export type BoxForm = z.infer<typeof boxFormSchema>

/** A workflow as it was exported, and the file it came from. */
export const workflowFileSchema = z.object({ file: z.string().max(500), text: z.string().max(4_000_000) })

/** What a call costs by the provider's list, and the day somebody looked, as 2026-11-29. */
export const priceSchema = z.object({
  perCall: z.number().nonnegative().max(100_000),
  /** On top of that, of each second of a clip that is made. */
  perSecond: z.number().nonnegative().max(100_000),
  currency: z.string().min(1).max(10),
  asOf: z.string().max(10),
})
export type Price = z.infer<typeof priceSchema>

/** The lengths a model makes: `shortest`, and every `step` more up to `longest`, counted in frames at `fps`; at 1 they are seconds (backends.md 6.5). */
export const clipLengthsSchema = z.object({
  fps: z.number().positive().max(240),
  shortest: z.number().int().min(1).max(100_000),
  longest: z.number().int().min(1).max(100_000),
  step: z.number().int().min(1).max(10_000),
})
export type ClipLengths = z.infer<typeof clipLengthsSchema>

/** What a generator of clips can take (backends.md 0.2). */
export const clipCapsSchema = z.object({
  lengths: clipLengthsSchema,
  /** Does it end on a picture that is given, or only begin with one? */
  lastFrame: z.boolean(),
})
export type ClipCaps = z.infer<typeof clipCapsSchema>

/** One more field of the request, sent as it is. */
export const extraFieldSchema = z.object({ name: nameSchema, value: z.string().max(1000) })

/** A remote generator as the project knows it. It holds no key and no password; the machine keeps those. */
export const profileSchema = z.object({
  id: idSchema,
  ordinal: ordinalSchema,
  name: nameSchema,
  kind: profileKindSchema,
  /** Where the server is. What is called below it follows from the kind. */
  baseUrl: z.string().max(2000),
  /** The provider's name of the model; empty where a workflow holds it. */
  model: z.string().max(200),
  ...profileCapsSchema.shape,
  /** Longest prompt in characters; null = not known. */
  promptMax: z.number().int().min(1).max(10_000_000).nullable(),
  /** Null = not known, which is not free. */
  price: priceSchema.nullable(),
  /** How long a call may take before it is given up. */
  timeoutSeconds: z.number().int().min(1).max(86_400),
  /** How often it is asked how far a call is; null = as its kind is asked. */
  pollSeconds: z.number().min(1).max(3600).nullable(),
  /** The header a key is sent in; null = no key is needed. */
  keyHeader: z.string().min(1).max(100).nullable(),
  extra: z.array(extraFieldSchema).max(50),
  workflow: workflowFileSchema.nullable(),
  nodeMap: nodeMapSchema.nullable(),
  /** Null = it makes no clips. */
  clip: clipCapsSchema.nullable(),
  boxForm: boxFormSchema,
  /** More machines with the same workflow, used as one pool. */
  moreServers: z.array(z.string().max(2000)).max(16),
  /** Counts up with every change of what is made: address, model, workflow, what it can take. Stored with every take. */
  revision: z.number().int().min(1),
  /** What it could take in earlier revisions: takes are judged under the one they were made with (domain.md 6.2). */
  earlier: z.array(z.object({ revision: z.number().int().min(1), ...profileCapsSchema.shape })).max(1000),
  /** Taken off the list. It stays for the takes that were made with it. */
  deleted: z.boolean(),
})
export type Profile = z.infer<typeof profileSchema>
