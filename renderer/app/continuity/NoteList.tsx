import { ChevronDown, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import type { ContinuityNote } from '@shared/domain/continuity/continuity'
import { NoteCard } from './NoteCard'
import styles from './NoteList.module.css'

/** Notes in story order; missing pictures, of which a young project has many, stand folded below when there are several. */
export function NoteList({
  notes,
  onOpen,
}: {
  notes: readonly ContinuityNote[]
  onOpen?: (note: ContinuityNote) => void
}) {
  const pictures = notes.filter((n) => n.code === 'NO_PICTURE')
  const fold = pictures.length > 1
  const card = (note: ContinuityNote) => (
    <NoteCard key={`${note.code}/${note.key}`} note={note} {...(onOpen ? { onOpen: () => onOpen(note) } : {})} />
  )
  return (
    <>
      <ul className={styles.list}>{notes.filter((n) => !fold || n.code !== 'NO_PICTURE').map(card)}</ul>
      {fold && <Fold title={`${pictures.length} seen without a picture`}>{pictures.map(card)}</Fold>}
    </>
  )
}

/** A line that opens to what it counts. */
export function Fold({ title, children }: { title: string; children: React.ReactNode }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className={styles.fold} aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? <ChevronDown size={12} strokeWidth={2} /> : <ChevronRight size={12} strokeWidth={2} />}
        {title}
      </button>
      {open && <ul className={styles.list}>{children}</ul>}
    </>
  )
}
