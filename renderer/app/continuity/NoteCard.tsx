import { TriangleAlert, Undo2 } from 'lucide-react'
import { useState } from 'react'
import type { ContinuityNote } from '@shared/domain/continuity/continuity'
import type { Fix } from '@shared/domain/continuity/finding'
import type { CommandName } from '@shared/ipc/inputSchemas'
import { Button } from '../../common/Button'
import { run } from '../projectActions'
import { useProject } from '../projectStore'
import { useRead } from '../useRead'
import styles from './NoteCard.module.css'

const takeFocus = (field: HTMLElement | null) => field?.focus()
const named = ({ code, shotIds, assetIds }: ContinuityNote) => ({
  code,
  shotIds: [...shotIds],
  assetIds: [...assetIds],
})

/** A fix is a command of the contract with its whole input, made by the rule that found the note. */
const apply = (fix: Fix, more: Record<string, unknown> = {}) =>
  run(fix.command as CommandName, { ...fix.input, ...more })

/** A continuity note: the sentence, its ways out, and Dismiss, which asks for the reason. `onOpen` leads to where it speaks of. */
export function NoteCard({ note, onOpen }: { note: ContinuityNote; onOpen?: () => void }) {
  const readOnly = useProject((s) => s.readOnly)
  const [mode, setMode] = useState<'rest' | 'dismiss' | Fix>('rest')
  return (
    <li className={styles.note} data-note={note.code}>
      <TriangleAlert size={12} strokeWidth={2} className={styles.sign} aria-hidden />
      <div className={styles.words}>
        {onOpen ? (
          <button type="button" className={styles.open} onClick={onOpen}>
            {note.message}
          </button>
        ) : (
          <p>{note.message}</p>
        )}
        {mode === 'dismiss' ? (
          <Reason
            onDone={() => setMode('rest')}
            onDismiss={(reason) => run('continuity.dismiss', { ...named(note), reason })}
          />
        ) : mode !== 'rest' ? (
          <Choice fix={mode} note={note} onDone={() => setMode('rest')} />
        ) : (
          <div className={styles.buttons}>
            {note.fixes.map((fix, i) => (
              <Button
                key={fix.label}
                kind={i === 0 ? 'outline' : 'plain'}
                className={styles.small}
                disabled={readOnly}
                onClick={() => (fix.ask ? setMode(fix) : void apply(fix))}
              >
                {fix.label}
              </Button>
            ))}
            <Button className={styles.small} disabled={readOnly} onClick={() => setMode('dismiss')}>
              Dismiss…
            </Button>
          </div>
        )}
      </div>
    </li>
  )
}

/** Why it is right as it is: Enter dismisses, Esc leaves it. */
function Reason({ onDone, onDismiss }: { onDone: () => void; onDismiss: (reason: string) => Promise<boolean> }) {
  const [reason, setReason] = useState('')
  return (
    <form
      className={styles.buttons}
      onSubmit={(e) => {
        e.preventDefault()
        if (reason.trim()) void onDismiss(reason.trim()).then((done) => done && onDone())
      }}
    >
      <input
        ref={takeFocus}
        className={styles.reason}
        aria-label="Why it is right as it is"
        placeholder="Why it is right as it is"
        maxLength={1000}
        value={reason}
        onChange={(e) => setReason(e.target.value)}
        onKeyDown={(e) => {
          if (e.key !== 'Escape') return
          e.stopPropagation()
          onDone()
        }}
      />
      <Button type="submit" kind="outline" className={styles.small} disabled={!reason.trim()}>
        Dismiss
      </Button>
      <Button className={styles.small} onClick={onDone}>
        Cancel
      </Button>
    </form>
  )
}

/** Who takes the role: assets of the same type. */
function Choice({ fix, note, onDone }: { fix: Fix; note: ContinuityNote; onDone: () => void }) {
  const type = useRead((reads) => reads.get('assets', note.assetIds[0] ?? '')?.type, [note])
  const others = useRead((reads) => reads.list('assetsInOrder').filter((a) => !a.deleted && a.type === type), [type])
  return (
    <div className={styles.buttons}>
      <select
        ref={takeFocus}
        className={styles.reason}
        aria-label="Who takes the role"
        defaultValue=""
        onChange={(e) => void apply(fix, { [fix.ask!]: e.target.value }).then(onDone)}
      >
        <option value="" disabled>
          {others.length ? 'Who takes the role' : `No other ${type ?? 'asset'} yet`}
        </option>
        {others.map((a) => (
          <option key={a.id} value={a.id}>
            {a.name}
          </option>
        ))}
      </select>
      <Button className={styles.small} onClick={onDone}>
        Cancel
      </Button>
    </div>
  )
}

/** A note that was put aside, with the reason; it can be shown again. */
export function DismissedNote({ note, reason }: { note: ContinuityNote; reason: string }) {
  const readOnly = useProject((s) => s.readOnly)
  return (
    <li className={`${styles.note} ${styles.aside}`}>
      <div className={styles.words}>
        <p>
          {note.message} <span className={styles.why}>{reason}</span>
        </p>
        <div className={styles.buttons}>
          <Button
            className={styles.small}
            disabled={readOnly}
            onClick={() => void run('continuity.reopen', named(note))}
          >
            <Undo2 size={12} strokeWidth={2} />
            Show again
          </Button>
        </div>
      </div>
    </li>
  )
}
