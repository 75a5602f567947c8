import {
  assignmentOf,
  foldName,
  instanceOf,
  namesOf,
  scenesInOrder,
  shotsInOrder,
  shotsOfScene,
} from '../../domain/lookup'
import type { Shot } from '../../model/shot'
import type { Draft } from '../../records/draft'
import type { ReadRecords } from '../../records/recordStore'
import { assignFound, importAssets, type Imported } from '../importBreakdown'
import type { FoundAsset } from '../scriptTypes'
import type { Casting, CastingEntry } from './casting'

/** Finds the shots of the project that a casting speaks of. */
function shotFinder(store: ReadRecords): (entry: CastingEntry) => Shot | undefined {
  const key = (text: string) => text.trim().toLowerCase().replace(/\s+/g, ' ')
  const scenes = scenesInOrder(store)
  const ofScene = (name: string) =>
    scenes.filter((s) => [s.number, s.title, s.heading, s.set].some((one) => one !== '' && key(one) === key(name)))
  const all = shotsInOrder(store)
  return ({ scene, shot }) => {
    const inScenes = scene === '' ? [] : ofScene(scene).flatMap((s) => [...shotsOfScene(store, s.id)])
    const isIt = (s: Shot) =>
      [shot, `${scene}-${shot}`, `${scene}${shot}`, `${scene}_${shot}`].some((n) => key(n) === key(s.number))
    const found = inScenes.filter(isIt)
    if (found.length > 0) return found[0]
    const anywhere = all.filter(isIt)
    return anywhere.length === 1 ? anywhere[0] : undefined
  }
}

/** Has the project any shot that a casting speaks of? Then it is told of those, and makes none. */
export const fitsCasting = (store: ReadRecords, casting: Casting): boolean =>
  casting.entries.some((entry) => shotFinder(store)(entry) !== undefined)

/**
 * Puts the assets of a casting into the shots of the project, in one step: as presences from start to end, to be confirmed like what was read from a
 * script (domain.md 9.4). Assets are known by name or made; what is in its shot already stays as it is. Shots that are not there are named.
 */
export function importCasting(draft: Draft, casting: Casting): Imported {
  const report: Imported = {
    scenes: 0,
    shots: 0,
    assets: { character: 0, location: 0, prop: 0 },
    assignments: 0,
    aliasProposals: [],
  }
  const find = shotFinder(draft)
  const assets = new Map<string, FoundAsset>()
  const known = draft.list('assetsInOrder').filter((asset) => !asset.deleted)
  const typed = casting.entries.map((entry) => {
    const type =
      entry.type ??
      known.find((asset) => namesOf(asset).some((n) => foldName(n) === foldName(entry.asset)))?.type ??
      'character'
    return { entry, key: `${type}:${entry.asset.toUpperCase()}`, type }
  })
  const missing = new Set<string>()
  const placed = typed.flatMap(({ entry, key, type }) => {
    const shot = find(entry)
    if (!shot) {
      missing.add([entry.scene, entry.shot].filter(Boolean).join(' '))
      return []
    }
    if (!assets.has(key))
      assets.set(key, {
        key,
        type,
        name: entry.asset,
        forms: [entry.asset],
        firstLine: entry.line,
        cue: false,
        candidate: false,
        description: '',
      })
    return [{ entry, key, shot }]
  })
  const found = importAssets(draft, { assets: [...assets.values()] }, report)
  for (const { entry, key, shot } of placed) {
    const asset = found.get(key)
    const instance = asset && instanceOf(draft, shot.sceneId, asset.id)
    if (!asset || (instance && assignmentOf(draft, shot.id, instance.id))) continue
    assignFound(draft, shot.id, asset, {
      sceneIndex: 0,
      shotIndex: 0,
      assetKey: key,
      presence: 'throughout',
      enterAt: 0,
      exitAt: 1,
      enterFrom: null,
      exitTo: null,
      action: '',
      evidence: { line: entry.line, text: entry.asset },
      confidence: 1,
    })
    report.assignments++
  }
  if (missing.size > 0)
    draft.warn('CASTING_NO_SHOT', { shots: [...missing].slice(0, 20).join(', '), count: missing.size })
  return report
}
