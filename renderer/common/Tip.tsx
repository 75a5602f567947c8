import { Tooltip } from 'radix-ui'
import type { FocusEvent, ReactElement } from 'react'
import styles from './Tip.module.css'

/** A tooltip over one element: what it does, and its key. */
export function Tip({
  text,
  keys,
  side = 'bottom',
  children,
}: {
  text: string
  keys?: string | undefined
  side?: 'top' | 'bottom' | 'left' | 'right'
  children: ReactElement
}) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild onFocus={onlyByKey}>
        {children}
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content className={styles.tip} side={side} sideOffset={6} collisionPadding={8}>
          {text}
          {keys && <kbd className={styles.key}>{keys}</kbd>}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}

/** A focus that comes back when a dialog closes opens no tooltip: it would stay there until the focus goes on. */
function onlyByKey(event: FocusEvent): void {
  if (!event.currentTarget.matches(':focus-visible')) event.preventDefault()
}
