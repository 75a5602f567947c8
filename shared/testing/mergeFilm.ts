import { wholeFigure } from '../model/transformation'
import { createLook, updateSceneAsset } from '../domain/assets/assetRules'
import { ensureInstance } from '../domain/presence/setAssignment'
import { setTransformation } from '../domain/looks/transformationRules'
import { presenceOf, asItself } from '../model/assignment'
import type { Asset } from '../model/asset'
import type { Scene } from '../model/scene'
import type { Shot } from '../model/shot'
import { chance, pick, seededRandom } from './seededRandom'
import { TestProject } from './testProject'

export interface MergeFilm {
  readonly p: TestProject
  readonly scenes: readonly Scene[]
  readonly shots: readonly Shot[]
  /** Three assets that meet in every way; the first two are those to merge. */
  readonly assets: readonly Asset[]
  readonly random: () => number
}

const intervals: readonly (readonly [number, number])[] = [
  [0, 1],
  [0, 1],
  [0.25, 1],
  [0.5, 1],
  [0, 0.5],
  [0, 0.75],
  [0.25, 0.75],
  [0.5, 0.75],
  [0, 0.25],
  [0.75, 1],
]

/** A small dense film: assets alone, together, one after the other and apart in every kind of interval, with looks, changes, positions and texts of their own. */
export function mergeFilm(seed: number): MergeFilm {
  const random = seededRandom(seed)
  const p = new TestProject()
  const scenes = Array.from({ length: 1 + Math.floor(random() * 3) }, (_, i) =>
    p.scene(`INT. ROOM ${i} - DAY`, { outOfStoryOrder: chance(random, 0.15) }),
  )
  const shots = scenes.flatMap((scene) => p.shots(scene, 1 + Math.floor(random() * 5)))
  const assets = (['character', 'prop', 'location'] as const).map((type, i) =>
    p.asset(type, ['John Smith', 'Gnome', 'Shed'][i]!, {
      description: chance(random, 0.5) ? `words ${i}` : '',
      picture: chance(random, 0.5),
    }),
  )
  for (const asset of assets) {
    for (let n = 0; n < 2; n++)
      p.run((d) => createLook(d, { assetId: asset.id, name: pick(random, ['Wet', 'Old', asset.name]) }))
    for (const scene of scenes) if (chance(random, 0.85)) furnish(p, random, scene, asset)
  }
  return { p, scenes, shots, assets, random }
}

function furnish(p: TestProject, random: () => number, scene: Scene, asset: Asset): void {
  const instance = p.run((d) => ensureInstance(d, scene.id, asset.id))
  const looks = p.store.list('looksOfAsset', asset.id)
  if (chance(random, 0.2)) p.run((d) => updateSceneAsset(d, { id: instance.id, lookId: pick(random, looks).id }))
  if (chance(random, 0.2)) p.run((d) => updateSceneAsset(d, { id: instance.id, description: `${asset.name} here` }))
  const everywhere = chance(random, 0.2)
  for (const shot of p.store.list('shotsOfScene', scene.id)) {
    if (everywhere || chance(random, 0.7)) {
      const [enterAt, exitAt] = everywhere ? [0, 1] : pick(random, intervals)
      const side = () => (chance(random, 0.3) ? pick(random, ['left', 'right', 'top'] as const) : null)
      p.run((d) =>
        d.add('assignments', {
          ...asItself,
          id: d.newId(),
          shotId: shot.id,
          sceneAssetInstanceId: instance.id,
          presence: presenceOf(enterAt, exitAt)!,
          enterAt,
          exitAt,
          enterFrom: side(),
          exitTo: side(),
          action: chance(random, 0.3) ? `${asset.name} acts` : '',
          rank: null,
          origin: 'user',
          evidence: null,
          ordinal: d.nextOrdinal('assignments'),
        }),
      )
    }
    for (const frame of ['start', 'end'] as const) {
      if (chance(random, 0.25))
        p.run((d) =>
          d.add('blockings', {
            ...wholeFigure,
            id: d.newId(),
            shotId: shot.id,
            sceneAssetInstanceId: instance.id,
            frame,
            x: random(),
            y: random(),
            scale: 0.5,
            flip: chance(random, 0.5),
            depth: 0,
          }),
        )
    }
    if (chance(random, 0.2)) {
      const kind = chance(random, 0.6) ? 'within_shot' : 'between_shots'
      const at = kind === 'within_shot' ? pick(random, [0.125, 0.375, 0.5, 0.625, 0.875]) : undefined
      p.run((d) =>
        setTransformation(d, {
          sceneAssetInstanceId: instance.id,
          kind,
          shotId: shot.id,
          at,
          fromLookId: pick(random, [null, pick(random, looks).id]),
          toLookId: pick(random, looks).id,
          carries: pick(random, ['scene', 'scene', 'story'] as const),
        }),
      )
    }
  }
}
