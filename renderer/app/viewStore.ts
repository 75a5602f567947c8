import { create } from 'zustand'
import type { FrameEnd } from '@shared/model/common'
import { request } from './hostClient'
import { recordsNow, useProject } from './projectStore'
import { scenesInOrder, shotsOfScene } from '@shared/domain/lookup'

export const viewNames = ['script', 'matrix', 'frames'] as const
export type ViewName = (typeof viewNames)[number]
export type Density = 'comfortable' | 'compact'

/** A cell of the matrix by what it means. */
export interface CellRef {
  readonly assetId: string
  readonly shotId: string
}

/** How the window looks at the project: remembered per project, not undoable. */
export interface ViewState {
  readonly view: ViewName
  readonly sceneId: string | null
  readonly shotId: string | null
  /** Set while an asset, not a shot, is in the inspector. */
  readonly assetId: string | null
  /** The script is being reviewed: the panel beside it asks about what was read. */
  readonly review: boolean
  readonly frame: FrameEnd
  /** Row height of the matrix; null while the user chose none: then the window's width decides. */
  readonly density: Density | null
  /** The active cell and where a range began. */
  readonly cell: CellRef | null
  readonly anchor: CellRef | null
  readonly scroll: Readonly<Record<string, { x: number; y: number }>>
  readonly collapsed: Readonly<Record<string, boolean>>
}

const initial: ViewState = {
  view: 'matrix',
  sceneId: null,
  shotId: null,
  assetId: null,
  review: false,
  frame: 'start',
  density: null,
  cell: null,
  anchor: null,
  scroll: {},
  collapsed: {},
}

export const useView = create<ViewState>(() => initial)

/** Counts choices of a scene, so that choosing the same one again scrolls to it again. */
export const useSceneChoice = create<{ sceneId: string | null; round: number }>(() => ({ sceneId: null, round: 0 }))

let timer: ReturnType<typeof setTimeout> | undefined

/** Changes the view and remembers it a moment later. */
export function setView(fields: Partial<ViewState>): void {
  useView.setState(fields)
  clearTimeout(timer)
  timer = setTimeout(() => {
    if (useProject.getState().folder !== null)
      void request('view.save', { key: 'window', value: useView.getState() }).catch(() => {})
  }, 400)
}

/** The remembered view of a project that was just opened; what no longer exists is left out. */
export function restoreView(saved: unknown): void {
  const from = (typeof saved === 'object' && saved !== null ? saved : {}) as Partial<ViewState>
  const records = recordsNow()
  const scenes = scenesInOrder(records)
  const shotId =
    from.shotId && records.get('shots', from.shotId)
      ? from.shotId
      : (scenes.map((s) => shotsOfScene(records, s.id)[0]).find(Boolean)?.id ?? null)
  const known = (cell: CellRef | null | undefined) =>
    cell && records.get('assets', cell.assetId) && records.get('shots', cell.shotId) ? cell : null
  useView.setState(
    {
      ...initial,
      ...from,
      view: viewNames.includes(from.view!) ? from.view! : 'matrix',
      shotId,
      sceneId: (shotId && records.get('shots', shotId)?.sceneId) ?? scenes[0]?.id ?? null,
      assetId: from.assetId && records.get('assets', from.assetId) ? from.assetId : null,
      cell: known(from.cell),
      anchor: known(from.anchor),
    },
    true,
  )
}

/** Shows a shot in the inspector and, where the view follows, in the view. */
export function selectShot(shotId: string): void {
  const shot = recordsNow().get('shots', shotId)
  if (shot) setView({ shotId, sceneId: shot.sceneId, assetId: null })
}
