import { ChevronFirst, ChevronLast, Pause, Play, Repeat, StepBack, StepForward } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { formatShortTimecode } from '@shared/domain/time/timecode'
import type { Timing } from '@shared/model/frameRate'
import { IconButton } from '../common/Button'
import type { Transport } from './transport'
import styles from './TransportBar.module.css'

const icon = { size: 14, strokeWidth: 1.75 } as const

/**
 * Where something that plays stands, and what plays it.
 * @param total frames of all of it
 * @param step by so many frames
 * @param toCut to the cut before (-1) or the next (1); `cutKeys` are the keys that do it
 * @param children stand at the right end
 */
export function TransportBar({
  player,
  timing,
  total,
  step,
  toCut,
  cutKeys,
  large = false,
  children,
}: {
  player: Transport
  timing: Timing
  total: number
  step: (frames: -1 | 1) => void
  toCut: (to: -1 | 1) => void
  cutKeys: readonly [before: string, next: string]
  large?: boolean
  children?: ReactNode
}) {
  const time = useRef<HTMLElement>(null)
  const speed = player.use((s) => s.speed)
  const loop = player.use((s) => s.loop)
  const range = player.use((s) => s.inAt !== null || s.outAt !== null)
  useEffect(() => {
    const tell = () => {
      if (time.current) time.current.textContent = formatShortTimecode(player.now.frame, timing)
    }
    tell()
    return player.use.subscribe(tell)
  }, [player, timing])
  return (
    <div className={`${styles.transport} ${large ? styles.large : ''}`} role="toolbar" aria-label="Playing">
      <span className={styles.time}>
        <strong ref={time} data-time /> / {formatShortTimecode(total, timing)}
      </span>
      <span className={styles.buttons}>
        <IconButton
          label="To the cut before"
          keys={cutKeys[0]}
          icon={<ChevronFirst {...icon} />}
          onClick={() => toCut(-1)}
        />
        <IconButton label="One frame back" keys="," icon={<StepBack {...icon} />} onClick={() => step(-1)} />
        <IconButton
          label={speed ? 'Pause' : 'Play'}
          keys="Space"
          kind="outline"
          icon={speed ? <Pause {...icon} /> : <Play {...icon} />}
          onClick={() => player.toggle()}
        />
        <IconButton label="One frame on" keys="." icon={<StepForward {...icon} />} onClick={() => step(1)} />
        <IconButton
          label="To the next cut"
          keys={cutKeys[1]}
          icon={<ChevronLast {...icon} />}
          onClick={() => toCut(1)}
        />
        <IconButton
          label={range ? 'Play what is between in and out round and round' : 'Play round and round'}
          keys="Ctrl L"
          aria-pressed={loop}
          className={loop ? styles.looping : undefined}
          icon={<Repeat {...icon} />}
          onClick={() => player.setLoop(!loop)}
        />
      </span>
      <span className={styles.right}>
        {speed !== 0 && speed !== 1 && <span className={styles.speed}>{speed === -1 ? 'backwards' : `${speed}×`}</span>}
        {children}
      </span>
    </div>
  )
}
