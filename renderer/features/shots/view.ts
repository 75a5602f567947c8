import { ListTree } from 'lucide-react'
import type { ViewDefinition } from '../../app/views'
import { ShotsView } from './ShotsView'

/** The shots as a list in which each opens: who is in it, what is sent for it, its prompts and what is stale. */
export const view: ViewDefinition<'shots'> = {
  name: 'shots',
  title: 'Shots',
  icon: ListTree,
  View: ShotsView,
  focus: 'shots.active',
  alone: true,
}
