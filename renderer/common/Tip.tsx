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

/** Did the last key lead from one thing to the next? */
let walks = false

/** Follows which keys are pressed, so that tooltips know what led to them. */
export function followWalking(): () => void {
  const onKey = ({ key }: KeyboardEvent) => (walks = /^(?:Tab|F6|Arrow.*|Home|End)$/.test(key))
  const onPointer = () => (walks = false)
  window.addEventListener('keydown', onKey, true)
  window.addEventListener('pointerdown', onPointer, true)
  return () => {
    window.removeEventListener('keydown', onKey, true)
    window.removeEventListener('pointerdown', onPointer, true)
  }
}

/** A focus that comes back when a dialog closes opens no tooltip, by whatever key it was closed: it would stay there until the focus goes on. */
function onlyByKey(event: FocusEvent): void {
  if (!walks || !event.currentTarget.matches(':focus-visible')) event.preventDefault()
}
