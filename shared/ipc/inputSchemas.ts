import { z } from 'zod'
import { continuityCodes } from '../domain/continuity/finding'
import { frameRateExpectation, parseFrameRate } from '../domain/time/frameRates'
import { aliasSchema, assetTypeSchema, lookViewSchema } from '../model/asset'
import { depictsSchema, frameSideSchema, presenceSchema } from '../model/assignment'
import { shownSchema } from '../model/transformation'
import {
  fractionSchema,
  frameEndSchema,
  idSchema,
  longestNumber,
  nameSchema,
  positionSchema,
  textSchema,
} from '../model/common'
import {
  extraFieldSchema,
  nodeMapSchema,
  priceSchema,
  clipCapsSchema,
  boxFormSchema,
  profileCapsSchema,
  profileKindSchema,
  workflowFileSchema,
} from '../model/profile'
import { breakdownSchema } from '../model/project'
import { promptKindSchema, resultKindSchema, takeKindSchema } from '../model/result'
import { cameraMoveKindSchema, framingSchema } from '../model/cameraMove'
import { clipPlaceSchema, gainSchema, longestSound } from '../model/sound'
import { markInputs } from './markInputs'
import { dialogueLineSchema, longestShotFrames, shotAngleSchema, shotSizeSchema } from '../model/shot'

/** Input schemas of the commands. Field names are those of the answers; ids of the thing itself may also be given as `id`. */
const headingSchema = z.string().max(1000)
const numberSchema = z.string().trim().min(1).max(longestNumber)
const indexSchema = z.number().int().nonnegative()

/** 24, 23.976, "29.97 drop frame", "24000/1001" or {num, den}. */
export const frameRateInputSchema = z
  .union([z.number(), z.string().max(60), z.strictObject({ num: z.number(), den: z.number() })])
  .refine((rate) => parseFrameRate(rate) !== null, { error: `expected ${frameRateExpectation}` })

const sceneFields = {
  number: numberSchema.optional(),
  title: z.string().max(1000).optional(),
  notes: textSchema.optional(),
  outOfStoryOrder: z.boolean().optional(),
}
const shotFields = {
  text: textSchema.optional(),
  durationSeconds: z.number().positive().max(36_000).optional(),
  durationFrames: z.number().int().min(1).max(longestShotFrames).optional(),
  number: numberSchema.optional(),
  dialogue: z.array(dialogueLineSchema).max(1000).optional(),
  size: shotSizeSchema.nullable().optional(),
  endSize: shotSizeSchema.nullable().optional(),
  angle: shotAngleSchema.nullable().optional(),
  lens: z.string().max(100).optional(),
  movement: z.string().max(200).optional(),
  startState: textSchema.optional(),
  endState: textSchema.optional(),
  timeJump: z.boolean().optional(),
  endFromStart: z.boolean().nullable().optional(),
  notes: textSchema.optional(),
}
const aliases = z
  .array(z.union([nameSchema, aliasSchema]))
  .max(500)
  .optional()
