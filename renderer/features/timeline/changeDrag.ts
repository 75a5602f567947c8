import { percentText, upperFirst } from '@shared/language/unitWords'
import type { CommandInputs } from '@shared/ipc/inputSchemas'
import type { Transformation } from '@shared/model/transformation'
import { Refusal } from '@shared/records/refusal'
import { hint } from '../../app/hint'
import { preview, staleWords } from '../../app/preview'
import { run } from '../../app/projectActions'
import { recordsNow } from '../../app/projectStore'
import { announce } from '../../app/toasts'
import type { DragSession } from '../../common/useDrag'
import type { BarSpan } from '../../lanes/bars'
import { useTagStore } from '../../lanes/DragTag'
import { whereWords } from '../../lanes/edgeDraft'
import { placeAt, placeOfFrame, pxOf, snappedPlace, type PlaceOnAxis } from '../../lanes/snap'
import { activeBar, activateBar } from './activeBar'
import type { TimelineCanvas } from './timelineCanvas'
import { player, useTimeline } from './timelineState'

type SetChange = CommandInputs['transformation.set']

/** A change of look on screen. Body pixels. */
export interface ChangeHit {
  readonly change: Transformation
  readonly assetId: string
  readonly row: number
  readonly x: number
}

/** Where a change of look goes. */
export interface ChangeMove extends PlaceOnAxis {
  readonly changeId: string
  readonly assetId: string
}

/** What it would do: drawn in place, said in one sentence, sent on release. */
export interface ChangeDraft {
  readonly input: SetChange
  readonly row: number
  readonly x: number
  readonly staleShots: ReadonlySet<string>
  readonly staleResults: number
  readonly staleWords: string
  readonly sentence: string
  readonly refused: string | null
}

/** The changes of look inside a bar, with where they lie. */
export function changesIn({ layout, cells }: TimelineCanvas, assetId: string, { first, last }: BarSpan): ChangeHit[] {
  const records = recordsNow()
  const row = layout.rowOfAsset.get(assetId)
  const found: ChangeHit[] = []
  for (let slot = first; row !== undefined && slot <= last; slot++) {
    const { shot } = layout.axis.slots[slot]!
    const instanceId = cells.cell(shot.id, assetId)?.instanceId
    for (const change of records.list('transformationsOfShot', shot.id))
      if (change.sceneAssetInstanceId === instanceId && change.at !== null && !change.suspended)
        found.push({ change, assetId, row, x: pxOf(layout.axis, { slot, at: change.at }) })
  }
  return found
}

/** Works out what moving a change of look would do; it stays inside a shot. */
export function draftOfChange({ layout }: TimelineCanvas, { changeId, assetId, slot, at }: ChangeMove): ChangeDraft {
  const records = recordsNow()
  const { shot } = layout.axis.slots[slot]!
  const frames = shot.durationFrames
  const frame = Math.min(frames - 1, Math.max(1, Math.round(at * frames)))
  const change = records.must('transformations', changeId)
  const input: SetChange = {
    transformationId: change.id,
    sceneAssetInstanceId: change.sceneAssetInstanceId,
    kind: 'within_shot',
    shotId: shot.id,
    at: frames > 1 ? frame / frames : 0.5,
    fromLookId: change.fromLookId,
    toLookId: change.toLookId,
    carries: change.carries,
  }
  const place = { row: layout.rowOfAsset.get(assetId) ?? 0, x: pxOf(layout.axis, { slot, at: input.at! }) }
  const outcome = preview('transformation.set', input)
  if (outcome instanceof Refusal) {
    const nothing = { staleShots: new Set<string>(), staleResults: 0, staleWords: '' }
    return { input, ...place, ...nothing, sentence: outcome.message, refused: outcome.message }
  }
  const name = records.must('assets', assetId).name
  const look = change.toLookId === null ? 'its look' : (records.get('looks', change.toLookId)?.name ?? 'another look')
  return {
    input,
    ...place,
    staleShots: outcome.staleShots,
    staleResults: outcome.staleResults,
    staleWords: upperFirst(staleWords(outcome)),
    sentence: `${name} changes to ${look} ${whereWords(records, shot.id, input.at!)}, ${percentText(input.at!)}.`,
    refused: null,
  }
}

/** Dragging a diamond in time, inside its bar. */
export function changeSession(canvas: TimelineCanvas, hit: ChangeHit, bar: BarSpan, fromX: number): DragSession {
  const { axis } = canvas.layout
  const { scene } = axis.slots[bar.first]!
  const span = axis.scenes.find((s) => s.scene.id === scene.id)!
  const grip = canvas.bodyPoint({ x: fromX, y: 0 }).x - hit.x
  const targets = canvas.snapTargets(scene.id, null).filter((t) => Math.abs(pxOf(axis, t) - hit.x) > 0.5)
  const over = () => {
    useTagStore.setState({ tag: null })
    hint('')
  }
  return {
    scrolls: canvas.scrollRegion,
    move(at) {
      const px = Math.min(bar.right, Math.max(bar.left, canvas.bodyPoint(at).x - grip))
      const { snappedTo, ...place } =
        at.shift || !useTimeline.getState().snap
          ? { ...placeAt(axis, span, px), snappedTo: null }
          : snappedPlace(axis, span, px, targets)
      const draft = canvas.changeDraft.draw({
        changeId: hit.change.id,
        assetId: hit.assetId,
        slot: Math.min(bar.last, Math.max(bar.first, place.slot)),
        at: place.at,
      })
      useTagStore.setState({
        tag: {
          x: at.x,
          y: at.y,
          text: draft.sentence,
          stale: draft.staleResults,
          staleWords: draft.staleWords,
          snappedTo,
          refused: draft.refused !== null,
        },
      })
      hint(draft.sentence)
    },
    commit() {
      const draft = canvas.changeDraft.now
      over()
      if (!draft || draft.refused) canvas.changeDraft.drop()
      else canvas.changeDraft.commit(() => run('transformation.set', draft.input))
    },
    cancel() {
      over()
      canvas.changeDraft.drop()
    },
    click: () => activateBar(canvas, { assetId: hit.assetId, shotId: hit.change.shotId }),
  }
}

/** The change of look of the active bar that lies nearest to the playhead, by frames. */
export function nudgeChange(canvas: TimelineCanvas, byFrames: number): void {
  const active = activeBar(canvas)
  const hit = active && nearestChange(canvas, active.cell.assetId, active.bar)
  if (!active || !hit) {
    const text = 'This bar has no change of look. D makes one.'
    hint(text)
    announce(text)
    return
  }
  const { axis } = canvas.layout
  const slot = axis.slotOfShot.get(hit.change.shotId)!
  const frame = Math.round(hit.change.at! * axis.slots[slot]!.shot.durationFrames)
  const to = placeOfFrame(axis, slot, frame + byFrames)
  const inside = Math.min(active.bar.last, Math.max(active.bar.first, to.slot))
  const draft = draftOfChange(canvas, { changeId: hit.change.id, assetId: hit.assetId, slot: inside, at: to.at })
  hint(draft.sentence)
  announce(draft.sentence)
  if (!draft.refused) void run('transformation.set', draft.input)
}

function nearestChange(canvas: TimelineCanvas, assetId: string, bar: BarSpan): ChangeHit | null {
  const x = player.now.frame * canvas.layout.pxPerFrame
  return changesIn(canvas, assetId, bar).toSorted((a, b) => Math.abs(a.x - x) - Math.abs(b.x - x))[0] ?? null
}
