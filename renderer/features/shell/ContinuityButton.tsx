import { ImageOff, TriangleAlert } from 'lucide-react'
import { Popover } from 'radix-ui'
import type { ContinuityNote } from '@shared/domain/continuity/continuity'
import { counted, numberText } from '@shared/language/unitWords'
import { NoteList } from '../../app/continuity/NoteList'
import { useContinuity } from '../../app/continuity/useContinuity'
import { recordsNow } from '../../app/projectStore'
import { continuityPopup } from '../../app/sheetKeys'
import { usePopup } from '../../app/usePopup'
import { selectCell, selectShot } from '../../app/viewStore'
import { Overlay } from '../../common/overlays'
import styles from './ContinuityButton.module.css'

/** How many continuity notes the story has; opens the list, where each leads to its shot and has its fixes. */
export function ContinuityButton() {
  const notes = useContinuity((s) => s.notes)
  const [open, setOpen] = usePopup(continuityPopup)
  const words = noteWords(notes)
  if (!words && !open) return null
  const show = (note: ContinuityNote) => {
    const shotId = note.shotIds.at(note.code === 'ROLE_VACANT' || note.code === 'NO_PICTURE' ? 0 : -1)
    const assetId = note.assetIds[0]
    if (!shotId || !recordsNow().get('shots', shotId)) return
    selectShot(shotId)
    if (assetId) selectCell({ shotId, assetId })
  }
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <button type="button" className={styles.button}>
          {notes.some((n) => n.code !== 'NO_PICTURE') ? (
            <TriangleAlert size={12} strokeWidth={2} className={styles.warn} />
          ) : (
            <ImageOff size={12} strokeWidth={2} />
          )}
          {words || 'No continuity notes'}
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className={styles.pop}
          side="top"
          align="start"
          sideOffset={6}
          collisionPadding={8}
          aria-label="Continuity notes"
        >
          <Overlay />
          <div className={styles.head}>
            <strong>Continuity</strong>
          </div>
          <div className={styles.list}>
            {notes.length ? (
              <NoteList notes={notes.slice(0, listed)} onOpen={show} />
            ) : (
              <p className={styles.none}>Everything fits together.</p>
            )}
          </div>
          {notes.length > listed && (
            <p className={styles.more}>And {numberText(notes.length - listed)} more, in the shots they speak of.</p>
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

/** More than these are counted, not listed. */
const listed = 200

/** "2 continuity notes"; assets without a picture are counted apart, and only named while there is nothing else. */
export function noteWords(notes: readonly Pick<ContinuityNote, 'code'>[]): string {
  const others = notes.filter((n) => n.code !== 'NO_PICTURE').length
  if (others) return counted(others, 'continuity note')
  return notes.length ? `${notes.length} without a picture` : ''
}
