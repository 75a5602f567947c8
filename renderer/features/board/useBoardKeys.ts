import { useEffect } from 'react'
import { counted } from '@shared/language/unitWords'
import { registerCommands, type AppCommand } from '../../app/commands'
import { hint } from '../../app/hint'
import { make, run, undo } from '../../app/projectActions'
import { recordsNow, useProject } from '../../app/projectStore'
import { announce, toast } from '../../app/toasts'
import { setView, useView } from '../../app/viewStore'
import { typeAhead } from '../../common/typeAhead'
import { shotWords } from './Panel'
import type { BoardController } from './boardController'
import { contentsOf, shotBeside, type Way } from './boardLayout'
import { foldScene, setBoard, useBoard } from './boardState'
import { copyShots, cutShots, forgetCut, hasClip, pasteClip } from './clipboard'
import { edit } from './editing'
import { commitMove } from './moveActions'
import { draftOfMove, scenePlace, shotsWords, stepPlace, type Place } from './moves'
import { moveSceneBy } from './sceneMoves'
import { choose, chooseAll, selectedIn, selectionNow } from './selection'
import { addShot, makeShots } from './shotActions'

/** The keys of the board: the same things the mouse does, and what they do is said aloud. */
export function useBoardKeys(board: BoardController | null): void {
  useEffect(() => {
    if (!board) return
    return registerCommands(boardCommands(board))
  }, [board])
}

function boardCommands(board: BoardController): AppCommand[] {
  const ids = () => selectedIn(board.layout.order)
  const command = (id: string, title: string, keys: string[], act: () => void): AppCommand => ({
    id: `board.${id}`,
    title,
    keys,
    group: 'Board',
    surface: 'board',
    run: act,
  })
  const edits = (id: string, title: string, keys: string[], act: () => void): AppCommand => ({
    ...command(id, title, keys, act),
    enabled: () => !useProject.getState().readOnly && ids().length > 0,
  })
  const onScene = (id: string, title: string, keys: string[], act: (sceneId: string) => void): AppCommand => ({
    ...command(id, title, keys, () => {
      const { sceneId } = useView.getState()
      if (sceneId !== null) act(sceneId)
    }),
    enabled: () => !useProject.getState().readOnly && useView.getState().sceneId !== null,
  })
  const ways: readonly Way[] = ['right', 'left', 'down', 'up']
  const named = (way: Way) => `Arrow${way.charAt(0).toUpperCase()}${way.slice(1)}`
  const rows = () => board.layout.perRow
  return [
    ...ways.flatMap((way) => [
      command(way, `To the shot ${wayWords[way]}`, [named(way)], () => step(board, way, false)),
      command(`${way}Extend`, `Select as far as the shot ${wayWords[way]}`, [`Shift+${named(way)}`], () =>
        step(board, way, true),
      ),
    ]),
    command('home', 'To the first shot', ['Home'], () => go(board, board.layout.order[0], false)),
    command('end', 'To the last shot', ['End'], () => go(board, board.layout.order.at(-1), false)),
    command('sceneEnd', "To the scene's last shot", ['Mod+ArrowRight'], () => toSceneEdge(board, 1)),
    command('sceneStart', "To the scene's first shot", ['Mod+ArrowLeft'], () => toSceneEdge(board, -1)),
    command('pageDown', 'A page down', ['PageDown'], () => page(board, 'down')),
    command('pageUp', 'A page up', ['PageUp'], () => page(board, 'up')),
    command('all', 'Select all shots', ['Mod+A'], () => all(board)),
    command('clear', 'Select only this shot', ['Escape'], () => clearSelection(board)),
    command('fold', 'Fold or unfold the scene', ['F'], () => fold(board)),
    command('foldAll', 'Fold all scenes', ['Shift+F'], () => foldAll(board, true)),
    command('unfoldAll', 'Unfold all scenes', [], () => foldAll(board, false)),
    onScene('sceneEarlier', 'Move the scene earlier', ['Shift+Alt+PageUp'], (id) => moveSceneBy(id, -1)),
    onScene('sceneLater', 'Move the scene later', ['Shift+Alt+PageDown'], (id) => moveSceneBy(id, 1)),
    onScene('sceneDuplicate', 'Duplicate the scene', [], (sceneId) => void run('scene.duplicate', { sceneId })),
    command('frame', 'Switch between start and end frame', ['E'], switchFrame),
    command('frames', 'Show in Frames', ['Mod+Enter'], () => setView({ view: 'frames' })),
    edits('edit', 'Edit in place', ['Enter', 'F2'], () => {
      const { shotId } = useView.getState()
      if (shotId !== null) edit(shotId)
    }),
    {
      ...edits('add', 'Add a shot after', ['N'], () => void typeAhead(() => addAndEdit(board))),
      enabled: () => !useProject.getState().readOnly,
    },
    edits('duplicate', 'Duplicate', ['Mod+D'], () => void makeShots('shot.duplicate', { shotIds: ids() })),
    edits('later', 'Move later', ['Alt+ArrowRight'], () => moveTo(board, (s, m) => stepPlace(s, m, 1))),
    edits('earlier', 'Move earlier', ['Alt+ArrowLeft'], () => moveTo(board, (s, m) => stepPlace(s, m, -1))),
    edits('rowLater', 'Move a row later', ['Alt+ArrowDown'], () => moveTo(board, (s, m) => stepPlace(s, m, rows()))),
    edits('rowEarlier', 'Move a row earlier', ['Alt+ArrowUp'], () => moveTo(board, (s, m) => stepPlace(s, m, -rows()))),
    edits('nextScene', 'Move into the next scene', ['Alt+PageDown'], () =>
      moveTo(board, (s, m) => scenePlace(s, m, 1)),
    ),
    edits('previousScene', 'Move into the scene before', ['Alt+PageUp'], () =>
      moveTo(board, (s, m) => scenePlace(s, m, -1)),
    ),
    edits('join', 'Join', ['J'], () => void join(board)),
    edits('split', 'Split', ['S'], () => void split()),
    edits('delete', 'Delete', ['Delete', 'Backspace'], () => void remove(board)),
    edits('make', 'Make frames', ['M'], () => void make(10, 'all', ids())),
    command('copy', 'Copy the shots', ['Mod+C'], () => copyShots(ids())),
    edits('cut', 'Cut the shots', ['Mod+X'], () => cutShots(ids())),
    // Its key is the clipboard's own: a picture may be in it.
    {
      ...edits('paste', 'Paste the shots after', [], () => void pasteClip()),
      enabled: () => !useProject.getState().readOnly && hasClip(),
    },
    command('menu', 'Open the menu of the shot', ['Shift+F10', 'ContextMenu'], () => openMenu(board)),
  ]
}

