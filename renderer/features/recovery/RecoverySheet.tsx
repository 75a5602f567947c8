import { CircleCheck, Download, History, OctagonX, ShieldAlert } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { RecoveryView, SnapshotCheck, SnapshotView } from '@shared/ipc/contract'
import { bytesText, counted } from '@shared/language/unitWords'
import { request } from '../../app/hostClient'
import { enterAnswer } from '../../app/projectActions'
import { useProject } from '../../app/projectStore'
import { closeSheet } from '../../app/sheets'
import { failure, toast } from '../../app/toasts'
import { Button } from '../../common/Button'
import { Empty } from '../../common/Empty'
import { Sheet } from '../../common/Sheet'
import { useOnce } from '../../common/useOnce'
import styles from './RecoverySheet.module.css'
import { lackWords, reasonWords, whenWords } from './snapshotWords'

/** What reading a snapshot to its end came to. */
type Checked = { readonly holds: SnapshotCheck } | { readonly refused: string }

/**
 * The snapshots of a project: each with why it was made, what it holds and lacks; the chosen one is read to its end before anybody can go back to it.
 * @param folder of a project that could not be opened; else it is about the open one
 */
export function RecoverySheet({ folder }: { folder?: string }) {
  const view = useRecovery(folder)
  const [now] = useState(Date.now)
  const problems = useProject((s) => s.readOnlyBecause?.problems.length ?? 0)
  const isDamaged = folder !== undefined || problems > 0
  const [chosen, setChosen] = useState<string | null>(null)
  const snapshots = view?.snapshots ?? []
  const name = chosen ?? snapshots[0]?.name ?? null
  const snapshot = snapshots.find((found) => found.name === name)
  const checked = useCheck(folder, name)
  const holds = checked && 'holds' in checked
  const [once] = useOnce()
  const back = () =>
    once(async () => {
      if (!snapshot) return
      const answer = await enterAnswer(() => request('snapshots.goBack', { folder, name: snapshot.name }))
      if (!answer) return
      closeSheet()
      const takes = answer.takes ? ` ${counted(answer.takes, 'take')} made since came back beside the others.` : ''
      const aside = answer.setAside ? ` The old file is in “${answer.setAside}”.` : ''
      toast('done', `The film is as it was ${whenWords(snapshot.at, now)}.${takes}${aside}`)
    })
  const save = () =>
    once(async () => {
      const answer = await enterAnswer(() => request('snapshots.saveReadable', { folder }))
      if (!answer) return
      const missing = answer.missingMedia.length
      toast(
        missing ? 'warning' : 'done',
        `What could be read is a project of its own now.${missing ? ` ${counted(missing, 'file')} could not be found.` : ''}`,
      )
    })
  return (
    <Sheet
      title={isDamaged ? 'The project file is damaged' : 'Snapshots'}
      description={descriptionOf(isDamaged, problems, snapshots.length)}
      open
      onClose={closeSheet}
      width={860}
      footer={
        <>
          {isDamaged && (
            <Button large onClick={save}>
              <Download size={15} strokeWidth={1.75} aria-hidden />
              Save what can be read
            </Button>
          )}
          <span className={styles.gap} />
          <Button large kind="outline" onClick={() => closeSheet()}>
            {!isDamaged ? 'Cancel' : folder === undefined ? 'Stay read-only' : 'Not now'}
          </Button>
          <Button large kind="primary" disabled={!holds} onClick={back}>
            <History size={15} strokeWidth={1.75} aria-hidden />
            {snapshot ? `Go back to ${whenWords(snapshot.at, now)}` : 'Go back'}
          </Button>
        </>
      }
    >
      {view && !snapshots.length && (
        <Empty
          icon={<History size={24} strokeWidth={1.5} />}
          title="There are no snapshots yet"
          text="They are kept by themselves: after opening, every ten minutes of edits, and on closing."
        />
      )}
      {snapshot && <Chosen snapshot={snapshot} checked={checked} />}
      {snapshots.length > 0 && <SnapshotList snapshots={snapshots} now={now} value={name} onChange={setChosen} />}
      {snapshots.length > 0 && (
        <p className={styles.note}>
          {isDamaged
            ? 'The damaged file stays beside the project, in a folder of its own.'
            : 'The film as it is now is kept as a snapshot first.'}
        </p>
      )}
    </Sheet>
  )
}

function descriptionOf(isDamaged: boolean, problems: number, snapshots: number): string {
  if (!isDamaged) return 'The film as it was. Going back replaces what is open now.'
  const what = problems ? `${counted(problems, 'entry', 'entries')} of it cannot be read` : 'It cannot be read'
  return `${what}, so nothing is written to it. ${
    snapshots ? 'A snapshot holds the film as it was before.' : 'What can be read can be saved as a project of its own.'
  }`
}

