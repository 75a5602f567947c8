import { continuityOfShot, dismissedOfShot } from '@shared/domain/continuity/continuity'
import type { Shot } from '@shared/model/shot'
import { Fold, NoteList } from '../../app/continuity/NoteList'
import { DismissedNote } from '../../app/continuity/NoteCard'
import { useProject } from '../../app/projectStore'
import { Section } from '../../common/Section'

/** What does not fit together in the shot and at its two cuts; nothing while everything does. */
export function ContinuitySection({ shot }: { shot: Shot }) {
  const records = useProject((s) => s.records)
  const notes = continuityOfShot(records, shot.id)
  const aside = dismissedOfShot(records, shot.id)
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