const wayWords: Record<Way, string> = { right: 'after', left: 'before', down: 'below', up: 'above' }

function go(board: BoardController, shotId: string | null | undefined, extend: boolean): void {
  if (shotId === null || shotId === undefined) return
  choose(board.layout.order, shotId, extend ? 'range' : 'alone')
  board.reveal(shotId)
  announce(extend ? `${counted(selectionNow().ids.size, 'shot')} selected.` : shotWords(recordsNow(), shotId))
}

/** From the chosen shot; when that is on no panel, the first. */
const activeOf = (board: BoardController): string | null => {
  const { shotId } = useView.getState()
  return shotId !== null && board.layout.placeOf.has(shotId) ? shotId : null
}

function step(board: BoardController, way: Way, extend: boolean): void {
  const active = activeOf(board)
  go(board, active === null ? board.layout.order[0] : shotBeside(board.layout, active, way), extend)
}

function page(board: BoardController, way: 'up' | 'down'): void {
  let shotId = activeOf(board)
  for (let i = 0; i < board.rowsInSight && shotId !== null; i++)
    shotId = shotBeside(board.layout, shotId, way) ?? shotId
  go(board, shotId, false)
}

/** To the edge of the scene; already there, to that of the next one. */
function toSceneEdge(board: BoardController, way: 1 | -1): void {
  const { order, placeOf } = board.layout
  const sceneAt = (i: number) => placeOf.get(order[i] ?? '')?.row.sceneId
  const active = activeOf(board)
  let at = active === null ? -1 : order.indexOf(active)
  do at += way
  while (order[at] !== undefined && sceneAt(at) === sceneAt(at + way))
  go(board, order[at], false)
}

