import { useState } from 'react'
import styles from './Marks.module.css'

/** A number that is set by sliding: it is kept once, when the slider is let go. */
export function Slider({
  label,
  value,
  least,
  most,
  step,
  words,
  disabled,
  onSet,
}: {
  label: string
  value: number
  least: number
  most: number
  step: number
  /** The value as it is said. */
  words: string
  disabled: boolean
  onSet: (value: number) => void | Promise<void>
}) {
  const [sliding, setSliding] = useState<number | null>(null)
  const keep = () => {
    if (sliding === null) return
    void onSet(sliding)
    setSliding(null)
  }
  return (
    <label className={styles.slider}>
      {label}
      <input
        type="range"
        min={least}
        max={most}
        step={step}
        value={sliding ?? Math.min(most, Math.max(least, value))}
        aria-label={`${label} of marks`}
        aria-valuetext={words}
        disabled={disabled}
        onChange={(event) => setSliding(Number(event.target.value))}
        onPointerUp={keep}
        onKeyUp={keep}
        onBlur={keep}
      />
    </label>
  )
}
