import { wholeFigure } from '../model/transformation'
import { createLook, deleteAsset } from '../domain/assets/assetRules'
import { mergeAssets } from '../domain/merging/mergeAssets'
import { neighbour, shotsInOrder } from '../domain/lookup'
import { setSeam } from '../domain/results/seams'
import { ensureInstance } from '../domain/presence/setAssignment'
import type { Asset } from '../model/asset'
import { presenceOf, asItself } from '../model/assignment'
import type { Shot } from '../model/shot'
import { Refusal } from '../records/refusal'
import { below, pick } from './seededRandom'
import { TestProject } from './testProject'

type Random = () => number

/** Moments of a shot, many of them equal, on frames, or close beside one: where splits are hard. */
function momentsOf(random: Random, frames: number): number[] {
  const near = () => (below(random, frames + 1) + pick(random, [0, 0, 0.2, -0.2, 0.5, -0.5, 0.7, -0.7, 0.95])) / frames
  return Array.from({ length: 5 }, () => (random() < 0.8 ? near() : random())).filter((m) => m > 1e-4 && m < 1 - 1e-4)
}

/**
 * A project that nobody would draw but that rules must bear: shots of one frame to many, up to ten assets in each, edges and changes of look at
 * the same moments or less than a frame apart, positions that sleep, deleted and merged assets, seams, suggestions and takes.
 */
export function wildProject(random: Random): TestProject {
  const p = new TestProject({ fps: pick(random, [1, 23, 24, 25, 30, 60, 240, 23.976, 29.97]) })
  const assets = Array.from({ length: 5 + below(random, 6) }, (_, i) =>
    p.asset(pick(random, ['character', 'character', 'location', 'prop']), `Asset ${i}`, { picture: random() < 0.6 }),
  )
  for (const asset of assets)
    for (let n = below(random, 3); n > 0; n--)
      p.run((draft) => createLook(draft, { assetId: asset.id, name: `Look ${n}` }))
  for (let n = 1 + below(random, 3); n > 0; n--) {
    const scene = p.scene(pick(random, ['INT. ROOM - DAY', 'EXT. GARDEN - NIGHT']), {
      outOfStoryOrder: random() < 0.15,
    })
    for (let m = 1 + below(random, 5); m > 0; m--)
      fillShot(
        p,
        p.shot(scene, {
          durationFrames: pick(random, [1, 2, 2, 3, 4, 5, 9, 48, 97, 1001]),
          text: random() < 0.3 ? `${pick(random, assets).name} leaves.` : '',
        }),
        assets,
        random,
      )
  }
  if (random() < 0.4) mergeSome(p, assets, random)
  for (const asset of assets)
    if (random() < 0.15 && !p.store.must('assets', asset.id).deleted)
      p.run((draft) => deleteAsset(draft, { assetId: asset.id }))
  for (const shot of shotsInOrder(p.store)) {
    const next = neighbour(p.store, shot, 1)
    if (!next || random() < 0.5) continue
    attempt(p, (draft) => setSeam(draft, { fromShotId: shot.id, toShotId: next.id, shared: true }))
    if (random() < 0.5)
      for (const [end, kind] of [
        [shot, 'endFrame'],
        [next, 'startFrame'],
      ] as const)
        p.take(end, kind)
  }
  return p
}

