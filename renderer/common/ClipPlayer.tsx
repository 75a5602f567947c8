import { Pause, Play } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { mediaUrl } from './AssetPicture'
import styles from './ClipPlayer.module.css'

const icon = { size: 12, strokeWidth: 2, 'aria-hidden': true } as const
const shown = (seconds: number) => `${seconds.toFixed(1)} s`

/** A stored clip that plays where it stands, round and round, and no longer than its shot. */
export function ClipPlayer({
  mediaId,
  seconds,
  label,
  aspect,
}: {
  mediaId: string
  /** How much of it plays. */
  seconds: number
  label: string
  /** As CSS has it: "16 / 9". */
  aspect: string
}) {
  const video = useRef<HTMLVideoElement>(null)
  const [isPlaying, setPlaying] = useState(false)
  const [at, setAt] = useState(0)
  const [isBroken, setBroken] = useState(false)
  // It moves with the frames, not with the rare events that the element tells of its time.
  useEffect(() => {
    if (!isPlaying) return
    let handle = requestAnimationFrame(function tick() {
      const element = video.current
      if (element) {
        if (element.currentTime >= seconds) element.currentTime = 0
        setAt(element.currentTime)
      }
      handle = requestAnimationFrame(tick)
    })
    return () => cancelAnimationFrame(handle)
  }, [isPlaying, seconds])
  const toggle = () => {
    const element = video.current
    if (!element) return
    if (element.paused) void element.play().catch(() => setBroken(true))
    else element.pause()
  }
  const seek = (to: number) => {
    if (video.current) video.current.currentTime = to
    setAt(to)
  }
  return (
    <div className={styles.player} style={{ aspectRatio: aspect }} role="group" aria-label={label}>
      <video
        ref={video}
        src={mediaUrl(mediaId)}
        loop
        playsInline
        preload="auto"
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onError={() => setBroken(true)}
        onClick={toggle}
      >
        <track kind="captions" />
      </video>
      {isBroken ? (
        <p className={styles.gone}>This clip cannot be played here.</p>
      ) : (
        <div className={styles.bar}>
          <button type="button" aria-label={isPlaying ? `Pause ${label}` : `Play ${label}`} onClick={toggle}>
            {isPlaying ? <Pause {...icon} /> : <Play {...icon} />}
          </button>
          <input
            type="range"
            min={0}
            max={seconds}
            step={0.01}
            value={Math.min(at, seconds)}
            aria-label={`Moment of ${label}`}
            aria-valuetext={shown(at)}
            onChange={(event) => seek(Number(event.target.value))}
          />
          <span>
            {at.toFixed(1)} / {shown(seconds)}
          </span>
        </div>
      )}
    </div>
  )
}
