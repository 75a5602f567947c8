import { generateNKeysBetween } from 'fractional-indexing'
import type { Asset } from '../model/asset'
import type { Draft } from '../records/draft'
import { createAsset } from '../domain/assetRules'
import { foldName, scenesInOrder } from '../domain/lookup'
import { markInitialised } from '../domain/initialised'
import { isTaken, lastShot, numberParts } from '../domain/numbering'
import { addAssignment, ensureInstance } from '../domain/setAssignment'
import { titleCase } from '../domain/prompts/words'
import type { FoundPresence, ParsedScript, ScriptBreakdown } from './scriptTypes'

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
  const scriptId = draft.add('scripts', { id: draft.newId(), fileName, format: script.format, text: script.lines.join('\n'), ordinal: draft.nextOrdinal('scripts') }).id
  const report: Imported = { scenes: 0, shots: 0, assets: { character: 0, location: 0, prop: 0 }, assignments: 0, aliasProposals: [] }
  const assets = importAssets(draft, breakdown, report)
  const shotIds = importScenes(draft, breakdown, scriptId, report)
  importPresences(draft, breakdown, assets, shotIds, report)
  importProposals(draft, breakdown, assets, report)
  return report
}

function importAssets(draft: Draft, breakdown: ScriptBreakdown, report: Imported): Map<string, Asset> {
  const known = new Map<string, Asset>()
  for (const asset of draft.list('assetsInOrder')) {
    if (asset.deleted) continue
    for (const name of [asset.name, ...asset.aliases.map((a) => a.name)]) {
      const key = `${asset.type}/${foldName(name)}`
      if (!known.has(key)) known.set(key, asset)
    }
  }
  const assets = new Map<string, Asset>()
  for (const found of breakdown.assets) {
    const same = [found.name, ...found.forms].map((name) => known.get(`${found.type}/${foldName(name)}`)).find(Boolean)
    if (!same) report.assets[found.type]++
    assets.set(found.key, same ?? createAsset(draft, { name: titleCase(found.name).slice(0, 200), type: found.type, description: found.description }))
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
    const sceneNumber = takenScenes.has(found.number) ? String(existing.length + i + 1) : found.number
    draft.add('scenes', {
      id: sceneId, orderKey: sceneKeys[i]!, number: sceneNumber, heading: found.heading, intExt: found.intExt, set: found.set, timeOfDay: found.timeOfDay,
      title: '', notes: '', outOfStoryOrder: false, scriptId, sourceStart: found.startLine, sourceEnd: found.endLine,
    })
    report.scenes++
    const shotKeys = generateNKeysBetween(null, null, found.shots.length)
    return found.shots.map((shot, k) => {
      do number++
      while (isTaken(draft, String(number)))
      report.shots++
      return draft.add('shots', {
        id: draft.newId(), sceneId, orderKey: shotKeys[k]!, number: String(number), durationFrames: shot.durationFrames, text: shot.text, dialogue: shot.dialogue, size: shot.size, angle: shot.angle,
        lens: '', movement: shot.movement, startState: '', endState: '', timeJump: false, endFromStart: null, notes: '', scriptId, sourceStart: shot.startLine, sourceEnd: shot.endLine,
      }).id
    })
  })
}

function importPresences(draft: Draft, breakdown: ScriptBreakdown, assets: Map<string, Asset>, shotIds: string[][], report: Imported): void {
  const candidates = new Set(breakdown.assets.filter((a) => a.candidate).map((a) => a.key))
  const taken = new Set<string>()
  for (const found of breakdown.presences) {
    const shotId = shotIds[found.sceneIndex]?.[found.shotIndex]
    const asset = assets.get(found.assetKey)
    if (!shotId || !asset || taken.has(`${shotId}/${asset.id}`)) continue
    taken.add(`${shotId}/${asset.id}`)
    if (candidates.has(found.assetKey)) suggest(draft, shotId, asset, found)
    else {
      const instance = ensureInstance(draft, draft.must('shots', shotId).sceneId, asset.id)
      addAssignment(draft, shotId, instance.id, { ...presenceFields(found), action: found.action, rank: null, origin: 'suggested', evidence: evidenceOf(found) })
      report.assignments++
    }
  }
  for (const shots of shotIds) if (shots[0]) markInitialised(draft, draft.must('shots', shots[0]).sceneId)
}

const presenceFields = (f: FoundPresence) => ({ presence: f.presence, enterAt: f.enterAt, exitAt: f.exitAt, enterFrom: f.enterFrom, exitTo: f.exitTo })
const evidenceOf = (f: { evidence: { line: number; text: string } }) => ({ line: f.evidence.line, text: f.evidence.text.slice(0, 2000) })

/** Prop candidates wait as suggestions: capitals alone do not put a thing into a shot. */
function suggest(draft: Draft, shotId: string, asset: Asset, found: FoundPresence): void {
  draft.add('suggestions', { id: draft.newId(), shotId, assetId: asset.id, ...presenceFields(found), evidence: evidenceOf(found), state: 'open', ordinal: draft.nextOrdinal('suggestions') })
}

function importProposals(draft: Draft, breakdown: ScriptBreakdown, assets: Map<string, Asset>, report: Imported): void {
  for (const found of breakdown.aliasProposals) {
    const into = assets.get(found.intoKey)
    const from = assets.get(found.fromKey)
    if (!into || !from || into.id === from.id) continue
    const [aId, bId] = into.id < from.id ? [into.id, from.id] : [from.id, into.id]
    // Asked before or answered before: once is enough.
    const known = draft.list('aliasProposalsInOrder').some((p) => (p.intoId === into.id && p.fromId === from.id) || (p.intoId === from.id && p.fromId === into.id))
    if (known || draft.first('neverMergesOf', `${aId}/${bId}`)) continue
    draft.add('aliasProposals', { id: draft.newId(), intoId: into.id, fromId: from.id, as: found.as, reason: found.reason.slice(0, 500), evidence: found.evidence && evidenceOf({ evidence: found.evidence }), state: 'open', ordinal: draft.nextOrdinal('aliasProposals') })
    report.aliasProposals.push({ intoName: into.name, fromName: from.name, reason: found.reason })
  }
}
