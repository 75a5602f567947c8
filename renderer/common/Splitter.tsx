import { useRef } from 'react'
import styles from './Splitter.module.css'
import { useDrag } from './useDrag'

const step = 16

/**
 * The line between a panel and what is beside it. Dragged, or moved with the arrow keys, it gives the panel another width; a double click or
 * Backspace gives the width back to the window, Enter closes the panel.
 */
export function Splitter({
  label,
  side,
  width,
  least,
  most,
  onWidth,
  onReset,
  onClose,
}: {
  /** Of the panel: "Inspector". */
  label: string
  /** On which side of the line the panel lies. */
  side: 'left' | 'right'
  width: number
  least: number
  most: number
  onWidth: (width: number) => void
  onReset: () => void
  onClose?: () => void
}) {
  const line = useRef<HTMLDivElement>(null)
  const way = side === 'left' ? 1 : -1
  useDrag(line, {
    onStart() {
      const from = width
      return {
        move: ({ dx }) => onWidth(from + way * dx),
        commit: ({ dx }) => onWidth(from + way * dx),
        cancel: () => onWidth(from),
      }
    },
  })
  const keys = (event: React.KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const by = event.shiftKey ? step * 4 : step
    const to = {
      ArrowLeft: () => onWidth(width - way * by),
      ArrowRight: () => onWidth(width + way * by),
      Home: () => onWidth(least),
      End: () => onWidth(most),
      Backspace: onReset,
      Enter: onClose,
    }[event.key]
    if (!to) return
    event.preventDefault()
    event.stopPropagation()
    to()
  }
  return (
    <div
      ref={line}
      className={`${styles.line} ${styles[side]}`}
      role="separator"
      aria-orientation="vertical"
      aria-label={`Width of ${label}`}
      aria-valuenow={Math.round(width)}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      title={`Drag for another width of ${label}; double click for the usual one`}
      onKeyDown={keys}
      onDoubleClick={onReset}
    />
  )
}
