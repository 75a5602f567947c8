import { z } from 'zod'
import { findingsOfShot } from '../domain/continuity/continuity'
import { dismissalOf } from '../domain/continuity/dismissals'
import { subjectsOf } from '../domain/manifest/manifest'
import { shotsInTray, traysOf } from '../domain/structure/tray'
import { builtInTemplates } from '../domain/presence/templates'
import { inputSchemas, type CommandName } from '../ipc/inputSchemas'
import type { FrameEnd } from '../model/common'
import type { TableName } from '../model/tables'
import type { Shot } from '../model/shot'
import type { ReadRecords } from '../records/recordStore'
import type { JsonSchema } from './jsonSchema'
import { below, pick } from './seededRandom'

type Random = () => number

export const commandNames = Object.keys(inputSchemas) as CommandName[]
const schemas = Object.fromEntries(
  commandNames.map((name) => [
    name,
    z.toJSONSchema(inputSchemas[name], { io: 'input', unrepresentable: 'any' }) as JsonSchema,
  ]),
) as Record<CommandName, JsonSchema>

/** Which table an id field names; `id` alone is the command's own thing. */
const tableOfField: Record<string, TableName> = {
  sceneId: 'scenes',
  shotId: 'shots',
  shotIds: 'shots',
  fromShotId: 'shots',
  toShotId: 'shots',
  nextShotId: 'shots',
  afterShotId: 'shots',
  beforeShotId: 'shots',
  trayedShotIds: 'shots',
  afterSceneId: 'scenes',
  beforeSceneId: 'scenes',
  assetId: 'assets',
  intoId: 'assets',
  fromIds: 'assets',
  oldId: 'assets',
  newId: 'assets',
  aId: 'assets',
  bId: 'assets',
  lookId: 'looks',
  defaultLookId: 'looks',
  fromLookId: 'looks',
  toLookId: 'looks',
  sceneAssetInstanceId: 'sceneAssetInstances',
  assignmentId: 'assignments',
  assignmentIds: 'assignments',
  transformationId: 'transformations',
  suggestionIds: 'suggestions',
  takeId: 'takes',
  mediaId: 'media',
  stylePictureId: 'media',
  logoId: 'media',
  mergeId: 'merges',
  profileId: 'profiles',
  templateId: 'templates',
  scriptId: 'scripts',
  soundId: 'sounds',
  clipId: 'soundClips',
  clipIds: 'soundClips',
  markIds: 'marks',
  assetIds: 'assets',
  id: 'sceneAssetInstances',
}
const words = ['Alice', 'Bob', 'the lamp', 'goes out', 'rain', 'É', '東', '1', 'A']

/** Commands that build; a project needs more of them than of those that take away. */
const weights: Partial<Record<CommandName, number>> = {
  'assignment.set': 6,
  'assignment.setMany': 2,
  'assignment.moveEdge': 4,
  'assignment.moveBar': 3,
  'assignment.moveBars': 3,
  'assignment.remove': 2,
  'shot.create': 2,
  'transformation.set': 3,
  'blocking.set': 2,
  'scene.delete': 0.3,
  'shot.delete': 0.5,
  'project.update': 0.5,
  'asset.delete': 0.5,
  'asset.restore': 2,
  'result.acceptInputs': 3,
}
const bag = commandNames.flatMap((name) =>
  Array.from<CommandName>({ length: Math.ceil((weights[name] ?? 1) * 3) }).fill(name),
)

/**
 * A command that mostly makes sense for the project as it is: made from its input schema, with ids of records that fit each other. New
 * commands are covered without a change here.
 */
export function randomCommand(
  records: ReadRecords,
  random: Random,
  name: CommandName = pick(random, bag),
): { name: CommandName; input: Record<string, unknown> } {
  const input = fill(schemas[name], '', records, random) as Record<string, unknown>
  fitTogether(input, schemas[name], records, random)
  fitToRule(name, input, records, random)
  return { name, input }
}

