import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeFilm, type MergeFilm } from '../../testing/mergeFilm'
import { chance, pick, seededRandom } from '../../testing/seededRandom'
import { unsound } from '../../testing/soundness'
import { propose, type Draft } from '../../records/draft'
import { Refusal } from '../../records/refusal'
import { joinShots } from '../structure/joinShots'
import { assignmentOf, instanceOf, shotsInOrder } from '../lookup'
import { mergeAssets } from './mergeAssets'
import { deleteShot, moveShot } from '../structure/shotRules'
import { splitShot } from '../structure/splitShot'
import { unmerge } from './unmerge'

type Work = (film: MergeFilm) => (draft: Draft) => unknown

const kinds = ['split', 'split', 'join', 'join', 'delete', 'move', 'move to scene'] as const

/** Some work on a shot; the same for two films that are alike. */
function randomWork(random: () => number): { kind: string; work: Work } {
  const kind = pick(random, kinds)
  const [n, m] = [Math.floor(random() * 100), Math.floor(random() * 100)]
  const at = pick(random, [0.125, 0.25, 0.5, 0.75, 0.40625])
  const work: Work =
    ({ p, scenes }) =>
    (draft) => {
      const shots = shotsInOrder(p.store)
      const shotId = shots[n % shots.length]!.id
      if (kind === 'split') splitShot(draft, { shotId, at })
      else if (kind === 'join') joinShots(draft, { shotId })
      else if (kind === 'delete') deleteShot(draft, { shotId })
      else
        moveShot(draft, {
          shotId,
          index: m % 4,
          ...(kind === 'move' ? {} : { sceneId: scenes[m % scenes.length]!.id }),
        })
    }
  return { kind, work }
}

/** Who is in which shot how, and when their looks change. */
function story({ p: { store }, assets }: MergeFilm): unknown {
  const round = (n: number | null) => (n === null ? null : Math.round(n * 1e5) / 1e5)
  return shotsInOrder(store).map((shot) =>
    assets.map(({ id }) => {
      const instance = instanceOf(store, shot.sceneId, id)
      const a = instance && assignmentOf(store, shot.id, instance.id)
      const events = store.list('transformationsOfShot', shot.id).filter((e) => e.sceneAssetInstanceId === instance?.id)
      return {
        // A side that a split held follows from where people stood, which is otherwise while they are merged.
        stay: a
          ? [round(a.enterAt), round(a.exitAt), ...(a.exitHeldBy ? [null, null] : [a.enterFrom, a.exitTo]), a.action]
          : null,
        events: events.map((e) => [e.kind, round(e.at), e.toLookId].join()).sort(),
      }
    }),
  )
}

const allowed = (film: MergeFilm, work: Work) =>
  shotsInOrder(film.p.store).length > 0 && !(propose(film.p.store, film.p.newId, work(film)) instanceof Refusal)

test('splits, joins, deletions and moves between a merge and taking it apart do what they do without the merge', () => {
  const done = new Map<string, number>()
  const count = (what: string) => done.set(what, (done.get(what) ?? 0) + 1)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000_000 }), (seed) => {
      const [alone, merged] = [mergeFilm(seed), mergeFilm(seed)]
      const [into, ...from] = alone.assets.map((a) => a.id) as [string, string, string]
      const random = seededRandom(seed + 1)
      const mergeIds: string[] = []
      const merge = (fromIds: string[]) =>
        mergeIds.push(
          merged.p.run((d) => mergeAssets(d, { intoId: into, fromIds, as: pick(random, ['alias', 'look'] as const) }))
            .mergeId,
        )
      const how = pick(random, ['one', 'two at once', 'two one after the other'] as const)
      merge(how === 'two at once' ? from : [from[0]])
      for (let i = 0; i < 4; i++) {
        if (i === 1 && how === 'two one after the other') merge([from[1]])
        const { kind, work } = randomWork(random)
        // What only one of them allows, such as joining shots between which the merged one stays, is left out.
        if (!allowed(alone, work) || !allowed(merged, work)) continue
        count(kind)
        for (const film of [alone, merged]) film.p.run(work(film))
      }
      count(how)
      if (chance(random, 0.2)) merged.p.run((d) => d.update('assets', into, { deleted: true }))
      for (const mergeId of mergeIds.toReversed()) merged.p.run((d) => unmerge(d, { mergeId }))
      expect(unsound(merged.p.store)).toEqual([])
      expect(story(merged)).toEqual(story(alone))
    }),
    { numRuns: 150 },
  )
  for (const what of [...kinds, 'one', 'two at once', 'two one after the other'])
    expect(done.get(what) ?? 0, what).toBeGreaterThan(5)
})
