import { scenesInOrder } from '@shared/domain/lookup'
import { upperFirst } from '@shared/language/unitWords'
import type { Scene } from '@shared/model/scene'
import type { AppCommand } from '../commands'
import { done, perform, run } from '../projectActions'
import { recordsNow } from '../projectStore'
import { renaming } from '../rename'
import { addSceneSheet } from '../sheetKeys'
import { chosenScene, sceneWords } from '../selection'
import { openSheet } from '../sheets'
import { announce } from '../toasts'
import { selectScene } from '../viewStore'
import { acts, catchFocus, editable } from './editing'

const group = 'Scene'
const surface = 'scenes'

/** What is done to the selected scene. */
export const sceneCommands: readonly AppCommand[] = [
  {
    id: 'scene.add',
    title: 'Add a scene…',
    group,
    keys: ['N'],
    surface,
    menus: ['scene'],
    does: ['scene.create'],
    enabled: editable,
    run: () => openSheet(addSceneSheet, {}),
  },
  acts(
    {
      id: 'scene.rename',
      title: 'Rename the scene',
      group,
      keys: ['F2'],
      surface,
      menus: ['scene'],
      does: ['scene.update'],
    },
    chosenScene,
    sceneWords,
    (scene) => renaming('scene', scene.id),
  ),
  acts(
    {
      id: 'scene.duplicate',
      title: 'Duplicate the scene',
      group,
      keys: ['Mod+D'],
      surface,
      menus: ['scene'],
      does: ['scene.duplicate'],
    },
    chosenScene,
    sceneWords,
    duplicateScene,
  ),
  acts(
    {
      id: 'scene.earlier',
      title: 'Move the scene one place up',
      group,
      keys: ['Alt+ArrowUp'],
      surface,
      menus: ['scene'],
      does: ['scene.move'],
    },
    () => stepped(-1),
    ({ scene }) => sceneWords(scene),
    ({ scene, index }) => moveScene(scene, index),
  ),
  acts(
    {
      id: 'scene.later',
      title: 'Move the scene one place down',
      group,
      keys: ['Alt+ArrowDown'],
      surface,
      menus: ['scene'],
      does: ['scene.move'],
    },
    () => stepped(1),
    ({ scene }) => sceneWords(scene),
    ({ scene, index }) => moveScene(scene, index),
  ),
  acts(
    {
      id: 'scene.delete',
      title: 'Delete the scene',
      group,
      keys: ['Delete', 'Backspace'],
      surface,
      menus: ['scene'],
      destroys: true,
      does: ['scene.delete'],
    },
    chosenScene,
    sceneWords,
    deleteScene,
  ),
]

async function duplicateScene(scene: Scene): Promise<void> {
  const id = (await perform('scene.duplicate', { sceneId: scene.id }))?.created.scenes?.[0]
  if (id === undefined) return
  selectScene(id)
  done(`${upperFirst(sceneWords(scene))} duplicated as scene ${recordsNow().must('scenes', id).number}.`)
}

/** The selected scene and the place beside its own; null at the end of the film. */
function stepped(way: 1 | -1): { scene: Scene; index: number } | null {
  const scene = chosenScene()
  const scenes = scenesInOrder(recordsNow())
  const index = scene ? scenes.findIndex((s) => s.id === scene.id) + way : -1
  return scene && index >= 0 && index < scenes.length ? { scene, index } : null
}

/** Moves a scene to a place among all, counted from 0; its number stays. */
export async function moveScene(scene: Scene, index: number): Promise<void> {
  if (!(await run('scene.move', { sceneId: scene.id, index }))) return
  announce(`Scene ${scene.number} is place ${index + 1} of ${scenesInOrder(recordsNow()).length}.`)
}

async function deleteScene(scene: Scene): Promise<void> {
  if (!(await run('scene.delete', { sceneId: scene.id }))) return
  catchFocus('scenes.chosen')
  done(`${upperFirst(sceneWords(scene))} deleted with its shots.`)
}
