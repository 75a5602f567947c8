import { z } from 'zod'
import { evidenceSchema, frameSideSchema, presenceSchema } from './assignment'
import { fractionSchema, idSchema, nameSchema, ordinalSchema } from './common'

const stateSchema = z.enum(['open', 'accepted', 'rejected'])

/** A presence that waits for the user: read from the text (domain.md 9), or likely in a new shot (domain.md 7). */
export const suggestionSchema = z.object({
  id: idSchema,
  shotId: idSchema,
  assetId: idSchema,
  presence: presenceSchema,
  enterAt: fractionSchema,
  exitAt: fractionSchema,
  enterFrom: frameSideSchema.nullable(),
  exitTo: frameSideSchema.nullable(),
  /** null = of a new shot, from its neighbours. */
  evidence: evidenceSchema.nullable(),
  state: stateSchema,
  ordinal: ordinalSchema,
})
export type Suggestion = z.infer<typeof suggestionSchema>

/** Two names that may mean one asset; never applied by itself (domain.md 11). */
export const aliasProposalSchema = z.object({
  id: idSchema,
  intoId: idSchema,
  fromId: idSchema,
  as: z.enum(['alias', 'look']),
  reason: z.string().max(500),
  evidence: evidenceSchema.nullable(),
  state: stateSchema,
  ordinal: ordinalSchema,
})
export type AliasProposal = z.infer<typeof aliasProposalSchema>

/** A user's own presence template: one interval for each shot of the selection it was saved from, null = not in it. */
export const templateSchema = z.object({
  id: idSchema,
  name: nameSchema,
  steps: z
    .array(z.tuple([fractionSchema, fractionSchema]).nullable())
    .min(1)
    .max(1000),
  ordinal: ordinalSchema,
})
export type Template = z.infer<typeof templateSchema>

/** A continuity note the user put aside, with a reason; ends when its facts change (domain.md 10). */
export const dismissalSchema = z.object({
  id: idSchema,
  code: z.string().max(60),
  /** Which note: its shots and assets. */
  key: z.string().max(1000),
  /** Digest of the facts it was dismissed on. */
  facts: z.string().max(100),
  reason: z.string().trim().min(1).max(1000),
})
export type Dismissal = z.infer<typeof dismissalSchema>
