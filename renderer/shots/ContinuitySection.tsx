import { continuityOfShot, dismissedOfShot } from '@shared/domain/continuity/continuity'
import type { Shot } from '@shared/model/shot'
import { Fold, NoteList } from '../app/continuity/NoteList'
import { DismissedNote } from '../app/continuity/NoteCard'
import { useRead } from '../app/useRead'
import { Section } from '../common/Section'

/** What does not fit together in the shot and at its two cuts; nothing while everything does. */
export function ContinuitySection({ shot }: { shot: Shot }) {
  const notes = useRead((reads) => continuityOfShot(reads, shot.id), [shot.id])
  const aside = useRead((reads) => dismissedOfShot(reads, shot.id), [shot.id])
  if (!notes.length && !aside.length) return null
  return (
    <Section title="Continuity" count={notes.length}>
      <NoteList notes={notes} />
      {aside.length > 0 && (
        <Fold title={`${aside.length} dismissed`}>
          {aside.map(({ note, reason }) => (
            <DismissedNote key={`${note.code}/${note.key}`} note={note} reason={reason} />
          ))}
        </Fold>
      )}
    </Section>
  )
}
