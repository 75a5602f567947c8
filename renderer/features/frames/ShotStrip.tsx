import { useEffect, useRef, type KeyboardEvent } from 'react'
import { chosenTake, shotsOfScene, takeKindOf } from '@shared/domain/lookup'
import { counted } from '@shared/language/unitWords'
import type { Shot } from '@shared/model/shot'
import { statusOf, useFreshness } from '../../app/freshnessCache'
import { useProject } from '../../app/projectStore'
import { selectShot } from '../../app/viewStore'
import { mediaUrl } from '../../common/AssetPicture'
import { StatusMark, statusWords } from '../../common/StatusMark'
import styles from './ShotStrip.module.css'
import type { FrameModel } from './model/useFrameModel'

/** The scene's shots with the still that is being looked at; arrow keys move. */
export function ShotStrip({ model }: { model: FrameModel }) {
  useFreshness((s) => s.round)
  useProject((s) => s.jobs)
  const list = useRef<HTMLUListElement>(null)
  const { records, scene, shot: selected } = model
  const shots = shotsOfScene(records, scene.id)
  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [selected.id])
  const onKeyDown = (event: KeyboardEvent) => {
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
    selectShot(next.id)
    list.current?.querySelector<HTMLElement>(`[data-shot="${next.id}"]`)?.focus()
  }
  return (
    <section className={styles.strip} aria-label="Shots of the scene">
      <header className={styles.head}>
        <h2>Scene {scene.number}</h2>
        <span className={styles.count}>{counted(shots.length, 'shot')}</span>
      </header>
      <ul ref={list} className={styles.list} aria-label={`Shots of scene ${scene.number}`}>
        {shots.map((shot) => (
          <li key={shot.id}>
            <ShotRow model={model} shot={shot} selected={shot.id === selected.id} onKeyDown={onKeyDown} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function ShotRow({
  model,
  shot,
  selected,
  onKeyDown,
}: {
  model: FrameModel
  shot: Shot
  selected: boolean
  onKeyDown: (event: KeyboardEvent) => void
}) {
  const { records, frame, result, description } = model
  const { status, locked } = statusOf(records, shot.id, result)
  const take = chosenTake(records, shot.id, takeKindOf(frame))
  return (
    <button
      type="button"
      aria-current={selected || undefined}
      tabIndex={selected ? 0 : -1}
      data-shot={shot.id}
      className={`${styles.row} ${selected ? styles.on : ''}`}
      title={shot.text || undefined}
      aria-label={`Shot ${shot.number}, ${frame} frame ${locked ? 'approved, ' : ''}${statusWords[status]}`}
      onClick={() => selectShot(shot.id)}
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
