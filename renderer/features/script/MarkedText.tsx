import type { ScriptElement } from '@shared/script/scriptTypes'
import { typeClass } from '../../common/PresenceBar'
import { Tip } from '../../common/Tip'
import { markText, type Reading } from './readings'
import styles from './rows.module.css'

/** The text of an element; what was read from it for the chosen shot is underlined and says so. */
export function MarkedText({ element, readings }: { element: ScriptElement; readings: readonly Reading[] }) {
  return markText(element, readings).map((stretch, i) => {
    if (!stretch.readings.length) return stretch.text
    const words = `Read from this: ${stretch.readings.map((r) => r.words).join(' ')}`
    return (
      <Tip key={i} text={words} side="top">
        <mark className={`${styles.mark} ${typeClass[stretch.readings[0]!.type]}`}>{stretch.text}</mark>
      </Tip>
    )
  })
}
