import type { ReactNode } from 'react'
import styles from './Toolbar.module.css'

/** The line over a view: its name, what it shows and, after a `ToolbarGap`, what is done with all of it. */
export function Toolbar({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={name}>
      <h1>{name}</h1>
      <ToolbarDivider />
      {children}
    </div>
  )
}

export const ToolbarDivider = () => <span className={styles.divider} />

/** What follows stands at the end of the line. */
export const ToolbarGap = () => <span className={styles.gap} />
