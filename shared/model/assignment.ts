import { z } from 'zod'
import { fractionSchema, idSchema, nullableId, ordinalSchema, textSchema } from './common'

export const presenceSchema = z.enum(['throughout', 'enters', 'exits', 'passes_through'])
/** How an asset is present in a shot (domain.md 1). */
export type Presence = z.infer<typeof presenceSchema>

export const frameSideSchema = z.enum(['left', 'right', 'top', 'bottom', 'background', 'foreground', 'in_place'])
export type FrameSide = z.infer<typeof frameSideSchema>

export const depictsSchema = z.enum(['self', 'image'])
/** Is it the asset that is seen, or a picture of it? */
export type Depicts = z.infer<typeof depictsSchema>

export const originSchema = z.enum(['user', 'suggested', 'auto', 'preset'])
export type Origin = z.infer<typeof originSchema>

/** The lines of the script an assignment or suggestion was read from. */
export const evidenceSchema = z.object({ line: z.number().int().positive(), text: z.string().max(2000) })
export type Evidence = z.infer<typeof evidenceSchema>

/** The presence that an interval of a shot means; null when the interval is empty or outside 0 to 1. */
export function presenceOf(enterAt: number, exitAt: number): Presence | null {
  if (!(enterAt >= 0 && exitAt <= 1 && enterAt < exitAt)) return null
  if (enterAt === 0) return exitAt === 1 ? 'throughout' : 'exits'
  return exitAt === 1 ? 'enters' : 'passes_through'
}

/** An asset in a shot: the only truth for who is in a shot. Unique per shot and scene instance. */
export const assignmentSchema = z
  .object({
    id: idSchema,
    shotId: idSchema,
    sceneAssetInstanceId: idSchema,
    presence: presenceSchema,
    enterAt: fractionSchema,
    exitAt: fractionSchema,
    /** null = the frame edge nearest to the blocking at that moment. */
    enterFrom: frameSideSchema.nullable(),
    exitTo: frameSideSchema.nullable(),
    /** "through the kitchen door, carrying a tray" */
    action: textSchema,
    /** Overrides the asset's rank in this shot. */
    rank: z.number().nullable(),
    origin: originSchema,
    evidence: evidenceSchema.nullable(),
    /** The asset itself, or a picture of it: a photograph, poster, mirror or screen (domain.md 1.8). */
    depicts: depictsSchema,
    /** On what the picture is seen: "the photograph on the desk". Empty = as the text says, else in a picture. */
    depictedOn: z.string().max(200),
    /** The asset that carries this one (domain.md 1.9). While that one is in the shot, times and sides are its. */
    carriedBy: nullableId,
    /** Whom it is handed to, and when, as a fraction of the shot; both or neither. */
    handedTo: nullableId,
    handedAt: fractionSchema.nullable(),
    /** The second half of the split that wrote `exitTo` down, so that a crossing leaves where it did; joining them lets it go (domain.md 7.4). */
    exitHeldBy: nullableId,
    ordinal: ordinalSchema,
  })
  .refine((a) => presenceOf(a.enterAt, a.exitAt) === a.presence, {
    message: 'the interval contradicts the presence',
    path: ['presence'],
  })
export type Assignment = z.infer<typeof assignmentSchema>

/** How an asset is in a shot when nobody said otherwise: itself, carried by nobody. */
export const asItself = {
  depicts: 'self',
  depictedOn: '',
  carriedBy: null,
  handedTo: null,
  handedAt: null,
  exitHeldBy: null,
} as const satisfies Partial<Assignment>

/** Is the asset seen in that still? (table of domain.md 1) */
export function visibleIn(a: Pick<Assignment, 'enterAt' | 'exitAt'>, frame: 'start' | 'end'): boolean {
  return frame === 'start' ? a.enterAt === 0 : a.exitAt === 1
}
