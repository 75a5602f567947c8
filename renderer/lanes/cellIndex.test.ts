import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLook } from '@shared/domain/assets/assetRules'
import { setTransformation } from '@shared/domain/looks/transformationRules'
import { moveShot } from '@shared/domain/structure/shotRules'
import { randomCommand } from '@shared/testing/randomCommands'
import { seededRandom } from '@shared/testing/seededRandom'
import { rebuilt } from '@shared/testing/rebuilt'
import { runCommand, tryCommand } from '@shared/testing/runCommand'
import { exampleProject } from '@shared/testing/exampleProject'
import { TestProject } from '@shared/testing/testProject'
import { CellIndex } from './cellIndex'

test('a cell shows the look of its shot after the shots were put into another order', () => {
  const p = new TestProject()
  const scene = p.scene()
  const shots = p.shots(scene, 3)
  const alice = p.asset('character', 'Alice')
  for (const shot of shots) p.put(shot, alice)
  const wet = p.run((draft) => createLook(draft, { assetId: alice.id, name: 'Wet' }))
  p.run((draft) =>
    setTransformation(draft, {
      sceneAssetInstanceId: p.instanceId(scene, alice),
      kind: 'within_shot',
      shotId: shots[0]!.id,
      at: 0.5,
      fromLookId: alice.defaultLookId,
      toLookId: wet.id,
    }),
  )
  const cells = new CellIndex(p.store)
  const other = () => shots.map((s) => cells.cell(s.id, alice.id)!.altStart)
  expect(other()).toEqual([false, true, true])
  p.run((draft) => moveShot(draft, { shotId: shots[0]!.id, index: 2 }))
  expect(other()).toEqual([false, false, false])
  expect(cells.cell(shots[0]!.id, alice.id)).toMatchObject({ altEnd: true, transformations: [0.5] })
})

test('cells and what waits in them are those of a store without memory, after any commands and drafts', () => {
  let compared = 0
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const p = exampleProject()
      const cells = new CellIndex(p.store)
      const random = seededRandom(seed)
      for (let i = 0; i < 20; i++) {
        const { name, input } = randomCommand(p.store, random)
        if (random() < 0.3) tryCommand(p.store, p.newId, name, input)
        else runCommand(p.store, p.newId, name, input)
        const memoryless = new CellIndex(rebuilt(p.store))
        for (const { id } of p.store.all('shots')) {
          expect([...cells.cellsOf(id)], name).toEqual([...memoryless.cellsOf(id)])
          for (const asset of p.store.all('assets'))
            expect(cells.waiting(id, asset.id), name).toEqual(memoryless.waiting(id, asset.id))
          compared += cells.cellsOf(id).size
        }
      }
    }),
    { numRuns: 12 },
  )
  expect(compared).toBeGreaterThan(500)
})

test('what is painted again without a change reads nothing', () => {
  const p = exampleProject()
  const cells = new CellIndex(p.store)
  const paint = () => {
    p.store.visits = 0
    for (const shot of [...p.roomShots, ...p.gardenShots])
      for (const asset of [p.alice, p.bob, p.gnome]) {
        cells.cell(shot.id, asset.id)
        cells.waiting(shot.id, asset.id)
      }
    return p.store.visits
  }
  expect(paint()).toBeGreaterThan(0)
  expect(paint()).toBe(0)
})
