import { z } from 'zod'
import { presenceSchema } from '../../model/assignment'

const certainty = z.number().min(0).max(1)
const evidence = { line: z.number().int().positive(), quote: z.string().trim().min(1).max(500) }

/** What a language model says of one scene. Whatever it adds is left out; a list that is too long is no answer. */
export const sceneAnswerSchema = z.object({
  people: z
    .array(
      z.object({
        /** As the question lists it, or as the text writes it. */
        name: z.string().trim().min(1).max(200),
        /** Number of the shot in the question, from 1. */
        shot: z.number().int().positive(),
        presence: z.enum([...presenceSchema.options, 'absent']),
        confidence: certainty,
        ...evidence,
      }),
    )
    .max(2000),
  props: z
    .array(
      z.object({
        name: z.string().trim().min(1).max(200),
        shot: z.number().int().positive(),
        confidence: certainty,
        ...evidence,
      }),
    )
    .max(500),
})
export type SceneAnswer = z.infer<typeof sceneAnswerSchema>

/** A question about one scene, for whatever language model the user has. */
export interface SceneQuestion {
  system: string
  user: string
  /** JSON Schema of the answer, for servers that can be held to one. */
  schema: Record<string, unknown>
}

/** Puts one question; answers the JSON the model gave, parsed but not checked. Throws with a sentence for the user. */
export interface SceneSuggester {
  ask(question: SceneQuestion): Promise<unknown>
}

export const sceneAnswerJsonSchema = (): Record<string, unknown> => z.toJSONSchema(sceneAnswerSchema)
