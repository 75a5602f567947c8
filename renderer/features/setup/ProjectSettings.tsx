import { useEffect, useState } from 'react'
import { projectOf, shotIdsInOrder } from '@shared/domain/lookup'
import { canDropFrames, parseFrameRate, rateText } from '@shared/domain/time/frameRates'
import type { CommandInputs } from '@shared/ipc/inputSchemas'
import { upperFirst } from '@shared/language/unitWords'
import type { Change } from '@shared/records/change'
import { Refusal } from '@shared/records/refusal'
import { BreakdownFields } from '../../app/BreakdownFields'
import { preview, staleWords, useWhatPreviewsNeed } from '../../app/preview'
import { run } from '../../app/projectActions'
import { recordsNow, useProject } from '../../app/projectStore'
import { saveTyped } from '../../app/saveTyped'
import { useRead } from '../../app/useRead'
import { Button } from '../../common/Button'
import { Field } from '../../common/Field'
import { PanelBody, PanelHead, Section } from '../../common/Section'
import { Select } from '../../common/Select'
import { aspectOf, aspects, aspectText, readAspect, type Aspect } from './aspects'
import { BudgetField } from '../../app/BudgetField'
import { StyleField } from './StyleField'
import { GeneratorRows } from './GeneratorRows'
import { rateWords } from './rateWords'
import styles from './SetupView.module.css'

type Settings = CommandInputs['project.update']
const rates = ['23.976', '24', '25', '29.97', '30', '50', '59.94', '60']

/** Title, frame rate, aspect and style, the rule for scripts to come, and who makes what. */
export function ProjectSettings() {
  const readOnly = useProject((s) => s.readOnly)
  const project = useRead(projectOf, [])
  return (
    <section className={styles.project} aria-label="Project">
      <PanelHead title="Project" meta="changes are saved at once" />
      <PanelBody>
        <Section title="Film">
          <div className={styles.field}>
            <span>Title</span>
            <Field
              label="Title of the film"
              width="100%"
              value={project.title}
              disabled={readOnly}
              check={(text) => (text.trim() ? null : 'A film needs a title.')}
              onSave={(title, continues) => saveTyped('project.update', { title: title.trim() }, continues)}
            />
          </div>
          <Measures readOnly={readOnly} />
        </Section>
        <Section title="Style">
          <Field
            label="Style, at the end of every prompt"
            width="100%"
            multiline
            value={project.styleText}
            placeholder="Ink and wash: warm paper, confident brush line"
            disabled={readOnly}
            onSave={(styleText, continues) => saveTyped('project.update', { styleText }, continues)}
          />
          <p className={styles.hint}>Stands at the end of every prompt. {useStyleWords()}</p>
          <StyleField readOnly={readOnly} />
        </Section>
        <GeneratorRows />
        <Section title="Budget">
          <BudgetField readOnly={readOnly} />
        </Section>
        <Section title="Shots from a script">
          <BreakdownFields
            rule={project.breakdown}
            disabled={readOnly}
            onSave={(changed, continues) =>
              saveTyped('project.update', { breakdown: { ...project.breakdown, ...changed } }, continues)
            }
          />
          <p className={styles.hint}>For scripts to come. How a script that is here is cut stands in its review.</p>
        </Section>
      </PanelBody>
    </section>
  )
}

/** What another style would turn stale; asked with one that nobody would write. */
function useStyleWords(): string {
  useWhatPreviewsNeed()
  const outcome = preview('project.update', { styleText: `${projectOf(recordsNow()).styleText} ·` })
  return outcome instanceof Refusal ? '' : `With another one ${staleWords(outcome)}.`
}

/** A setting that was chosen and waits for a yes. */
interface Choice {
  readonly input: Settings
  readonly words: (change: Change) => string
}

