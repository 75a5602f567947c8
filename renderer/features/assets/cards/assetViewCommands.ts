import type { AppCommand } from '../../../app/commands'
import { editable } from '../../../app/edit/editing'
import { choosePictures } from '../../../app/pictures'
import { bringSheet } from '../../../app/sheetKeys'
import { openSheet } from '../../../app/sheets'
import { setAssetsView, useAssetsView } from './assetsState'

const group = 'Assets'
const surface = 'assets'

/** What is done in the view of assets itself; what is done to the selected asset is in `app/edit`. */
export const assetViewCommands = (focusSearch: () => void): readonly AppCommand[] => [
  { id: 'assets.find', title: 'Find an asset', group, keys: ['/'], surface, run: focusSearch },
  {
    id: 'assets.pictures',
    title: 'Add pictures of assets…',
    group,
    does: ['asset.takePictures'],
    enabled: editable,
    run: () => void choosePictures(),
  },
  {
    id: 'assets.bring',
    title: 'Bring assets from another project…',
    group,
    enabled: editable,
    run: () => openSheet(bringSheet, {}),
  },
  {
    id: 'assets.layout',
    title: 'Switch between cards and looks',
    group,
    keys: ['L'],
    surface,
    run: () => setAssetsView({ layout: useAssetsView.getState().layout === 'cards' ? 'looks' : 'cards' }),
  },
  {
    id: 'assets.missingFirst',
    title: 'Assets without a picture first',
    group,
    run: () => setAssetsView({ missingFirst: !useAssetsView.getState().missingFirst }),
  },
]