const assetFields = {
  description: textSchema.optional(),
  aliases,
  rank: z.number().nullable().optional(),
  key: z.boolean().optional(),
}
/** What a picture shows: a look, an asset with or without the name of a look, or a new asset by name and type. */
export const pictureShows = {
  assetId: idSchema.optional(),
  lookId: idSchema.optional(),
  /** With a look: which picture of its turnaround. */
  view: lookViewSchema.optional(),
  lookName: nameSchema.optional(),
  name: nameSchema.optional(),
  type: assetTypeSchema.optional(),
}
const assignmentFields = {
  presence: presenceSchema.optional(),
  enterAt: fractionSchema.optional(),
  exitAt: fractionSchema.optional(),
  enterFrom: frameSideSchema.nullable().optional(),
  exitTo: frameSideSchema.nullable().optional(),
  action: textSchema.optional(),
  rank: z.number().nullable().optional(),
  depicts: depictsSchema.optional(),
  depictedOn: z.string().max(200).optional(),
  /** The asset that carries it; null puts it down. */
  carriedBy: idSchema.nullable().optional(),
  handedTo: idSchema.nullable().optional(),
  handedAt: z.number().gt(0).lt(1).nullable().optional(),
}
const profileFields = {
  name: nameSchema.optional(),
  baseUrl: z.string().max(2000).optional(),
  model: z.string().trim().max(200).optional(),
  ...profileCapsSchema.partial().shape,
  promptMax: z.number().int().min(1).max(10_000_000).nullable().optional(),
  price: z
    .strictObject({ ...priceSchema.shape, perSecond: priceSchema.shape.perSecond.default(0) })
    .nullable()
    .optional(),
  timeoutSeconds: z.number().int().min(1).max(86_400).optional(),
  pollSeconds: z.number().min(1).max(3600).nullable().optional(),
  keyHeader: z.string().trim().min(1).max(100).nullable().optional(),
  extra: z.array(z.strictObject(extraFieldSchema.shape)).max(50).optional(),
  workflow: z.strictObject(workflowFileSchema.shape).nullable().optional(),
  nodeMap: z
    .strictObject({
      ...nodeMapSchema.shape,
      length: nodeMapSchema.shape.length.default(null),
      mask: nodeMapSchema.shape.mask.default(null),
    })
    .nullable()
    .optional(),
  clip: clipCapsSchema.nullable().optional(),
  boxForm: boxFormSchema.optional(),
  moreServers: z.array(z.string().max(2000)).max(16).optional(),
}
const clipSecondsSchema = z.number().min(0).max(longestSound)
/** Where a sound lies in the film, and what is heard of it. */
export const clipFields = {
  name: z.string().max(200).optional(),
  shotId: idSchema.nullable().optional(),
  sceneId: idSchema.nullable().optional(),
  /** When it begins, in seconds from the start of its shot or scene, or of the film. */
  at: clipPlaceSchema.optional(),
  from: clipSecondsSchema.optional(),
  length: clipSecondsSchema.gt(0).optional(),
  fadeIn: clipSecondsSchema.optional(),
  fadeOut: clipSecondsSchema.optional(),
  gainDb: gainSchema.optional(),
  muted: z.boolean().optional(),
}
const clipIdsSchema = z.array(idSchema).min(1).max(10_000)
const cell = { shotId: idSchema, sceneAssetInstanceId: idSchema.optional(), assetId: idSchema.optional() }

/** One shot by its id, or several by `shotIds`; the shots are changed in one step. */
function shotChoice<S extends z.ZodRawShape>(fields: S) {
  return z.preprocess(
    (input) => {
      if (typeof input !== 'object' || input === null || 'shotIds' in input) return input
      const { id, shotId = id, ...rest } = input as Record<string, unknown>
      return shotId === undefined ? input : { ...rest, shotIds: [shotId] }
    },
    z.strictObject({ shotIds: z.array(idSchema).min(1).max(10_000), ...fields }),
  )
}

/** Suggestions by lists of ids; a single one may be given alone. */
const suggestionChoice = z.preprocess(
  (input) => {
    if (typeof input !== 'object' || input === null) return input
    const { id, suggestionId = id, assignmentId, ...rest } = input as Record<string, unknown>
    return {
      ...rest,
      ...(suggestionId === undefined ? {} : { suggestionIds: [suggestionId] }),
      ...(assignmentId === undefined ? {} : { assignmentIds: [assignmentId] }),
    }
  },
  z.strictObject({
    suggestionIds: z.array(idSchema).max(100_000).optional(),
    assignmentIds: z.array(idSchema).max(100_000).optional(),
    shotIds: z.array(idSchema).max(100_000).optional(),
    all: z.boolean().optional(),
  }),
)

/** Accepts `id` for the thing's own id, since answers call it so. */
function named<S extends z.ZodType>(field: string, schema: S): z.ZodPreprocess<S> {
  return z.preprocess((input) => {
    if (typeof input !== 'object' || input === null || field in input || !('id' in input)) return input
    const { id, ...rest } = input as Record<string, unknown>
    return { ...rest, [field]: id }
  }, schema)
}

/** No scene is longer, in frames. */
const longestMove = 1_000_000_000

