import { useState } from 'react'
import type { Breakdown } from '@shared/model/project'
import type { Script } from '@shared/model/script'
import { reimportCounts, type Reimported } from '@shared/script/reimport/reimport'
import { Refusal } from '@shared/records/refusal'
import { BreakdownFields, breakdownKeys } from '../../../app/BreakdownFields'
import { rehearse } from '../../../app/preview'
import { run } from '../../../app/projectActions'
import { useRevision } from '../../../app/projectStore'
import { useRead } from '../../../app/useRead'
import { Button } from '../../../common/Button'
import { Section } from '../../../common/Section'
import { reimportLines } from '../reimportWords'
import styles from './review.module.css'

/** The rule a script is cut by. A changed rule shows at once what it would change; shots that stay the same keep their work. */
export function BreakdownReview({ readOnly }: { readOnly: boolean }) {
  const scripts = useRead(
    (reads) => reads.list('scriptsInOrder').filter((s) => s.format !== 'csv' && s.format !== 'storyboarder'),
    [],
  )
  return (
    <>
      {scripts.map((script) => (
        <ScriptRule key={script.id} script={script} name={scripts.length > 1} readOnly={readOnly} />
      ))}
    </>
  )
}

function ScriptRule({ script, name, readOnly }: { script: Script; name: boolean; readOnly: boolean }) {
  useRevision()
  const [draft, setDraft] = useState<Partial<Breakdown>>({})
  const changed = breakdownKeys.filter((key) => draft[key] !== undefined && draft[key] !== script.breakdown[key])
  const outcome = changed.length ? rehearse('script.breakdown', { scriptId: script.id, breakdown: draft }) : null
  const words =
    outcome === null
      ? ''
      : outcome instanceof Refusal
        ? outcome.message
        : reimportLines(reimportCounts(outcome.answer as Reimported)).join(' ') || 'Nothing changes.'
  const apply = async () => {
    if (await run('script.breakdown', { scriptId: script.id, breakdown: draft })) setDraft({})
  }
  return (
    <Section title={name ? `Cut of ${script.fileName}` : 'How the script is cut'}>
      <BreakdownFields
        rule={{ ...script.breakdown, ...draft }}
        disabled={readOnly}
        onSave={(typed) => setDraft({ ...draft, ...typed })}
      />
      {words && (
        <p className={outcome instanceof Refusal ? styles.refused : styles.note} aria-live="polite">
          {words}
        </p>
      )}
      {changed.length > 0 && (
        <div className={styles.bar}>
          <Button kind="primary" disabled={readOnly || outcome instanceof Refusal} onClick={() => void apply()}>
            Cut the script again
          </Button>
          <Button onClick={() => setDraft({})}>Leave it</Button>
        </div>
      )}
    </Section>
  )
}
