import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ReadRecords } from '../../records/recordStore'
import { randomCommand } from '../../testing/randomCommands'
import { pick, seededRandom } from '../../testing/seededRandom'
import { recordText } from '../../testing/recordDump'
import { runCommand } from '../../testing/runCommand'
import { exampleProject, type ExampleProject } from '../../testing/exampleProject'
import { unsound } from '../../testing/soundness'
import { mergeAssets } from './mergeAssets'
import { keptApart } from './neverMerge'
import { unmerge } from './unmerge'

const seeds = fc.integer({ min: 1, max: 1_000_000 })

/** A project after some random work, without merges: those are what is tested. */
function worked(seed: number, steps: number): { p: ExampleProject; random: () => number } {
  const p = exampleProject()
  const random = seededRandom(seed)
  play(p, random, steps)
  return { p, random }
}

function play(
  p: ExampleProject,
  random: () => number,
  steps: number,
  not: readonly string[] = ['asset.merge', 'asset.unmerge'],
): void {
  for (let i = 0; i < steps; i++) {
    const { name, input } = randomCommand(p.store, random)
    if (!not.includes(name)) runCommand(p.store, p.newId, name, input)
  }
}

const living = (store: ReadRecords) => store.list('assetsInOrder').filter((a) => !a.deleted)

function randomMerge(p: ExampleProject, random: () => number): { mergeId: string; ids: string[] } | null {
  const assets = living(p.store).map((a) => a.id)
  if (assets.length < 3) return null
  const into = pick(random, assets)
  const others = assets.filter((id) => id !== into)
  const fromIds = random() < 0.3 ? [...new Set([pick(random, others), pick(random, others)])] : [pick(random, others)]
  if ([into, ...fromIds].some((a) => fromIds.some((b) => a !== b && keptApart(p.store, a, b)))) return null
  const { mergeId } = p.run((d) => mergeAssets(d, { intoId: into, fromIds, as: random() < 0.5 ? 'alias' : 'look' }))
  return { mergeId, ids: [into, ...fromIds] }
}

test('a merge leaves a sound project, and taking it apart at once is the identity', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { p, random } = worked(seed, 40)
      const before = recordText(p.store)
      const merge = randomMerge(p, random)
      if (!merge) return
      expect(unsound(p.store)).toEqual([])
      p.run((d) => unmerge(d, { mergeId: merge.mergeId }))
      expect(recordText(p.store) === before).toBe(true)
    }),
    { numRuns: 100 },
  )
})

test('a merge keeps every shot, picture, alias and change of look somewhere', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { p, random } = worked(seed, 40)
      const shotsOf = (ids: readonly string[]) =>
        new Set(
          [...p.store.all('assignments')]
            .filter((a) => ids.includes(p.store.must('sceneAssetInstances', a.sceneAssetInstanceId).assetId))
            .map((a) => a.shotId),
        )
      const pictures = () =>
        [...p.store.all('looks')]
          .filter((l) => l.mediaId)
          .map((l) => l.mediaId)
          .sort()
      const had = { pictures: new Set(pictures()), events: [...p.store.all('transformations')].map((e) => e.id) }
      const assets = living(p.store)
      const byId = new Map(assets.map((a) => [a.id, a]))
      const shots = new Map(assets.map((a) => [a.id, shotsOf([a.id])]))
      const merge = randomMerge(p, random)
      if (!merge) return
      const into = merge.ids[0]!
      for (const id of merge.ids) {
        for (const shotId of shots.get(id)!) expect(shotsOf([into]).has(shotId)).toBe(true)
        const names = [
          p.store.must('assets', into).name,
          ...p.store.must('assets', into).aliases.map((a) => a.name),
        ].map((n) => n.toLowerCase())
        expect(names).toContain(byId.get(id)!.name.toLowerCase())
      }
      for (const picture of had.pictures) expect(pictures()).toContain(picture)
      for (const id of had.events) expect(p.store.get('transformations', id)).toBeDefined()
    }),
    { numRuns: 80 },
  )
})

test('after edits in between taking apart leaves a sound project and other assets untouched', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { p, random } = worked(seed, 30)
      const merge = randomMerge(p, random)
      if (!merge) return
      play(p, random, 25)
      if (!p.store.get('merges', merge.mergeId)) return
      const third = thirdAssets(p.store, merge.ids)
      p.run((d) => unmerge(d, { mergeId: merge.mergeId }))
      expect(unsound(p.store)).toEqual([])
      expect(thirdAssets(p.store, merge.ids)).toEqual(third)
      for (const id of merge.ids.slice(1))
        expect(p.store.must('assets', id)).toMatchObject({ deleted: false, mergedIntoId: null })
    }),
    { numRuns: 100 },
  )
})

/** Everything of the assets that had no part in a merge. */
function thirdAssets(store: ReadRecords, ids: readonly string[]): unknown {
  const assets = [...store.all('assets')].filter((a) => !ids.includes(a.id))
  const instances = [...store.all('sceneAssetInstances')].filter((i) => !ids.includes(i.assetId))
  const own = new Set(instances.map((i) => i.id))
  return {
    assets,
    instances,
    looks: [...store.all('looks')].filter((l) => !ids.includes(l.assetId)),
    members: (['assignments', 'transformations', 'blockings'] as const).map((t) =>
      [...store.all(t)].filter((r) => own.has(r.sceneAssetInstanceId)).sort((a, b) => (a.id < b.id ? -1 : 1)),
    ),
  }
}
