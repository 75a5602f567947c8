import {
  Archive,
  BookImage,
  Captions,
  Clapperboard,
  FileText,
  Film,
  GitCompareArrows,
  Images,
  Package,
  Table2,
  TriangleAlert,
  Users,
} from 'lucide-react'
import { useLayoutEffect, useMemo, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { projectOf } from '@shared/domain/lookup'
import { framesToSeconds } from '@shared/domain/time/frames'
import { StoryClock, type ClockScope } from '@shared/domain/time/storyClock'
import { type ExportFormatName, type HandoverFormatName, exportFormats, isCut } from '@shared/handover/formats'
import type { CutOptions } from '@shared/handover/cutPieces'
import { Refusal } from '@shared/records/refusal'
import { counted, lengthText } from '@shared/language/unitWords'
import { openEdit } from '../../app/edits'
import { cancelExport, exportFilm, useExport } from '../../app/exportFilm'
import { recordsNow } from '../../app/projectStore'
import type { exportSheet } from '../../app/sheetKeys'
import { closeSheet, type ParamsOf } from '../../app/sheets'
import { useRead } from '../../app/useRead'
import { useView } from '../../app/viewStore'
import { Button } from '../../common/Button'
import { Segmented } from '../../common/Segmented'
import { Sheet } from '../../common/Sheet'
import { archivePreview } from './archivePreview'
import { Choice } from './choices'
import { exportPreview } from './exportPreview'
import { exportState } from './exportState'
import { MovieChoices } from './MovieChoices'
import { MoviePreview } from './MoviePreview'
import { PrintChoices } from './PrintChoices'
import { PrintPages } from './PrintPages'
import { printPreview } from './printPreview'
import styles from './ExportSheet.module.css'

const icon = { size: 15, strokeWidth: 1.75 } as const

const groups: readonly { title: string; formats: readonly (readonly [ExportFormatName, ReactNode])[] }[] = [
  {
    title: 'Look at',
    formats: [
      ['movie', <Clapperboard {...icon} key="icon" />],
      ['pdf', <BookImage {...icon} key="icon" />],
      ['frames', <Images {...icon} key="icon" />],
    ],
  },
  {
    title: 'Cut in an editor',
    formats: [
      ['otio', <Film {...icon} key="icon" />],
      ['fcpxml', <Film {...icon} key="icon" />],
      ['xmeml', <Film {...icon} key="icon" />],
      ['edl', <Film {...icon} key="icon" />],
      ['srt', <Captions {...icon} key="icon" />],
      ['vtt', <Captions {...icon} key="icon" />],
    ],
  },
  {
    title: 'Plan, make, keep',
    formats: [
      ['csv', <Table2 {...icon} key="icon" />],
      ['casting', <Users {...icon} key="icon" />],
      ['fountain', <FileText {...icon} key="icon" />],
      ['prompts', <Package {...icon} key="icon" />],
      ['archive', <Archive {...icon} key="icon" />],
    ],
  },
]
const inOrder = groups.flatMap((group) => group.formats.map(([format]) => format))

/** The film, a scene or a shot in a form that other programs read: what it would be is shown before it is written. */
export function ExportSheet({ format: wanted }: ParamsOf<typeof exportSheet>) {
  useLayoutEffect(() => {
    if (wanted) exportState.set({ format: wanted })
  }, [wanted])
  const { format, range, images, cut, print, movie } = exportState.use()
  const progress = useExport((state) => state.progress)
  const scope = useScope(range)
  // The logo is chosen in this sheet and lies in the records, so what is printed is read of those with it.
  const logoId = useRead((reads) => projectOf(reads).logoId, [])
  const records = useMemo(() => ({ logoId, now: recordsNow() }), [logoId])
  const printed = useMemo(
    () => (format === 'pdf' ? printPreview(records.now, scope, print) : null),
    [format, records, scope, print],
  )
  const preview = useMemo(
    () => (format === 'pdf' ? null : format === 'movie' ? lookAtMovie(scope) : look(format, scope, images, cut)),
    [format, scope, images, cut],
  )
  const { summary, warnings, any } = (printed ?? preview)!
  return (
    <Sheet
      title="Export"
      open
      onClose={closeSheet}
      width={1160}
      footer={
        progress ? (
          <>
            <progress className={styles.progress} max={1} value={progress.value} aria-label="Exporting" />
            <span className={styles.summary}>{progress.text}</span>
            <Button large onClick={cancelExport}>
              Cancel
            </Button>
          </>
        ) : (
          <>
            <span className={styles.summary}>{summary}</span>
            <Button large onClick={() => closeSheet()}>
              Cancel
            </Button>
            <Button
              large
              kind="primary"
              disabled={!any}
              onClick={() => void exportFilm({ format, scope, images, cut, print, movie })}
            >
              {primaryWords(format, printed?.pages.length)}
            </Button>
          </>
        )
      }
    >
      <div className={styles.columns}>
        <Formats value={format} onChange={(next) => exportState.set({ format: next })} />
        <div className={styles.options}>
          {format === 'archive' ? (
            <p className={styles.hint}>
              The whole project in one file, to keep or to send. It opens again on any machine.
            </p>
          ) : (
            <div className={styles.option}>
              <span>Range</span>
              <Segmented
                label="Range"
                value={range}
                options={[
                  { value: 'shot', label: 'Shot' },
                  { value: 'scene', label: 'Scene' },
                  { value: 'film', label: 'Film' },
                ]}
                onChange={(next) => exportState.set({ range: next })}
              />
            </div>
          )}
          {format === 'pdf' && <PrintChoices />}
          {format === 'movie' && <MovieChoices />}
          {format === 'frames' && <ImageChoices />}
          {isCut(format) && <CutChoices />}
          <div className={styles.warnings}>
            {warnings.map((warning) => (
              <p key={warning} className={styles.warning}>
                <TriangleAlert size={13} strokeWidth={2} />
                {warning}
              </p>
            ))}
          </div>
        </div>
        {printed ? (
          <PrintPages printed={printed} />
        ) : format === 'movie' ? (
          <MoviePreview scope={scope} options={movie} />
        ) : (
          <pre className={styles.preview} tabIndex={0} aria-label="What is written">
            {preview!.lines.join('\n')}
          </pre>
        )}
      </div>
    </Sheet>
  )
}

function primaryWords(format: ExportFormatName, pages: number | undefined): string {
  if (pages !== undefined) return `Export ${counted(pages, 'page')}…`
  return exportFormats[format].ext === null ? 'Choose a folder…' : 'Export…'
}

/** The scope by what is selected in the window. */
function useScope(range: 'shot' | 'scene' | 'film'): ClockScope {
  const { shotId, sceneId } = useView()
  const scene = useRead((reads) => (shotId ? reads.get('shots', shotId)?.sceneId : sceneId) ?? null, [shotId, sceneId])
  return useMemo(() => {
    if (range === 'film') return 'film'
    if (range === 'scene') return scene === null ? { shotIds: [] } : { sceneId: scene }
    return { shotIds: shotId === null ? [] : [shotId] }
  }, [range, scene, shotId])
}

function look(
  format: HandoverFormatName | 'archive',
  scope: ClockScope,
  images: Parameters<typeof exportPreview>[3],
  cut: CutOptions,
) {
  if (format === 'archive') return archivePreview(recordsNow())
  try {
    return exportPreview(recordsNow(), format, scope, images, cut)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { summary: '', lines: [], warnings: [error.message], any: false }
  }
}

/** A movie has pictures to be looked at, and no text. */
function lookAtMovie(scope: ClockScope) {
  const { total } = StoryClock.of(recordsNow(), scope)
  const { fps } = projectOf(recordsNow())
  const summary = total ? `${counted(total, 'frame')}, ${lengthText(framesToSeconds(total, fps))}` : 'No shots'
  return { summary, lines: [], warnings: [], any: total > 0 }
}

/** The forms there are, as one list: arrow keys move the choice. */
function Formats({ value, onChange }: { value: ExportFormatName; onChange: (format: ExportFormatName) => void }) {
  const list = useRef<HTMLDivElement>(null)
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (!step) return
    event.preventDefault()
    const next = inOrder[(inOrder.indexOf(value) + step + inOrder.length) % inOrder.length]!
    onChange(next)
    list.current?.querySelector<HTMLElement>(`[data-format="${next}"]`)?.focus()
  }
  return (
    <div className={styles.formats}>
      <div ref={list} role="radiogroup" aria-label="Format" tabIndex={-1} onKeyDown={onKey}>
        {groups.map((group) => (
          <div key={group.title}>
            <h3>{group.title}</h3>
            {group.formats.map(([format, picture]) => (
              <button
                key={format}
                type="button"
                role="radio"
                data-format={format}
                aria-checked={format === value}
                tabIndex={format === value ? 0 : -1}
                className={format === value ? styles.on : undefined}
                onClick={() => onChange(format)}
              >
                {picture}
                <span>
                  <strong>{exportFormats[format].label}</strong>
                  <small>{exportFormats[format].detail}</small>
                </span>
              </button>
            ))}
          </div>
        ))}
      </div>
      <h3>Back from an editor</h3>
      <button type="button" onClick={() => void openEdit()}>
        <GitCompareArrows {...icon} />
        <span>
          <strong>An edited timeline…</strong>
          <small>what differs, and what you take</small>
        </span>
      </button>
    </div>
  )
}

