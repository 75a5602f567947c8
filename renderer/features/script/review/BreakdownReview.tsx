import { useState } from 'react'
import { readNumber } from '@shared/language/readNumber'
import type { Breakdown } from '@shared/model/project'
import type { Script } from '@shared/model/script'
import { reimportCounts, type Reimported } from '@shared/script/reimport/reimport'
import { Refusal } from '@shared/records/refusal'
import { rehearse } from '../../../app/preview'
import { run } from '../../../app/projectActions'
import { useRevision } from '../../../app/projectStore'
import { useRead } from '../../../app/useRead'
import { Button } from '../../../common/Button'
import { Field } from '../../../common/Field'
import { Section } from '../../../common/Section'
import { reimportLines } from '../reimportWords'
import styles from './review.module.css'

const fields: readonly { key: keyof Breakdown; label: string; unit: string; most: number; least: number }[] = [
  { key: 'dialogueMaxSeconds', label: 'Dialogue in one shot, at most', unit: 's', least: 1, most: 600 },
  { key: 'dialogueWordsPerSecond', label: 'Dialogue speed', unit: 'words/s', least: 0.1, most: 20 },
  { key: 'actionBaseSeconds', label: 'Action, at least', unit: 's', least: 0, most: 60 },
  { key: 'actionSecondsPerTenWords', label: 'Action, more per ten words', unit: 's', least: 0, most: 60 },
  { key: 'minSeconds', label: 'Any shot, at least', unit: 's', least: 0.1, most: 60 },
]

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
  const changed = fields.filter(({ key }) => draft[key] !== undefined && draft[key] !== script.breakdown[key])
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
      <div className={styles.rule}>
        {fields.map(({ key, label, unit, least, most }) => (
          <label key={key} className={styles.ruleRow}>
            <span>{label}</span>
            <Field
              label={`${label}, ${unit}`}
              width={64}
              disabled={readOnly}
              value={String(draft[key] ?? script.breakdown[key])}
              check={(text) => (numberIn(text, least, most) === null ? `A number from ${least} to ${most}.` : null)}
              onSave={(text) => setDraft({ ...draft, [key]: numberIn(text, least, most)! })}
            />
            <span className={styles.meta}>{unit}</span>
          </label>
        ))}
      </div>
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

function numberIn(text: string, least: number, most: number): number | null {
  const value = readNumber(text)
  return value !== null && value >= least && value <= most ? value : null
}
