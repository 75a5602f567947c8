import { LayoutGrid } from 'lucide-react'
import type { ViewDefinition } from '../../app/views'
import { BoardView } from './BoardView'

/** All shots as panels, by scene: their pictures, words and camera. */
export const view: ViewDefinition<'board'> = {
  name: 'board',
  title: 'Board',
  icon: LayoutGrid,
  View: BoardView,
  focus: 'board.panels',
}
