import { TriangleAlert } from 'lucide-react'
import type { ImportReport } from '@shared/ipc/contract'
import { counted, numberText, plural } from '@shared/language/unitWords'
import { textReadings, type TextReading } from '@shared/model/script'
import { textEncodingNames, textEncodings } from '@shared/model/textEncodings'
import { fatalWarning } from '@shared/script/limits'
import { keyText } from '../../app/commands'
import { importAgain, importScript } from '../../app/projectActions'
import { useProject } from '../../app/projectStore'
import type { importReportSheet } from '../../app/sheetKeys'
import { closeSheet, type ParamsOf } from '../../app/sheets'
import { leaveAsset, setView } from '../../app/viewStore'
import { Button } from '../../common/Button'
import { Select } from '../../common/Select'
import { Sheet } from '../../common/Sheet'
import styles from './ImportReportSheet.module.css'
import { ReimportLines } from './ReimportLines'
import { setScript } from './scriptState'

/** The answer most people want has the focus when the sheet opens. */
const takeFocus = (button: HTMLButtonElement | null) => button?.focus()
const close = () => closeSheet()

/** What the last import brought, with its warnings; or why nothing could be read. */
export function ImportReportSheet({ report, fileName, file }: ParamsOf<typeof importReportSheet>) {
  const name = `“${fileName}”`
  return report.scenes || report.reimport || report.assignments ? (
    <Imported report={report} name={name} file={file} />
  ) : (
    <NothingImported report={report} name={name} file={file} />
  )
}

function Imported({ report, name, file }: { report: ImportReport; name: string; file: string }) {
  const show = (view: 'matrix' | 'script') => () => {
    close()
    if (view === 'script') setScript({ review: true })
    setView({ view })
    if (view === 'script') leaveAsset()
  }
  return (
    <Sheet
      open
      width={560}
      onClose={close}
      title={report.reimport ? `${name} is up to date` : `${name} is imported`}
      footer={
        <>
          <span className={styles.undo}>One undo step: {keyText('Mod+Z')} takes it all back.</span>
          <Button large onClick={show('matrix')}>
            Show the matrix
          </Button>
          <Button large kind="primary" ref={takeFocus} onClick={show('script')}>
            Review
          </Button>
        </>
      }
    >
      {report.reimport && <ReimportLines counts={report.reimport} nothing="Nothing changes." />}
      {report.scenes + report.shots + report.assignments > 0 && <Counts report={report} />}
      <ReadAs report={report} file={file} />
      {report.aliasProposals.length > 0 && <Proposals proposals={report.aliasProposals} />}
      <Warnings warnings={report.warnings} />
    </Sheet>
  )
}

const readingNames: Record<TextReading, string> = {
  fountain: 'Fountain, as typed',
  screenplay: 'a screenplay in pages',
  shooting: 'a numbered shooting script',
  multicam: 'a sitcom script in capitals',
  transcript: 'a transcript (NAME: words)',
  play: 'a stage play (NAME. words)',
}

/** How the text was read; where that was guessed wrong, one choice reads it again. */
function ReadAs({ report, file }: { report: ImportReport; file: string }) {
  const reading = report.reimport ? undefined : textReadings.find((known) => known === report.format)
  const { encoding } = report
  return (
    <>
      {reading && (
        <p className={styles.readAs}>
          Read as
          <Select
            label="Read as"
            value={reading}
            options={textReadings.map((value) => ({ value, label: readingNames[value] }))}
            onChange={(readAs) => void importAgain(file, { readAs, ...(encoding ? { encoding } : {}) })}
          />
        </p>
      )}
      <WrittenIn report={report} file={file} />
    </>
  )
}

/** What a text that is no Unicode was taken to be written in; where letters are wrong, one choice reads it again. */
function WrittenIn({ report: { encoding, format, scenes, reimport }, file }: { report: ImportReport; file: string }) {
  if (!encoding) return null
  const readAs = textReadings.find((known) => known === format)
  const wasEmpty = scenes === 0 && reimport === null
  return (
    <p className={styles.readAs}>
      Written in
      <Select
        label="Written in"
        value={encoding}
        options={textEncodingNames.map((value) => ({ value, label: textEncodings[value] }))}
        onChange={(next) =>
          void importAgain(file, { encoding: next, ...(readAs && !wasEmpty ? { readAs } : {}) }, wasEmpty)
        }
      />
    </p>
  )
}

function NothingImported({ report, name, file }: { report: ImportReport; name: string; file: string }) {
  const fatal = fatalWarning(report)
  const others = report.warnings.filter((w) => w !== fatal && w.code !== 'EMPTY_SCRIPT')
  const inProject = useProject((s) => s.folder !== null)
  return (
    <Sheet
      open
      width={480}
      onClose={close}
      title={`Nothing was imported from ${name}`}
      footer={
        <>
          <Button large onClick={close}>
            Close
          </Button>
          <Button
            large
            kind="primary"
            ref={takeFocus}
            onClick={() => {
              close()
              void importScript()
            }}
          >
            Choose another file
          </Button>
        </>
      }
    >
      <p>{fatal?.message ?? 'No scene, action or dialogue was found in it.'}</p>
      {!fatal && (
        <p className={styles.way}>
          A scene begins with a line such as “INT. KITCHEN - DAY” and a blank line around it. Fountain, Final Draft,
          PDF, Word, Highland, Fade In and plain text are read.
        </p>
      )}
      <WrittenIn report={report} file={file} />
      <p className={styles.way}>{inProject ? 'The project is as it was.' : 'No project was made.'}</p>
      <Warnings warnings={others} />
    </Sheet>
  )
}

function Counts({ report: { scenes, shots, assets, assignments } }: { report: ImportReport }) {
  const counts: [number, string][] = [
    [scenes, 'scene'],
    [shots, 'shot'],
    [assets.character, 'character'],
    [assets.location, 'location'],
    [assets.prop, 'prop'],
    [assignments, 'assignment'],
  ]
  return (
    <dl className={styles.counts}>
      {counts.map(([n, one]) => (
        <div key={one}>
          <dt>{plural(n, one)}</dt>
          <dd>{numberText(n)}</dd>
        </div>
      ))}
    </dl>
  )
}

function Proposals({ proposals }: { proposals: ImportReport['aliasProposals'] }) {
  return (
    <section className={styles.section}>
      <h3>Names that may mean the same</h3>
      <ul className={styles.list}>
        {proposals.map((p, i) => (
          <li key={i}>
            “{p.fromName}” may be “{p.intoName}”<span className={styles.reason}>{p.reason}</span>
          </li>
        ))}
      </ul>
      <p className={styles.note}>
        Nothing merges by itself. Until you decide, each of these stands in a shot once, under the name the script uses
        there.
      </p>
    </section>
  )
}

/** More than these are counted, not listed. */
const listed = 200

function Warnings({ warnings }: { warnings: ImportReport['warnings'] }) {
  if (!warnings.length) return null
  return (
    <section className={styles.section}>
      <h3>
        <TriangleAlert size={14} strokeWidth={1.75} className={styles.sign} aria-hidden />
        {counted(warnings.length, 'line')} to look at
      </h3>
      <ul className={styles.list}>
        {warnings.slice(0, listed).map((w, i) => (
          <li key={i} className={styles.warning}>
            <span className={styles.line}>Line {w.line}</span>
            <span>{w.message}</span>
          </li>
        ))}
      </ul>
      {warnings.length > listed && <p className={styles.note}>And {numberText(warnings.length - listed)} more.</p>}
    </section>
  )
}
