import { ChartGantt } from 'lucide-react'
import type { ViewDefinition } from '../../app/views'
import { TimelineView } from './TimelineView'

/** Shots on a time axis, and a lane an asset: who is there from when to when. */
export const view: ViewDefinition<'timeline'> = {
  name: 'timeline',
  title: 'Timeline',
  icon: ChartGantt,
  View: TimelineView,
  focus: 'timeline.lanes',
}
