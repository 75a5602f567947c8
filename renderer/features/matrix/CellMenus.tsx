import { ChevronDown, Eye, Trash2, WandSparkles } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { builtInTemplates } from '@shared/domain/presence/templates'
import { counted } from '@shared/language/unitWords'
import { keyText, useCommands } from '../../app/commands'
import { run } from '../../app/projectActions'
import { useProject } from '../../app/projectStore'
import { openSheet, useSheets } from '../../app/sheets'
import { useRead } from '../../app/useRead'
import { useView } from '../../app/viewStore'
import { Button } from '../../common/Button'
import menu from '../../common/Menu.module.css'
import { focusTarget } from '../../common/focusTargets'
import { overWords } from './SaveTemplate'
import { usePicked } from './selection'
import { saveTemplateSheet } from './sheets'
import { applyTemplate, chosenForTemplate, templateNames } from './templateCommands'

const icon = { size: 14, strokeWidth: 1.75 } as const

/** What the matrix's keys do to the selected cells, for the mouse: the same commands. */
const presenceCommands = [
  'presence.throughout',
  'presence.enters',
  'presence.exits',
  'presence.passes_through',
  'presence.look',
  'presence.remove',
]

/** The assets and shots of the selected cells, followed. */
function useChosen(): { assetIds: string[]; shotIds: string[] } {
  useView((s) => s.selected)
  useView((s) => s.cell)
  useView((s) => s.anchor)
  usePicked()
  return chosenForTemplate()
}

const noCell = 'Select cells first'

export function PresenceMenu() {
  const readOnly = useProject((s) => s.readOnly)
  const commands = useCommands((s) => s.commands).filter((c) => presenceCommands.includes(c.id))
  const none = !useChosen().shotIds.length
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <Button disabled={readOnly || none} {...(none ? { tip: noCell } : {})}>
          <Eye {...icon} />
          Presence
          <ChevronDown size={12} strokeWidth={2} />
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={menu.menu} align="start" sideOffset={4} onCloseAutoFocus={toGrid}>
          {presenceCommands
            .flatMap((id) => commands.find((c) => c.id === id) ?? [])
            .map((c) => (
              <DropdownMenu.Item key={c.id} className={menu.item} onSelect={() => c.run()}>
                {c.title}
                <kbd>{keyText(c.keys![0]!)}</kbd>
              </DropdownMenu.Item>
            ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

/** Back to the cells, where the work goes on; not while a sheet was opened from the menu. */
function toGrid(event: Event): void {
  event.preventDefault()
  if (!useSheets.getState().open) focusTarget('matrix.grid')
}

/** Templates over the selected shots, for every asset of the selection, in one step; and what is selected as a template of the user's own. */
export function TemplateMenu() {
  const readOnly = useProject((s) => s.readOnly)
  const { assetIds, shotIds } = useChosen()
  const own = useRead((reads) => reads.list('templatesInOrder'), [])
  const none = !shotIds.length
  return (
    <>
      <DropdownMenu.Root>
        <DropdownMenu.Trigger asChild>
          <Button disabled={readOnly || none} {...(none ? { tip: noCell } : {})}>
            <WandSparkles {...icon} />
            Template
            <ChevronDown size={12} strokeWidth={2} />
          </Button>
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content className={menu.menu} align="start" sideOffset={4} onCloseAutoFocus={toGrid}>
            <DropdownMenu.Label className={menu.label}>{overWords(assetIds, shotIds.length)}</DropdownMenu.Label>
            {builtInTemplates.map((id) => (
              <DropdownMenu.Item
                key={id}
                className={menu.item}
                onSelect={() => void applyTemplate(id, templateNames[id].name)}
              >
                {templateNames[id].name}
                <kbd>{templateNames[id].says}</kbd>
              </DropdownMenu.Item>
            ))}
            {own.length > 0 && <DropdownMenu.Separator className={menu.line} />}
            {own.map((t) => (
              <DropdownMenu.Item key={t.id} className={menu.item} onSelect={() => void applyTemplate(t.id, t.name)}>
                {t.name}
                <kbd>yours, over {counted(t.steps.length, 'shot')}</kbd>
              </DropdownMenu.Item>
            ))}
            <DropdownMenu.Separator className={menu.line} />
            <DropdownMenu.Item
              className={menu.item}
              disabled={assetIds.length !== 1}
              onSelect={() => openSheet(saveTemplateSheet, { assetId: assetIds[0]!, shotIds })}
            >
              Save the selection as a template…
            </DropdownMenu.Item>
            {own.length > 0 && (
              <DropdownMenu.Sub>
                <DropdownMenu.SubTrigger className={menu.item}>Delete a template</DropdownMenu.SubTrigger>
                <DropdownMenu.Portal>
                  <DropdownMenu.SubContent className={menu.menu}>
                    {own.map((t) => (
                      <DropdownMenu.Item
                        key={t.id}
                        className={menu.item}
                        onSelect={() => void run('template.delete', { templateId: t.id })}
                      >
                        <Trash2 {...icon} />
                        {t.name}
                      </DropdownMenu.Item>
                    ))}
                  </DropdownMenu.SubContent>
                </DropdownMenu.Portal>
              </DropdownMenu.Sub>
            )}
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
    </>
  )
}
