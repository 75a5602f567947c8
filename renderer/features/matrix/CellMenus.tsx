import { ChevronDown, Eye, Trash2, WandSparkles } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useState } from 'react'
import { builtInTemplates, type BuiltInTemplate } from '@shared/domain/presence/templates'
import { counted } from '@shared/language/unitWords'
import { keyText, useCommands } from '../../app/commands'
import { run } from '../../app/projectActions'
import { recordsNow, useProject, useVersion } from '../../app/projectStore'
import { announce } from '../../app/toasts'
import { useView } from '../../app/viewStore'
import { Button } from '../../common/Button'
import menu from '../../common/Menu.module.css'
import { Sheet } from '../../common/Sheet'
import styles from './AddAsset.module.css'
import type { MatrixLayout } from './matrixLayout'
import { selectedCells, usePicked } from './selection'

const icon = { size: 14, strokeWidth: 1.75 } as const

const names: Record<BuiltInTemplate, { name: string; says: string }> = {
  throughout: { name: 'Throughout', says: 'in every shot, from cut to cut' },
  arrives: { name: 'Arrives', says: 'enters in the first, then stays' },
  leaves: { name: 'Leaves', says: 'there, exits in the last' },
  visits: { name: 'Visits', says: 'enters in the first, exits in the last' },
  cameo: { name: 'Cameo', says: 'in the middle shot only' },
  clear: { name: 'Clear', says: 'in none of them' },
}

/** What the matrix's keys do to the selected cells, for the mouse: the same commands. */
const presenceCommands = [
  'matrix.throughout',
  'matrix.enters',
  'matrix.exits',
  'matrix.passes',
  'matrix.lookHere',
  'matrix.remove',
]

/** The assets and shots of the selected cells. */
function chosen(layout: MatrixLayout): { assetIds: string[]; shotIds: string[] } {
  const cells = selectedCells(layout)
  return { assetIds: [...new Set(cells.map((c) => c.assetId))], shotIds: [...new Set(cells.map((c) => c.shotId))] }
}

function useChosen(layout: MatrixLayout): { assetIds: string[]; shotIds: string[] } {
  useView((s) => s.cell)
  useView((s) => s.anchor)
  usePicked()
  return chosen(layout)
}

const noCell = 'Select cells first'

export function PresenceMenu({ layout }: { layout: MatrixLayout }) {
  const readOnly = useProject((s) => s.readOnly)
  const commands = useCommands((s) => s.commands).filter((c) => presenceCommands.includes(c.id))
  const none = !useChosen(layout).shotIds.length
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

/** Back to the cells, where the work goes on. */
function toGrid(event: Event): void {
  event.preventDefault()
  document.querySelector<HTMLElement>('[role="grid"][data-surface="matrix"]')?.focus()
}

/** Templates over the selected shots, for every asset of the selection, in one step; and what is selected as a template of the user's own. */
export function TemplateMenu({ layout }: { layout: MatrixLayout }) {
  useVersion('templates')
  const records = useProject((s) => s.records)
  const readOnly = useProject((s) => s.readOnly)
  const { assetIds, shotIds } = useChosen(layout)
  const [saving, setSaving] = useState(false)
  const own = records.list('templatesInOrder')
  const none = !shotIds.length
  const apply = async (template: string, name: string) => {
    const [assetId, ...otherAssetIds] = assetIds
    if (assetId && (await run('template.apply', { template, assetId, otherAssetIds, shotIds })))
      announce(`${name}: ${counted(assetIds.length, 'asset')} over ${counted(shotIds.length, 'shot')}.`)
  }
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
          <DropdownMenu.Content
            className={menu.menu}
            align="start"
            sideOffset={4}
            onCloseAutoFocus={(e) => (saving ? e.preventDefault() : toGrid(e))}
          >
            <DropdownMenu.Label className={menu.label}>{overWords(assetIds, shotIds.length)}</DropdownMenu.Label>
            {builtInTemplates.map((id) => (
              <DropdownMenu.Item key={id} className={menu.item} onSelect={() => void apply(id, names[id].name)}>
                {names[id].name}
                <kbd>{names[id].says}</kbd>
              </DropdownMenu.Item>
            ))}
            {own.length > 0 && <DropdownMenu.Separator className={menu.line} />}
            {own.map((t) => (
              <DropdownMenu.Item key={t.id} className={menu.item} onSelect={() => void apply(t.id, t.name)}>
                {t.name}
                <kbd>yours, over {counted(t.steps.length, 'shot')}</kbd>
              </DropdownMenu.Item>
            ))}
            <DropdownMenu.Separator className={menu.line} />
            <DropdownMenu.Item className={menu.item} disabled={assetIds.length !== 1} onSelect={() => setSaving(true)}>
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
      {saving && <SaveTemplate assetId={assetIds[0]!} shotIds={shotIds} onClose={() => setSaving(false)} />}
    </>
  )
}

/** "Alice over 3 shots" */
function overWords(assetIds: readonly string[], shots: number): string {
  const who =
    assetIds.length === 1 ? (recordsNow().get('assets', assetIds[0]!)?.name ?? '') : counted(assetIds.length, 'asset')
  return `${who} over ${counted(shots, 'shot')}`
}

function SaveTemplate({ assetId, shotIds, onClose }: { assetId: string; shotIds: string[]; onClose: () => void }) {
  const [name, setName] = useState('')
  const save = async () => {
    if (name.trim() && (await run('template.save', { name: name.trim(), assetId, shotIds }))) onClose()
  }
  return (
    <Sheet
      title="Save as a template"
      description={`${overWords([assetId], shotIds.length)}: its comings and goings, to use again over any shots.`}
      open
      onClose={onClose}
      width={400}
      footer={
        <>
          <Button large onClick={onClose}>
            Cancel
          </Button>
          <Button large kind="primary" disabled={!name.trim()} onClick={() => void save()}>
            Save
          </Button>
        </>
      }
    >
      <form
        className={styles.form}
        onSubmit={(e) => {
          e.preventDefault()
          void save()
        }}
      >
        <label>
          Name
          <input
            value={name}
            autoFocus
            maxLength={200}
            placeholder="Comes in late"
            onChange={(e) => setName(e.target.value)}
          />
        </label>
        <button type="submit" className="visually-hidden" tabIndex={-1}>
          Save
        </button>
      </form>
    </Sheet>
  )
}
