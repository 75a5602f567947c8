import { useEffect } from 'react'
import { counted } from '@shared/language/unitWords'
import type { CommandName } from '@shared/ipc/inputSchemas'
import { registerCommands, type AppCommand } from '../../app/commands'
import { editable } from '../../app/edit/editing'
import { hint } from '../../app/hint'
import { done, run } from '../../app/projectActions'
import { recordsNow, useProject } from '../../app/projectStore'
import { cellsWords, selectedAsset, selectedShots, selectionWords } from '../../app/selection'
import { announce } from '../../app/toasts'
import { moveAsset } from '../../app/dnd/laneOrder'
import { selectCell, useView, type CellRef } from '../../app/viewStore'
import { barsIn } from '../../lanes/bars'
import { draftOf, nudged } from '../../lanes/edgeDraft'
import { nextAssetRow } from '../../lanes/lanes'
import { activateBar, activeBar, activeCell, tellActive } from './activeBar'
import { chooseAllBars, chosenBars, clearBars, followMoved, gatherBar, moveOf, removeBars } from './chosenBars'
import { gatheredBars } from './gathered'
import { nudgeChange } from './changeDrag'
import { chosenShot, nudgeCut } from './cutSession'
import { draftOfGesture } from './barGesture'
import { clearRange, markRange, movePlayhead, splitAtPlayhead, stepPlayhead, toCut } from './playheadActions'
import { startOffset } from './offset'
import type { TimelineCanvas } from './timelineCanvas'
import { openSide } from './SidePopover'
import { player, setTimeline, useTimeline } from './timelineState'

/** The keys of the timeline while it is on screen. */
export function useTimelineKeys(canvas: TimelineCanvas | null): void {
  useEffect(() => {
    if (canvas) return registerCommands(timelineCommands(canvas))
  }, [canvas])
}

