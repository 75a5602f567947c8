import { Image } from 'lucide-react'
import type { ViewDefinition } from '../../app/views'
import { FrameInspector } from './FrameInspector'
import { FramesView } from './FramesView'

/** Start and end frame of the scene's shots. */
export const view: ViewDefinition<'frames'> = {
  name: 'frames',
  title: 'Frames',
  icon: Image,
  View: FramesView,
  Inspector: FrameInspector,
  focus: 'frames.stage',
  shotColumn: true,
}
