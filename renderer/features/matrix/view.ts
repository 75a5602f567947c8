import { TableProperties } from 'lucide-react'
import type { ViewDefinition } from '../../app/views'
import { MatrixView } from './MatrixView'
import { matrixSheets } from './sheets'

/** Assets by shots: who is in which shot, from when to when. */
export const view: ViewDefinition<'matrix'> = {
  name: 'matrix',
  title: 'Matrix',
  icon: TableProperties,
  View: MatrixView,
  focus: 'matrix.grid',
  sheets: matrixSheets,
}
