import { ChevronDown, ChevronRight, TriangleAlert } from 'lucide-react'
import { memo, type KeyboardEvent, type MouseEvent } from 'react'
import { activeMembers, chosenTake, settingsOf, takeKindOf } from '@shared/domain/lookup'
import { framesToSeconds } from '@shared/domain/time/frames'
import { counted, secondsText } from '@shared/language/unitWords'
import type { FrameEnd } from '@shared/model/common'
import type { ResultKind } from '@shared/model/result'
import type { Shot } from '@shared/model/shot'
import { isMac } from '../../app/commands'
import { useStatus } from '../../app/useFreshness'
import { useRead } from '../../app/useRead'
import { selectShot, selectShots, useView } from '../../app/viewStore'
import { AssetPicture, mediaUrl, picturedMedia, workingPicture } from '../../common/AssetPicture'
import { sizeNames } from '../../common/cameraNames'
import { StatusMark } from '../../common/StatusMark'
import { useKeptAsText } from '../../app/keptAsText'
import { ShotBody } from './ShotBody'
import { setOpen, useShots } from './shotsState'
import styles from './ShotCard.module.css'

type Step = (from: string, to: number | 'first' | 'last', extend: boolean) => void

/** One shot of the list: a line with what matters most, and opened everything. */
export const ShotCard = memo(function ShotCard({
  shotId,
  order,
  onStep,
}: {
  shotId: string
  order: readonly string[]
  onStep: Step
}) {
  const shot = useRead((reads) => reads.get('shots', shotId), [shotId])
  const open = useShots((s) => s.open[shotId] === true)
  const selected = useView((s) => s.selected !== 'scene' && s.shotIds.includes(shotId))
  const active = useView((s) => s.shotId === shotId)
  if (!shot) return null
  return (
    <article
      className={`${styles.card} ${selected ? styles.selected : ''}`}
      aria-label={`Shot ${shot.number}`}
      data-shot-card={shot.number}
    >
      <ShotLine shot={shot} open={open} selected={selected} active={active} order={order} onStep={onStep} />
      {open && <ShotBody shot={shot} />}
    </article>
  )
})

/** Chooses a shot as the pointer or a key says: alone, beside the chosen ones, or all up to it. */
function choose(shotId: string, order: readonly string[], how: 'alone' | 'toggle' | 'range'): void {
  const { shotIds, shotId: from } = useView.getState()
  if (how === 'range' && from !== null && order.includes(from)) {
    const [a, b] = [order.indexOf(from), order.indexOf(shotId)].sort((x, y) => x - y) as [number, number]
    selectShots(order.slice(a, b + 1), shotId)
  } else if (how === 'toggle') {
    const others = shotIds.filter((id) => id !== shotId && order.includes(id))
    if (!shotIds.includes(shotId)) selectShots([...others, shotId], shotId)
    else if (others.length) selectShots(others, others.at(-1)!)
  } else selectShot(shotId)
}