/** The keys of the timeline: the same things the mouse does, and what they do is said aloud. What is done to the selection is in `app/edit`. */
export function timelineCommands(canvas: TimelineCanvas): readonly AppCommand[] {
  const base = (id: string, title: string, keys: string[], act: () => void): AppCommand => ({
    id: `timeline.${id}`,
    title,
    keys,
    group: 'Timeline',
    surface: 'timeline',
    run: act,
  })
  const cursor = (id: string, title: string, keys: string[], act: () => void): AppCommand => ({
    ...base(id, title, keys, act),
    palette: false,
  })
  /** The player's keys work wherever the focus is in the view. */
  const plays = (id: string, title: string, keys: string[], act: () => void): AppCommand => ({
    ...base(id, title, keys, act),
    surface: ['timeline', 'timelineView'],
  })
  const onBar = (id: string, title: string, key: string, does: CommandName, act: () => void): AppCommand => ({
    ...base(id, title, [key], act),
    does: [does],
    about: () => (activeBar(canvas) ? selectionWords() : null),
    enabled: () => editable() && activeBar(canvas) !== null,
  })
  const onSeveral = (id: string, title: string, keys: string[], act: () => void): AppCommand => ({
    ...base(id, title, keys, act),
    about: () => barsWords(canvas),
    enabled: () => gatheredBars(canvas).length > 0,
  })
  /** On a bar by the first, on the end of the chosen shot by the second. */
  const onEither = (
    id: string,
    title: string,
    key: string,
    does: CommandName,
    bar: () => void,
    cut: () => void,
  ): AppCommand => ({
    ...base(id, title, [key], () => (activeBar(canvas) ? bar() : cut())),
    does: [does, 'assignment.moveBars', 'shot.moveCut'],
    about: () => barsWords(canvas) ?? (activeBar(canvas) || chosenShot() !== null ? selectionWords() : null),
    enabled: () => editable() && (activeBar(canvas) !== null || chosenShot() !== null),
  })
  const ends = (id: string, words: string, key: string, frames: number) =>
    onEither(
      id,
      `Move the bar end, or the cut after the shot, ${words}`,
      key,
      'assignment.moveEdge',
      () => nudgeEnd(canvas, frames),
      () => nudgeCut(canvas, frames, false),
    )
  const whole = (id: string, words: string, key: string, frames: number) =>
    onEither(
      id,
      `Move the bar, or the cut and all after it, ${words}`,
      key,
      'assignment.moveBar',
      () => nudgeBar(canvas, frames),
      () => nudgeCut(canvas, frames, true),
    )
  return [
    cursor('next', 'To the next bar of the lane', ['ArrowRight'], () => toBar(canvas, 1)),
    cursor('previous', 'To the bar before', ['ArrowLeft'], () => toBar(canvas, -1)),
    cursor('down', 'To the lane below', ['ArrowDown'], () => toLane(canvas, 1)),
    cursor('up', 'To the lane above', ['ArrowUp'], () => toLane(canvas, -1)),
    base('enterEnd', 'Work on the entrance', ['['], () => chooseEnd(canvas, 'enter')),
    base('exitEnd', 'Work on the exit', [']'], () => chooseEnd(canvas, 'exit')),
    ends('later', 'one frame later', 'Alt+ArrowRight', 1),
    ends('earlier', 'one frame earlier', 'Alt+ArrowLeft', -1),
    ends('later10', 'ten frames later', 'Shift+Alt+ArrowRight', 10),
    ends('earlier10', 'ten frames earlier', 'Shift+Alt+ArrowLeft', -10),
    whole('barLater', 'one frame later', 'Mod+Alt+ArrowRight', 1),
    whole('barEarlier', 'one frame earlier', 'Mod+Alt+ArrowLeft', -1),
    {
      ...base('put', 'Put the asset into the shot, or set how it comes or goes', ['Enter'], () =>
        activeBar(canvas) ? openActiveSide(canvas) : putIn(canvas),
      ),
      does: ['assignment.set'],
      about: () => (activeCell() ? selectionWords() : null),
      enabled: () => editable() && activeCell() !== null && (activeBar(canvas) === null || activeSide(canvas) !== null),
    },
    {
      ...base('side', 'From where or where to, and what is done on the way…', [], () => openActiveSide(canvas)),
      does: ['assignment.set'],
      menus: ['bar'],
      about: () => (activeBar(canvas) ? selectionWords() : null),
      enabled: () => activeSide(canvas) !== null,
    },
    {
      ...base('pin', 'Pin its lane to the top, or no longer', ['Shift+P'], () => pin()),
      menus: ['bar', 'asset'],
      about: () => selectedAsset()?.name ?? null,
      enabled: () => selectedAsset() !== undefined,
    },
    ...([-1, 1] as const).map((way): AppCommand => ({
      ...base(
        way < 0 ? 'laneUp' : 'laneDown',
        `Move its lane ${way < 0 ? 'up' : 'down'}`,
        [way < 0 ? 'Alt+ArrowUp' : 'Alt+ArrowDown'],
        () => moveLane(canvas, way),
      ),
      does: ['asset.move'],
      about: () => selectedAsset()?.name ?? null,
      enabled: () => editable() && laneOrder(canvas, way) !== null,
    })),
    {
      ...onBar('remove', 'Remove the bar, or all chosen ones', 'Delete', 'assignment.setMany', () => {
        void (chosenBars(canvas).length ? removeBars(canvas) : remove(canvas))
      }),
      keys: ['Delete', 'Backspace'],
      menus: ['bar'],
      destroys: true,
    },
    ...digits.map((digit) => ({
      ...cursor(`offset${digit}`, `Move the end by ${digit}…`, [digit], () => startOffset(digit)),
      enabled: () => editable() && (activeBar(canvas) !== null || chosenBars(canvas).length > 0),
    })),
    {
      ...base('gather', 'Choose the bar beside others, or no longer', ['Mod+Enter'], () => gather(canvas)),
      enabled: () => activeBar(canvas) !== null,
    },
    base('allBars', 'Choose all bars', ['Mod+A'], () => chooseAllBars(canvas)),
    onSeveral('oneBar', 'Choose no bars beside the active one', ['Escape'], () => clearBars(canvas)),
    plays('play', 'Play or pause', ['Space'], () => player.toggle()),
    plays('playOn', 'Play, or play faster', ['L'], () => player.shuttle(1)),
    plays('playBack', 'Play backwards, or faster backwards', ['J'], () => player.shuttle(-1)),
    plays('pause', 'Pause', ['K'], () => player.stop()),
    plays('loop', 'Play round and round', ['Mod+L'], () => player.setLoop(!player.now.loop)),
    plays('in', 'Play from the playhead: in point', ['I'], () => markRange(canvas, 'in')),
    plays('out', 'Play up to the playhead: out point', ['O'], () => markRange(canvas, 'out')),
    plays('noRange', 'Clear the in and out points', ['Alt+X'], clearRange),
    plays('frameLater', 'Playhead one frame later', ['.'], () => stepPlayhead(canvas, 1)),
    plays('frameEarlier', 'Playhead one frame earlier', [','], () => stepPlayhead(canvas, -1)),
    plays('cutLater', 'Playhead to the next cut', ['PageDown'], () => toCut(canvas, 1)),
    plays('cutEarlier', 'Playhead to the cut before', ['PageUp'], () => toCut(canvas, -1)),
    plays('start', 'Playhead to the start', ['Home'], () => movePlayhead(canvas, 0)),
    plays('end', 'Playhead to the end', ['End'], () => movePlayhead(canvas, canvas.layout.clock.total)),
    {
      ...base('split', 'Split the shot at the playhead', ['S'], () => void splitAtPlayhead(canvas)),
      does: ['shot.split'],
      menus: ['shot'],
      enabled: editable,
    },
    onBar('changeLater', 'Move the change of look one frame later', 'Alt+.', 'transformation.set', () =>
      nudgeChange(canvas, 1),
    ),
    onBar('changeEarlier', 'Move the change of look one frame earlier', 'Alt+,', 'transformation.set', () =>
      nudgeChange(canvas, -1),
    ),
    plays('snap', 'Snap while dragging, or no longer', ['Shift+S'], () => {
      const snap = !useTimeline.getState().snap
      setTimeline({ snap })
      hint(snap ? 'Drags snap.' : 'Drags do not snap.')
    }),
    base('zoomSelection', 'Zoom to the selection', ['Z'], () => zoomToSelection(canvas)),
    base('zoomBack', 'Zoom back to what was seen before', ['Shift+Z'], () => {
      if (!canvas.zoomBack()) hint('Nothing to go back to: zoom to the selection first.')
    }),
    base('zoomIn', 'Zoom in', ['+', 'Shift++'], () => canvas.zoomTo(canvas.layout.pxPerFrame * 1.5)),
    base('zoomOut', 'Zoom out', ['-'], () => canvas.zoomTo(canvas.layout.pxPerFrame / 1.5)),
    base('fit', 'Fit all of it into the window', ['0'], () => setTimeline({ zoom: null })),
  ]
}

