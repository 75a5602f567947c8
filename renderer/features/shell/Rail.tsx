import { Image, ScrollText, TableProperties } from 'lucide-react'
import { keyText } from '../../app/commands'
import { setView, useView, viewNames, type ViewName } from '../../app/viewStore'
import { Tip } from '../../common/Tip'
import styles from './Rail.module.css'

export const viewTitles: Record<ViewName, string> = { script: 'Script', matrix: 'Matrix', frames: 'Frames' }
const icons: Record<ViewName, typeof Image> = { script: ScrollText, matrix: TableProperties, frames: Image }

/** The views of the project, top to bottom. */
export function Rail() {
  const view = useView((s) => s.view)
  return (
    <nav className={styles.rail} aria-label="Views">
      {viewNames.map((name, i) => {
        const Icon = icons[name]
        return (
          <Tip key={name} text={viewTitles[name]} keys={keyText(`Mod+${i + 1}`)} side="right">
            <button
              type="button"
              className={name === view ? styles.on : undefined}
              aria-current={name === view ? 'page' : undefined}
              onClick={() => setView({ view: name })}
            >
              <Icon size={18} strokeWidth={1.6} />
              <span>{viewTitles[name]}</span>
            </button>
          </Tip>
        )
      })}
    </nav>
  )
}
