import { Clock, StickyNote } from 'lucide-react'
import { memo } from 'react'
import { activeMembers, settingsOf } from '@shared/domain/lookup'
import { framesToSeconds } from '@shared/domain/time/frames'
import { timingOf } from '@shared/domain/time/timingOf'
import { counted, secondsText } from '@shared/language/unitWords'
import type { FrameEnd } from '@shared/model/common'
import { shotSizes, type Shot } from '@shared/model/shot'
import { run } from '../../app/projectActions'
import { useProject } from '../../app/projectStore'
import { hasStale, useFreshness } from '../../app/useFreshness'
import { useRead } from '../../app/useRead'
import { AssetPicture, picturedMedia } from '../../common/AssetPicture'
import { angleNames, sizeNames } from '../../common/cameraNames'
import { focusTarget } from '../../common/focusTargets'
import type { RecordStore } from '@shared/records/recordStore'
import { leftOf, type BoardLayout } from './boardLayout'
import { useBoard } from './boardState'
import { useClip } from './clipboard'
import { stopEditing, useEditing } from './editing'
import { useShotDrag } from './moveActions'
import styles from './Panel.module.css'
import { CameraFields, DialogueFields, DurationField, TextField } from './PanelFields'
import { PanelPicture } from './PanelPicture'
import { useSelected } from './selection'

export const panelId = (shotId: string): string => `board-panel-${shotId}`

/** A shot on the board: number, size, length and marks over its pictures, its words and camera under them. */
export const Panel = memo(function Panel({
  shotId,
  column,
  layout,
}: {
  shotId: string
  column: number
  layout: BoardLayout
}) {
  const shot = useRead((reads) => reads.get('shots', shotId), [shotId])
  const { fps } = useRead(timingOf, [])
  const { selected, active } = useSelected(shotId)
  const ends = useBoard((s) => s.ends)
  const text = useBoard((s) => s.text)
  const stale = useStaleShot(shotId)
  const would = useShotDrag((s) => s.staleShots.has(shotId))
  const dragged = useShotDrag((s) => !s.copies && s.shotIds.has(shotId))
  const cut = useClip((s) => s.clip?.cut === true && s.clip.shotIds.includes(shotId))
  const editing = useEditing((s) => (s.shotId === shotId ? s.field : null))
  if (!shot) return null
  const frames: readonly FrameEnd[] = ends === 'both' ? ['start', 'end'] : [ends]
  const seconds = secondsText(framesToSeconds(shot.durationFrames, fps))
  return (
    <div
      role="gridcell"
      id={panelId(shotId)}
      data-panel={shotId}
      aria-colindex={column + 1}
      aria-selected={selected}
      data-active={active}
      className={[
        styles.panel,
        selected && styles.selected,
        active && styles.active,
        dragged && styles.dragged,
        cut && styles.cut,
        editing && styles.editing,
      ]
        .filter(Boolean)
        .join(' ')}
      style={{
        left: leftOf(layout, column),
        width: layout.panel.width,
        [editing ? 'minHeight' : 'height']: layout.panel.height,
      }}
      onBlur={(event) => {
        if (editing && !event.currentTarget.contains(event.relatedTarget)) leaveFields(event.relatedTarget)
      }}
    >
      <div className={styles.head}>
        <strong className={styles.number}>
          <span className="visually-hidden">Shot </span>
          {shot.number}
        </strong>
        <SizeChoice shot={shot} editing={editing !== null} />
        <span className={styles.grow} />
        {shot.notes.trim() && (
          <span className={styles.note} title={shot.notes}>
            <StickyNote size={12} strokeWidth={1.75} aria-label="Has notes" />
          </span>
        )}
        {would && !stale && (
          <span className={styles.would} title="Something of this shot would turn stale">
            <Clock size={12} strokeWidth={2} aria-label="would turn stale" />
          </span>
        )}
        {stale && (
          <span className={styles.stale} title="Something of this shot is stale">
            <Clock size={12} strokeWidth={2} aria-label="stale" />
          </span>
        )}
        {editing ? (
          <DurationField shot={shot} focus={editing === 'duration'} />
        ) : (
          <span className={styles.duration} data-edit="duration">
            {seconds}
          </span>
        )}
      </div>
      <div className={styles.pictures}>
        {frames.map((frame) => (
          <PanelPicture key={frame} shotId={shotId} frame={frame} active={active} {...layout.picture} />
        ))}
      </div>
      {editing ? (
        <>
          <TextField shot={shot} focus={editing === 'text'} />
          <DialogueFields shot={shot} />
          <CameraFields shot={shot} focus={editing === 'camera'} />
        </>
      ) : (
        <>
          {text && <Words shot={shot} lines={layout.lines} />}
          <Foot shot={shot} width={layout.panel.width} />
        </>
      )}
    </div>
  )
})

