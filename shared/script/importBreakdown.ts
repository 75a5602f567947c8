import { generateNKeysBetween } from 'fractional-indexing'
import type { Asset } from '../model/asset'
import type { Shot } from '../model/shot'
import type { Draft } from '../records/draft'
import { createAsset } from '../domain/assets/assetRules'
import { foldName, namesOf, projectOf, scenesInOrder } from '../domain/lookup'
import { keptApart } from '../domain/merging/neverMerge'
import { markInitialised } from '../domain/presence/initialised'
import { isTaken, lastShot, numberParts } from '../domain/structure/numbering'
import { toldAs } from '../domain/told/toldAs'
import { addAssignment, ensureInstance } from '../domain/presence/setAssignment'
import { addShot } from '../domain/structure/shotPlaces'
import { displayName } from '../language/text/names'
import {
  barConfidence,
  type BrokenShot,
  type FoundAsset,
  type FoundPresence,
  type ParsedScript,
  type ScriptBreakdown,
} from './scriptTypes'

export interface ImportInput {
  fileName: string
  script: Pick<ParsedScript, 'format' | 'lines'>
  breakdown: ScriptBreakdown
}
/** What an import made, for its report. */
export interface Imported {
  scenes: number
  shots: number
  assets: { character: number; location: number; prop: number }
  assignments: number
  aliasProposals: { intoName: string; fromName: string; reason: string }[]
}

/**
 * Puts a script's breakdown behind the scenes of the project, in one step: scenes, shots, assets, and the first assignments with
 * origin `suggested` (domain.md 9, 11). Assets that the project knows by name or alias are used, not made again.
 */
export function importBreakdown(draft: Draft, { fileName, script, breakdown }: ImportInput): Imported {
  const scriptId = draft.add('scripts', {
    id: draft.newId(),
    fileName,
    format: script.format,
    text: script.lines.join('\n'),
    breakdown: projectOf(draft).breakdown,
    ordinal: draft.nextOrdinal('scripts'),
  }).id
  const report: Imported = {
    scenes: 0,
    shots: 0,
    assets: { character: 0, location: 0, prop: 0 },
    assignments: 0,
    aliasProposals: [],
  }
  const assets = importAssets(draft, breakdown, report)
  const shotIds = importScenes(draft, breakdown, scriptId, report)
  importPresences(draft, breakdown, assets, shotIds, report)
  importProposals(draft, breakdown, assets, report)
  return report
}

/**
 * The project's assets for those of a breakdown, made where there is none. Merges, retyping and deletions are remembered (domain.md 11): a
 * name that became an alias means its target whatever its type, and an asset the user deleted is not brought back: null.
 */
export function importAssets(
  draft: Draft,
  breakdown: Pick<ScriptBreakdown, 'assets'>,
  report: Pick<Imported, 'assets'>,
  isWanted: (found: FoundAsset) => boolean = () => true,
): Map<string, Asset | null> {
  const known = new Map<string, Asset>()
  const learn = (key: string, asset: Asset) => {
    if (!known.has(key)) known.set(key, asset)
  }
  const all = draft.list('assetsInOrder')
  for (const asset of all)
    if (!asset.deleted) for (const name of namesOf(asset)) learn(`${asset.type}/${foldName(name)}`, asset)
  for (const asset of all)
    if (!asset.deleted)
      for (const name of asset.type === 'location' ? [] : namesOf(asset))
        for (const type of ['character', 'prop']) learn(`${type}/${foldName(name)}`, asset)
  for (const asset of all)
    if (!asset.deleted)
      for (const { name } of asset.aliases)
        for (const type of ['character', 'location', 'prop']) learn(`${type}/${foldName(name)}`, asset)
  for (const asset of all)
    if (asset.deleted && asset.mergedIntoId === null)
      for (const name of namesOf(asset)) learn(`${asset.type}/${foldName(name)}`, asset)
  const assets = new Map<string, Asset | null>()
  // A word that names somebody else as well is no other name.
  const names = new Set(breakdown.assets.flatMap(({ name, forms }) => [name, ...forms].map(foldName)))
  for (const found of breakdown.assets) {
    const same = [found.name, ...found.forms].map((name) => known.get(`${found.type}/${foldName(name)}`)).find(Boolean)
    if (same) {
      assets.set(found.key, same.deleted ? null : same)
      if (same.deleted && isWanted(found)) draft.warn('ASSET_STAYS_DELETED', { asset: same.name })
    } else if (isWanted(found)) {
      report.assets[found.type]++
      assets.set(
        found.key,
        createAsset(draft, {
          name: (found.name === found.name.toUpperCase() ? displayName(found.name) : found.name).slice(0, 200),
          type: found.type,
          description: found.description,
          aliases: found.shortNames?.filter((short) => !names.has(foldName(short))),
        }),
      )
    }
  }
  return assets
}

