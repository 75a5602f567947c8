import { Minus, Square, X } from 'lucide-react'
import { request } from '../../app/hostClient'
import { useAppInfo } from '../../app/appInfo'
import { IconButton } from '../../common/Button'
import styles from './TitleBar.module.css'

/** Minimise, maximise and close where the system draws no frame. */
export function WindowControls() {
  const own = useAppInfo((s) => s.windowControls === 'own')
  if (!own) return null
  const control = (action: 'minimise' | 'maximise' | 'close') => () => void request('window.control', { action })
  return (
    <>
      <span className={styles.divider} />
      <IconButton label="Minimise" icon={<Minus size={14} strokeWidth={1.75} />} onClick={control('minimise')} />
      <IconButton label="Maximise" icon={<Square size={12} strokeWidth={1.75} />} onClick={control('maximise')} />
      <IconButton label="Close the window" icon={<X size={14} strokeWidth={1.75} />} onClick={control('close')} />
    </>
  )
}
