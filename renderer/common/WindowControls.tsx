import { Minus, Square, X } from 'lucide-react'
import { IconButton } from './Button'
import styles from './WindowControls.module.css'

/** Minimise, maximise and close, for where the system draws no frame. */
export function WindowControls({ onControl }: { onControl: (action: 'minimise' | 'maximise' | 'close') => void }) {
  return (
    <>
      <span className={styles.divider} />
      <IconButton
        label="Minimise"
        icon={<Minus size={14} strokeWidth={1.75} />}
        onClick={() => onControl('minimise')}
      />
      <IconButton
        label="Maximise"
        icon={<Square size={12} strokeWidth={1.75} />}
        onClick={() => onControl('maximise')}
      />
      <IconButton
        label="Close the window"
        icon={<X size={14} strokeWidth={1.75} />}
        onClick={() => onControl('close')}
      />
    </>
  )
}
