import { Clock, ImageOff, Lock } from 'lucide-react'
import { manifestOf } from '@shared/domain/manifest/manifest'
import { passSplit } from '@shared/domain/passes/passPlan'
import { counted } from '@shared/language/unitWords'
import { run } from '../../app/projectActions'
import { generatorsSheet } from '../../app/sheetKeys'
import { openSheet } from '../../app/sheets'
import { useProject } from '../../app/projectStore'
import { useRead } from '../../app/useRead'
import { Button } from '../../common/Button'
import { StatusMark, statusWords } from '../../common/StatusMark'
import { FigureFields } from './stage/FigureFields'
import styles from './FrameInspector.module.css'
import { FrameWords } from './FrameWords'
import { useFrames } from './model/framesStore'
import { MarksPanel } from './marks/MarksPanel'
import { useMarkWork } from './marks/marksState'
import { MakeButton } from './takes/MakeButton'
import { keptWords } from './takes/scopeWords'
import { SendList } from './passes/SendList'
import { FrameTitle, useFrameModel, withDraft, type FrameModel } from './model/useFrameModel'
import { useFrameStatus } from './takes/useFrameStatus'

/** The still that is shown: whether it stands, what is sent for it, in which words, and the selected figure in numbers. */
export function FrameInspector() {
  const model = useFrameModel()
  const selected = useFrames((s) => s.selected)
  const draft = useFrames((s) => s.draft)
  const marking = useMarkWork((s) => s.on)
  if (!model)
    return (
      <div className={styles.nothing}>
        <ImageOff size={18} strokeWidth={1.6} />
        <p>No shot is selected.</p>
      </div>
    )
  if (marking) return <MarksPanel model={model} />
  const figure = withDraft(model.description, draft).subjects.find((s) => s.assetId === selected)
  return (
    <>
      <header className={styles.head}>
        <h2>
          {FrameTitle[model.frame]}, shot {model.shot.number}
        </h2>
        <StatusChip model={model} />
      </header>
      <div className={styles.body}>
        <StatusSection model={model} />
        <WhatIsSent model={model} />
        <FrameWords model={model} />
      </div>
      {figure && (
        <FigureFields key={`${model.shot.id}/${model.frame}/${figure.assetId}`} model={model} figure={figure} />
      )}
    </>
  )
}

function StatusChip({ model }: { model: FrameModel }) {
  const { status, locked } = useFrameStatus(model)
  const words = locked
    ? status === 'stale'
      ? 'Approved, inputs changed'
      : 'Approved'
    : statusWords[status][0]!.toUpperCase() + statusWords[status].slice(1)
  return (
    <span className={`${styles.chip} ${status === 'stale' ? styles.stale : status === 'failed' ? styles.failed : ''}`}>
      {locked && <Lock size={12} strokeWidth={2} />}
      {status === 'stale' ? (
        <Clock size={12} strokeWidth={2} />
      ) : locked ? null : (
        <span aria-hidden className={styles.mark}>
          <StatusMark status={status} />
        </span>
      )}
      {words}
    </span>
  )
}

function StatusSection({ model }: { model: FrameModel }) {
  const readOnly = useProject((s) => s.readOnly)
  const { status, causes, error, locked } = useFrameStatus(model)
  const { plan, keptPasses, profile, shot, result } = model
  const stays = status === 'stale' ? keptWords(plan.passes.length, keptPasses) : ''
  const passes = counted(plan.passes.length, 'pass', 'passes')
  return (
    <section className={styles.section} aria-label="Status">
      {status === 'stale' && causes.length > 0 && (
        <ul className={styles.causes}>
          {causes.map((cause) => (
            <li key={cause}>{cause}</li>
          ))}
          {stays && <li>{stays}</li>}
        </ul>
      )}
      {error && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
      <div className={styles.buttons}>
        <MakeButton model={model} className={styles.primary} />
        {status === 'stale' && (
          <Button
            kind="outline"
            disabled={readOnly}
            tip="Keep the take; it then counts as made from today's inputs"
            onClick={() => void run('result.acceptInputs', { shotId: shot.id, result })}
          >
            Still good
          </Button>
        )}
      </div>
      {model.frame === 'end' && (
        <label className={styles.onStart}>
          <input
            type="checkbox"
            checked={shot.endFromStart ?? false}
            disabled={readOnly}
            onChange={(e) => void run('shot.update', { shotId: shot.id, endFromStart: e.target.checked })}
          />
          <span>
            Build on the start frame
            {profile.suggestsEndFromStart && shot.endFromStart === null ? ' (suggested for this model)' : ''}
          </span>
        </label>
      )}
      {locked && <p className={styles.small}>Approved: unlock the take to make it again. Batch runs leave it alone.</p>}
      {plan.refusal && (
        <p className={styles.error} role="alert">
          {plan.refusal.message}
        </p>
      )}
      <p className={styles.small}>
        {profile.kind === 'local'
          ? `${passes}, drawn on this machine. Nothing is sent anywhere.`
          : profile.kind === 'planned'
            ? `${passes}, planned for ${article(profile.name)}, drawn on this machine as a preview. Nothing is sent anywhere.`
            : `${passes}, made by ${profile.name}. You see what is sent before anything goes out.`}{' '}
        <button type="button" className={styles.link} onClick={() => openSheet(generatorsSheet, {})}>
          Generators…
        </button>
      </p>
    </section>
  )
}

const article = (name: string) => `${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${name.toLowerCase()}`

function WhatIsSent({ model }: { model: FrameModel }) {
  const { shot, frame, plan, profile } = model
  const manifest = useRead(
    (reads) => manifestOf(reads, shot.id, frame, passSplit(plan), profile.traits),
    [shot.id, frame, plan, profile],
  )
  return <SendList model={model} manifest={manifest} />
}
