import { chosenTake, settingsOf, takesOf } from '@shared/domain/lookup'
import type { Take } from '@shared/model/result'
import type { Shot } from '@shared/model/shot'
import { run } from '../../../app/projectActions'
import { useProject } from '../../../app/projectStore'
import { useRead } from '../../../app/useRead'
import { mediaUrl } from '../../../common/AssetPicture'
import { TakeFoot } from './TakeFoot'
import styles from './TakesColumn.module.css'
import { takeTime } from './takeTime'

/** Every clip of the shot, newest first, under its stills: it plays under the pointer or the focus; one is chosen, approved ones are locked. */
export function ClipTakes({ shot, now }: { shot: Shot; now: number }) {
  const takes = useRead((reads) => takesOf(reads, shot.id, 'video'), [shot.id])
  const chosen = useRead((reads) => chosenTake(reads, shot.id, 'video')?.id ?? null, [shot.id])
  if (!takes.length) return null
  return (
    <>
      <header className={styles.clips}>
        <h3>Clips</h3>
        <span>{takes.length}</span>
      </header>
      {takes
        .map((take, i) => ({ take, number: i + 1 }))
        .reverse()
        .map(({ take, number }) => (
          <ClipCard
            key={take.id}
            shot={shot}
            take={take}
            number={number}
            when={takeTime(take.madeAt, now)}
            isChosen={take.id === chosen}
          />
        ))}
    </>
  )
}

function ClipCard({
  shot,
  take,
  number,
  when,
  isChosen,
}: {
  shot: Shot
  take: Take
  number: number
  when: string
  isChosen: boolean
}) {
  const readOnly = useProject((s) => s.readOnly)
  const locked = useRead((reads) => reads.get('resultMarks', take.id)?.locked ?? false, [take.id])
  const { aspectWidth, aspectHeight } = useRead((reads) => settingsOf(reads), [])
  return (
    <div className={`${styles.take} ${isChosen ? styles.on : ''}`}>
      <button
        type="button"
        className={styles.choose}
        aria-pressed={isChosen}
        aria-label={`Clip ${number}, ${when}${isChosen ? ', chosen' : ''}${locked ? ', approved' : ''}`}
        onMouseEnter={play}
        onMouseLeave={stop}
        onFocus={play}
        onBlur={stop}
        onClick={() => {
          if (!isChosen && !readOnly) void run('take.choose', { shotId: shot.id, kind: 'video', takeId: take.id })
        }}
      >
        <video
          src={mediaUrl(take.mediaId)}
          muted
          loop
          playsInline
          preload="metadata"
          tabIndex={-1}
          style={{ aspectRatio: `${aspectWidth} / ${aspectHeight}` }}
        />
      </button>
      <TakeFoot take={take} what="clip" number={number} when={when} locked={locked} isChosen={isChosen} />
    </div>
  )
}

type OverClip = { currentTarget: HTMLElement }
const videoIn = ({ currentTarget }: OverClip) => currentTarget.querySelector('video')

/** A clip that cannot be played stays a still. */
const play = (event: OverClip) =>
  void videoIn(event)
    ?.play()
    .catch(() => {})
const stop = (event: OverClip) => videoIn(event)?.pause()
