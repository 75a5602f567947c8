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
  sceneId: idSchema,
  shotId: idSchema,
  /** Set while an asset, not a shot, is in the inspector. */
  assetId: idSchema,
  frame: frameEndSchema.catch('start'),
  /** The active cell and where a range began. */
  cell: cellSchema.nullable().catch(null),
  anchor: cellSchema.nullable().catch(null),
})
export type ViewState = Readonly<z.infer<typeof schema>>

const state = remembered<ViewState>('window', schema, existing)
export const useView = state.use
export const setView = state.set

/** Counts choices of a scene, so that choosing the same one again scrolls to it again. */
export const useSceneChoice = create<{ sceneId: string | null; round: number }>(() => ({ sceneId: null, round: 0 }))

/** The selection as far as the project holds it; without a shot the story's first. */
function existing(from: ViewState): ViewState {
  const records = recordsNow()
  const scenes = scenesInOrder(records)
  const shotId =
    from.shotId && records.get('shots', from.shotId)
      ? from.shotId
      : (scenes.map((s) => shotsOfScene(records, s.id)[0]).find(Boolean)?.id ?? null)
  const known = (cell: CellRef | null) =>
    cell && records.get('assets', cell.assetId) && records.get('shots', cell.shotId) ? cell : null
  return {
    ...from,
    shotId,
    sceneId: (shotId && records.get('shots', shotId)?.sceneId) ?? scenes[0]?.id ?? null,
    assetId: from.assetId && records.get('assets', from.assetId) ? from.assetId : null,
    cell: known(from.cell),
    anchor: known(from.anchor),
  }
}

/** Shows a shot in the inspector and, where the view follows, in the view. */
export function selectShot(shotId: string): void {
  const shot = recordsNow().get('shots', shotId)
  if (shot) setView({ shotId, sceneId: shot.sceneId, assetId: null })
}
