import { X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { createContext, useContext, useState, type ReactNode } from 'react'
import { IconButton } from './Button'
import { focusIsReturned, returnFocus } from './focusTargets'
import { useOverlay } from './overlays'
import styles from './Sheet.module.css'

/** The sheet itself takes the focus unless a field of it has it: on Close the tooltip would open, and swallow the first Esc. */
function focusSheet(event: Event): void {
  event.preventDefault()
  if (event.target instanceof HTMLElement) event.target.focus()
}

/** What gets the focus back when the sheets within close; null: what had it when they opened. */
export const FocusOrigin = createContext<Element | null>(null)

interface Props {
  title: string
  description?: string
  open: boolean
  onClose: () => void
  children: ReactNode
  footer?: ReactNode
  /** Pixels; wide sheets grow with a large window. */
  width?: number
}

/** Sheets from here on show something that is better seen large. */
const wide = 1000

/** A dialog over the window: title, content, and buttons at the foot. Esc and the scrim close it; the focus goes back to where it came from. */
export function Sheet(props: Props) {
  return (
    <Dialog.Root open={props.open} onOpenChange={(next) => !next && props.onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className={styles.scrim}>{props.open && <Content {...props} />}</Dialog.Overlay>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Content({ title, description, children, footer, width = 480 }: Props) {
  // Read while rendering: a field of the sheet takes the focus before any effect runs.
  const [before] = useState(() => document.activeElement)
  const from = useContext(FocusOrigin) ?? before
  useOverlay(() => returnFocus(from))
  return (
    <Dialog.Content
      className={styles.sheet}
      style={{ width: width < wide ? width : `max(${width}px, 62vw)` }}
      onOpenAutoFocus={focusSheet}
      onCloseAutoFocus={focusIsReturned}
      {...(description ? {} : { 'aria-describedby': undefined })}
    >
      <header className={styles.head}>
        <Dialog.Title className={styles.title}>{title}</Dialog.Title>
        <Dialog.Close asChild>
          <IconButton label="Close" icon={<X size={14} strokeWidth={1.75} />} />
        </Dialog.Close>
      </header>
      {description && <Dialog.Description className={styles.description}>{description}</Dialog.Description>}
      <div className={styles.body}>{children}</div>
      {footer && <footer className={styles.foot}>{footer}</footer>}
    </Dialog.Content>
  )
}