function all(board: BoardController): void {
  chooseAll(board.layout.order)
  announce(`${counted(board.layout.order.length, 'shot')} selected.`)
}

function clearSelection(board: BoardController): void {
  const active = activeOf(board)
  if (active !== null) choose(board.layout.order, active)
  forgetCut()
  hint('')
}

function fold(board: BoardController): void {
  const { sceneId } = useView.getState()
  if (sceneId === null) return
  const folded = !useBoard.getState().folded[sceneId]
  foldScene(sceneId, folded)
  announce(`Scene ${recordsNow().get('scenes', sceneId)?.number ?? ''} ${folded ? 'folded' : 'unfolded'}.`)
  requestAnimationFrame(() => board.revealHead(sceneId))
}

function foldAll(board: BoardController, folded: boolean): void {
  setBoard({
    folded: folded ? Object.fromEntries(board.layout.sections.map(({ head }) => [head.sceneId, true])) : {},
  })
  announce(folded ? 'All scenes folded.' : 'All scenes unfolded.')
}

function switchFrame(): void {
  const frame = useView.getState().frame === 'start' ? 'end' : 'start'
  setView({ frame })
  announce(frame === 'start' ? 'Start frame' : 'End frame')
}

/** Adds a shot and goes on in its text, so that a board is written without the mouse. */
async function addAndEdit(board: BoardController): Promise<void> {
  await addShot()
  const { shotId } = useView.getState()
  if (shotId === null) return
  requestAnimationFrame(() => {
    board.reveal(shotId)
    edit(shotId)
  })
}

/** Says what a move does and does it; undo takes it back. */
function moveTo(
  board: BoardController,
  place: (scenes: ReturnType<typeof contentsOf>, moving: ReadonlySet<string>) => Place | null,
): void {
  const shotIds = selectedIn(board.layout.order)
  const to = place(contentsOf(recordsNow()), new Set(shotIds))
  if (!to) {
    announce(`${shotIds.length === 1 ? 'It is' : 'They are'} at the end of the film.`)
    return
  }
  const { shotId } = useView.getState()
  void commitMove(draftOfMove(shotIds, to)).then((done) => {
    if (done && shotId !== null) requestAnimationFrame(() => board.reveal(shotId))
  })
}

/** Several shots become one; of one, it and the next. */
async function join(board: BoardController): Promise<void> {
  const shotIds = selectedIn(board.layout.order)
  const [first] = shotIds
  if (first === undefined) return
  const done = await run('shot.join', shotIds.length > 1 ? { shotIds } : { shotId: first })
  if (!done) return
  choose(board.layout.order, first)
  announce(`Joined into ${shotsWords(recordsNow(), [first])}.`)
}

async function split(): Promise<void> {
  const { shotId } = useView.getState()
  const shot = shotId === null ? undefined : recordsNow().get('shots', shotId)
  if (!shot || !(await run('shot.split', { shotId: shot.id }))) return
  announce(`Shot ${shot.number} split.`)
}

/** Deletes the chosen shots; the next one is chosen then. */
async function remove(board: BoardController): Promise<void> {
  const shotIds = selectedIn(board.layout.order)
  const words = shotsWords(recordsNow(), shotIds)
  const { order } = board.layout
  const gone = new Set(shotIds)
  const last = order.findLastIndex((id) => gone.has(id))
  const next = order.slice(last + 1).find((id) => !gone.has(id)) ?? order.findLast((id) => !gone.has(id))
  if (!shotIds.length || !(await run('shot.delete', { shotIds }))) return
  if (next !== undefined) choose(order, next)
  toast('done', `Deleted ${words}.`, { label: 'Undo', run: () => void undo(), untilChange: true })
}

function openMenu(board: BoardController): void {
  const active = activeOf(board)
  const panel = active === null ? null : board.scroller.querySelector(`[data-panel="${CSS.escape(active)}"]`)
  const box = (panel ?? board.scroller).getBoundingClientRect()
  const at = { clientX: box.left + 24, clientY: box.top + 24, button: 2, bubbles: true, cancelable: true }
  ;(panel ?? board.scroller).dispatchEvent(new MouseEvent('contextmenu', at))
}
