import { Circle, Mic, Music, Plus } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { framesToSeconds, secondsInFrames } from '@shared/domain/time/frames'
import { timingOf } from '@shared/domain/time/timingOf'
import { counted } from '@shared/language/unitWords'
import { soundEndings } from '@shared/model/fileKinds'
import { registerCommands } from '../app/commands'
import { hint } from '../app/hint'
import { run } from '../app/projectActions'
import { recordsNow, useProject } from '../app/projectStore'
import type { Transport } from '../app/transport'
import { useRead } from '../app/useRead'
import { IconButton } from '../common/Button'
import { useDrag, type DragMove, type DragSession } from '../common/useDrag'
import { DragTag, useDragTag, useTagStore } from '../lanes/DragTag'
import { DraftSession } from '../lanes/draftSession'
import { usePaintedCanvas, type Painting } from '../lanes/paint/usePaintedCanvas'
import { ClipBar } from './ClipBar'
import { draftOfPull, snapFrames, type ClipDraft, type ClipPull } from './clipEdit'
import { clipAt, paintLanes, rowHeight } from './paintLanes'
import { recordLine } from './recordLine'
import { addSound, takeSound } from './soundActions'
import { chooseClip, muteLane, soloLane, soundCommands } from './soundCommands'
import { soundRows, type SoundLane } from '@shared/domain/sound/soundRows'
import styles from './SoundStrip.module.css'
import { useSoundView } from './soundView'
import { stripHead, type StripView } from './stripView'
import { onWave } from './waves'

const icon = { size: 13, strokeWidth: 1.75 } as const
/** Nearer than this a pull snaps, in pixels. */
const snapPx = 6

interface Props {
  /** Whose lanes they are: its keys are registered under that name. */
  readonly owner: string
  readonly view: StripView
  readonly player: Transport
  /** The frame of the film at the left end, and how many the view shows. */
  readonly offset: number
  readonly frames: number
  /** The player of the owner has a transport of its own tag. */
  readonly tag?: boolean
}

/** The lanes of sound under a view of time: tracks and lines, moved, trimmed and faded by mouse and keys. */
export function SoundStrip({ owner, view, player, offset, frames, tag = false }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [session] = useState(() => new Session())
  const rows = useRead((reads) => soundRows(reads).rows, [])
  const count = useRead((reads) => reads.count('soundClips'), [])
  const height = (rows.track.count + rows.lines.count) * rowHeight
  const readOnly = useProject((s) => s.readOnly)
  useEffect(() => registerCommands(soundCommands(owner, player, () => offset)), [owner, player, offset])
  const painting = useCallback(
    (repaint: () => void): Painting => {
      session.paintsWith(repaint)
      return {
        paint: (ctx, width, palette) =>
          paintLanes(ctx, {
            palette,
            place: view.now(),
            offset,
            frames,
            width,
            height,
            playhead: player.now.frame + offset,
            draft: session.drafts.now,
          }),
        stops: [
          view.subscribe(repaint),
          ...[player.use, useProject, useSoundView].map((store) => store.subscribe(repaint)),
          onWave(repaint),
        ],
      }
    },
    [view, player, offset, frames, height, session],
  )
  usePaintedCanvas(canvas, box, height, painting)
  useDrag(box, {
    onStart(event) {
      const rect = box.current!.getBoundingClientRect()
      const x = event.clientX - rect.left - stripHead
      if (x < 0 || event.target !== canvas.current) return null
      box.current!.focus({ preventScroll: true })
      const hit = clipAt(view.now(), offset, x, event.clientY - rect.top)
      if (!hit) return { move: () => {}, commit: () => {}, cancel: () => {}, click: () => chooseClip(null) }
      if (readOnly) return { move: () => {}, commit: () => {}, cancel: () => {}, click: () => chooseClip(hit.clipId) }
      return pullSession(session, view, player, offset, hit)
    },
  })
  const shown = useDragTag()
  return (
    <div className={styles.sound}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- an application has keys of its own */}
      <div
        ref={box}
        className={styles.lanes}
        style={{ height }}
        role="application"
        aria-label="Sound"
        data-surface="sound"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- its keys move sounds
        tabIndex={0}
        onWheel={(e) => {
          if (e.ctrlKey || e.metaKey)
            view.zoomAt(
              Math.exp(-e.deltaY * 0.003),
              e.clientX - e.currentTarget.getBoundingClientRect().left - stripHead,
            )
          else if (e.deltaX || e.shiftKey) view.scrollBy(e.deltaX || e.deltaY)
        }}
        onPointerMove={(e) => {
          if (e.buttons) return
          const rect = e.currentTarget.getBoundingClientRect()
          const hit = clipAt(view.now(), offset, e.clientX - rect.left - stripHead, e.clientY - rect.top)
          e.currentTarget.style.cursor = !hit || readOnly ? '' : hit.part === 'body' ? 'grab' : 'ew-resize'
        }}
        onDrop={(e) => {
          const files = [...e.dataTransfer.files].filter((file) => isSound(file.name))
          if (!files.length) return
          e.preventDefault()
          e.stopPropagation()
          const { pxPerFrame, scrollX } = view.now()
          const x = e.clientX - e.currentTarget.getBoundingClientRect().left - stripHead
          const frame = Math.max(0, Math.round((x + scrollX) / pxPerFrame) + offset)
          void takeFiles(files, frame)
        }}
      >
        <canvas ref={canvas} aria-hidden />
        <LaneHead
          lane="track"
          top={rows.track.first * rowHeight}
          height={rows.track.count * rowHeight}
          player={player}
          offset={offset}
        />
        <LaneHead
          lane="lines"
          top={rows.lines.first * rowHeight}
          height={rows.lines.count * rowHeight}
          player={player}
          offset={offset}
        />
        {count === 0 && <p className={styles.empty}>No sound yet. Drop a track here, add a file, or record a line.</p>}
      </div>
      <ClipBar />
      {tag && shown && <DragTag tag={shown} />}
    </div>
  )
}

