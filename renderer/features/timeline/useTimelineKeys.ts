import { useEffect } from 'react'
import { registerCommands, type AppCommand } from '../../app/commands'
import { hint } from '../../app/hint'
import { run } from '../../app/projectActions'
import { recordsNow, useProject } from '../../app/projectStore'
import { addAssetSheet } from '../../app/sheetKeys'
import { openSheet } from '../../app/sheets'
import { announce } from '../../app/toasts'
import { setView, useView } from '../../app/viewStore'
import { barsIn } from '../../lanes/bars'
import { draftOf, nudged } from '../../lanes/edgeDraft'
import { nextAssetRow } from '../../lanes/lanes'
import { activateBar, activeBar, tellActive } from './activeBar'
import { draftOfGesture } from './barGesture'
import { movePlayhead, splitAtPlayhead, stepPlayhead, toCut } from './playheadActions'
import type { TimelineCanvas } from './timelineCanvas'
import { setTimeline } from './timelineState'

/** The keys of the timeline: the same things the mouse does, and what they do is said aloud. */
export function useTimelineKeys(canvas: TimelineCanvas | null): void {
  useEffect(() => {
    if (!canvas) return
    const editable = () => !useProject.getState().readOnly
    const command = (id: string, title: string, keys: string[], act: () => void, edits = false): AppCommand => ({
      id: `timeline.${id}`,
      title,
      keys,
      group: 'Timeline',
      surface: 'timeline',
      run: act,
      ...(edits ? { enabled: editable } : {}),
    })
    return registerCommands([
      command('next', 'To the next bar of the lane', ['ArrowRight'], () => toBar(canvas, 1)),
      command('previous', 'To the bar before', ['ArrowLeft'], () => toBar(canvas, -1)),
      command('down', 'To the lane below', ['ArrowDown'], () => toLane(canvas, 1)),
      command('up', 'To the lane above', ['ArrowUp'], () => toLane(canvas, -1)),
      command('enterEnd', 'Work on the entrance', ['['], () => chooseEnd(canvas, 'enter')),
      command('exitEnd', 'Work on the exit', [']'], () => chooseEnd(canvas, 'exit')),
      command('later', 'Move the bar end one frame later', ['Alt+ArrowRight'], () => nudgeEnd(canvas, 1), true),
      command('earlier', 'Move the bar end one frame earlier', ['Alt+ArrowLeft'], () => nudgeEnd(canvas, -1), true),
      command(
        'later10',
        'Move the bar end ten frames later',
        ['Shift+Alt+ArrowRight'],
        () => nudgeEnd(canvas, 10),
        true,
      ),
      command(
        'earlier10',
        'Move the bar end ten frames earlier',
        ['Shift+Alt+ArrowLeft'],
        () => nudgeEnd(canvas, -10),
        true,
      ),
      command('barLater', 'Move the bar one frame later', ['Mod+Alt+ArrowRight'], () => nudgeBar(canvas, 1), true),
      command('barEarlier', 'Move the bar one frame earlier', ['Mod+Alt+ArrowLeft'], () => nudgeBar(canvas, -1), true),
      command('put', 'Put the asset into the shot', ['Enter'], () => putIn(canvas), true),
      command('remove', 'Remove the bar', ['Delete', 'Backspace'], () => remove(canvas), true),
      command('add', 'Add asset', ['N'], () => openSheet(addAssetSheet, {}), true),
      command('frameLater', 'Playhead one frame later', ['.'], () => stepPlayhead(canvas, 1)),
      command('frameEarlier', 'Playhead one frame earlier', [','], () => stepPlayhead(canvas, -1)),
      command('cutLater', 'Playhead to the next cut', ['PageDown'], () => toCut(canvas, 1)),
      command('cutEarlier', 'Playhead to the cut before', ['PageUp'], () => toCut(canvas, -1)),
      command('start', 'Playhead to the start', ['Home'], () => movePlayhead(canvas, 0)),
      command('end', 'Playhead to the end', ['End'], () => movePlayhead(canvas, canvas.layout.clock.total)),
      command('split', 'Split the shot at the playhead', ['S'], () => void splitAtPlayhead(canvas), true),
      command('zoomIn', 'Zoom in', ['+', 'Shift++'], () => canvas.zoomTo(canvas.layout.pxPerFrame * 1.5)),
      command('zoomOut', 'Zoom out', ['-'], () => canvas.zoomTo(canvas.layout.pxPerFrame / 1.5)),
      command('fit', 'Fit all of it into the window', ['0'], () => setTimeline({ zoom: null })),
    ])
  }, [canvas])
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
  const { cell, shotId } = useView.getState()
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
  const active = activeBar(canvas)
  if (!active || useProject.getState().readOnly) return
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
  setView({ cell: { assetId: cell.assetId, shotId: draft.input.toShotId } })
}

/** Moves the active bar by frames. */
function nudgeBar(canvas: TimelineCanvas, byFrames: number): void {
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
  if (stays) setView({ cell: { assetId, shotId: stays[0].split('/')[0]! } })
}

/** Enter in an empty lane: the asset is in the chosen shot throughout. */
function putIn(canvas: TimelineCanvas): void {
  const { cell } = useView.getState()
  if (!cell || activeBar(canvas)) return
  void run('assignment.set', { ...cell, presence: 'throughout' }).then((done) => done && tellActive(canvas))
}

function remove(canvas: TimelineCanvas): void {
  const active = activeBar(canvas)
  if (!active) return
  const { assetId } = active.cell
  const { slots } = canvas.layout.axis
  const cells = slots
    .slice(active.bar.first, active.bar.last + 1)
    .map(({ shot }) => ({ shotId: shot.id, assetId, remove: true }))
  void run('assignment.setMany', { cells })
}
