import { create } from 'zustand'
import { z } from 'zod'
import { frameEndSchema } from '@shared/model/common'
import { scenesInOrder, shotsOfScene } from '@shared/domain/lookup'
import { recordsNow } from './projectStore'
import { remembered } from './remembered'
import { knownView } from './views'

const cellSchema = z.object({ assetId: z.string(), shotId: z.string() }).readonly()

/** A cell of the matrix by what it means. */
export type CellRef = z.infer<typeof cellSchema>

const idSchema = z.string().nullable().catch(null)

/** Which view is shown, and what is selected in all of them. What belongs to one view is in that view's own state. */
const schema = z.object({
  /** Null: the one that a new project opens with. */
  view: z.string().nullable().catch(null).transform(knownView),
  /** What keys, menus, palette and inspector mean: cells, one asset, shots, or one scene. */
  selected: z.enum(['cells', 'asset', 'shots', 'scene']).catch('shots'),
  sceneId: idSchema,
  /** The shot that views show; of several selected ones the active one. */
  shotId: idSchema,
  /** The shots selected together, `shotId` among them; in no order. */
  shotIds: z.array(z.string()).readonly().catch([]),
  /** The selected asset; null unless an asset is selected. */
  assetId: idSchema,
  frame: frameEndSchema.catch('start'),
  /** The active cell and where a range began; kept while something else is selected, so that the arrows go on from there. */
  cell: cellSchema.nullable().catch(null),
  anchor: cellSchema.nullable().catch(null),
})
export type ViewState = Readonly<z.infer<typeof schema>>

const state = remembered<ViewState>('window', schema, existing)
export const useView = state.use
/** Changes how the window looks at the project. What is selected is changed by the functions below. */
export const setView = state.set

/** Counts choices of a scene, so that choosing the same one again scrolls to it again. */
export const useSceneChoice = create<{ sceneId: string | null; round: number }>(() => ({ sceneId: null, round: 0 }))

/** The selection as far as the project holds it; without a shot the story's first. */
function existing(from: ViewState): ViewState {
  const records = recordsNow()
  const scenes = scenesInOrder(records)
  const isShot = (id: string) => records.get('shots', id) !== undefined
  const shotId =
    from.shotId && isShot(from.shotId)
      ? from.shotId
      : (scenes.map((s) => shotsOfScene(records, s.id)[0]).find(Boolean)?.id ?? null)
  const known = (cell: CellRef | null) =>
    cell && records.get('assets', cell.assetId) && isShot(cell.shotId) ? cell : null
  const sceneOfShot = (shotId && records.get('shots', shotId)?.sceneId) ?? scenes[0]?.id ?? null
  const found = {
    cells: known(from.cell) !== null,
    asset: from.assetId !== null && records.get('assets', from.assetId) !== undefined,
    shots: true,
    scene: from.sceneId !== null && records.get('scenes', from.sceneId) !== undefined,
  }
  const selected = found[from.selected] ? from.selected : 'shots'
  const shotIds = from.shotIds.filter(isShot)
  return {
    ...from,
    selected,
    shotId,
    shotIds: shotId === null ? [] : shotIds.includes(shotId) ? shotIds : [shotId],
    sceneId: selected === 'scene' ? from.sceneId : sceneOfShot,
    assetId: selected === 'asset' ? from.assetId : null,
    cell: known(from.cell),
    anchor: known(from.anchor),
  }
}

/** Selects a shot: it is in the inspector and, where the view follows, in the view. */
export function selectShot(shotId: string): void {
  selectShots([shotId], shotId)
}

/** Selects several shots together; the active one is in the inspector. */
export function selectShots(shotIds: readonly string[], shotId: string): void {
  const shot = recordsNow().get('shots', shotId)
  if (shot) setView({ selected: 'shots', shotId, shotIds, sceneId: shot.sceneId, assetId: null })
}

/** Selects an asset. */
export function selectAsset(assetId: string): void {
  setView({ selected: 'asset', assetId })
}

/** From the selected asset back to the shot that was shown before. */
export function leaveAsset(): void {
  const { selected, shotId } = useView.getState()
  setView({ assetId: null, ...(selected === 'asset' ? { selected: 'shots', shotIds: shotId ? [shotId] : [] } : {}) })
}

/** Selects a scene; views show its first shot, or the one that is given. */
export function selectScene(sceneId: string, shotId = shotsOfScene(recordsNow(), sceneId)[0]?.id): void {
  setView({
    selected: 'scene',
    sceneId,
    assetId: null,
    ...(shotId === undefined ? {} : { shotId, shotIds: [shotId] }),
  })
  useSceneChoice.setState((s) => ({ sceneId, round: s.round + 1 }))
}

/** Selects a cell; with an anchor all cells between. The shot inspector follows. */
export function selectCell(cell: CellRef, anchor: CellRef | null = null): void {
  const shot = recordsNow().get('shots', cell.shotId)
  setView({
    selected: 'cells',
    cell,
    anchor: anchor ?? cell,
    shotId: cell.shotId,
    shotIds: [cell.shotId],
    assetId: null,
    ...(shot ? { sceneId: shot.sceneId } : {}),
  })
}
