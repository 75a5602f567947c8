import { Save, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { sameValue } from '@shared/records/canonical'
import { announce } from '../../app/toasts'
import { IconButton } from '../../common/Button'
import { Select } from '../../common/Select'
import { exportState } from './exportState'
import styles from './ExportSheet.module.css'

const icon = { size: 14, strokeWidth: 1.75 } as const
/** No layout has this name. */
const none = ''

/** Layouts that were given a name: one is chosen, kept under a name, or taken away. */
export function PrintLayouts() {
  const { print, layouts } = exportState.use()
  const [name, setName] = useState('')
  const given = name.trim()
  const standing = layouts.find((layout) => sameValue(layout.print, print))
  const keep = () => {
    if (!given) return
    const others = layouts.filter((layout) => layout.name !== given)
    exportState.set({ layouts: [...others, { name: given, print }].sort((a, b) => (a.name < b.name ? -1 : 1)) })
    announce(`Layout “${given}” kept`)
  }
  return (
    <>
      {layouts.length > 0 && (
        <div className={styles.option}>
          <span>Kept</span>
          <span className={styles.layouts}>
            <Select
              label="Kept layouts"
              value={standing?.name ?? none}
              options={[
                ...(standing ? [] : [{ value: none, label: 'As set below' }]),
                ...layouts.map((layout) => ({ value: layout.name, label: layout.name })),
              ]}
              onChange={(chosen) => {
                const found = layouts.find((layout) => layout.name === chosen)
                if (!found) return
                exportState.set({ print: found.print })
                setName(found.name)
              }}
            />
            <IconButton
              label="Take this layout off the list"
              icon={<Trash2 {...icon} />}
              disabled={!standing}
              onClick={() => exportState.set({ layouts: layouts.filter((layout) => layout !== standing) })}
            />
          </span>
        </div>
      )}
      <div className={styles.option}>
        <span>Keep as</span>
        <span className={styles.layouts}>
          <input
            className={styles.text}
            value={name}
            maxLength={80}
            placeholder="a name for this layout"
            aria-label="Name of the layout"
            onChange={(event) => setName(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              keep()
            }}
          />
          <IconButton
            label="Keep the layout under this name"
            icon={<Save {...icon} />}
            disabled={!given || standing?.name === given}
            onClick={keep}
          />
        </span>
      </div>
    </>
  )
}