function ShotLine({
  shot,
  open,
  selected,
  active,
  order,
  onStep,
}: {
  shot: Shot
  open: boolean
  selected: boolean
  active: boolean
  order: readonly string[]
  onStep: Step
}) {
  const { fps } = useRead(settingsOf, [])
  const cast = useRead((reads) => activeMembers(reads, shot.id), [shot.id])
  const media = useRead((reads) => cast.map((m) => picturedMedia(reads, m.asset)), [cast])
  const kept = useKeptAsText((s) => s.ids)
  const crossing = cast.find((m) => m.assignment.presence === 'passes_through' && !kept.includes(m.assignment.id))
  const click = (event: MouseEvent) => {
    if (event.shiftKey) return choose(shot.id, order, 'range')
    if (isMac ? event.metaKey : event.ctrlKey) return choose(shot.id, order, 'toggle')
    choose(shot.id, order, 'alone')
    setOpen([shot.id], !open)
  }
  const key = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const to = ({ ArrowDown: 1, ArrowUp: -1, Home: 'first', End: 'last' } as const)[event.key]
    if (to !== undefined) onStep(shot.id, to, event.shiftKey)
    else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') setOpen([shot.id], event.key === 'ArrowRight')
    else return
    event.preventDefault()
  }
  const words = shot.text.trim() || shot.dialogue.map((d) => `${d.character}: ${d.text}`).join(' ')
  const names = cast.map((m) => m.asset.name).join(', ')
  return (
    <div className={styles.line} data-menu={`shot:${shot.id}`}>
      <input
        type="checkbox"
        className={styles.check}
        aria-label={`Choose shot ${shot.number}`}
        checked={selected}
        onChange={() => choose(shot.id, order, 'toggle')}
      />
      <button
        type="button"
        className={styles.head}
        data-shot-head={shot.id}
        aria-expanded={open}
        aria-current={active || undefined}
        onClick={click}
        onKeyDown={key}
      >
        {open ? <ChevronDown size={14} strokeWidth={1.75} /> : <ChevronRight size={14} strokeWidth={1.75} />}
        <strong className={styles.number}>
          <span className="visually-hidden">Shot </span>
          {shot.number}
        </strong>
        <Thumb shot={shot} frame="start" />
        <Thumb shot={shot} frame="end" />
        <span className={styles.words}>
          <span className={styles.text} title={words}>
            {words || 'No text yet'}
          </span>
          <span className={styles.meta}>
            {[shot.size && sizeNames[shot.size], secondsText(framesToSeconds(shot.durationFrames, fps))]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
        <span className={styles.cast} title={names}>
          <span className="visually-hidden">
            {counted(cast.length, 'asset')}
            {names && `: ${names}`}
          </span>
          {cast.slice(0, 5).map((m, i) => (
            <AssetPicture key={m.asset.id} asset={m.asset} mediaId={media[i] ?? null} size={22} />
          ))}
          {cast.length > 5 && <span className={styles.more}>+{cast.length - 5}</span>}
        </span>
        <span className={styles.warn}>
          {crossing && (
            <TriangleAlert
              size={14}
              strokeWidth={2}
              aria-label={`${crossing.asset.name} is in neither frame`}
              role="img"
            />
          )}
        </span>
        <span className={styles.marks}>
          <Mark shotId={shot.id} results={['startPrompt', 'endPrompt', 'videoPrompt']} word="Prompts" />
          <Mark shotId={shot.id} results={['startFrame', 'endFrame']} word="Frames" />
        </span>
      </button>
    </div>
  )
}

/** The state of several results in one mark: the worst of them. */
function Mark({ shotId, results, word }: { shotId: string; results: readonly ResultKind[]; word: string }) {
  const [a, b, c] = [
    useStatus(shotId, results[0]!),
    useStatus(shotId, results[1]!),
    useStatus(shotId, results[2] ?? results[0]!),
  ]
  const all = [a, b, c]
  const worst = (['failed', 'running', 'stale', 'missing', 'fresh'] as const).find((s) =>
    all.some(({ status }) => status === s),
  )!
  return (
    <span className={`${styles.mark} ${worst === 'stale' ? styles.stale : ''}`}>
      <StatusMark status={worst} locked={all.every((s) => s.locked)} />
      {word}
    </span>
  )
}

/** A small picture of an end of the shot; an empty frame while there is none. */
function Thumb({ shot, frame }: { shot: Shot; frame: FrameEnd }) {
  const { aspectWidth, aspectHeight } = useRead(settingsOf, [])
  const picture = useRead(
    (reads) => {
      const take = chosenTake(reads, shot.id, takeKindOf(frame))
      return take ? (workingPicture(reads, take.mediaId) ?? take.mediaId) : null
    },
    [shot.id, frame],
  )
  return (
    <span className={styles.thumb} style={{ aspectRatio: `${aspectWidth} / ${aspectHeight}` }}>
      {picture && <img src={mediaUrl(picture, 160)} alt="" draggable={false} />}
    </span>
  )
}