/** The end inside a shot that the keys act on; the other one where that is a cut. */
function activeSide(canvas: TimelineCanvas): { cell: CellRef; edge: 'enter' | 'exit' } | null {
  const active = activeBar(canvas)
  if (!active) return null
  const { assetId } = active.cell
  const other = canvas.edge === 'enter' ? 'exit' : 'enter'
  for (const edge of [canvas.edge, other] as const) {
    const { shot } = canvas.layout.axis.slots[edge === 'enter' ? active.bar.first : active.bar.last]!
    const { enterAt, exitAt } = canvas.cells.cell(shot.id, assetId)!.assignment
    if (edge === 'enter' ? enterAt > 0 : exitAt < 1) return { cell: { assetId, shotId: shot.id }, edge }
  }
  return null
}

function openActiveSide(canvas: TimelineCanvas): void {
  const side = activeSide(canvas)
  if (!side) return
  activateBar(canvas, side.cell, side.edge)
  openSide(side.cell, side.edge)
}

/** The lane of the selected asset stands above the others and stays in sight, or goes back among them. */
function pin(): void {
  const asset = selectedAsset()
  if (!asset) return
  const { pinned } = useTimeline.getState()
  const isPinned = pinned.includes(asset.id)
  setTimeline({ pinned: isPinned ? pinned.filter((id) => id !== asset.id) : [...pinned, asset.id] })
  const words = isPinned ? `The lane of ${asset.name} is no longer pinned.` : `The lane of ${asset.name} is pinned.`
  hint(words)
  announce(words)
}

