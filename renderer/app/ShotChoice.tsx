import { framesToSeconds } from '@shared/domain/time/frames'
import { timingOf } from '@shared/domain/time/timingOf'
import { activeMembers } from '@shared/domain/lookup'
import { secondsText } from '@shared/language/unitWords'
import type { Shot } from '@shared/model/shot'
import styles from './ShotChoice.module.css'
import { useRead } from './useRead'

/** Shots to be checked one by one or all at once. @param left those that are not checked; the rest is */
export function ShotChoice({
  shots,
  left,
  onChange,
  all,
}: {
  shots: readonly Shot[]
  left: ReadonlySet<string>
  onChange: (left: ReadonlySet<string>) => void
  /** What stands beside the box for all, e.g. "All 3 shots, throughout". */
  all: string
}) {
  const { fps } = useRead(timingOf, [])
  const inside = useRead(
    (reads) =>
      shots.map((shot) =>
        activeMembers(reads, shot.id)
          .map((m) => m.asset.name)
          .join(', '),
      ),
    [shots],
  )
  const checked = shots.filter((s) => !left.has(s.id)).length
  const toggle = (shotId: string) => {
    const next = new Set(left)
    if (!next.delete(shotId)) next.add(shotId)
    onChange(next)
  }
  return (
    <fieldset className={styles.choice}>
      <legend className="visually-hidden">Shots</legend>
      <label className={styles.all}>
        <input
          type="checkbox"
          checked={checked === shots.length}
          ref={(box) => {
            if (box) box.indeterminate = checked > 0 && checked < shots.length
          }}
          onChange={() => onChange(checked === shots.length ? new Set(shots.map((s) => s.id)) : new Set())}
        />
        {all}
      </label>
      <div className={styles.list}>
        {shots.map((shot, i) => (
          <label key={shot.id} className={styles.shot}>
            <input type="checkbox" checked={!left.has(shot.id)} onChange={() => toggle(shot.id)} />
            <span className={styles.number}>{shot.number}</span>
            <span className={styles.words}>
              <span>{shot.text.trim() || 'No text'}</span>
              <em>{inside[i] || 'nobody yet'}</em>
            </span>
            <span className={styles.length}>{secondsText(framesToSeconds(shot.durationFrames, fps))}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
