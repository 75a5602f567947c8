import type { ImportReport } from '@shared/ipc/contract'
import { reimportLines } from './reimportWords'
import styles from './ImportReportSheet.module.css'

interface Props {
  counts: Omit<NonNullable<ImportReport['reimport']>, 'scriptId'>
  /** What is said when the new version says the same. */
  nothing: string
}

/** What an update from a new version changes, in shots, scenes, people, places and props. */
export function ReimportLines({ counts, nothing }: Props) {
  const lines = reimportLines(counts)
  if (!lines.length) return <p>{nothing}</p>
  return (
    <ul className={styles.changes}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