function importScenes(draft: Draft, breakdown: ScriptBreakdown, scriptId: string, report: Imported): string[][] {
  const existing = scenesInOrder(draft)
  const sceneKeys = generateNKeysBetween(existing.at(-1)?.orderKey ?? null, null, breakdown.scenes.length)
  const takenScenes = new Set(existing.map((s) => s.number))
  let number = numberParts(lastShot(draft)?.number ?? '')?.base ?? 0
  return breakdown.scenes.map((found, i) => {
    const sceneId = draft.newId()
    const sceneNumber =
      found.number === '' || takenScenes.has(found.number) ? String(existing.length + i + 1) : found.number
    draft.add('scenes', {
      id: sceneId,
      orderKey: sceneKeys[i]!,
      number: sceneNumber,
      heading: found.heading,
      intExt: found.intExt,
      set: found.set,
      timeOfDay: found.timeOfDay,
      title: '',
      notes: '',
      outOfStoryOrder: found.outOfStoryOrder ?? false,
      tray: false,
      trayOfId: null,
      scriptId,
      sourceStart: found.startLine,
      sourceEnd: found.endLine,
    })
    markInitialised(draft, sceneId)
    report.scenes++
    const shotKeys = generateNKeysBetween(null, null, found.shots.length)
    return found.shots.map((shot, k) => {
      const own = shot.number !== undefined && !isTaken(draft, shot.number) ? shot.number : null
      if (own === null) {
        do number++
        while (isTaken(draft, String(number)))
      }
      report.shots++
      return addBrokenShot(draft, shot, { sceneId, orderKey: shotKeys[k]!, number: own ?? String(number), scriptId }).id
    })
  })
}

function importPresences(
  draft: Draft,
  breakdown: ScriptBreakdown,
  assets: ReadonlyMap<string, Asset | null>,
  shotIds: string[][],
  report: Imported,
): void {
  const candidates = new Set(breakdown.assets.filter((a) => a.candidate).map((a) => a.key))
  const taken = new Set<string>()
  for (const found of breakdown.presences) {
    const shotId = shotIds[found.sceneIndex]?.[found.shotIndex]
    const asset = assets.get(found.assetKey)
    if (!shotId || !asset || taken.has(`${shotId}/${asset.id}`)) continue
    taken.add(`${shotId}/${asset.id}`)
    if (waits(found, candidates)) suggest(draft, shotId, asset, found)
    else {
      assignFound(draft, shotId, asset, found)
      report.assignments++
    }
  }
}

/** A shot as the script breaks it down. */
export function addBrokenShot(
  draft: Draft,
  shot: BrokenShot,
  at: Pick<Shot, 'sceneId' | 'orderKey' | 'number' | 'scriptId'>,
): Shot {
  return addShot(draft, {
    endSize: null,
    id: draft.newId(),
    ...at,
    durationFrames: shot.durationFrames,
    text: shot.text,
    dialogue: shot.dialogue,
    size: shot.size,
    angle: shot.angle,
    lens: shot.lens ?? '',
    movement: shot.movement,
    startState: '',
    endState: '',
    timeJump: false,
    endFromStart: null,
    notes: shot.notes ?? '',
    sourceStart: shot.startLine,
    sourceEnd: shot.endLine,
  })
}

/** A presence read from the text becomes an unconfirmed assignment. */
export function assignFound(draft: Draft, shotId: string, asset: Asset, found: FoundPresence): void {
  const instance = ensureInstance(draft, draft.must('shots', shotId).sceneId, asset.id)
  addAssignment(draft, shotId, instance.id, {
    ...presenceFields(found),
    ...toldAs(draft, shotId, asset, { ...found, evidence: evidenceOf(found) }),
    action: found.action,
    rank: null,
    origin: 'suggested',
    evidence: evidenceOf(found),
  })
}

export const presenceFields = (f: FoundPresence) => ({
  presence: f.presence,
  enterAt: f.enterAt,
  exitAt: f.exitAt,
  enterFrom: f.enterFrom,
  exitTo: f.exitTo,
})
export const evidenceOf = (f: { evidence: { line: number; text: string } }) => ({
  line: f.evidence.line,
  text: f.evidence.text.slice(0, 2000),
})

/** Is it a suggestion only: a thing that may be none, or somebody of whom it is not sure that he is there (domain.md 9.4)? */
export const waits = (found: FoundPresence, candidates: ReadonlySet<string>): boolean =>
  candidates.has(found.assetKey) || found.confidence < barConfidence

/** What waits for the user: capitals alone do not put a thing into a shot, nor does a mention a person. */
export function suggest(draft: Draft, shotId: string, asset: Asset, found: FoundPresence): void {
  draft.add('suggestions', {
    id: draft.newId(),
    shotId,
    assetId: asset.id,
    ...presenceFields(found),
    evidence: evidenceOf(found),
    state: 'open',
    ordinal: draft.nextOrdinal('suggestions'),
  })
}

export function importProposals(
  draft: Draft,
  breakdown: ScriptBreakdown,
  assets: ReadonlyMap<string, Asset | null>,
  report: Imported,
): void {
  for (const found of breakdown.aliasProposals) {
    const into = assets.get(found.intoKey)
    const from = assets.get(found.fromKey)
    if (!into || !from || into.id === from.id) continue
    // Asked before or answered before: once is enough.
    const known = draft
      .list('aliasProposalsInOrder')
      .some((p) => (p.intoId === into.id && p.fromId === from.id) || (p.intoId === from.id && p.fromId === into.id))
    if (known || keptApart(draft, into.id, from.id)) continue
    draft.add('aliasProposals', {
      id: draft.newId(),
      intoId: into.id,
      fromId: from.id,
      as: found.as,
      reason: found.reason.slice(0, 500),
      evidence: found.evidence && evidenceOf({ evidence: found.evidence }),
      state: 'open',
      ordinal: draft.nextOrdinal('aliasProposals'),
    })
    report.aliasProposals.push({ intoName: into.name, fromName: from.name, reason: found.reason })
  }
}