/** What only makes sense as a whole: the passes of a plan, a template's name, figures of the shot. */
function fitToRule(name: CommandName, input: Record<string, unknown>, records: ReadRecords, random: Random): void {
  if (random() < 0.08) return
  const shotId = String(input['shotId'])
  if ('fps' in input)
    input['fps'] = pick(random, [24, 25, 48, '23.976', '29.97 drop frame', { num: 30_000, den: 1001 }])
  for (const field of ['stage10GeneratorId', 'stage12GeneratorId'])
    if (typeof input[field] === 'string') input[field] = pick(random, ['local', 'open', 'strong'])
  if (typeof input['stage9GeneratorId'] === 'string') input['stage9GeneratorId'] = 'writer'
  if (name === 'prompt.edit') delete input['by']
  if (name === 'profile.create' || name === 'profile.update') {
    // What is typed anyhow is hardly ever an address or a workflow.
    for (const field of ['workflow', 'nodeMap', 'extra', 'keyHeader', 'clip', 'moreServers']) delete input[field]
    input['baseUrl'] = pick(random, ['https://images.example.com/v1', 'http://127.0.0.1:8188', 'not an address'])
  }
  if (name === 'assignment.moveBar' || name === 'assignment.moveBars' || name === 'shot.moveCut')
    input['byFrames'] = below(random, 145) - 72
  if (name === 'assignment.moveBars')
    input['bars'] = [...records.all('assignments')]
      .filter(() => random() < 0.2)
      .slice(0, 3)
      .map((a) => ({ sceneAssetInstanceId: a.sceneAssetInstanceId, fromShotId: a.shotId }))
  if (name.startsWith('sound.')) {
    if ('at' in input) input['at'] = pick(random, [-0.5, 0, 0.25, 1, 3.5])
    if (random() < 0.7) for (const field of ['from', 'length']) delete input[field]
  }
  if (name === 'shot.fitSound') {
    const inShots = [...records.all('soundClips')].flatMap((clip) => clip.shotId ?? [])
    if (inShots.length) input['shotId'] = pick(random, inShots)
  }
  if (name === 'shot.setCamera' && random() < 0.7) for (const field of ['first', 'last']) delete input[field]
  if (name === 'mark.add') input['points'] = Array.from({ length: 1 + below(random, 4) }, () => [random(), random()])
  if (name === 'shot.restore') input['shotId'] = pick(random, [...shotsInTray(records).map((s) => s.id), 'nothing'])
  if (name === 'scene.restore') input['sceneId'] = pick(random, [...traysOf(records).map((s) => s.id), 'nothing'])
  if (name === 'template.apply')
    input['template'] = pick(random, [...builtInTemplates, idOf('templates', records, random)])
  if ((name === 'plan.edit' || name === 'blocking.swap') && records.get('shots', shotId)) {
    const subjects = subjectsOf(records, shotId, input['frame'] as FrameEnd)
      .filter((s) => s.asset.type !== 'location')
      .map((s) => s.asset.id)
    if (name === 'blocking.swap') input['assetIds'] = subjects.slice(0, 2)
    else if (input['passes'])
      input['passes'] = [subjects.filter((_, i) => i % 2 === 0), subjects.filter((_, i) => i % 2 === 1)].map(
        (assetIds) => ({ assetIds, note: pick(random, words) }),
      )
  }
}

function idOf(table: TableName, records: ReadRecords, random: Random): string {
  const count = records.count(table)
  if (count === 0 || random() < 0.02) return 'nothing'
  let skip = below(random, count)
  for (const record of records.all(table)) if (skip-- === 0) return record.id
  return 'nothing'
}

/** A value for a schema; `field` is the name of the field it is for. */
function fill(schema: JsonSchema, field: string, records: ReadRecords, random: Random): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return pick(random, schema.enum)
  if (schema.anyOf) return fill(pick(random, schema.anyOf), field, records, random)
  const table = tableOfField[field]
  const type = Array.isArray(schema.type) ? pick(random, schema.type) : schema.type
  switch (type) {
    case 'null':
      return null
    case 'boolean':
      return random() < 0.5
    case 'integer':
      return (schema.minimum ?? 0) + below(random, Math.min(60, (schema.maximum ?? 60) - (schema.minimum ?? 0) + 1))
    case 'number':
      return number(schema, random)
    case 'string':
      return table ? idOf(table, records, random) : text(schema, random)
    case 'array':
      return Array.from({ length: (schema.minItems ?? 0) + below(random, 4) }, () =>
        fill(schema.items ?? {}, field, records, random),
      )
    case 'object': {
      const out: Record<string, unknown> = {}
      for (const [key, value] of Object.entries(schema.properties ?? {})) {
        if (schema.required?.includes(key) || random() < 0.4) out[key] = fill(value, key, records, random)
      }
      return out
    }
    default:
      return pick(random, words)
  }
}

function number(schema: JsonSchema, random: Random): number {
  const low = schema.minimum ?? schema.exclusiveMinimum ?? -3
  const high = Math.min(schema.maximum ?? schema.exclusiveMaximum ?? 8, low + 8)
  const at = random()
  // Ends, near the ends, round numbers and anything.
  if (at < 0.1 && schema.minimum !== undefined) return low
  if (at < 0.2 && schema.maximum !== undefined) return high
  if (at < 0.35) return low + (high - low) * 0.004
  if (at < 0.5) return low + (high - low) * 0.996
  if (at < 0.75) return low + (high - low) * pick(random, [0.25, 0.5, 0.75])
  return low + (high - low) * (0.001 + 0.998 * random())
}

