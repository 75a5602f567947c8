import { Maximize, Volume2, VolumeX } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { timingOf } from '@shared/domain/time/timingOf'
import { TransportBar } from '../../app/TransportBar'
import { useRead } from '../../app/useRead'
import { IconButton } from '../../common/Button'
import { peakNow, volume } from '../../sound/soundPlayer'
import { filmClock, player, usePlayhead } from './animaticState'
import styles from './AnimaticView.module.css'
import { step, toCut } from './playing'

const icon = { size: 14, strokeWidth: 1.75 } as const

/** The transport bar of the animatic, with how loud it is and the way to the full screen. */
export function AnimaticTransport({ fullScreen }: { fullScreen: () => void }) {
  const { level, on } = volume.use()
  const [total, timing] = useRead((reads) => [filmClock(reads).total, timingOf(reads)] as const, [])
  return (
    <TransportBar player={player} timing={timing} total={total} step={step} toCut={toCut} cutKeys={['↑', '↓']} large>
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
    </TransportBar>
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
