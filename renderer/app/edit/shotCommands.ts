import { neighbour, scenesInOrder, shotsOfScene } from '@shared/domain/lookup'
import { plural, upperFirst } from '@shared/language/unitWords'
import type { AppCommand } from '../commands'
import { done, make, perform, run } from '../projectActions'
import { recordsNow } from '../projectStore'
import { addSceneSheet } from '../sheetKeys'
import { chosenShots, sceneWords, selectedShots, shotWords } from '../selection'
import { openSheet } from '../sheets'
import { announce } from '../toasts'
import { selectShots, useView } from '../viewStore'
import { acts, catchFocus, editable, focusSoon, some } from './editing'

const group = 'Shot'
/** Where shots are chosen: column heads, the shots of the timeline, the script's cards, the strip of the frames. */
const surface = ['matrix', 'timeline', 'script', 'shot-strip', 'shots']
const shots = () => some(selectedShots())
const chosen = () => some(chosenShots())

/** What is done to the selected shots, or to those of the selected cells. */
export const shotCommands: readonly AppCommand[] = [
  {
    id: 'shot.add',
    title: 'Add a shot',
    group,
    keys: ['Shift+N'],
    surface: ['matrix', 'timeline', 'shot-strip', 'scenes', 'shots'],
    menus: ['shot', 'scene'],
    does: ['shot.create', 'scene.create'],
    about: () => placeWords(),
    enabled: editable,
    run: () => void addShot(),
  },
  acts(
    {
      id: 'shot.rename',
      title: 'Change the shot’s number',
      group,
      keys: ['F2'],
      surface,
      menus: ['shot'],
      does: ['shot.update'],
    },
    () => (chosenShots().length === 1 ? chosenShots() : null),
    shotWords,
    () => focusSoon('shot.number'),
  ),
  acts(
    {
      id: 'shot.duplicate',
      title: 'Duplicate the shot',
      group,
      keys: ['Mod+D'],
      surface,
      menus: ['shot'],
      does: ['shot.duplicate'],
      // With cells selected the key fills to the right.
      byKey: () => chosenShots().length > 0,
    },
    shots,
    shotWords,
    duplicateShots,
  ),
  acts(
    { id: 'shot.split', title: 'Split the shot in the middle', group, menus: ['shot'], does: ['shot.split'] },
    () => (selectedShots().length === 1 ? selectedShots() : null),
    shotWords,
    async ([shotId]) => {
      if (await run('shot.split', { shotId: shotId! })) announce(`Split ${shotWords([shotId!])}.`)
    },
  ),
  acts(
    {
      id: 'shot.join',
      title: 'Join the shots',
      group,
      menus: ['shot'],
      does: ['shot.join'],
    },
    joinable,
    shotWords,
    joinShots,
  ),
  acts(
    {
      id: 'shot.earlier',
      title: 'Move the shot one place earlier',
      group,
      keys: ['Alt+ArrowLeft', 'Alt+ArrowUp'],
      surface: ['matrix', 'script', 'shot-strip', 'shots'],
      menus: ['shot'],
      does: ['shot.move'],
    },
    () => stepped(-1),
    ({ shotIds }) => shotWords(shotIds),
    moveShots,
  ),
  acts(
    {
      id: 'shot.later',
      title: 'Move the shot one place later',
      group,
      keys: ['Alt+ArrowRight', 'Alt+ArrowDown'],
      surface: ['matrix', 'script', 'shot-strip', 'shots'],
      menus: ['shot'],
      does: ['shot.move'],
    },
    () => stepped(1),
    ({ shotIds }) => shotWords(shotIds),
    moveShots,
  ),
  acts(
    { id: 'frames.shot', title: 'Make its frames', group: 'Make', menus: ['shot', 'cell'], does: [] },
    shots,
    shotWords,
    (on) => make(10, 'all', [...on]),
  ),
  acts({ id: 'clip.shot', title: 'Make its clip', group: 'Make', menus: ['shot'], does: [] }, shots, shotWords, (on) =>
    make(12, 'all', [...on]),
  ),
  acts(
    { id: 'prompts.shot', title: 'Write its prompts', group: 'Make', menus: ['shot'], does: [] },
    shots,
    shotWords,
    (on) => make(9, 'all', [...on]),
  ),
  acts(
    {
      id: 'shot.delete',
      title: 'Delete the shot',
      group,
      keys: ['Delete', 'Backspace'],
      surface,
      menus: ['shot'],
      destroys: true,
      does: ['shot.delete'],
    },
    chosen,
    shotWords,
    deleteShots,
  ),
]

