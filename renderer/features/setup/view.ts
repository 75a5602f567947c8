import { SlidersHorizontal } from 'lucide-react'
import type { ViewDefinition } from '../../app/views'
import { SetupView } from './SetupView'

/** The film as a whole: its settings, who makes what, and the order of its scenes. */
export const view: ViewDefinition<'setup'> = {
  name: 'setup',
  title: 'Setup',
  icon: SlidersHorizontal,
  View: SetupView,
  focus: 'scenes.chosen',
  withoutScenes: true,
  withoutShots: true,
}
