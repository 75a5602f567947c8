import { FileText, Pencil } from 'lucide-react'
import { Fragment } from 'react'
import type { ParsedScript, ScriptElement } from '@shared/script/scriptTypes'
import { useRead } from '../../app/useRead'
import { Tip } from '../../common/Tip'
import type { Reading } from './readings'
import { MarkedText } from './MarkedText'
import { useIsAmong } from './review/shotSelection'
import type { ScriptRow } from './scriptLayout'
import { ShotCard } from './ShotCard'
import styles from './rows.module.css'

export function FileRow({ fileName }: { fileName: string }) {
  return (
    <div className={styles.grid}>
      <span />
      <h2 className={styles.file} title={fileName}>
        <FileText size={14} strokeWidth={1.75} />
        <span>{fileName}</span>
      </h2>
    </div>
  )
}

/** What a title page usually shows; the rest (contact, notes) stays in the file. */
const shownKeys = ['title', 'credit', 'author', 'authors', 'source', 'draft date']

export function TitlePageRow({ entries }: { entries: ParsedScript['titlePage'] }) {
  const shown = entries.filter((e) => e.value && shownKeys.includes(e.key.toLowerCase()))
  return (
    <div className={styles.grid}>
      <span />
      <div className={styles.titlePage}>
        {shown.map((e, i) => (
          <p key={i} className={e.key.toLowerCase() === 'title' ? styles.filmTitle : undefined}>
            {e.value}
          </p>
        ))}
      </div>
    </div>
  )
}

interface ShotProps {
  chosen: string | null
  tabShot: string | null
}

/** Lines of the script and the shots that begin there. A click on the lines chooses their shot. */
export function LinesRow({
  row: { elements, shots },
  chosen,
  tabShot,
  readings,
}: ShotProps & { row: Extract<ScriptRow, { kind: 'lines' }>; readings: readonly Reading[] }) {
  const together = useIsAmong(shots.map((shot) => shot.id))
  const on = together || shots.some((s) => s.id === chosen)
  const shot = shots.find((s) => s.id === chosen) ?? shots[0]
  return (
    <div className={`${styles.grid} ${styles.lines}`}>
      <div className={`${styles.body} ${on ? styles.on : ''}`} data-shot={shot?.id}>
        <Lines elements={elements} readings={readings} />
      </div>
      {shots.length > 0 && (
        <div className={styles.shots}>
          {shots.map((s) => (
            <ShotCard key={s.id} shotId={s.id} chosen={s.id === chosen} tabStop={s.id === tabShot} />
          ))}
        </div>
      )}
    </div>
  )
}

/** A shot the script does not know, with its own words. */
export function ByHandRow({ shotId, chosen, tabShot }: ShotProps & { shotId: string }) {
  const shot = useRead((reads) => reads.get('shots', shotId), [shotId])
  if (!shot) return null
  return (
    <div className={`${styles.grid} ${styles.lines}`}>
      <div className={`${styles.body} ${styles.byHand} ${shotId === chosen ? styles.on : ''}`} data-shot={shotId}>
        <div className={styles.line}>
          <Tip text="Added by hand: not in a script">
            <span className={styles.number}>
              <Pencil size={12} strokeWidth={1.75} />
              <span className="visually-hidden">Added by hand</span>
            </span>
          </Tip>
          <p>{shot.text || (shot.dialogue.length ? '' : 'No text yet')}</p>
        </div>
        {shot.dialogue.map((d, i) => (
          <Fragment key={i}>
            <div className={styles.line}>
              <span />
              <p className={styles.cue}>
                {d.character}
                {d.extension && <span className={styles.extension}> ({d.extension})</span>}
              </p>
            </div>
            <div className={`${styles.line} ${styles.speech}`}>
              <span />
              <p className={styles.dialogue}>{d.text}</p>
            </div>
          </Fragment>
        ))}
      </div>
      <div className={styles.shots}>
        <ShotCard shotId={shotId} chosen={shotId === chosen} tabStop={shotId === tabShot} />
      </div>
    </div>
  )
}

/** Elements one below the other; the two speeches of a dual dialogue side by side. */
function Lines({ elements, readings }: { elements: readonly ScriptElement[]; readings: readonly Reading[] }) {
  const groups: ScriptElement[][] = []
  for (const element of elements) {
    const last = groups.at(-1)
    if (element.dual && last?.[0]?.dual && !(element.dual === 'left' && last.at(-1)!.dual === 'right'))
      last.push(element)
    else groups.push([element])
  }
  return groups.map((group) => {
    const side = (dual: 'left' | 'right') => (
      <div>
        {group
          .filter((e) => e.dual === dual)
          .map((e) => (
            <Line key={e.line} element={e} readings={readings} />
          ))}
      </div>
    )
    return group[0]!.dual ? (
      <div key={group[0]!.line} className={styles.dual}>
        {side('left')}
        {side('right')}
      </div>
    ) : (
      <Line key={`${group[0]!.line}${group[0]!.type}`} element={group[0]!} readings={readings} />
    )
  })
}

const looks: Partial<Record<ScriptElement['type'], string | undefined>> = {
  character: styles.cue,
  parenthetical: styles.parenthetical,
  dialogue: styles.dialogue,
  lyrics: styles.lyrics,
  transition: styles.transition,
  centered: styles.centered,
  section: styles.section,
  synopsis: styles.synopsis,
  note: styles.note,
  boneyard: styles.boneyard,
}
const tags: Partial<Record<ScriptElement['type'], string>> = { synopsis: 'Synopsis', note: 'Note', boneyard: 'Cut' }
const speech = new Set<ScriptElement['type']>(['dialogue', 'parenthetical', 'lyrics'])

function Line({ element, readings }: { element: ScriptElement; readings: readonly Reading[] }) {
  const { type, line } = element
  const tag = tags[type]
  return (
    <div className={`${styles.line} ${speech.has(type) ? styles.speech : ''}`}>
      <span className={styles.number} aria-hidden>
        {line}
      </span>
      {type === 'page_break' ? (
        <hr className={styles.pageBreak} aria-label="Page break" />
      ) : (
        <p className={looks[type]}>
          {tag && <span className={styles.tag}>{tag}</span>}
          <span>
            <MarkedText element={element} readings={readings} />
          </span>
          {element.extension && <span className={styles.extension}> ({element.extension})</span>}
        </p>
      )}
    </div>
  )
}