/** What stands for a shot that has two stills. */
function CutChoices() {
  const { cut } = exportState.use()
  return (
    <Choice
      label="End stills"
      value={cut.ends}
      options={[
        { value: 'none', label: 'None' },
        { value: 'second', label: 'Last second' },
        { value: 'half', label: 'Second half' },
      ]}
      onChange={(ends) => exportState.set({ cut: { ends } })}
    />
  )
}

/** Which stills, and how their files are called. */
function ImageChoices() {
  const { images } = exportState.use()
  const set = (fields: Partial<typeof images>) => exportState.set({ images: { ...images, ...fields } })
  const frames = images.frames.length === 2 ? 'both' : images.frames[0]!
  return (
    <>
      <div className={styles.option}>
        <span>Frames</span>
        <Segmented
          label="Frames"
          value={frames}
          options={[
            { value: 'start', label: 'Start' },
            { value: 'end', label: 'End' },
            { value: 'both', label: 'Both' },
          ]}
          onChange={(next) => set({ frames: next === 'both' ? ['start', 'end'] : [next] })}
        />
      </div>
      <div className={styles.option}>
        <span>Form</span>
        <Segmented
          label="Form"
          value={images.form}
          options={[
            { value: 'kept', label: 'As they are' },
            { value: 'png', label: 'PNG' },
            { value: 'jpeg', label: 'JPEG' },
            { value: 'webp', label: 'WebP' },
          ]}
          onChange={(form) => set({ form })}
        />
      </div>
      <label className={styles.option}>
        <span>Passes</span>
        <span className={styles.check}>
          <input type="checkbox" checked={images.passes} onChange={(e) => set({ passes: e.target.checked })} />
          the picture of each pass too
        </span>
      </label>
      <label className={styles.option}>
        <span>Names</span>
        <input
          className={styles.text}
          value={images.pattern}
          maxLength={200}
          spellCheck={false}
          onChange={(e) => set({ pattern: e.target.value || '{place}' })}
          aria-describedby="export-pattern"
        />
      </label>
      <p id="export-pattern" className={styles.hint}>
        {'{place} {scene} {shot} {frame}'} are filled in.
      </p>
    </>
  )
}
