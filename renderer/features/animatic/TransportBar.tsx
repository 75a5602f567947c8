import {
  ChevronFirst,
  ChevronLast,
  Maximize,
  Pause,
  Play,
  Repeat,
  StepBack,
  StepForward,
  Volume2,
  VolumeX,
} from 'lucide-react'
import { useEffect, useRef } from 'react'
import { formatShortTimecode } from '@shared/domain/time/timecode'
import { timingOf } from '@shared/domain/time/timingOf'
import { useRead } from '../../app/useRead'
import { IconButton } from '../../common/Button'
import { peakNow, volume } from '../../sound/soundPlayer'
import { filmClock, player, usePlayhead } from './animaticState'
import styles from './AnimaticView.module.css'
import { step, toCut } from './playing'

const icon = { size: 14, strokeWidth: 1.75 } as const

/** Where the film stands, and what plays it. */
export function TransportBar({ fullScreen }: { fullScreen: () => void }) {
  const time = useRef<HTMLElement>(null)
  const speed = usePlayhead((s) => s.speed)
  const loop = usePlayhead((s) => s.loop)
  const range = usePlayhead((s) => s.inAt !== null || s.outAt !== null)
  const { level, on } = volume.use()
  const [total, timing] = useRead((reads) => [filmClock(reads).total, timingOf(reads)] as const, [])
  useEffect(() => {
    const tell = () => {
      if (time.current) time.current.textContent = formatShortTimecode(player.now.frame, timing)
    }
    tell()
    return usePlayhead.subscribe(tell)
  }, [timing])
  return (
    <div className={styles.transport} role="toolbar" aria-label="Playing">
      <span className={styles.time}>
        <strong ref={time} data-time /> / {formatShortTimecode(Number(total), timing)}
      </span>
      <span className={styles.buttons}>
        <IconButton label="To the cut before" keys="↑" icon={<ChevronFirst {...icon} />} onClick={() => toCut(-1)} />
        <IconButton label="One frame back" keys="," icon={<StepBack {...icon} />} onClick={() => step(-1)} />
        <IconButton
          label={speed ? 'Pause' : 'Play'}
          keys="Space"
          kind="outline"
          icon={speed ? <Pause {...icon} /> : <Play {...icon} />}
          onClick={() => player.toggle()}
        />
        <IconButton label="One frame on" keys="." icon={<StepForward {...icon} />} onClick={() => step(1)} />
        <IconButton label="To the next cut" keys="↓" icon={<ChevronLast {...icon} />} onClick={() => toCut(1)} />
        <IconButton
          label={range ? 'Play what is between in and out round and round' : 'Play round and round'}
          keys="Ctrl L"
          aria-pressed={loop}
          className={loop ? styles.on : undefined}
          icon={<Repeat {...icon} />}
          onClick={() => player.setLoop(!loop)}
        />
      </span>
      <span className={styles.right}>
        {speed !== 0 && speed !== 1 && <span className={styles.speed}>{speed === -1 ? 'backwards' : `${speed}×`}</span>}
        <Meter />
        <IconButton
          label={on ? 'Silence' : 'Let it be heard'}
          icon={on ? <Volume2 {...icon} /> : <VolumeX {...icon} />}
          onClick={() => volume.set({ on: !on })}
        />
        <input
          type="range"
          className={styles.volume}
          aria-label="Volume"
          min={0}
          max={100}
          value={Math.round((on ? level : 0) * 100)}
          onChange={(e) => volume.set({ level: Number(e.target.value) / 100, on: true })}
        />
        <IconButton label="Full screen" keys="F" icon={<Maximize {...icon} />} onClick={fullScreen} />
      </span>
    </div>
  )
}

/** How loud it is now, from -48 dB to full. */
function Meter() {
  const bar = useRef<HTMLSpanElement>(null)
  const words = useRef<HTMLSpanElement>(null)
  const playing = usePlayhead((s) => s.speed === 1)
  useEffect(() => {
    let asked = 0
    let held = -Infinity
    const tick = () => {
      held = playing ? Math.max(peakNow(), held - 1) : -Infinity
      if (bar.current) bar.current.style.width = `${Math.max(0, Math.min(100, ((held + 48) / 48) * 100))}%`
      const text = playing && held > -60 ? `${Math.round(held)} dB` : ''
      if (words.current && words.current.textContent !== text) words.current.textContent = text
      if (playing) asked = requestAnimationFrame(tick)
    }
    tick()
    return () => cancelAnimationFrame(asked)
  }, [playing])
  return (
    <>
      <span className={styles.meter} aria-hidden>
        <span ref={bar} />
      </span>
      <span ref={words} className={styles.decibels} aria-hidden />
    </>
  )
}