function text(schema: JsonSchema, random: Random): string {
  const made = Array.from({ length: 1 + below(random, 4) }, () => pick(random, words)).join(' ')
  return made.slice(0, schema.maxLength ?? made.length)
}

/** Makes most ids and times of one input fit each other: the instance to the shot's scene, looks to the instance's asset. */
function fitTogether(input: Record<string, unknown>, schema: JsonSchema, records: ReadRecords, random: Random): void {
  const cells = schema.properties?.['cells']?.items
  if (cells) for (const cell of input['cells'] as Record<string, unknown>[]) fitTogether(cell, cells, records, random)
  if (random() < 0.08) return
  fitTimes(input)
  if (schema.properties?.['edge']) fitEdge(input, records, random)
  if (schema.properties?.['shared']) fitCut(input, 'fromShotId', 'toShotId', records)
  if (schema.properties?.['nextShotId']) {
    if (input['shotId'] !== undefined) delete input['shotIds']
    fitCut(input, 'shotId', 'nextShotId', records)
  }
  const shot = records.get('shots', String(input['shotId']))
  if (shot && schema.properties?.['sceneAssetInstanceId']) fitCell(input, schema, shot, records, random)
  fitLooks(input, records, random)
  if (schema.properties?.['code'] && schema.properties['shotIds']) fitNote(input, schema, records, random)
}

/** Names one asset of the shot's scene: by its instance, or as an asset where the command takes one. */
function fitCell(
  input: Record<string, unknown>,
  schema: JsonSchema,
  shot: Shot,
  records: ReadRecords,
  random: Random,
): void {
  delete input['sceneAssetInstanceId']
  delete input['assetId']
  const choices = records.list('instancesOfScene', shot.sceneId)
  if (schema.properties?.['assetId'] && (!choices.length || random() < 0.4))
    input['assetId'] = idOf('assets', records, random)
  else if (choices.length) input['sceneAssetInstanceId'] = pick(random, choices).id
}

function fitTimes(input: Record<string, unknown>): void {
  const { presence, enterAt, exitAt } = input
  if (presence === 'throughout' || presence === 'exits') delete input['enterAt']
  if (presence === 'throughout' || presence === 'enters') delete input['exitAt']
  if (
    typeof enterAt === 'number' &&
    typeof exitAt === 'number' &&
    enterAt > exitAt &&
    'enterAt' in input &&
    'exitAt' in input
  )
    Object.assign(input, { enterAt: exitAt, exitAt: enterAt })
}

/** An edge of an assignment that is there, moved within its scene. */
function fitEdge(input: Record<string, unknown>, records: ReadRecords, random: Random): void {
  const assignment = records.get('assignments', idOf('assignments', records, random))
  const shot = assignment && records.get('shots', assignment.shotId)
  if (!shot) return
  Object.assign(input, {
    sceneAssetInstanceId: assignment.sceneAssetInstanceId,
    fromShotId: shot.id,
    toShotId: pick(random, records.list('shotsOfScene', shot.sceneId)).id,
  })
}

/** A shot and the next one. */
function fitCut(input: Record<string, unknown>, from: string, to: string, records: ReadRecords): void {
  const shot = records.get('shots', String(input[from]))
  const next = shot && records.beside('shotsOfScene', shot.sceneId, shot, 1)
  if (next) input[to] = next.id
}

/** A continuity note that is there; one that was put aside, when no reason is asked for. */
function fitNote(input: Record<string, unknown>, schema: JsonSchema, records: ReadRecords, random: Random): void {
  const found = [...records.all('shots')].flatMap((shot) => findingsOfShot(records, shot.id))
  const notes = schema.properties?.['reason'] ? found : found.filter((finding) => dismissalOf(records, finding))
  if (!notes.length) return
  const { code, shotIds, assetIds } = pick(random, notes)
  Object.assign(input, { code, shotIds: [...shotIds], assetIds: [...assetIds] })
}

function fitLooks(input: Record<string, unknown>, records: ReadRecords, random: Random): void {
  const instance = records.get('sceneAssetInstances', String(input['sceneAssetInstanceId'] ?? input['id']))
  const assetId = instance?.assetId ?? input['assetId']
  const looks = typeof assetId === 'string' ? records.list('looksOfAsset', assetId) : []
  for (const field of ['lookId', 'fromLookId', 'toLookId', 'defaultLookId'])
    if (typeof input[field] === 'string' && looks.length) input[field] = pick(random, looks).id
}