/** "Shot 4, Wide, 3.5 s, stale. The door opens." */
function panelWords(shot: Shot, seconds: string, stale: boolean): string {
  const facts = [`Shot ${shot.number}`, shot.size && sizeNames[shot.size], seconds, stale && 'stale'].filter(Boolean)
  return `${facts.join(', ')}.${shot.text.trim() ? ` ${shot.text.trim()}` : ''}`
}

/** The same of a shot by its id, to be said aloud. */
export function shotWords(records: RecordStore, shotId: string): string {
  const shot = records.get('shots', shotId)
  if (!shot) return ''
  const seconds = secondsText(framesToSeconds(shot.durationFrames, timingOf(records).fps))
  return panelWords(shot, seconds, hasStale(records, shotId))
}

/**
 * The fields of the panel were left, for what has the focus now: they are words again. Where nothing has it, the keys of the board act, the very
 * next one too. Not when the whole window was left.
 */
function leaveFields(to: EventTarget | null): void {
  if (!document.hasFocus()) return
  stopEditing()
  if (to === null) focusTarget('board.panels')
}

function useStaleShot(shotId: string): boolean {
  const records = useProject((s) => s.records)
  useFreshness((s) => s.round)
  return hasStale(records, shotId)
}

const sizes = shotSizes.map((value) => ({ value, label: sizeNames[value] }))

/** The shot's size in the head of the panel; a click opens the list. By key it is reached while the panel is edited. */
function SizeChoice({ shot, editing }: { shot: Shot; editing: boolean }) {
  const readOnly = useProject((s) => s.readOnly)
  return (
    <select
      className={styles.size}
      aria-label={`Size of shot ${shot.number}`}
      tabIndex={editing ? 0 : -1}
      disabled={readOnly}
      value={shot.size ?? ''}
      onChange={(e) =>
        void run('shot.update', { shotId: shot.id, size: sizes.find((s) => s.value === e.target.value)?.value ?? null })
      }
    >
      <option value="">Size open</option>
      {sizes.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  )
}

function Words({ shot, lines }: { shot: Shot; lines: number }) {
  const empty = !shot.text.trim() && !shot.dialogue.length
  return (
    <div className={styles.words} data-edit="text">
      <div className={styles.clamp} style={{ WebkitLineClamp: lines }} title={wordsOf(shot)}>
        {empty && <span className={styles.none}>What is seen</span>}
        {shot.text.trim()}
        <Dialogue shot={shot} />
      </div>
    </div>
  )
}

const Dialogue = ({ shot }: { shot: Shot }) =>
  shot.dialogue.map((line, i) => (
    <span key={i} className={styles.line}>
      <b>{line.character}</b> {line.text}
    </span>
  ))

const wordsOf = (shot: Shot): string =>
  [shot.text.trim(), ...shot.dialogue.map((l) => `${l.character}: ${l.text}`)].filter(Boolean).join('\n')

/** Camera at the left, who is there at the right. */
function Foot({ shot, width }: { shot: Shot; width: number }) {
  const camera = useBoard((s) => s.camera)
  const who = useBoard((s) => s.who)
  if (!camera && !who) return null
  return (
    <div className={styles.foot}>
      <span className={styles.camera} data-edit="camera" title={cameraWords(shot)}>
        {camera && (cameraWords(shot) || <span className={styles.none}>Camera</span>)}
      </span>
      {who && <Cast shotId={shot.id} most={Math.max(2, Math.floor(width / 56))} />}
    </div>
  )
}

/** "Low · slow push in · 50 mm" */
const cameraWords = (shot: Shot): string =>
  [shot.angle && shot.angle !== 'eye' ? angleNames[shot.angle] : '', shot.movement.trim(), shot.lens.trim()]
    .filter(Boolean)
    .join(' · ')

/** Who and what is in the shot, people first; where it is says the scene. */
function Cast({ shotId, most }: { shotId: string; most: number }) {
  const assets = useRead(
    (reads) =>
      ['character', 'prop'].flatMap((type) =>
        activeMembers(reads, shotId)
          .filter((m) => m.asset.type === type)
          .map((m) => m.asset),
      ),
    [shotId],
  )
  const media = useRead((reads) => assets.map((asset) => picturedMedia(reads, asset)), [assets])
  if (!assets.length) return null
  const shown = assets.length > most ? most - 1 : assets.length
  const names = assets.map((a) => a.name).join(', ')
  return (
    <span className={styles.cast} title={names} role="img" aria-label={`${counted(assets.length, 'asset')}: ${names}`}>
      {assets.slice(0, shown).map((asset, i) => (
        <AssetPicture key={asset.id} asset={asset} mediaId={media[i] ?? null} size={18} />
      ))}
      {assets.length > shown && <span className={styles.more}>+{assets.length - shown}</span>}
    </span>
  )
}

/** Width over height of the film's stills. */
export const useAspect = (): number => {
  const { aspectWidth, aspectHeight } = useRead(settingsOf, [])
  return aspectWidth / aspectHeight
}
