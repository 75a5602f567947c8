import { Shapes } from 'lucide-react'
import type { ViewDefinition } from '../../app/views'
import { AliasInbox } from './inbox/AliasInbox'
import { AssetsView } from './cards/AssetsView'
import { assetSheets } from './sheets'

/** Who and what the film is made of: every asset with its pictures, looks, words and uses. */
export const view: ViewDefinition<'assets'> = {
  name: 'assets',
  title: 'Assets',
  icon: Shapes,
  View: AssetsView,
  Inspector: AliasInbox,
  inspectsScenes: true,
  focus: 'assets.cards',
  sheets: assetSheets,
}