/** Frame rate and aspect. Another one says first what it does; in a film without shots it does nothing, so nothing is asked. */
function Measures({ readOnly }: { readOnly: boolean }) {
  const project = useRead(projectOf, [])
  const isEmpty = useRead((reads) => shotIdsInOrder(reads).length === 0, [])
  const [choice, setChoice] = useState<Choice | null>(null)
  const [ownAspect, setOwnAspect] = useState(false)
  const choose = (next: Choice) => {
    if (isEmpty) void run('project.update', next.input)
    else setChoice(next)
  }
  const chosen = choice?.input
  const rate = `${rateText(project.fps)}${project.dropFrame ? ' drop frame' : ''}`
  const shownRate = typeof chosen?.fps === 'string' ? chosen.fps : rate
  const aspect = {
    width: chosen?.aspectWidth ?? project.aspectWidth,
    height: chosen?.aspectHeight ?? project.aspectHeight,
  }
  const chooseAspect = (to: Aspect) =>
    to.width === project.aspectWidth && to.height === project.aspectHeight
      ? setChoice(null)
      : choose({
          input: { aspectWidth: to.width, aspectHeight: to.height },
          words: () =>
            `${aspectText(to)} instead of ${aspectText({ width: project.aspectWidth, height: project.aspectHeight })}`,
        })
  return (
    <>
      <div className={styles.pair}>
        <div className={styles.field}>
          <span>Frames a second</span>
          <Select
            label="Frames a second"
            value={shownRate}
            disabled={readOnly}
            options={rateOptions(rate)}
            onChange={(fps) =>
              fps === rate
                ? setChoice(null)
                : choose({ input: { fps }, words: (change) => rateWords(recordsNow(), change, rate) })
            }
          />
        </div>
        <div className={styles.field}>
          <span>Aspect</span>
          <Select
            label="Aspect"
            value={ownAspect ? 'own' : aspectText(aspect)}
            disabled={readOnly}
            options={[
              ...aspectOptions([aspect, { width: project.aspectWidth, height: project.aspectHeight }]),
              { value: 'own', label: 'Another…' },
            ]}
            onChange={(value) => {
              setOwnAspect(value === 'own')
              const known = readAspect(value)
              if (known) chooseAspect(known)
            }}
          />
        </div>
      </div>
      {ownAspect && (
        <Field
          label="Aspect, width to height"
          width="100%"
          autoFocus
          value=""
          placeholder="2.35:1, or 1920 x 817"
          disabled={readOnly}
          check={(text) => (text === '' || readAspect(text) ? null : 'Width to height, such as 2.35:1 or 1920 x 817.')}
          onSave={(text) => {
            const own = readAspect(text)
            if (own) chooseAspect(own)
          }}
        />
      )}
      {choice && (
        <Considered
          key={JSON.stringify(choice.input)}
          choice={choice}
          onDone={() => {
            setChoice(null)
            setOwnAspect(false)
          }}
        />
      )}
    </>
  )
}

/** What a setting would do, said before it is made. */
function Considered({ choice, onDone }: { choice: Choice; onDone: () => void }) {
  useWhatPreviewsNeed()
  const outcome = preview('project.update', choice.input)
  const refused = outcome instanceof Refusal
  const words = refused ? outcome.message : `${choice.words(outcome.change)}; ${staleWords(outcome)}.`
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onDone()
    }
    window.addEventListener('keydown', leave)
    return () => window.removeEventListener('keydown', leave)
  })
  return (
    <div className={styles.considered} role="group" aria-label="What would change">
      <p role="status">{upperFirst(words)}</p>
      <Button
        kind="primary"
        disabled={refused}
        onClick={() => void run('project.update', choice.input).then((isDone) => isDone && onDone())}
      >
        Change
      </Button>
      <Button onClick={onDone}>Leave it</Button>
    </div>
  )
}

/** The usual rates, the project's own among them. */
function rateOptions(own: string) {
  const all = rates.flatMap((rate) =>
    canDropFrames(parseFrameRate(rate)!.fps) ? [rate, `${rate} drop frame`] : [rate],
  )
  return [...(all.includes(own) ? [] : [own]), ...all].map((value) => ({ value, label: value }))
}

function aspectOptions(used: readonly Aspect[]) {
  const all = new Map(aspects.map((aspect) => [aspectText(aspect), aspect]))
  for (const aspect of used) all.set(aspectText(aspect), aspect)
  return [...all].map(([value, aspect]) => ({ value, label: aspectOf(aspect) }))
}
