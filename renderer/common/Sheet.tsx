import { X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import type { ReactNode } from 'react'
import { IconButton } from './Button'
import styles from './Sheet.module.css'

/** The sheet itself takes the focus unless a field of it has it: on Close the tooltip would open, and swallow the first Esc. */
function focusSheet(event: Event): void {
  event.preventDefault()
  if (event.target instanceof HTMLElement) event.target.focus()
}

/** A dialog over the window: title, content, and buttons at the foot. Esc and the scrim close it. */
export function Sheet({ title, description, open, onClose, children, footer, width = 480 }: { title: string; description?: string; open: boolean; onClose: () => void; children: ReactNode; footer?: ReactNode; width?: number }) {
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className={styles.scrim} />
        <Dialog.Content className={styles.sheet} style={{ width }} onOpenAutoFocus={focusSheet} {...(description ? {} : { 'aria-describedby': undefined })}>
          <header className={styles.head}>
            <Dialog.Title className={styles.title}>{title}</Dialog.Title>
            <Dialog.Close asChild><IconButton label="Close" icon={<X size={14} strokeWidth={1.75} />} /></Dialog.Close>
          </header>
          {description && <Dialog.Description className={styles.description}>{description}</Dialog.Description>}
          <div className={styles.body}>{children}</div>
          {footer && <footer className={styles.foot}>{footer}</footer>}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
