import type { CSSProperties } from 'react'
import styles from './PassesPanel.module.css'

/** How far the frame is developed; the stops sit over the middles of the cards. */
export function DevelopSlider({
  passes,
  columns,
  upTo,
  onChange,
}: {
  passes: number
  columns: number
  upTo: number
  onChange: (pass: number) => void
}) {
  const words = `after pass ${upTo}`
  // The middle of column i of `columns` with a gap of 8 px between them.
  const middle = (i: number) => `calc((100% + 8px) * ${(i + 0.5) / columns} - 4px)`
  const track: CSSProperties = { right: columns > passes ? `calc(100% - (100% + 8px) * ${passes / columns} + 8px)` : 0 }
  return (
    <div className={styles.slider}>
      <span className={styles.track} style={track} />
      <span className={styles.done} style={{ width: middle(upTo - 1) }} />
      {Array.from(
        { length: passes },
        (_, i) =>
          i + 1 !== upTo && (
            <span
              key={i}
              className={`${styles.stop} ${i + 1 < upTo ? styles.passed : ''}`}
              style={{ left: middle(i) }}
            />
          ),
      )}
      <input
        className={styles.range}
        type="range"
        min={1}
        max={passes}
        step={1}
        value={upTo}
        aria-label="Develop"
        aria-valuetext={words}
        style={{ left: `calc(${middle(0)} - 7px)`, width: `calc((100% + 8px) * ${(passes - 1) / columns} + 14px)` }}
        onChange={(e) => onChange(Number(e.target.value))}
      />
      <span className={styles.thumb} style={{ left: middle(upTo - 1) }} />
      <span className={styles.develop} aria-hidden>
        Develop
      </span>
      <span className={styles.after} style={track} aria-hidden>
        {words}
      </span>
    </div>
  )
}
