import type { ReactNode } from 'react'
import styles from './Empty.module.css'

/** An empty state: icon, what is missing, what to do, and the buttons that do it. `over`: something droppable hangs over it. */
export function Empty({
  icon,
  title,
  text,
  over,
  children,
}: {
  icon: ReactNode
  title: string
  text: string
  over?: boolean
  children?: ReactNode
}) {
  return (
    <div className={styles.wrap}>
      <div className={`${styles.empty} ${over ? styles.over : ''}`}>
        <span className={styles.icon}>{icon}</span>
        <h2>{title}</h2>
        <p>{text}</p>
        {children && <div className={styles.buttons}>{children}</div>}
      </div>
    </div>
  )
}
