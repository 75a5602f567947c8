import { instanceOf } from '@shared/domain/lookup'
import { assetTypes, type Asset } from '@shared/model/asset'
import type { AppCommand } from '../commands'
import { done, perform, run } from '../projectActions'
import { recordsNow } from '../projectStore'
import { addAt } from '../dnd/dropPlace'
import { moveAsset, steppedOrder } from '../dnd/laneOrder'
import { addAssetSheet, addToSceneSheet, mergeSheet, recastSheet } from '../sheetKeys'
import { chosenAsset, selectedAsset } from '../selection'
import { openSheet } from '../sheets'
import { leaveAsset, selectAsset, useView } from '../viewStore'
import { acts, catchFocus, editable, focusSoon, openAsset } from './editing'

const group = 'Asset'
const lanes = ['matrix', 'timeline', 'assets']

const living = (asset: Asset | undefined) => (asset && !asset.deleted ? asset : null)
const name = (asset: Asset) => asset.name

/** An asset's use in the scene that is looked at. */
function inScene(): { asset: Asset; sceneId: string } | null {
  const asset = living(selectedAsset())
  const { sceneId } = useView.getState()
  return asset && sceneId !== null && instanceOf(recordsNow(), sceneId, asset.id) ? { asset, sceneId } : null
}

/** The newest merge into the selected asset. */
function newestMerge() {
  const asset = selectedAsset()
  const merge = asset && recordsNow().list('mergesOfTarget', asset.id).at(-1)
  return asset && merge ? { asset, merge } : null
}

/** What is done to the selected asset. */
export const assetCommands: readonly AppCommand[] = [
  {
    id: 'asset.add',
    title: 'Add an asset…',
    group,
    keys: ['N'],
    surface: lanes,
    does: ['asset.create'],
    enabled: editable,
    run: () => openSheet(addAssetSheet, {}),
  },
  {
    id: 'asset.open',
    title: 'Show all of the asset in the inspector',
    group,
    keys: ['I'],
    surface: ['matrix', 'assets'],
    menus: ['asset', 'cell', 'bar'],
    about: () => selectedAsset()?.name ?? null,
    enabled: () => selectedAsset() !== undefined,
    run: () => {
      const asset = selectedAsset()
      if (asset) openAsset(asset.id)
    },
  },
  acts(
    {
      id: 'asset.rename',
      title: 'Rename the asset',
      group,
      keys: ['F2'],
      surface: lanes,
      menus: ['asset'],
      does: ['asset.update'],
    },
    () => living(chosenAsset()),
    name,
    (asset) => renameAsset(asset.id),
  ),
  acts(
    {
      id: 'asset.merge',
      title: 'Merge the asset into…',
      group,
      keys: ['M'],
      surface: lanes,
      menus: ['asset', 'cell', 'bar'],
      does: ['asset.merge', 'asset.neverMerge'],
    },
    () => living(selectedAsset()),
    name,
    (asset) => openSheet(mergeSheet, { fromId: asset.id }),
  ),
  acts(
    { id: 'asset.unmerge', title: 'Take its newest merge apart', group, menus: ['asset'], does: ['asset.unmerge'] },
    newestMerge,
    ({ asset }) => asset.name,
    async ({ asset, merge }) => {
      const names = merge.fromIds.map((id) => recordsNow().get('assets', id)?.name ?? '').join(', ')
      if (await run('asset.unmerge', { mergeId: merge.id })) done(`${names} taken out of ${asset.name} again.`)
    },
  ),
  acts(
    { id: 'asset.addLook', title: 'Add a look', group, menus: ['asset'], does: ['look.create'] },
    () => living(chosenAsset()),
    name,
    addLook,
  ),
  acts(
    {
      id: 'asset.recast',
      title: 'Recast the role…',
      group,
      menus: ['asset'],
      does: ['asset.recast'],
    },
    () => {
      const asset = chosenAsset()
      return asset?.mergedIntoId === null ? asset : null
    },
    name,
    (asset) => openSheet(recastSheet, { assetId: asset.id }),
  ),
  acts(
    {
      id: 'asset.everyShot',
      title: 'Put it into every shot of the scene',
      group,
      menus: ['asset', 'cell', 'bar'],
      does: ['asset.addToScene'],
    },
    () => {
      const asset = living(selectedAsset())
      const { sceneId } = useView.getState()
      return asset && sceneId !== null ? { asset, sceneId } : null
    },
    ({ asset, sceneId }) => `${asset.name}, scene ${sceneNumber(sceneId)}`,
    async ({ asset, sceneId }) => {
      if (await run('asset.addToScene', { assetId: asset.id, sceneId }))
        done(`${asset.name} is in every shot of scene ${sceneNumber(sceneId)}.`)
    },
  ),
  acts(
    {
      id: 'asset.addToScene',
      title: 'Add it to shots of the scene…',
      group,
      menus: ['asset', 'cell', 'bar'],
      does: ['asset.addToScene'],
    },
    () => {
      const asset = living(selectedAsset())
      const { sceneId } = useView.getState()
      return asset && sceneId !== null ? { asset, sceneId } : null
    },
    ({ asset, sceneId }) => `${asset.name}, scene ${sceneNumber(sceneId)}`,
    ({ asset, sceneId }) => openSheet(addToSceneSheet, { assetId: asset.id, sceneId }),
  ),
  acts(
    {
      id: 'asset.addToShot',
      title: 'Add it to the shot',
      group,
      menus: ['asset'],
      does: ['asset.addToScene'],
    },
    () => {
      const asset = living(chosenAsset())
      const { shotId } = useView.getState()
      return asset && shotId !== null && recordsNow().get('shots', shotId) ? { asset, shotId } : null
    },
    ({ asset, shotId }) => `${asset.name}, shot ${recordsNow().must('shots', shotId).number}`,
    ({ asset, shotId }) => addAt(asset.id, { shotId }, false),
  ),
  ...([-1, 1] as const).map((way) =>
    acts(
      {
        id: way < 0 ? 'asset.earlier' : 'asset.later',
        title: `Move the asset one place ${way < 0 ? 'up' : 'down'} among its kind`,
        group,
        keys: [way < 0 ? 'Alt+ArrowUp' : 'Alt+ArrowDown'],
        surface: ['matrix', 'assets'],
        menus: ['asset'],
        does: ['asset.move'],
      },
      () => {
        const asset = living(chosenAsset())
        const beforeId = asset ? steppedOrder(asset.id, way) : undefined
        return asset && beforeId !== undefined ? { asset, beforeId } : null
      },
      ({ asset }) => asset.name,
      ({ asset, beforeId }) => moveAsset(asset.id, beforeId),
    ),
  ),
  ...assetTypes.map((type) =>
    acts(
      {
        id: `asset.retype.${type}`,
        title: `Make it a ${type}`,
        group,
        menus: ['asset'],
        does: ['asset.retype'],
      },
      () => {
        const asset = living(chosenAsset())
        return asset?.type === type ? null : asset
      },
      name,
      async (asset) => {
        if (await run('asset.retype', { assetId: asset.id, type })) done(`${asset.name} is a ${type} now.`)
      },
    ),
  ),
  acts(
    { id: 'asset.restore', title: 'Restore the asset', group, menus: ['asset'], does: ['asset.restore'] },
    () => {
      const asset = chosenAsset()
      return asset?.deleted && asset.mergedIntoId === null ? asset : null
    },
    name,
    restoreAsset,
  ),
  acts(
    {
      id: 'asset.leaveScene',
      title: 'Take it out of the scene',
      group,
      menus: ['asset', 'cell', 'bar'],
      destroys: true,
      does: ['asset.removeFromScene'],
    },
    inScene,
    ({ asset, sceneId }) => `${asset.name}, scene ${sceneNumber(sceneId)}`,
    async ({ asset, sceneId }) => {
      if (await run('asset.removeFromScene', { assetId: asset.id, sceneId }))
        done(`${asset.name} taken out of scene ${sceneNumber(sceneId)}.`)
    },
  ),
  acts(
    {
      id: 'asset.delete',
      title: 'Delete the asset',
      group,
      keys: ['Delete', 'Backspace'],
      surface: lanes,
      menus: ['asset'],
      destroys: true,
      does: ['asset.delete'],
    },
    () => living(chosenAsset()),
    name,
    deleteAsset,
  ),
]

