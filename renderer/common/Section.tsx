import type { ReactNode } from 'react'
import styles from './Section.module.css'

/** The head line of an inspector: what it shows, in a word the details, and its buttons. */
export function PanelHead({
  title,
  meta,
  lead,
  children,
}: {
  title: ReactNode
  meta?: string
  lead?: ReactNode
  children?: ReactNode
}) {
  return (
    <header className={styles.panelHead}>
      {lead}
      <h2 className={styles.panelTitle}>{title}</h2>
      {meta && (
        <span className={styles.meta} title={meta}>
          {meta}
        </span>
      )}
      <span className={styles.buttons}>{children}</span>
    </header>
  )
}

/** The scrolling part of an inspector. */
export function PanelBody({ children, ...rest }: { children: ReactNode; 'data-drop-asset'?: string }) {
  return (
    <div className={styles.body} {...rest}>
      {children}
    </div>
  )
}

/** A part of an inspector between two lines: title, how many, buttons, content. */
export function Section({
  title,
  count,
  actions,
  children,
}: {
  title?: string
  count?: number
  actions?: ReactNode
  children: ReactNode
}) {
  return (
    <section className={styles.section} aria-label={title}>
      {title && (
        <div className={styles.head}>
          <h3>{title}</h3>
          {count !== undefined && <span className={styles.count}>{count}</span>}
          <span className={styles.actions}>{actions}</span>
        </div>
      )}
      {children}
    </section>
  )
}
