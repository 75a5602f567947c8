// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from 'vitest'
import { deleteShots } from '@shared/domain/structure/manyShots'
import { deleteScene } from '@shared/domain/structure/sceneRules'
import type { Asset } from '@shared/model/asset'
import type { Shot } from '@shared/model/shot'
import { TestProject } from '@shared/testing/testProject'
import { cellCommands } from './edit/cellCommands'
import { assetCommands } from './edit/assetCommands'
import { sceneCommands } from './edit/sceneCommands'
import { shotCommands } from './edit/shotCommands'
import { followSelection } from './followSelection'
import { hint, useHint } from './hint'
import { useProject } from './projectStore'
import { restoreRemembered } from './remembered'
import {
  chosenAsset,
  chosenScene,
  chosenShots,
  selectedAsset,
  selectedCells,
  selectedShots,
  selectionWords,
  tellCells,
} from './selection'
import { leaveAsset, selectAsset, selectCell, selectScene, selectShot, selectShots, useView } from './viewStore'

let p: TestProject
let one: Shot[]
let two: Shot[]
let alice: Asset

beforeEach(() => {
  p = new TestProject()
  one = p.shots(p.scene('INT. KITCHEN - DAY'), 3)
  two = p.shots(p.scene('EXT. YARD - DAY'), 2)
  alice = p.asset('character', 'Alice')
  for (const shot of one) p.put(shot, alice, { presence: 'throughout' })
  useProject.setState((s) => ({
    folder: '/film',
    records: p.store,
    revision: p.store.revision,
    epoch: s.epoch + 1,
    readOnly: false,
  }))
  restoreRemembered({})
})

const deletes = () =>
  [...cellCommands, ...assetCommands, ...shotCommands, ...sceneCommands]
    .filter((c) => c.keys?.includes('Delete') && c.enabled?.())
    .map((c) => `${c.id}: ${c.about?.() ?? ''}`)

describe('there is one selection, and Delete means it', () => {
  test('cells', () => {
    selectCell({ assetId: alice.id, shotId: one[1]!.id })
    expect(selectionWords()).toBe(`Alice in shot ${one[1]!.number}`)
    expect(deletes()).toEqual([`presence.remove: Alice in shot ${one[1]!.number}`])
    const stop = tellCells(() => one.map((s) => ({ assetId: alice.id, shotId: s.id })))
    expect(selectedShots()).toEqual(one.map((s) => s.id))
    expect(selectedAsset()?.name).toBe('Alice')
    stop()
    expect(selectedCells()).toHaveLength(1)
  })

  test('an asset: no cell is meant any more', () => {
    selectCell({ assetId: alice.id, shotId: one[0]!.id })
    selectAsset(alice.id)
    expect(selectedCells()).toEqual([])
    expect(deletes()).toEqual(['asset.delete: Alice'])
    expect(cellCommands.filter((c) => c.enabled?.())).toEqual([])
    leaveAsset()
    expect(deletes()).toEqual([`shot.delete: shot ${one[0]!.number}`])
  })

  test('several shots, in story order however they were chosen', () => {
    selectShots([two[0]!.id, one[2]!.id], two[0]!.id)
    expect(chosenShots()).toEqual([one[2]!.id, two[0]!.id])
    expect(deletes()).toEqual([`shot.delete: shots ${one[2]!.number} and ${two[0]!.number}`])
    expect(chosenAsset()).toBeUndefined()
  })

  test('a scene, with its first shot shown', () => {
    selectScene(two[0]!.sceneId)
    expect(chosenScene()?.heading).toBe('EXT. YARD - DAY')
    expect(useView.getState().shotId).toBe(two[0]!.id)
    expect(deletes()).toEqual([`scene.delete: scene ${chosenScene()!.number} EXT. YARD - DAY`])
    expect(selectedShots()).toEqual([])
  })

  test('an empty cell has nothing to remove', () => {
    selectCell({ assetId: alice.id, shotId: two[0]!.id })
    expect(deletes()).toEqual([])
  })

  test('in a project that can only be read nothing is deleted', () => {
    useProject.setState({ readOnly: true })
    selectShot(one[0]!.id)
    expect(deletes()).toEqual([])
  })
})

describe('what is selected stays something that is there', () => {
  const change = (work: () => void) => {
    work()
    useProject.setState({ revision: p.store.revision })
  }
  let stop: () => void
  beforeEach(() => {
    stop = followSelection()
    return () => stop()
  })

  test('of a shot that goes the next of its scene is selected, of the last one the one before', () => {
    selectShot(one[1]!.id)
    change(() => p.run((draft) => deleteShots(draft, { shotIds: [one[1]!.id] })))
    expect(useView.getState()).toMatchObject({ shotId: one[2]!.id, shotIds: [one[2]!.id], selected: 'shots' })
    change(() => p.run((draft) => deleteShots(draft, { shotIds: [one[2]!.id] })))
    expect(useView.getState().shotId).toBe(one[0]!.id)
    change(() => p.run((draft) => deleteShots(draft, { shotIds: [one[0]!.id] })))
    expect(useView.getState()).toMatchObject({ shotId: two[0]!.id, sceneId: two[0]!.sceneId })
  })

  test('of several that go some stay selected', () => {
    selectShots(
      one.map((s) => s.id),
      one[1]!.id,
    )
    change(() => p.run((draft) => deleteShots(draft, { shotIds: [one[1]!.id] })))
    expect(chosenShots()).toEqual([one[0]!.id, one[2]!.id])
  })

  test.each(['shots', 'cells'])('the status bar no longer counts selected %s of which some have gone', (what) => {
    if (what === 'shots') selectShots([one[0]!.id, one[1]!.id], one[0]!.id)
    else selectCell({ assetId: alice.id, shotId: one[1]!.id })
    hint('2 selected')
    change(() => p.run((draft) => deleteShots(draft, { shotIds: [two[0]!.id] })))
    expect(useHint.getState().text).toBe('2 selected')
    change(() => p.run((draft) => deleteShots(draft, { shotIds: [one[1]!.id] })))
    expect(useHint.getState().text).toBe('')
  })

  test('of a scene that goes the next one is selected as a scene', () => {
    selectScene(one[0]!.sceneId)
    change(() => p.run((draft) => deleteScene(draft, { sceneId: one[0]!.sceneId })))
    expect(useView.getState()).toMatchObject({ selected: 'scene', sceneId: two[0]!.sceneId, shotId: two[0]!.id })
  })

  test('the last shot and scene leave nothing behind', () => {
    selectShot(one[0]!.id)
    change(() => {
      p.run((draft) => deleteScene(draft, { sceneId: one[0]!.sceneId }))
      p.run((draft) => deleteScene(draft, { sceneId: two[0]!.sceneId }))
    })
    expect(useView.getState()).toMatchObject({ shotId: null, shotIds: [], sceneId: null })
    expect(selectionWords()).toBe('')
  })
})