/** The list, asked once; null while it comes. */
function useRecovery(folder: string | undefined): RecoveryView | null {
  const [view, setView] = useState<RecoveryView | null>(null)
  useEffect(() => {
    let isLive = true
    request('snapshots.list', { folder }).then((found) => isLive && setView(found), failure)
    return () => void (isLive = false)
  }, [folder])
  return view
}

/** Reads the chosen snapshot; null while it is read. */
function useCheck(folder: string | undefined, name: string | null): Checked | null {
  const [found, setFound] = useState<{ name: string; checked: Checked } | null>(null)
  useEffect(() => {
    if (name === null) return
    let isLive = true
    const tell = (checked: Checked) => isLive && setFound({ name, checked })
    request('snapshots.check', { folder, name }).then(
      (holds) => tell({ holds }),
      (error: unknown) => tell({ refused: error instanceof Error ? error.message : String(error) }),
    )
    return () => void (isLive = false)
  }, [folder, name])
  return found && found.name === name ? found.checked : null
}

/** What is known of the chosen one. */
function Chosen({ snapshot, checked }: { snapshot: SnapshotView; checked: Checked | null }) {
  const { lacks } = snapshot
  return (
    <section className={styles.chosen} aria-live="polite">
      {!checked && <h3>Reading it to its end …</h3>}
      {checked && 'refused' in checked && (
        <h3 className={styles.bad}>
          <OctagonX size={15} strokeWidth={1.75} aria-hidden /> It cannot be read either
        </h3>
      )}
      {checked && 'holds' in checked && (
        <>
          <h3>
            <CircleCheck size={15} strokeWidth={1.75} aria-hidden /> Checked just now: all of it can be read
          </h3>
          <p className={styles.counts}>
            {countWords(checked.holds).map((words) => (
              <span key={words}>{words}</span>
            ))}
          </p>
          {checked.holds.missingMedia.length > 0 && (
            <p className={styles.warning}>
              <ShieldAlert size={13} strokeWidth={2} aria-hidden />
              {counted(checked.holds.missingMedia.length, 'file')} it names{' '}
              {checked.holds.missingMedia.length === 1 ? 'is' : 'are'} not in the media folder.
            </p>
          )}
        </>
      )}
      {lacks && lacks.count > 0 && (
        <>
          <h4>{`Lacks ${counted(lacks.count, 'edit')}`}</h4>
          <ul className={styles.lacks}>
            {lacks.labels.map((label, i) => (
              <li key={i}>{label}</li>
            ))}
            {lacks.count > lacks.labels.length && <li>and {lacks.count - lacks.labels.length} more</li>}
          </ul>
        </>
      )}
      {!lacks && <h4>What it lacks is not known: the history cannot be read.</h4>}
    </section>
  )
}

const countWords = ({ counts }: SnapshotCheck) => [
  counted(counts.scenes, 'scene'),
  counted(counts.shots, 'shot'),
  counted(counts.assets, 'asset'),
  counted(counts.takes, 'take'),
]

/** The snapshots as one list: arrow keys move the choice. */
function SnapshotList(props: {
  snapshots: readonly SnapshotView[]
  /** Unix time in ms. */
  now: number
  value: string | null
  onChange: (name: string) => void
}) {
  const { snapshots, now, value, onChange } = props
  const list = useRef<HTMLDivElement>(null)
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const at = snapshots.findIndex(({ name }) => name === value)
    const next = snapshots[at + step]
    if (!step || !next) return
    event.preventDefault()
    onChange(next.name)
    list.current?.querySelectorAll<HTMLElement>('[role="radio"]')[at + step]?.focus()
  }
  return (
    <div ref={list} className={styles.list} role="radiogroup" aria-label="Snapshots" tabIndex={-1} onKeyDown={onKey}>
      {snapshots.map((snapshot) => {
        const { name, at, counts, bytes } = snapshot
        return (
          <button
            key={name}
            type="button"
            role="radio"
            aria-checked={name === value}
            tabIndex={name === value ? 0 : -1}
            className={name === value ? styles.on : undefined}
            onClick={() => onChange(name)}
          >
            <span className={styles.dot} aria-hidden />
            <strong>{whenWords(at, now)}</strong>
            <span className={styles.why}>{reasonWords(snapshot)}</span>
            {counts ? (
              <span>{`${counted(counts.scenes, 'scene')} · ${counted(counts.shots, 'shot')} · ${counted(counts.takes, 'take')}`}</span>
            ) : (
              <span className={styles.bad}>cannot be read</span>
            )}
            <span className={styles.quiet}>{lackWords(snapshot)}</span>
            <span className={styles.size}>{bytesText(bytes)}</span>
          </button>
        )
      })}
    </div>
  )
}