const isSound = (name: string) => soundEndings.includes(name.split('.').at(-1)?.toLowerCase() ?? '')

async function takeFiles(files: readonly File[], frame: number): Promise<void> {
  const at = framesToSeconds(frame, timingOf(recordsNow()).fps)
  for (const file of files) await takeSound({ path: window.exeunt.pathForFile(file), at })
}

/** The draft of a pull, and who paints it. */
class Session {
  private repaint: () => void = () => {}
  readonly drafts = new DraftSession<ClipPull, ClipDraft>(draftOfPull, () => this.repaint())

  paintsWith(repaint: () => void): void {
    this.repaint = repaint
  }
}

/** Pulling a clip or one of its ends and fades; one command on release. */
function pullSession(
  { drafts }: Session,
  view: StripView,
  player: Transport,
  offset: number,
  { clipId, part }: { clipId: string; part: ClipPull['part'] },
): DragSession {
  const records = recordsNow()
  const { fps } = timingOf(records)
  const placed = soundRows(records).clips.find((p) => p.clip.id === clipId)!
  const { clip, start } = placed
  const seconds = {
    body: start,
    start,
    end: start + clip.length,
    fadeIn: start + clip.fadeIn,
    fadeOut: start + clip.length - clip.fadeOut,
  }[part]
  const from = secondsInFrames(seconds, fps)
  const length = secondsInFrames(clip.length, fps)
  const targets = snapFrames(clipId, player.now.frame + offset)
  const pull = (at: DragMove): ClipPull => {
    const { pxPerFrame } = view.now()
    const frame = from + at.dx / pxPerFrame
    const free = { clipId, part, frame: Math.round(frame), snappedTo: null }
    if (at.shift || part === 'fadeIn' || part === 'fadeOut') return free
    // Of a whole clip either end may snap; its length stays.
    const ends = part === 'body' ? [0, length] : [0]
    const near = ends
      .flatMap((end) => targets.map((target) => ({ ...target, at: target.frame - end })))
      .filter((target) => Math.abs(target.at - frame) * pxPerFrame <= snapPx)
      .toSorted((a, b) => Math.abs(a.at - frame) - Math.abs(b.at - frame))
    return near[0] ? { clipId, part, frame: near[0].at, snappedTo: near[0].name } : free
  }
  const over = () => {
    useTagStore.setState({ tag: null })
    hint('')
  }
  return {
    move(at) {
      chooseClip(clipId)
      const draft = drafts.draw(pull(at))
      useTagStore.setState({
        tag: {
          x: at.x,
          y: at.y - 90,
          text: draft.sentence,
          stale: 0,
          staleWords: '',
          snappedTo: draft.snappedTo,
          refused: draft.refused !== null,
        },
      })
      hint(draft.sentence)
    },
    commit() {
      over()
      const draft = drafts.now
      if (!draft || draft.refused) drafts.drop()
      else drafts.commit(() => run('sound.update', { clipIds: [clipId], ...draft.fields }))
    },
    cancel() {
      over()
      drafts.drop()
    },
    click: () => chooseClip(clipId),
  }
}

/** What a lane is, and its switches. */
function LaneHead({
  lane,
  top,
  height,
  player,
  offset,
}: {
  lane: SoundLane
  top: number
  height: number
  player: Transport
  offset: number
}) {
  const solo = useSoundView((s) => s.solo)
  const recording = useSoundView((s) => s.recording)
  const readOnly = useProject((s) => s.readOnly)
  const [count, muted] = useRead(
    (reads) => {
      const clips = soundRows(reads).clips.filter((p) => p.lane === lane)
      return [clips.length, clips.length > 0 && clips.every((p) => p.clip.muted)] as const
    },
    [lane],
  )
  const name = lane === 'track' ? 'Track' : 'Lines'
  const Icon = lane === 'track' ? Music : Mic
  return (
    <div className={styles.head} style={{ top, height }}>
      <Icon {...icon} aria-hidden />
      <strong>{name}</strong>
      <span className={styles.count} title={counted(count, lane === 'track' ? 'clip' : 'line')} data-count>
        {count || ''}
      </span>
      {lane === 'track' ? (
        <IconButton
          label="Add a sound file"
          icon={<Plus {...icon} />}
          disabled={readOnly}
          onClick={() => void addSound(player.now.frame + offset)}
        />
      ) : (
        <IconButton
          label={recording ? 'End the recording' : 'Record a line'}
          keys="R"
          className={recording ? styles.recording : undefined}
          icon={<Circle size={10} fill="currentColor" strokeWidth={0} />}
          disabled={readOnly}
          onClick={() => void recordLine(player)}
        />
      )}
      <IconButton
        label={muted ? `Let ${name.toLowerCase()} be heard` : `Silence ${name.toLowerCase()}`}
        keys="M"
        aria-pressed={muted}
        className={`${styles.letter} ${muted ? styles.pressed : ''}`}
        icon={<span>M</span>}
        disabled={readOnly || count === 0}
        onClick={() => muteLane(lane)}
      />
      <IconButton
        label={solo === lane ? 'Hear all lanes' : `Hear ${name.toLowerCase()} alone`}
        keys="S"
        aria-pressed={solo === lane}
        className={`${styles.letter} ${solo === lane ? styles.pressed : ''}`}
        icon={<span>S</span>}
        onClick={() => soloLane(lane)}
      />
    </div>
  )
}