/** Where a new shot would go: after the selected one, or to the end of the scene. */
function placeOfNew(): { sceneId: string; afterShotId?: string } | null {
  const records = recordsNow()
  const { selected, sceneId } = useView.getState()
  const last = selected === 'scene' ? undefined : selectedShots().at(-1)
  const shot = last === undefined ? undefined : records.get('shots', last)
  if (shot) return { sceneId: shot.sceneId, afterShotId: shot.id }
  const scene = (sceneId !== null && records.get('scenes', sceneId)) || scenesInOrder(records).at(-1)
  return scene ? { sceneId: scene.id } : null
}

function placeWords(): string | null {
  const place = placeOfNew()
  if (!place) return null
  if (place.afterShotId !== undefined) return `after ${shotWords([place.afterShotId])}`
  const scene = recordsNow().get('scenes', place.sceneId)
  return scene ? `to ${sceneWords(scene)}` : null
}

/** Adds a shot after the selected one, else at the end of the scene, and selects it. In a film without scenes the first one is asked for. */
export async function addShot(sceneId?: string): Promise<void> {
  const place = sceneId === undefined ? placeOfNew() : { sceneId }
  if (!place) {
    openSheet(addSceneSheet, {})
    return
  }
  const created = (await perform('shot.create', place))?.created.shots
  const id = created?.[0]
  if (id === undefined) return
  selectShots([id], id)
  announce(`${upperFirst(shotWords([id]))} added.`)
}

async function duplicateShots(on: readonly string[]): Promise<void> {
  const words = shotWords(on)
  const copies = (await perform('shot.duplicate', { shotIds: [...on] }))?.created.shots ?? []
  const [first] = copies
  if (first === undefined) return
  selectShots(copies, first)
  done(`${upperFirst(words)} duplicated as ${shotWords(copies)}.`)
}

/** Several shots, or one with the next of its scene. */
function joinable(): readonly string[] | null {
  const on = selectedShots()
  const [only] = on
  if (on.length !== 1 || only === undefined) return some(on)
  const shot = recordsNow().get('shots', only)
  const next = shot && neighbour(recordsNow(), shot, 1)
  return next ? [only, next.id] : null
}

async function joinShots(on: readonly string[]): Promise<void> {
  const words = shotWords(on)
  if (!(await run('shot.join', { shotIds: [...on] }))) return
  const kept = on.find((id) => recordsNow().get('shots', id))
  if (kept !== undefined) selectShots([kept], kept)
  done(`${upperFirst(words)} joined.`)
}

interface Move {
  readonly shotIds: string[]
  readonly index: number
  readonly sceneId: string
}

/** The selected shots one place on, past the end of their scene into the next one; null at the end of the film. */
function stepped(way: 1 | -1): Move | null {
  const on = chosenShots()
  const records = recordsNow()
  const first = on[0] === undefined ? undefined : records.get('shots', on[0])
  if (!first || on.some((id) => records.get('shots', id)?.sceneId !== first.sceneId)) return null
  const all = shotsOfScene(records, first.sceneId).map((s) => s.id)
  const others = all.filter((id) => !on.includes(id))
  const index = all.slice(0, all.indexOf(first.id)).filter((id) => !on.includes(id)).length + way
  const shotIds = [...on]
  if (index >= 0 && index <= others.length) return { shotIds, index, sceneId: first.sceneId }
  const scenes = scenesInOrder(records)
  const scene = scenes[scenes.findIndex((s) => s.id === first.sceneId) + way]
  if (!scene) return null
  return { shotIds, index: way === 1 ? 0 : shotsOfScene(records, scene.id).length, sceneId: scene.id }
}

/** Moves shots together; they stay selected. */
export async function moveShots(to: Move): Promise<void> {
  if (!(await run('shot.move', { ...to, shotIds: [...to.shotIds] }))) return
  const { shotId } = useView.getState()
  selectShots(to.shotIds, shotId !== null && to.shotIds.includes(shotId) ? shotId : to.shotIds[0]!)
  const { number } = recordsNow().must('scenes', to.sceneId)
  announce(
    `${upperFirst(shotWords(to.shotIds))} ${plural(to.shotIds.length, 'is', 'are')} place ${to.index + 1} of scene ${number}.`,
  )
}

async function deleteShots(on: readonly string[]): Promise<void> {
  const words = shotWords(on)
  if (!(await run('shot.delete', { shotIds: [...on] }))) return
  catchFocus()
  done(`${upperFirst(words)} deleted.`)
}
