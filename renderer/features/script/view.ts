import { ScrollText } from 'lucide-react'
import { importChoiceSheet, importReportSheet } from '../../app/sheetKeys'
import { defineSheet } from '../../app/sheets'
import type { ViewDefinition } from '../../app/views'
import { ImportChoiceSheet } from './ImportChoiceSheet'
import { ImportReportSheet } from './ImportReportSheet'
import { ReviewPanel } from './review/ReviewPanel'
import { useScript } from './scriptState'
import { ScriptView } from './ScriptView'

/** The script with its shots beside it; under review, what was read from it. */
export const view: ViewDefinition<'script'> = {
  name: 'script',
  title: 'Script',
  icon: ScrollText,
  View: ScriptView,
  Inspector: ReviewPanel,
  inspects: { get: () => useScript.getState().review, subscribe: useScript.subscribe },
  inspectsScenes: true,
  focus: 'script.page',
  sheets: [defineSheet(importChoiceSheet, ImportChoiceSheet), defineSheet(importReportSheet, ImportReportSheet)],
}
