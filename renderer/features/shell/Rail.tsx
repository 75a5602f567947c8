import { useRef } from 'react'
import { keyText } from '../../app/commands'
import { allViews, viewNamed } from '../../app/views'
import { setView, useView } from '../../app/viewStore'
import { focusTarget } from '../../common/focusTargets'
import { Tip } from '../../common/Tip'
import { usePanel } from '../../common/usePanel'
import styles from './Rail.module.css'

/** The views of the project, top to bottom. */
export function Rail() {
  const shown = viewNamed(useView((s) => s.view)).name
  const panel = useRef<HTMLElement>(null)
  usePanel('rail', panel)
  return (
    <nav ref={panel} className={styles.rail} aria-label="Views">
      {allViews().map(({ name, title, icon: Icon }, i) => (
        <Tip key={name} text={title} keys={keyText(`Mod+${i + 1}`)} side="right">
          <button
            type="button"
            className={name === shown ? styles.on : undefined}
            aria-current={name === shown ? 'page' : undefined}
            onClick={(event) => {
              // After a click one works in the view, with its keys; by keys one may walk on.
              if (event.detail > 0) event.currentTarget.blur()
              if (name !== shown) setView({ view: name })
              else if (event.detail > 0) focusTarget('view')
            }}
          >
            <Icon size={18} strokeWidth={1.6} />
            <span>{title}</span>
          </button>
        </Tip>
      ))}
    </nav>
  )
}
