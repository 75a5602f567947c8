import { useRef, type KeyboardEvent } from 'react'
import { useDrag } from './useDrag'
import styles from './Splitter.module.css'

interface Props {
  /** What it makes wider or narrower, e.g. "Scenes". */
  label: string
  /** Width of that panel, in pixels. */
  value: number
  least: number
  most: number
  /** Where the panel lies; its width grows away from there. */
  side: 'left' | 'right'
  /** Called for every move; null: back to the width it has by itself. */
  onChange: (width: number | null) => void
}

/** So far an arrow key moves it, in pixels. */
const step = 16

/** The edge of a panel: dragged, or moved with the arrow keys; a double click or Enter gives the panel its own width back, Escape during a drag the old one. */
export function Splitter({ label, value, least, most, side, onChange }: Props) {
  const edge = useRef<HTMLDivElement>(null)
  const way = side === 'left' ? 1 : -1
  const within = (width: number) => Math.round(Math.min(most, Math.max(least, width)))
  useDrag(edge, {
    onStart() {
      const before = value
      return {
        move: ({ dx }) => onChange(within(before + way * dx)),
        commit: ({ dx }) => onChange(within(before + way * dx)),
        cancel: () => onChange(before),
      }
    },
  })
  const onKey = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? step : event.key === 'ArrowLeft' ? -step : 0
    if (by) onChange(within(value + way * by))
    else if (event.key === 'Home') onChange(least)
    else if (event.key === 'End') onChange(most)
    else if (event.key === 'Enter') onChange(null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      ref={edge}
      role="separator"
      aria-orientation="vertical"
      aria-label={`Width of ${label}`}
      aria-valuenow={Math.round(value)}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      className={`${styles.edge} ${styles[side]}`}
      onKeyDown={onKey}
      onDoubleClick={() => onChange(null)}
    />
  )
}