/** Before whom the selected asset stands when its lane goes up or down by one that is shown; null where there is none of its kind. */
function laneOrder(canvas: TimelineCanvas, way: 1 | -1): { assetId: string; beforeId: string | null } | null {
  const asset = selectedAsset()
  if (!asset) return null
  const lanes = canvas.layout.rows.flatMap((row) =>
    row.kind === 'asset' && row.asset.type === asset.type ? [row.asset.id] : [],
  )
  const at = lanes.indexOf(asset.id)
  const beside = lanes[at + way]
  if (at < 0 || beside === undefined) return null
  if (way < 0) return { assetId: asset.id, beforeId: beside }
  const others = recordsNow()
    .list('assetsOfType', asset.type)
    .filter((a) => a.id !== asset.id)
  return { assetId: asset.id, beforeId: others[others.findIndex((a) => a.id === beside) + 1]?.id ?? null }
}

function moveLane(canvas: TimelineCanvas, way: 1 | -1): void {
  const order = laneOrder(canvas, way)
  if (order) void moveAsset(order.assetId, order.beforeId)
}

/** 0 fits all into the window. */
const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9']

/** Zooms to the active bar, else to the chosen shots, else to the chosen scene. */
function zoomToSelection(canvas: TimelineCanvas): void {
  const { axis, pxPerFrame } = canvas.layout
  const bar = activeBar(canvas)?.bar
  if (bar) {
    canvas.zoomToFrames(bar.left / pxPerFrame, bar.right / pxPerFrame)
    return
  }
  const { sceneId, selected } = useView.getState()
  const span = selected === 'scene' ? axis.scenes.find((s) => s.scene.id === sceneId) : undefined
  const slots = span ? [span.first, span.last] : selectedShots().flatMap((id) => axis.slotOfShot.get(id) ?? [])
  if (!slots.length) {
    hint('Choose a bar, shots or a scene to zoom to.')
    return
  }
  const [first, last] = [Math.min(...slots), Math.max(...slots)]
  canvas.zoomToFrames(axis.leftOf(first) / pxPerFrame, (axis.leftOf(last) + axis.widthOf(last)) / pxPerFrame)
}

/** Makes a cell active and brings it into sight. */
function go(canvas: TimelineCanvas, row: number, slot: number): void {
  const { rows, axis, tops, heights } = canvas.layout
  const entry = rows[row]
  const at = axis.slots[slot]
  if (entry?.kind !== 'asset' || !at) return
  activateBar(canvas, { assetId: entry.asset.id, shotId: at.shot.id })
  const left = axis.leftOf(slot)
  canvas.revealStretch({
    left,
    right: left + axis.widthOf(slot),
    top: tops[row],
    bottom: tops[row]! + heights[row]!,
  })
  tellActive(canvas)
}

/** Where the keys are; the first lane and the chosen shot until something is active. */
function position(canvas: TimelineCanvas): { row: number; slot: number; known: boolean } | null {
  const { shotId, selected, assetId } = useView.getState()
  const cell = activeCell() ?? (selected === 'asset' && assetId && shotId ? { assetId, shotId } : null)
  const { layout } = canvas
  const row = cell ? layout.rowOfAsset.get(cell.assetId) : undefined
  const slot = layout.axis.slotOfShot.get((row === undefined ? shotId : cell!.shotId) ?? '') ?? 0
  if (row !== undefined) return { row, slot, known: true }
  const first = nextAssetRow(layout, -1, 1)
  return first === null ? null : { row: first, slot, known: false }
}

function toLane(canvas: TimelineCanvas, way: 1 | -1): void {
  const at = position(canvas)
  const row = at?.known ? nextAssetRow(canvas.layout, at.row, way) : at?.row
  if (at && row !== null && row !== undefined) go(canvas, row, at.slot)
}

/** Goes to the next bar of the lane; after the last one to the next shot, where one may be put. */
function toBar(canvas: TimelineCanvas, way: 1 | -1): void {
  const at = position(canvas)
  if (!at) return
  if (!at.known) {
    go(canvas, at.row, at.slot)
    return
  }
  const { layout, cells } = canvas
  const entry = layout.rows[at.row]!
  if (entry.kind !== 'asset') return
  const bars = barsIn(layout, cells, entry.asset.id, 0, layout.axis.slots.length - 1)
  const next = way === 1 ? bars.find((b) => b.first > at.slot) : bars.findLast((b) => b.last < at.slot)
  go(canvas, at.row, next ? next.first : at.slot + way)
}

