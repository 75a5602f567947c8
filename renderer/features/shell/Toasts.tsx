import { CircleCheck, OctagonX, TriangleAlert, X } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useSheets } from '../../app/sheets'
import { dropToast, useToasts, type Toast } from '../../app/toasts'
import { Button, IconButton } from '../../common/Button'
import styles from './Toasts.module.css'

const icons = {
  done: <CircleCheck size={14} strokeWidth={1.75} className={styles.done} />,
  failed: <OctagonX size={14} strokeWidth={1.75} className={styles.failed} />,
  warning: <TriangleAlert size={14} strokeWidth={1.75} className={styles.warning} />,
}

/** What happened and is not visible anyway; 6 seconds, longer while hovered or focused. A sheet keeps below it. */
export function Toasts() {
  const toasts = useToasts((s) => s.toasts)
  const covered = useSheets((s) => s.open !== null)
  const stack = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const { style } = document.documentElement
    const measure = () => {
      const { height, bottom } = stack.current!.getBoundingClientRect()
      style.setProperty('--said', `${covered && height ? bottom + 8 : 0}px`)
    }
    const observer = new ResizeObserver(measure)
    observer.observe(stack.current!)
    measure()
    return () => observer.disconnect()
  }, [covered])
  return (
    <div ref={stack} className={`${styles.stack} ${covered ? styles.aside : ''}`}>
      {toasts.map((t) => (
        <ToastCard key={t.id} toast={t} />
      ))}
    </div>
  )
}

function ToastCard({ toast }: { toast: Toast }) {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held || toast.stays) return
    const timer = setTimeout(() => dropToast(toast.id), 6000)
    return () => clearTimeout(timer)
  }, [held, toast.id, toast.stays])
  return (
    <div
      className={styles.toast}
      data-tone={toast.tone}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {icons[toast.tone]}
      <span className={styles.text}>{toast.text}</span>
      {toast.action && (
        <Button
          className={styles.action}
          onClick={() => {
            toast.action!.run()
            dropToast(toast.id)
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <IconButton label="Dismiss" icon={<X size={12} strokeWidth={2} />} onClick={() => dropToast(toast.id)} />
    </div>
  )
}
