import { History, MessageSquareText, Pencil, RefreshCw } from 'lucide-react'
import { useState } from 'react'
import { chatProfile } from '@shared/domain/passes/chatProfile'
import { shotFreshness } from '@shared/domain/results/freshness'
import { currentPrompt, resultOfPrompt, writtenPrompt } from '@shared/domain/results/resultInputs'
import { renderPrompt } from '@shared/domain/prompts/renderPrompt'
import type { PromptKind } from '@shared/model/result'
import type { Shot } from '@shared/model/shot'
import { request } from '../../app/hostClient'
import { attempt, run } from '../../app/projectActions'
import { useProject } from '../../app/projectStore'
import { saveTyped } from '../../app/saveTyped'
import { openSheet } from '../../app/sheets'
import { jobOf, underJob } from '../../app/useFreshness'
import { useRead } from '../../app/useRead'
import { Button } from '../../common/Button'
import { Section } from '../../common/Section'
import { Segmented } from '../../common/Segmented'
import { StatusMark, statusWords } from '../../common/StatusMark'
import { CauseBox } from '../frames/CauseBox'
import { mainFirst } from '../frames/frameWork'
import { PromptEditor } from './PromptEditor'
import styles from './PromptsSection.module.css'
import { promptVersionsSheet, rewriteSheet } from '../sheets'

const kinds = [
  { value: 'start', label: 'Start' },
  { value: 'end', label: 'End' },
  { value: 'video', label: 'Video' },
] as const

/** The three prompts of the shot in words, to read, edit and write again. */
export function PromptsSection({ shot }: { shot: Shot }) {
  const [kind, setKind] = useState<PromptKind>('start')
  return (
    <Section
      title="Prompts"
      actions={<Segmented label="Prompt" value={kind} options={kinds} onChange={(next) => setKind(next)} />}
    >
      <Prompt key={kind} shot={shot} kind={kind} />
    </Section>
  )
}

/** One prompt with its state: to read, edit and write again. */
export function Prompt({ shot, kind }: { shot: Shot; kind: PromptKind }) {
  const readOnly = useProject((s) => s.readOnly)
  const [editing, setEditing] = useState(false)
  const current = useRead((reads) => currentPrompt(reads, shot.id, kind), [shot.id, kind])
  const written = useRead(
    (reads) => renderPrompt(reads, shot.id, kind, writtenPrompt(reads, shot.id, kind)),
    [shot.id, kind],
  )
  const kept = useRead((reads) => current && renderPrompt(reads, shot.id, kind, current.text), [shot.id, kind, current])
  const text = kept ?? written
  const older = useRead((reads) => reads.sizeOf('promptVersionsOf', `${shot.id}/${kind}`) - 1, [shot.id, kind])
  const freshness = useRead((reads) => shotFreshness(reads, shot.id)[resultOfPrompt[kind]], [shot.id, kind])
  const job = useProject((s) => jobOf(s.jobs, shot.id, resultOfPrompt[kind]))
  const { causes } = freshness
  const { status, locked } = underJob(freshness, job)
  const regenerate = () => void run('prompt.regenerate', { shotId: shot.id, prompt: kind })
  const rewrite = () =>
    current?.edited && text !== written ? openSheet(rewriteSheet, { shotId: shot.id, kind }) : regenerate()
  const chat = useRead((reads) => chatProfile(reads)?.name ?? null, [])
  const [asking, setAsking] = useState(false)
  const propose = async () => {
    setAsking(true)
    const proposal = await attempt(() => request('prompt.propose', { shotId: shot.id, prompt: kind }))
    setAsking(false)
    if (proposal) openSheet(rewriteSheet, { shotId: shot.id, kind, proposal })
  }
  const same = current !== undefined && status === 'fresh' && !current.edited
  return (
    <>
      <div className={styles.status}>
        <span className={`${styles.chip} ${status === 'stale' ? styles.stale : ''}`}>
          <StatusMark status={status} locked={locked} />
          <span>{current ? statusWords[status] : 'preview'}</span>
        </span>
        {current?.edited && <span className={styles.chip}>edited by hand</span>}
        {older > 0 && (
          <Button className={styles.older} onClick={() => openSheet(promptVersionsSheet, { shotId: shot.id, kind })}>
            <History size={12} strokeWidth={2} />
            {older} older
          </Button>
        )}
      </div>
      <CauseBox
        causes={mainFirst(causes).map((cause) => ({ text: cause, frame: null }))}
        readOnly={readOnly}
        onAccept={() => void run('result.acceptInputs', { shotId: shot.id, result: resultOfPrompt[kind] })}
      />
      {editing ? (
        <PromptEditor
          text={text}
          onSave={(next, continues) =>
            saveTyped('prompt.edit', { shotId: shot.id, prompt: kind, text: next }, continues)
          }
          onDone={() => setEditing(false)}
        />
      ) : (
        <>
          {text ? (
            <textarea className={styles.text} readOnly aria-label={`Words of the ${kind} prompt`} value={text} />
          ) : (
            <p className={styles.none}>Nothing to say yet: nobody is in the shot and it has no text.</p>
          )}
          <div className={styles.buttons}>
            <Button kind="outline" disabled={readOnly} onClick={() => setEditing(true)}>
              <Pencil size={12} strokeWidth={2} />
              Edit
            </Button>
            <Button
              kind="outline"
              disabled={readOnly || same}
              {...(same ? { tip: 'It is fresh: written again, the words stay the same.' } : {})}
              onClick={rewrite}
            >
              <RefreshCw size={12} strokeWidth={2} />
              {current ? 'Write again' : 'Write'}
            </Button>
            {chat && (
              <Button
                kind="outline"
                disabled={readOnly || asking || !text}
                tip={`Ask ${chat}; you see its words first`}
                onClick={() => void propose()}
              >
                <MessageSquareText size={12} strokeWidth={2} />
                {asking ? 'Asking…' : `Ask ${chat}`}
              </Button>
            )}
          </div>
        </>
      )}
    </>
  )
}