/** Runs a rule where it is allowed. */
function attempt(p: TestProject, rule: Parameters<TestProject['refusal']>[0]): void {
  try {
    p.run(rule)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
}

function mergeSome(p: TestProject, assets: readonly Asset[], random: Random): void {
  const [into, ...from] = assets
    .filter((a) => a.type === 'character')
    .slice(0, 2 + below(random, 2))
    .map((a) => a.id)
  if (into && from.length)
    attempt(p, (draft) =>
      mergeAssets(draft, { intoId: into, fromIds: from, as: pick(random, ['alias', 'look'] as const) }),
    )
}

function fillShot(p: TestProject, shot: Shot, assets: readonly Asset[], random: Random): void {
  const moments = momentsOf(random, shot.durationFrames)
  const moment = () => (moments.length && random() < 0.9 ? pick(random, moments) : 0.001 + 0.998 * random())
  for (const asset of assets) {
    if (random() < 0.25) continue
    const { id: instanceId } = p.run((draft) => ensureInstance(draft, shot.sceneId, asset.id))
    const own = { shotId: shot.id, sceneAssetInstanceId: instanceId }
    // A new shot has its location already.
    if (random() < 0.85 && !p.store.first('assignmentOf', `${shot.id}/${instanceId}`)) {
      const [a, b] = [moment(), moment()].sort((x, y) => x - y) as [number, number]
      const soon = Math.min(a + 0.8 / shot.durationFrames, 1)
      const [enterAt, exitAt] = pick(random, [[0, 1], [a, 1], [0, b], a < b ? [a, b] : [0, 1], [a, soon]] as [
        number,
        number,
      ][])
      const side = () => pick(random, ['left', 'background', null] as const)
      p.run((draft) =>
        draft.add('assignments', {
          ...asItself,
          carriedBy: random() < 0.2 ? pick(random, assets).id : null,
          id: draft.newId(),
          ...own,
          presence: presenceOf(enterAt, exitAt)!,
          enterAt,
          exitAt,
          enterFrom: enterAt > 0 ? side() : null,
          exitTo: exitAt < 1 ? side() : null,
          action: '',
          rank: null,
          origin: 'user',
          evidence: null,
          ordinal: draft.nextOrdinal('assignments'),
        }),
      )
    }
    const looks = p.store.list('looksOfAsset', asset.id).map((l) => l.id)
    for (let n = pick(random, [0, 0, 0, 1, 2, 4]); n > 0; n--) {
      const at = random() < 0.8 ? moment() : null
      p.run((draft) =>
        draft.add('transformations', {
          id: draft.newId(),
          ...own,
          kind: at === null ? 'between_shots' : 'within_shot',
          at,
          fromLookId: pick(random, [null, ...looks]),
          toLookId: pick(random, looks),
          carries: random() < 0.2 ? 'story' : 'scene',
          ordinal: draft.nextOrdinal('transformations'),
          suspended: random() < 0.1 ? 'uncovered' : '',
          mergeId: null,
        }),
      )
    }
    for (const frame of ['start', 'end'] as const)
      if (random() < 0.35)
        p.run((draft) =>
          draft.add('blockings', {
            ...wholeFigure,
            id: draft.newId(),
            ...own,
            frame,
            x: random(),
            y: random(),
            scale: 0.2 + random(),
            flip: random() < 0.5,
            depth: below(random, 5),
          }),
        )
    if (random() < 0.1)
      p.run((draft) =>
        draft.add('suggestions', {
          id: draft.newId(),
          shotId: shot.id,
          assetId: asset.id,
          presence: 'enters',
          enterAt: moment(),
          exitAt: 1,
          enterFrom: null,
          exitTo: null,
          evidence: { line: 1, text: 'x' },
          state: 'open',
          ordinal: draft.nextOrdinal('suggestions'),
        }),
      )
  }
  if (random() < 0.2) p.take(shot, pick(random, ['startFrame', 'endFrame', 'video']))
}

/** A shot that can be cut, and a frame to cut it at: mostly where something lies near, often the last frame. */
export function wildCut(p: TestProject, random: Random): { shot: Shot; at: number } | null {
  const shots = shotsInOrder(p.store).filter((s) => s.durationFrames > 1)
  if (!shots.length) return null
  const shot = pick(random, shots)
  const frames = shot.durationFrames
  const moments = [
    ...p.store.list('assignmentsOfShot', shot.id).flatMap((a) => [a.enterAt, a.exitAt]),
    ...p.store.list('transformationsOfShot', shot.id).flatMap((e) => e.at ?? []),
  ].filter((m) => m > 0 && m < 1)
  const at =
    random() < 0.25 ? (frames - 1) / frames : moments.length && random() < 0.8 ? pick(random, moments) : random()
  return { shot, at: Math.min(frames - 1, Math.max(1, Math.round(at * frames))) / frames }
}
