import type { TableName, Tables } from '../model/tables'

/** A list of records under a key, kept in order while records come and go. */
interface IndexSpec<T extends TableName> {
  readonly table: T
  /** null = not in the index. */
  readonly key: (record: Tables[T]) => string | null
  /** Total, so that a list is the same whatever order its records came in. */
  readonly compare: (a: Tables[T], b: Tables[T]) => number
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

function index<T extends TableName>(
  table: T,
  key: IndexSpec<T>['key'],
  compare: IndexSpec<T>['compare'] = byId,
): IndexSpec<T> {
  return { table, key, compare }
}
const byOrder = (a: { orderKey: string; id: string }, b: { orderKey: string; id: string }) =>
  a.orderKey < b.orderKey ? -1 : a.orderKey > b.orderKey ? 1 : byId(a, b)
/** Smaller ranks first, without one last. */
const byRank = (a: { rank: number | null; ordinal: number; id: string }, b: typeof a) =>
  (a.rank === b.rank ? 0 : (a.rank ?? Infinity) - (b.rank ?? Infinity)) || byOrdinal(a, b)
const byOrdinal = (a: { ordinal: number; id: string }, b: { ordinal: number; id: string }) =>
  a.ordinal - b.ordinal || byId(a, b)

/** The few indexes the rules need. A key of '' holds the whole table in order. */
export const indexes = {
  scenesInOrder: index('scenes', (s) => (s.tray ? null : ''), byOrder),
  scenesInTray: index('scenes', (s) => (s.tray ? '' : null), byOrder),
  scenesByNumber: index('scenes', (s) => (s.tray ? null : s.number)),
  scenesOfScript: index('scenes', (s) => (s.tray ? null : s.scriptId), byOrder),
  shotsOfScene: index('shots', (s) => s.sceneId, byOrder),
  assetsInOrder: index('assets', () => '', byOrdinal),
  assetsOfType: index('assets', (a) => (a.deleted ? null : a.type), byRank),
  assetsByName: index('assets', (a) => a.name.toLowerCase(), byOrdinal),
  assetsMergedInto: index('assets', (a) => a.mergedIntoId),
  shotsByNumber: index('shots', (s) => s.number),
  looksOfAsset: index('looks', (l) => l.assetId, byOrdinal),
  looksOfMedia: index('looks', (l) => l.mediaId),
  instancesOfScene: index('sceneAssetInstances', (i) => i.sceneId),
  instancesOfAsset: index('sceneAssetInstances', (i) => i.assetId),
  instanceOf: index('sceneAssetInstances', (i) => `${i.sceneId}/${i.assetId}`),
  assignmentsOfShot: index('assignments', (a) => a.shotId, byOrdinal),
  assignmentsOfInstance: index('assignments', (a) => a.sceneAssetInstanceId, byOrdinal),
  assignmentOf: index('assignments', (a) => `${a.shotId}/${a.sceneAssetInstanceId}`),
  transformationsOfInstance: index('transformations', (t) => t.sceneAssetInstanceId, byOrdinal),
  transformationsOfShot: index('transformations', (t) => t.shotId, byOrdinal),
  blockingsOfShot: index('blockings', (b) => b.shotId),
  blockingsOfInstance: index('blockings', (b) => b.sceneAssetInstanceId),
  blockingOf: index('blockings', (b) => `${b.shotId}/${b.sceneAssetInstanceId}/${b.frame}`),
  seamsFrom: index('seams', (s) => s.fromShotId),
  seamsTo: index('seams', (s) => s.toShotId),
  mergesOfTarget: index('merges', (m) => m.intoId, byOrdinal),
  suggestionsOfShot: index('suggestions', (s) => s.shotId, byOrdinal),
  suggestionsOfAsset: index('suggestions', (s) => s.assetId, byOrdinal),
  aliasProposalsInOrder: index('aliasProposals', () => '', byOrdinal),
  neverMergesOf: index('neverMerges', (n) => `${n.aId}/${n.bId}`),
  dismissalsOf: index('dismissals', (d) => `${d.code}/${d.key}`),
  templatesInOrder: index('templates', () => '', byOrdinal),
  scriptsInOrder: index('scripts', () => '', byOrdinal),
  promptVersionsOf: index('promptVersions', (p) => `${p.shotId}/${p.prompt}`, byOrdinal),
  takesMadeFor: index('takes', (t) => `${t.shotId}/${t.kind}`, byOrdinal),
  takePlacesOf: index('takePlaces', (p) => (p.shotId ? `${p.shotId}/${p.kind}` : null)),
  takesOfMedia: index('takes', (t) => t.mediaId),
  passesOfTake: index(
    'passes',
    (p) => p.takeId,
    (a, b) => a.index - b.index || byId(a, b),
  ),
  profilesInOrder: index('profiles', (p) => (p.deleted ? null : ''), byOrdinal),
  clipsOfShot: index('soundClips', (c) => c.shotId, byOrdinal),
  clipsOfScene: index('soundClips', (c) => c.sceneId, byOrdinal),
  marksOf: index('marks', (m) => `${m.shotId}/${m.frame}`, byOrdinal),
  planEditOf: index('planEdits', (p) => `${p.shotId}/${p.frame}`),
} as const

export type IndexName = keyof typeof indexes
export type IndexedTable<I extends IndexName> = (typeof indexes)[I]['table']
export const indexNames = Object.keys(indexes) as IndexName[]
