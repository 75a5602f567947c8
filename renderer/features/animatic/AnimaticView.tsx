import { Captions, Circle, Clapperboard, Mic, Music, Tag, Timer } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { timingOf } from '@shared/domain/time/timingOf'
import { NoShots } from '../../app/NoShots'
import { registerCommands } from '../../app/commands'
import { recordsNow, useProject } from '../../app/projectStore'
import { openSheet } from '../../app/sheets'
import { exportSheet } from '../../app/sheetKeys'
import { useRead } from '../../app/useRead'
import { useView } from '../../app/viewStore'
import { Button } from '../../common/Button'
import { Segmented } from '../../common/Segmented'
import { Toolbar, ToolbarGap } from '../../common/Toolbar'
import { addSound } from '../../sound/soundActions'
import { SoundStrip } from '../../sound/SoundStrip'
import { recordLine } from '../../sound/recordLine'
import { useSoundView } from '../../sound/soundView'
import { followTransport, wakeSound } from '../../sound/soundPlayer'
import { animaticCommands } from './animaticCommands'
import { filmClock, player, setAnimatic, setReel, useAnimatic, usePlayhead } from './animaticState'
import styles from './AnimaticView.module.css'
import { stretchOf } from './film'
import { FilmStrip, Overview } from './FilmStrip'
import { chooseShotThere } from './playing'
import { Screen } from './Screen'
import { SidePanel } from './SidePanel'
import { strip } from './strip'
import { AnimaticTransport } from './AnimaticTransport'

const icon = { size: 14, strokeWidth: 1.75 } as const

/** The film as it plays, over the whole window. */
export function AnimaticView() {
  const shots = useRead((reads) => filmClock(reads).total > 0, [])
  return (
    <div className={styles.view}>
      <AnimaticToolbar />
      {shots ? <Player /> : <NoShots icon={<Clapperboard size={18} strokeWidth={1.6} />} sceneId={null} />}
    </div>
  )
}

function AnimaticToolbar() {
  const { scope, subtitles, slate, names } = useAnimatic()
  const readOnly = useProject((s) => s.readOnly)
  const recording = useSoundView((s) => s.recording)
  const turn = (field: 'subtitles' | 'slate' | 'names', on: boolean) => ({
    'aria-pressed': on,
    onClick: () => setAnimatic({ [field]: !on }),
  })
  return (
    <Toolbar name="Animatic">
      <Segmented
        label="What is played"
        value={scope}
        options={[
          { value: 'film', label: 'Film' },
          { value: 'scene', label: 'Scene' },
          { value: 'selection', label: 'Selection' },
        ]}
        onChange={(next) => setAnimatic({ scope: next })}
      />
      <Button {...turn('subtitles', subtitles)} tip="What is said, over the picture">
        <Captions {...icon} />
        Subtitles
      </Button>
      <Button {...turn('slate', slate)} tip="Timecode and shot number, in the picture">
        <Timer {...icon} />
        Timecode
      </Button>
      <Button {...turn('names', names)} tip="Names over those who are drawn from the blocking">
        <Tag {...icon} />
        Names
      </Button>
      <ToolbarGap />
      <Button
        disabled={readOnly}
        tip="A sound file over the film, from the playhead on: WAV, MP3, M4A, FLAC, OGG"
        onClick={() => void addSound(player.now.frame)}
      >
        <Music {...icon} />
        Add sound
      </Button>
      <Button
        disabled={readOnly}
        aria-pressed={recording}
        tip="A line with the microphone, from the playhead on; it belongs to the shot there"
        keys="R"
        onClick={() => void recordLine(player)}
      >
        {recording ? <Circle size={10} fill="currentColor" strokeWidth={0} /> : <Mic {...icon} />}
        {recording ? 'Recording' : 'Record a line'}
      </Button>
      <Button kind="primary" onClick={() => openSheet(exportSheet, {})}>
        <Clapperboard {...icon} />
        Make movie
      </Button>
    </Toolbar>
  )
}

function Player() {
  const upper = useRef<HTMLDivElement>(null)
  const [full, setFull] = useState(false)
  const toggleFull = () => {
    if (document.fullscreenElement) void document.exitFullscreen()
    else void upper.current?.requestFullscreen()
  }
  useEffect(() => {
    const heard = () => setFull(document.fullscreenElement !== null)
    document.addEventListener('fullscreenchange', heard)
    return () => document.removeEventListener('fullscreenchange', heard)
  }, [])
  useEffect(() => registerCommands(animaticCommands(toggleFull)), [])
  usePlayer()
  const frames = useRead((reads) => filmClock(reads).total, [])
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- in full screen the keys come here */}
      <div ref={upper} className={`${styles.upper} ${full ? styles.full : ''}`} data-surface="animatic" tabIndex={-1}>
        <div className={styles.player}>
          <Screen />
          {!full && <AnimaticTransport fullScreen={toggleFull} />}
        </div>
        {!full && <SidePanel />}
      </div>
      <FilmStrip />
      <SoundStrip owner="animatic" view={strip} player={player} offset={0} frames={frames} tag />
      <Overview />
    </>
  )
}

/** What plays, and how it goes along with what is chosen. */
function usePlayer(): void {
  const scope = useAnimatic((s) => s.scope)
  const sceneId = useView((s) => s.sceneId)
  const chosen = useView(({ shotIds, shotId }) => (shotIds.length ? shotIds : shotId ? [shotId] : []).join(' '))
  const [total, timing, part] = useRead(
    (reads) => {
      const clock = filmClock(reads)
      return [clock.total, timingOf(reads), stretchOf(reads, clock, scope, sceneId, chosen.split(' '))] as const
    },
    [scope, sceneId, chosen],
  )
  // What is played changes only when it stands: playing chooses shots itself.
  useEffect(() => {
    setReel({ total, fps: timing.fps, ...(part ? { part } : {}) })
  }, [total, timing, part])
  useEffect(() => {
    seekChosen()
    wakeSound()
    const stops = [
      followTransport(player, () => 'film'),
      usePlayhead.subscribe((now, before) => {
        if (now.frame !== before.frame && now.speed !== 0) strip.reveal(now.frame)
        if (now.speed === 0 && before.speed !== 0) chooseShotThere()
      }),
    ]
    return () => {
      player.stop()
      for (const stop of stops) stop()
    }
  }, [])
}

/** The playhead comes to the chosen shot, unless it is in it. */
function seekChosen(): void {
  const records = recordsNow()
  const clock = filmClock(records)
  const { total } = clock
  setReel({ total, fps: timingOf(records).fps })
  const shot = records.get('shots', useView.getState().shotId ?? '')
  const start = shot ? clock.startOf(shot) : null
  const { frame } = player.now
  if (shot && start !== null && (frame < start || frame >= start + shot.durationFrames)) player.seek(start)
  else if (frame >= total) player.seek(0)
  strip.reveal(player.now.frame)
}
