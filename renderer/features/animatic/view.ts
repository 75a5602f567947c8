import { Clapperboard } from 'lucide-react'
import type { ViewDefinition } from '../../app/views'
import { AnimaticView } from './AnimaticView'

/** The film as it plays: chosen stills, what moves between them, what is said and heard. */
export const view: ViewDefinition<'animatic'> = {
  name: 'animatic',
  title: 'Animatic',
  icon: Clapperboard,
  View: AnimaticView,
  focus: 'animatic.strip',
  alone: true,
  withoutScenes: true,
}
