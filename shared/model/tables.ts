import type { z } from 'zod'
import { assetSchema, lookSchema, sceneAssetInstanceSchema } from './asset'
import { assignmentSchema } from './assignment'
import { markSchema } from './mark'
import { mediaSchema } from './media'
import { mergeSchema, neverMergeSchema } from './merge'
import { profileSchema } from './profile'
import { projectSchema } from './project'
import {
  passSchema,
  planEditSchema,
  promptVersionSchema,
  resultMarkSchema,
  takeChoiceSchema,
  takePlaceSchema,
  takeSchema,
} from './result'
import { cameraMoveSchema } from './cameraMove'
import { sceneSchema, sceneStateSchema } from './scene'
import { scriptSchema } from './script'
import { shotSchema } from './shot'
import { soundClipSchema, soundSchema } from './sound'
import { aliasProposalSchema, dismissalSchema, suggestionSchema, templateSchema } from './suggestion'
import { blockingSchema, seamSchema, transformationSchema } from './transformation'

/** Every table of the project, parents before children: one table = one record type = one schema. */
export const tableSchemas = {
  project: projectSchema,
  media: mediaSchema,
  scripts: scriptSchema,
  scenes: sceneSchema,
  sceneStates: sceneStateSchema,
  shots: shotSchema,
  assets: assetSchema,
  looks: lookSchema,
  sceneAssetInstances: sceneAssetInstanceSchema,
  assignments: assignmentSchema,
  transformations: transformationSchema,
  blockings: blockingSchema,
  seams: seamSchema,
  merges: mergeSchema,
  neverMerges: neverMergeSchema,
  suggestions: suggestionSchema,
  aliasProposals: aliasProposalSchema,
  templates: templateSchema,
  dismissals: dismissalSchema,
  promptVersions: promptVersionSchema,
  takes: takeSchema,
  passes: passSchema,
  takePlaces: takePlaceSchema,
  takeChoices: takeChoiceSchema,
  resultMarks: resultMarkSchema,
  planEdits: planEditSchema,
  profiles: profileSchema,
  sounds: soundSchema,
  soundClips: soundClipSchema,
  cameraMoves: cameraMoveSchema,
  marks: markSchema,
} as const

export type TableName = keyof typeof tableSchemas
export type Tables = { [T in TableName]: z.infer<(typeof tableSchemas)[T]> }
export type AnyRecord = Tables[TableName]