function chooseEnd(canvas: TimelineCanvas, edge: 'enter' | 'exit'): void {
  canvas.edge = edge
  canvas.repaint()
  const text = edge === 'enter' ? 'Alt and arrows move the entrance' : 'Alt and arrows move the exit'
  hint(text)
  announce(text)
}

/** Moves the active end by frames; it walks over cuts like the mouse does. */
export function nudgeEnd(canvas: TimelineCanvas, frames: number): void {
  if (useProject.getState().readOnly || nudgeSeveral(canvas, frames, canvas.edge)) return
  const active = activeBar(canvas)
  if (!active) return
  const { cell, bar } = active
  const slot = canvas.edge === 'enter' ? bar.first : bar.last
  const shotId = canvas.layout.axis.slots[slot]!.shot.id
  const target = nudged(canvas.layout, canvas.cells, { assetId: cell.assetId, shotId }, canvas.edge, frames)
  if (!target) return
  const draft = draftOf(recordsNow(), canvas.layout, target)
  hint(draft.sentence)
  announce(draft.sentence)
  if (draft.refused) return
  void run('assignment.moveEdge', draft.input)
  selectCell({ assetId: cell.assetId, shotId: draft.input.toShotId })
}

/** Moves the active bar by frames. */
function nudgeBar(canvas: TimelineCanvas, byFrames: number): void {
  if (nudgeSeveral(canvas, byFrames)) return
  const active = activeBar(canvas)
  if (!active) return
  const { assetId } = active.cell
  const { shot } = canvas.layout.axis.slots[active.bar.first]!
  const { instanceId } = canvas.cells.cell(shot.id, assetId)!
  const input = { sceneAssetInstanceId: instanceId, fromShotId: shot.id, byFrames }
  const draft = draftOfGesture(canvas.layout, { kind: 'move', assetId, input })
  hint(draft.sentence)
  announce(draft.sentence)
  if (draft.refused) return
  void run('assignment.moveBar', input)
  const stays = [...draft.cells].find(([, stay]) => stay)
  if (stays) selectCell({ assetId, shotId: stays[0].split('/')[0]! })
}

/** Moves all chosen bars, or an end of each; false when there are not several. */
function nudgeSeveral(canvas: TimelineCanvas, byFrames: number, edge?: 'enter' | 'exit'): boolean {
  const [first] = chosenBars(canvas)
  if (!first) return false
  const input = moveOf(canvas, byFrames, edge)
  const draft = draftOfGesture(canvas.layout, { kind: 'several', assetId: first.cell.assetId, input })
  hint(draft.sentence)
  announce(draft.sentence)
  if (!draft.refused)
    void run('assignment.moveBars', input).then((isDone) => isDone && followMoved(canvas, draft.moved))
  return true
}

/** "3 bars"; null while not several are chosen. */
function barsWords(canvas: TimelineCanvas): string | null {
  const { length } = chosenBars(canvas)
  return length ? counted(length, 'bar') : null
}

/** The active bar comes to the chosen ones, or goes. The first one waits for a second. */
function gather(canvas: TimelineCanvas): void {
  const active = activeBar(canvas)
  if (active) gatherBar(canvas, active.cell)
}

/** Enter in an empty lane: the asset is in the chosen shot throughout. */
function putIn(canvas: TimelineCanvas): void {
  const cell = activeCell()
  if (!cell || activeBar(canvas)) return
  void run('assignment.set', { ...cell, presence: 'throughout' }).then((done) => done && tellActive(canvas))
}

async function remove(canvas: TimelineCanvas): Promise<void> {
  const active = activeBar(canvas)
  if (!active) return
  const { assetId } = active.cell
  const { slots } = canvas.layout.axis
  const cells = slots.slice(active.bar.first, active.bar.last + 1).map(({ shot }) => ({ shotId: shot.id, assetId }))
  const words = cellsWords(cells)
  if (await run('assignment.setMany', { cells: cells.map((c) => ({ ...c, remove: true })) })) done(`Removed: ${words}.`)
}
