import { Ban, Clock, Magnet } from 'lucide-react'
import { create } from 'zustand'
import styles from './DragTag.module.css'

/** The sentence by the pointer during a drag. Client pixels. */
export interface DragSentence {
  readonly x: number
  readonly y: number
  readonly text: string
  /** How many results turn stale, and that in words. */
  readonly stale: number
  readonly staleWords: string
  /** What it snaps to just now, by name. */
  readonly snappedTo: string | null
  readonly refused: boolean
  /** What keys do during this drag, beside Esc. */
  readonly keys?: DragKeys
}

type DragKeys = readonly (readonly [key: string, does: string])[]

export const useTagStore = create<{ tag: DragSentence | null }>(() => ({ tag: null }))
export const useDragTag = () => useTagStore((s) => s.tag)

/** Stands below and right of the pointer, never over what is dragged; flips at the window's edges. */
export function DragTag({
  tag,
  keys = tag.keys ?? [['Shift', 'no snapping']],
}: {
  tag: DragSentence
  keys?: DragKeys
}) {
  const right = tag.x > window.innerWidth - 420
  const low = tag.y > window.innerHeight - 120
  return (
    <div
      className={`${styles.tag} ${tag.refused ? styles.refused : ''}`}
      style={{
        ...(right ? { right: window.innerWidth - tag.x + 14 } : { left: tag.x + 14 }),
        ...(low ? { bottom: window.innerHeight - tag.y + 18 } : { top: tag.y + 22 }),
      }}
    >
      <strong>
        {tag.refused && <Ban size={14} strokeWidth={1.75} />}
        {tag.text}
      </strong>
      <span className={styles.line}>
        {!tag.refused && tag.staleWords && (
          <span className={tag.stale > 0 ? styles.stale : undefined}>
            {tag.stale > 0 && <Clock size={12} strokeWidth={2} />}
            {tag.staleWords}
          </span>
        )}
        {tag.snappedTo !== null && (
          <span className={styles.snapped}>
            <Magnet size={12} strokeWidth={2} />
            {tag.snappedTo}
          </span>
        )}
        {keys.map(([key, does]) => (
          <span key={key}>
            <kbd>{key}</kbd> {does}
          </span>
        ))}
        <span>
          <kbd>Esc</kbd> cancel
        </span>
      </span>
    </div>
  )
}