export const inputSchemas = {
  'scene.create': z.strictObject({
    heading: headingSchema,
    index: indexSchema.optional(),
    firstShot: z.boolean().optional(),
    ...sceneFields,
  }),
  'scene.update': named(
    'sceneId',
    z.strictObject({ sceneId: idSchema, heading: headingSchema.optional(), ...sceneFields }),
  ),
  'scene.move': named('sceneId', z.strictObject({ sceneId: idSchema, index: indexSchema })),
  'scene.duplicate': named('sceneId', z.strictObject({ sceneId: idSchema })),
  'scene.delete': named('sceneId', z.strictObject({ sceneId: idSchema })),
  'scene.open': named('sceneId', z.strictObject({ sceneId: idSchema })),
  'shot.create': z.strictObject({
    sceneId: idSchema,
    index: indexSchema.optional(),
    afterShotId: idSchema.optional(),
    ...shotFields,
  }),
  'shot.update': named('shotId', z.strictObject({ shotId: idSchema, ...shotFields })),
  'shot.move': shotChoice({ index: indexSchema, sceneId: idSchema.optional() }),
  'shot.duplicate': shotChoice({}),
  'shot.paste': shotChoice({ sceneId: idSchema, index: indexSchema }),
  'shot.delete': shotChoice({}),
  'shot.moveCut': named(
    'shotId',
    z.strictObject({
      shotId: idSchema,
      /** How much later, in frames; negative is earlier. */
      byFrames: z.number().int().min(-longestMove).max(longestMove),
      ripple: z.boolean().optional(),
    }),
  ),
  'film.conform': z
    .strictObject({
      durations: z
        .array(
          z.strictObject({
            shotId: idSchema,
            durationFrames: z.number().int().min(1).max(longestMove),
            head: z.number().int().min(0).max(longestMove).optional(),
            keeps: z.enum(['times', 'parts']),
          }),
        )
        .max(10_000)
        .optional(),
      scenes: z
        .array(
          z.strictObject({ sceneId: idSchema, afterSceneId: idSchema.optional(), beforeSceneId: idSchema.optional() }),
        )
        .max(10_000)
        .optional(),
      shots: z
        .array(
          z.strictObject({ shotId: idSchema, afterShotId: idSchema.optional(), beforeShotId: idSchema.optional() }),
        )
        .max(10_000)
        .optional(),
      trayedShotIds: z.array(idSchema).max(10_000).optional(),
      added: z
        .array(
          z.strictObject({
            text: z.string().max(2000),
            durationFrames: z.number().int().min(1).max(longestMove),
            afterShotId: idSchema.optional(),
            beforeShotId: idSchema.optional(),
          }),
        )
        .max(10_000)
        .optional(),
    })
    .refine((input) => Object.values(input).some((list) => list?.length), 'expected something to take over'),
  'shot.split': named(
    'shotId',
    z.strictObject({
      shotId: idSchema,
      at: fractionSchema.optional(),
      part: z.number().int().min(1).max(10_000).optional(),
    }),
  ),
  'shot.join': z.strictObject({
    shotIds: z.array(idSchema).min(2).max(10_000).optional(),
    shotId: idSchema.optional(),
    nextShotId: idSchema.optional(),
  }),
  'shot.setCamera': shotChoice({
    /** Null: the camera stands. */
    kind: cameraMoveKindSchema.nullable().optional(),
    first: framingSchema.optional(),
    last: framingSchema.optional(),
  }),
  'shot.fitSound': named('shotId', z.strictObject({ shotId: idSchema })),
  'sound.place': z.strictObject({ soundId: idSchema, ...clipFields }),
  'sound.update': z.strictObject({ clipIds: clipIdsSchema, ...clipFields }),
  'sound.split': z.strictObject({ clipId: idSchema, at: clipSecondsSchema }),
  'sound.remove': z.strictObject({ clipIds: clipIdsSchema }),
  ...markInputs,
  'shot.restore': named(
    'shotId',
    z.strictObject({ shotId: idSchema, sceneId: idSchema.optional(), beforeShotId: idSchema.optional() }),
  ),
  'scene.restore': named('sceneId', z.strictObject({ sceneId: idSchema, index: indexSchema.optional() })),
  'script.breakdown': named('scriptId', z.strictObject({ scriptId: idSchema, breakdown: breakdownSchema.partial() })),
  'seam.set': z.strictObject({
    fromShotId: idSchema,
    toShotId: idSchema,
    shared: z.boolean(),
    still: z.enum(['from', 'to']).optional(),
  }),
  'asset.create': z.strictObject({
    name: nameSchema,
    type: assetTypeSchema,
    mediaId: idSchema.nullable().optional(),
    lookName: nameSchema.optional(),
    shotIds: z.array(idSchema).max(100_000).optional(),
    ...assetFields,
  }),
  'asset.takePictures': z.strictObject({
    pictures: z
      .array(z.strictObject({ mediaId: idSchema, ...pictureShows }))
      .min(1)
      .max(500),
  }),
  'asset.update': named(
    'assetId',
    z.strictObject({
      assetId: idSchema,
      name: nameSchema.optional(),
      defaultLookId: idSchema.optional(),
      ...assetFields,
    }),
  ),
  'asset.move': named('assetId', z.strictObject({ assetId: idSchema, beforeId: idSchema.nullable() })),
  'asset.retype': named('assetId', z.strictObject({ assetId: idSchema, type: assetTypeSchema })),
  'asset.delete': named('assetId', z.strictObject({ assetId: idSchema })),
  'asset.restore': named('assetId', z.strictObject({ assetId: idSchema })),
  'asset.addToScene': z.strictObject({
    assetId: idSchema,
    sceneId: idSchema,
    shotIds: z.array(idSchema).max(100_000).optional(),
  }),
  'asset.removeFromScene': z.strictObject({ assetId: idSchema, sceneId: idSchema }),
  'asset.merge': z.strictObject({
    intoId: idSchema,
    fromIds: z.array(idSchema).min(1).max(200),
    as: z.enum(['alias', 'look']).default('alias'),
    name: nameSchema.optional(),
    type: assetTypeSchema.optional(),
    defaultLookId: idSchema.optional(),
    turnBackAfter: z.array(idSchema).max(10_000).optional(),
  }),
  'asset.unmerge': named('mergeId', z.strictObject({ mergeId: idSchema })),
  'asset.neverMerge': z.strictObject({ aId: idSchema, bId: idSchema, never: z.boolean().optional() }),
  'asset.recast': z.strictObject({
    oldId: idSchema,
    newId: idSchema,
    shotIds: z.array(idSchema).min(1).max(100_000),
    lookMap: z.record(idSchema, idSchema).optional(),
  }),
  'sceneAsset.update': named(
    'id',
    z.strictObject({
      id: idSchema,
      lookId: idSchema.nullable().optional(),
      description: textSchema.nullable().optional(),
    }),
  ),
  'look.create': z.strictObject({
    assetId: idSchema,
    name: nameSchema,
    description: textSchema.optional(),
    mediaId: idSchema.nullable().optional(),
  }),
  'look.update': named(
    'lookId',
    z.strictObject({
      lookId: idSchema,
      name: nameSchema.optional(),
      description: textSchema.optional(),
      mediaId: idSchema.nullable().optional(),
      pictures: z.partialRecord(lookViewSchema, idSchema.nullable()).optional(),
      view: lookViewSchema.optional(),
    }),
  ),
  'look.delete': named('lookId', z.strictObject({ lookId: idSchema })),
  'assignment.set': z.strictObject({ ...cell, ...assignmentFields }),
  'assignment.setMany': z.strictObject({
    cells: z
      .array(z.strictObject({ ...cell, ...assignmentFields, remove: z.boolean().optional() }))
      .min(1)
      .max(100_000),
  }),
  'assignment.remove': named(
    'assignmentId',
    z.strictObject({
      assignmentId: idSchema.optional(),
      shotId: idSchema.optional(),
      sceneAssetInstanceId: idSchema.optional(),
      assetId: idSchema.optional(),
    }),
  ),
  'assignment.moveEdge': z.strictObject({
    sceneAssetInstanceId: idSchema,
    fromShotId: idSchema,
    edge: z.enum(['enter', 'exit']),
    toShotId: idSchema,
    at: fractionSchema,
  }),
  'assignment.moveBar': z.strictObject({
    sceneAssetInstanceId: idSchema,
    fromShotId: idSchema,
    /** How much later, in frames; negative is earlier. */
    byFrames: z.number().int().min(-longestMove).max(longestMove),
  }),
  'assignment.moveBars': z.strictObject({
    bars: z
      .array(z.strictObject({ sceneAssetInstanceId: idSchema, fromShotId: idSchema }))
      .min(1)
      .max(10_000),
    byFrames: z.number().int().min(-longestMove).max(longestMove),
    /** Only this end of each. */
    edge: z.enum(['enter', 'exit']).optional(),
  }),
  'transformation.set': z.strictObject({
    transformationId: idSchema.optional(),
    sceneAssetInstanceId: idSchema,
    kind: z.enum(['within_shot', 'between_shots']),
    shotId: idSchema,
    at: z.number().gt(0).lt(1).optional(),
    fromLookId: idSchema.nullable(),
    toLookId: idSchema.nullable(),
    carries: z.enum(['scene', 'story']).optional(),
  }),
  'transformation.remove': named('transformationId', z.strictObject({ transformationId: idSchema })),
  'blocking.set': z.strictObject({
    assignmentId: idSchema,
    frame: frameEndSchema,
    x: positionSchema.optional(),
    y: positionSchema.optional(),
    scale: z.number().positive().max(10).optional(),
    flip: z.boolean().optional(),
    depth: z.number().min(-1000).max(1000).optional(),
    shown: shownSchema.optional(),
    reset: z.boolean().optional(),
  }),
  'blocking.swap': z.strictObject({ shotId: idSchema, frame: frameEndSchema, assetIds: z.array(idSchema).length(2) }),
  'template.apply': z.strictObject({
    template: nameSchema,
    assetId: idSchema,
    otherAssetIds: z.array(idSchema).max(1000).optional(),
    shotIds: z.array(idSchema).min(1).max(100_000),
  }),
  'template.save': z.strictObject({ name: nameSchema, assetId: idSchema, shotIds: z.array(idSchema).min(1).max(1000) }),
  'template.delete': named('templateId', z.strictObject({ templateId: idSchema })),
  'suggestion.accept': suggestionChoice,
  'suggestion.reject': suggestionChoice,
  'prompt.edit': z.strictObject({
    shotId: idSchema,
    prompt: promptKindSchema,
    text: textSchema,
    /** The generator whose words they are; without it they are the user's. */
    by: idSchema.optional(),
  }),
  'prompt.regenerate': z.strictObject({ shotId: idSchema, prompt: promptKindSchema }),
  'plan.edit': z.strictObject({
    shotId: idSchema,
    frame: frameEndSchema,
    passes: z
      .array(z.strictObject({ assetIds: z.array(idSchema).max(1000), note: textSchema.optional() }))
      .max(50)
      .nullable(),
  }),
  'take.choose': z.strictObject({ shotId: idSchema, kind: takeKindSchema, takeId: idSchema.nullable() }),
  'take.lock': z.strictObject({ takeId: idSchema, locked: z.boolean() }),
  'result.acceptInputs': z.strictObject({ shotId: idSchema, result: resultKindSchema }),
  'continuity.dismiss': z.strictObject({
    code: z.enum(continuityCodes),
    shotIds: z.array(idSchema).min(1).max(100_000),
    assetIds: z.array(idSchema).max(1000),
    reason: z.string().trim().min(1).max(1000),
  }),
  'continuity.reopen': z.strictObject({
    code: z.enum(continuityCodes),
    shotIds: z.array(idSchema).min(1).max(100_000),
    assetIds: z.array(idSchema).max(1000),
  }),
  'profile.create': z.strictObject({ id: idSchema.optional(), kind: profileKindSchema, ...profileFields }),
  'profile.update': named('profileId', z.strictObject({ profileId: idSchema, ...profileFields })),
  'profile.duplicate': named('profileId', z.strictObject({ profileId: idSchema })),
  'profile.delete': named('profileId', z.strictObject({ profileId: idSchema })),
  'project.update': z.strictObject({
    title: nameSchema.optional(),
    fps: frameRateInputSchema.optional(),
    dropFrame: z.boolean().optional(),
    aspectWidth: z.number().int().min(1).max(100_000).optional(),
    aspectHeight: z.number().int().min(1).max(100_000).optional(),
    styleText: textSchema.optional(),
    stylePictureId: idSchema.nullable().optional(),
    logoId: idSchema.nullable().optional(),
    stage9GeneratorId: idSchema.optional(),
    stage10GeneratorId: idSchema.optional(),
    stage12GeneratorId: idSchema.nullable().optional(),
    askAbove: z.number().nonnegative().max(1_000_000).nullable().optional(),
    breakdown: breakdownSchema.optional(),
  }),
} as const

export type CommandName = keyof typeof inputSchemas
export type CommandInputs = { [C in CommandName]: z.infer<(typeof inputSchemas)[C]> }
