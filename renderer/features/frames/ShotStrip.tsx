import { Plus } from 'lucide-react'
import { useEffect, useRef, type KeyboardEvent, type MouseEvent } from 'react'
import { chosenTake, shotsOfScene, takeKindOf } from '@shared/domain/lookup'
import { counted } from '@shared/language/unitWords'
import type { Shot } from '@shared/model/shot'
import { keyText } from '../../app/commands'
import { addShot } from '../../app/edit/shotCommands'
import { useProject } from '../../app/projectStore'
import { useStatus } from '../../app/useFreshness'
import { useRead } from '../../app/useRead'
import { selectShot, selectShots, useView } from '../../app/viewStore'
import { IconButton } from '../../common/Button'
import { mediaUrl } from '../../common/AssetPicture'
import { StatusMark, statusWords } from '../../common/StatusMark'
import styles from './ShotStrip.module.css'
import type { FrameModel } from './model/useFrameModel'

/** The scene's shots with the still that is being looked at; arrow keys move. */
export function ShotStrip({ model }: { model: FrameModel }) {
  const list = useRef<HTMLUListElement>(null)
  const { scene, shot: selected } = model
  const readOnly = useProject((s) => s.readOnly)
  const together = useView((s) => (s.selected === 'shots' ? s.shotIds : none))
  const shots = useRead((reads) => shotsOfScene(reads, scene.id), [scene.id])
  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [selected.id])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const at = shots.findIndex((s) => s.id === selected.id)
    const to =
      event.key === 'ArrowDown'
        ? at + 1
        : event.key === 'ArrowUp'
          ? at - 1
          : event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? shots.length - 1
              : null
    const next = to === null ? undefined : shots[to]
    if (to === null) return
    event.preventDefault()
    if (!next) return
    if (event.shiftKey) selectShots([...new Set([...useView.getState().shotIds, next.id])], next.id)
    else selectShot(next.id)
    list.current?.querySelector<HTMLElement>(`[data-shot="${next.id}"]`)?.focus()
  }
  return (
    <section className={styles.strip} aria-label="Shots of the scene" data-surface="shot-strip">
      <header className={styles.head}>
        <h2>Scene {scene.number}</h2>
        <span className={styles.count} title={counted(shots.length, 'shot')}>
          {shots.length}
        </span>
        <IconButton
          label="Add a shot after the selected one"
          keys={keyText('Shift+N')}
          icon={<Plus size={14} strokeWidth={1.75} />}
          disabled={readOnly}
          onClick={() => void addShot()}
        />
      </header>
      <ul ref={list} className={styles.list} aria-label={`Shots of scene ${scene.number}`}>
        {shots.map((shot) => (
          <li key={shot.id}>
            <ShotRow
              model={model}
              shot={shot}
              selected={shot.id === selected.id}
              together={together.includes(shot.id)}
              onKeyDown={onKeyDown}
              onPick={(e) => choose(shots, shot.id, e)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

const none: readonly string[] = []

/** A click: alone it selects one shot, with Shift all up to it, with Ctrl or Cmd one more or one less. */
function choose(shots: readonly Shot[], shotId: string, event: MouseEvent): void {
  const { shotIds, shotId: active } = useView.getState()
  const ids = shots.map((s) => s.id)
  const [from, to] = [ids.indexOf(active ?? shotId), ids.indexOf(shotId)]
  const rest = shotIds.filter((id) => id !== shotId)
  if (event.shiftKey && from >= 0) selectShots(ids.slice(Math.min(from, to), Math.max(from, to) + 1), shotId)
  else if (!(event.ctrlKey || event.metaKey)) selectShot(shotId)
  else if (rest.length < shotIds.length && rest.length) selectShots(rest, rest[0]!)
  else selectShots([...rest, shotId], shotId)
}

function ShotRow({
  model,
  shot,
  selected,
  together,
  onKeyDown,
  onPick,
}: {
  model: FrameModel
  shot: Shot
  selected: boolean
  together: boolean
  onKeyDown: (event: KeyboardEvent) => void
  onPick: (event: MouseEvent) => void
}) {
  const { frame, result, description } = model
  const { status, locked } = useStatus(shot.id, result)
  const take = useRead((reads) => chosenTake(reads, shot.id, takeKindOf(frame)), [shot.id, frame])
  return (
    <button
      type="button"
      aria-current={selected || undefined}
      tabIndex={selected ? 0 : -1}
      data-shot={shot.id}
      className={`${styles.row} ${selected || together ? styles.on : ''}`}
      title={shot.text || undefined}
      aria-label={`Shot ${shot.number}, ${frame} frame ${locked ? 'approved, ' : ''}${statusWords[status]}`}
      data-menu={`shot:${shot.id}`}
      onClick={onPick}
      onKeyDown={onKeyDown}
    >
      <span className={styles.number}>{shot.number}</span>
      <span
        className={`${styles.thumb} ${take && status === 'stale' ? styles.stale : ''}`}
        style={{ aspectRatio: `${description.width} / ${description.height}` }}
      >
        {take && <img src={mediaUrl(take.mediaId, 160)} alt="" loading="lazy" draggable={false} />}
      </span>
      <span className={styles.mark}>
        <StatusMark status={status} locked={locked} />
      </span>
    </button>
  )
}
