import { Clock, FileQuestion, HardDrive, OctagonX } from 'lucide-react'
import { useRef } from 'react'
import { bytesText, counted, numberText } from '@shared/language/unitWords'
import { useBatch } from '../../app/batchCount'
import { useMissingFiles } from '../../app/missingFiles'
import { useProject } from '../../app/projectStore'
import { missingFilesSheet } from '../../app/sheetKeys'
import { openSheet } from '../../app/sheets'
import { useFreshness } from '../../app/useFreshness'
import { useRead } from '../../app/useRead'
import { StatusMark } from '../../common/StatusMark'
import { usePanel } from '../../common/usePanel'
import { useHint } from '../../app/hint'
import { ContinuityButton } from './ContinuityButton'
import styles from './StatusBar.module.css'

/** What is stale, what is running, what the selection is, and that everything is saved. */
export function StatusBar() {
  const stale = useFreshness((s) => s.staleShots)
  const jobs = useProject((s) => s.jobs)
  const readOnly = useProject((s) => s.readOnly)
  const bytes = useRead((reads) => [...reads.all('media')].reduce((sum, m) => sum + m.bytes, 0), [])
  const missing = useMissingFiles((s) => s.files.length)
  const panel = useRef<HTMLElement>(null)
  usePanel('status', panel)
  const hint = useHint((s) => s.text)
  const batch = useBatch()
  const running = jobs.filter((j) => j.state === 'running' || j.state === 'queued').length
  const failed = jobs.filter((j) => j.state === 'failed').length
  return (
    <footer ref={panel} className={styles.status} aria-label="Status">
      {stale > 0 && (
        <span className={styles.stale}>
          <Clock size={12} strokeWidth={2} />
          {counted(stale, 'shot')} stale
        </span>
      )}
      {running > 0 && (
        <span>
          <StatusMark status="running" />
          {numberText(batch.done)} of {numberText(batch.total)} done
        </span>
      )}
      {failed > 0 && (
        <span className={styles.failed}>
          <OctagonX size={12} strokeWidth={2} />
          {failed} failed
        </span>
      )}
      {!stale && !running && !failed && <span>Nothing stale</span>}
      <ContinuityButton />
      {missing > 0 && (
        <button
          type="button"
          className={styles.missing}
          onClick={(event) => openSheet(missingFilesSheet, {}, event.currentTarget)}
        >
          <FileQuestion size={12} strokeWidth={2} />
          {counted(missing, 'file')} missing
        </button>
      )}
      <span className={styles.hint}>{hint}</span>
      <span>
        <HardDrive size={12} strokeWidth={2} />
        {readOnly ? 'Read only' : 'Saved'}
        {bytes > 0 ? ` · ${bytesText(bytes)}` : ''}
      </span>
    </footer>
  )
}
