import type { ReactNode } from 'react'
import { Logo } from './Logo'
import styles from './PlainTitle.module.css'
import { WindowControls } from './WindowControls'

/**
 * The title bar of a window without a project: it can be dragged by it.
 * @param onControl the window's own buttons do it; null where the system draws them
 */
export function PlainTitle({
  onControl,
  children,
}: {
  onControl: ((action: 'minimise' | 'maximise' | 'close') => void) | null
  children?: ReactNode
}) {
  return (
    <header className={`${styles.title} ${onControl ? '' : styles.lights}`}>
      <span className={styles.mark}>
        <Logo />
      </span>
      <span className={styles.name}>Exeunt</span>
      {children}
      {onControl && <WindowControls onControl={onControl} />}
    </header>
  )
}
