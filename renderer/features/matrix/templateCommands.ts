import { builtInTemplates, type BuiltInTemplate } from '@shared/domain/presence/templates'
import { counted } from '@shared/language/unitWords'
import type { AppCommand } from '../../app/commands'
import { editable } from '../../app/edit/editing'
import { run } from '../../app/projectActions'
import { selectedCells, selectionWords } from '../../app/selection'
import { openSheet } from '../../app/sheets'
import { announce } from '../../app/toasts'
import { saveTemplateSheet } from './sheets'

export const templateNames: Record<BuiltInTemplate, { name: string; says: string }> = {
  throughout: { name: 'Throughout', says: 'in every shot, from cut to cut' },
  arrives: { name: 'Arrives', says: 'enters in the first, then stays' },
  leaves: { name: 'Leaves', says: 'there, exits in the last' },
  visits: { name: 'Visits', says: 'enters in the first, exits in the last' },
  cameo: { name: 'Cameo', says: 'in the middle shot only' },
  clear: { name: 'Clear', says: 'in none of them' },
}

/** The assets and shots of the selected cells. */
export function chosenForTemplate(): { assetIds: string[]; shotIds: string[] } {
  const cells = selectedCells()
  return { assetIds: [...new Set(cells.map((c) => c.assetId))], shotIds: [...new Set(cells.map((c) => c.shotId))] }
}

/** Decides the selected shots for every selected asset, in one step. */
export async function applyTemplate(template: string, name: string): Promise<void> {
  const { assetIds, shotIds } = chosenForTemplate()
  const [assetId, ...otherAssetIds] = assetIds
  if (assetId && (await run('template.apply', { template, assetId, otherAssetIds, shotIds })))
    announce(`${name}: ${counted(assetIds.length, 'asset')} over ${counted(shotIds.length, 'shot')}.`)
}

const cellsInWords = () => (selectedCells().length ? selectionWords() : null)

/** Templates over the selected cells, by name. */
export const templateCommands = (): readonly AppCommand[] => [
  ...builtInTemplates.map((id): AppCommand => ({
    id: `template.${id}`,
    title: `Template ${templateNames[id].name}: ${templateNames[id].says}`,
    group: 'Template',
    does: ['template.apply'],
    about: cellsInWords,
    enabled: () => editable() && selectedCells().length > 0,
    run: () => void applyTemplate(id, templateNames[id].name),
  })),
  {
    id: 'template.save',
    title: 'Save the selection as a template…',
    group: 'Template',
    does: ['template.save'],
    about: cellsInWords,
    enabled: () => editable() && chosenForTemplate().assetIds.length === 1,
    run: () => {
      const { assetIds, shotIds } = chosenForTemplate()
      openSheet(saveTemplateSheet, { assetId: assetIds[0]!, shotIds })
    },
  },
]