const sceneNumber = (sceneId: string) => recordsNow().get('scenes', sceneId)?.number ?? ''

/** The asset's name in the inspector gets the focus. */
export function renameAsset(assetId: string): void {
  selectAsset(assetId)
  focusSoon('asset.name')
}

/** Brings a deleted asset back, with its shots, and selects it. */
export async function restoreAsset(asset: Asset): Promise<void> {
  if (!(await run('asset.restore', { assetId: asset.id }))) return
  selectAsset(asset.id)
  done(`${asset.name} restored.`)
}

/** A further look of an asset; answers its id. */
export async function addLook(asset: Asset): Promise<string | null> {
  const answer = await perform('look.create', { assetId: asset.id, name: freeLookName(asset.id) })
  return answer?.created.looks?.[0] ?? null
}

/** "Look 2", or the next number that is free. */
function freeLookName(assetId: string): string {
  const looks = recordsNow().list('looksOfAsset', assetId)
  let n = looks.length + 1
  while (looks.some((l) => l.name === `Look ${n}`)) n++
  return `Look ${n}`
}

/** Deletes an asset; the one below it in the list is selected, or the one above. */
async function deleteAsset(asset: Asset): Promise<void> {
  const alike = recordsNow()
    .list('assetsInOrder')
    .filter((a) => !a.deleted && a.type === asset.type)
  const at = alike.findIndex((a) => a.id === asset.id)
  const next = alike[at + 1] ?? alike[at - 1]
  if (!(await run('asset.delete', { assetId: asset.id }))) return
  if (useView.getState().assetId === asset.id) {
    if (next) selectAsset(next.id)
    else leaveAsset()
  }
  catchFocus()
  done(`${asset.name} deleted.`)
}
