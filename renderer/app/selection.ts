import { shotIdsInOrder } from '@shared/domain/lookup'
import { counted } from '@shared/language/unitWords'
import type { Asset } from '@shared/model/asset'
import type { Scene } from '@shared/model/scene'
import { recordsNow } from './projectStore'
import { useView, type CellRef } from './viewStore'

let cellsShown: (() => readonly CellRef[]) | null = null

/** Whoever shows cells tells which are selected beside the active one. Answers how to stop. */
export function tellCells(read: () => readonly CellRef[]): () => void {
  cellsShown = read
  return () => {
    if (cellsShown === read) cellsShown = null
  }
}

/** The row of a shot's assets that has the focus, as a cell: keys mean it, whatever is selected elsewhere. */
function focusedMember(): CellRef | null {
  const row = document.activeElement?.closest<HTMLElement>('[data-member]')?.dataset
  const assetId = row?.['member']
  const shotId = row?.['inShot'] ?? useView.getState().shotId
  return assetId !== undefined && shotId !== null ? { assetId, shotId } : null
}

/** The selected cells; none while something else is selected. */
export function selectedCells(): readonly CellRef[] {
  const focused = focusedMember()
  if (focused) return [focused]
  const { selected, cell } = useView.getState()
  if (selected !== 'cells' || !cell) return []
  const records = recordsNow()
  return (cellsShown?.() ?? [cell]).filter((c) => records.get('assets', c.assetId) && records.get('shots', c.shotId))
}

/** The selected shots in story order: those chosen, or those of the selected cells. */
export function selectedShots(): readonly string[] {
  const { selected, shotIds, shotId } = useView.getState()
  if (selected === 'cells') return inStory(selectedCells().map((c) => c.shotId))
  if (selected !== 'shots' || shotId === null) return []
  return inStory(shotIds.includes(shotId) ? shotIds : [shotId])
}

/** The shots that were chosen as shots, in story order: what Delete takes away. */
export const chosenShots = (): readonly string[] => (useView.getState().selected === 'shots' ? selectedShots() : [])

function inStory(ids: readonly string[]): readonly string[] {
  if (ids.length < 2) return ids.filter((id) => recordsNow().get('shots', id))
  const wanted = new Set(ids)
  return shotIdsInOrder(recordsNow()).filter((id) => wanted.has(id))
}

/** The selected asset, or that of the selected cells when it is one. */
export function selectedAsset(): Asset | undefined {
  const { selected, assetId } = useView.getState()
  if (selected === 'asset' && !focusedMember())
    return assetId === null ? undefined : recordsNow().get('assets', assetId)
  const ids = new Set(selectedCells().map((c) => c.assetId))
  return ids.size === 1 ? recordsNow().get('assets', [...ids][0]!) : undefined
}

/** The asset that was chosen as an asset: what Delete takes away. */
export const chosenAsset = (): Asset | undefined =>
  useView.getState().selected === 'asset' ? selectedAsset() : undefined

/** The scene that was chosen as a scene. */
export function chosenScene(): Scene | undefined {
  const { selected, sceneId } = useView.getState()
  return selected === 'scene' && sceneId !== null ? recordsNow().get('scenes', sceneId) : undefined
}

/** "shot 4", "shots 4, 5 and 6", "12 shots". */
export function shotWords(shotIds: readonly string[]): string {
  const numbers = shotIds.flatMap((id) => recordsNow().get('shots', id)?.number ?? [])
  if (numbers.length === 1) return `shot ${numbers[0]!}`
  if (numbers.length > 4) return counted(numbers.length, 'shot')
  return `shots ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)!}`
}

/** "scene 2 INT. LIVING ROOM - NIGHT". */
export const sceneWords = (scene: Pick<Scene, 'number' | 'heading'>): string =>
  `scene ${scene.number}${scene.heading ? ` ${scene.heading}` : ''}`

/** "Alice in shot 4", "Alice in 3 shots", "6 cells". */
export function cellsWords(cells: readonly CellRef[]): string {
  const assets = new Set(cells.map((c) => c.assetId))
  if (assets.size !== 1) return counted(cells.length, 'cell')
  const name = recordsNow().get('assets', cells[0]!.assetId)?.name ?? ''
  return `${name} in ${shotWords(inStory(cells.map((c) => c.shotId)))}`
}

/** What is selected, in words; empty for nothing. */
export function selectionWords(): string {
  const cells = selectedCells()
  if (cells.length) return cellsWords(cells)
  const asset = chosenAsset()
  if (asset) return asset.name
  const scene = chosenScene()
  if (scene) return sceneWords(scene)
  const shots = chosenShots()
  return shots.length ? shotWords(shots) : ''
}
