import { Scissors, Trash2, Volume2, VolumeX } from 'lucide-react'
import { framesOver, type ClipFields } from '@shared/domain/sound/clipRules'
import { clipStart, ownerStart } from '@shared/domain/sound/soundingClips'
import { framesToSeconds, secondsInFrames } from '@shared/domain/time/frames'
import { formatShortTimecode } from '@shared/domain/time/timecode'
import { timingOf } from '@shared/domain/time/timingOf'
import type { SoundClip } from '@shared/model/sound'
import { run } from '../app/projectActions'
import { recordsNow, useProject } from '../app/projectStore'
import { saveTyped } from '../app/saveTyped'
import { useRead } from '../app/useRead'
import { Button, IconButton } from '../common/Button'
import { Field } from '../common/Field'
import { Select } from '../common/Select'
import { chooseClip } from './soundCommands'
import { soundClock } from '@shared/domain/sound/soundRows'
import styles from './SoundStrip.module.css'
import { useSoundView } from './soundView'

const icon = { size: 13, strokeWidth: 1.75 } as const
const rounded = (n: number) => String(Math.round(n * 1000) / 1000)

/** The chosen sound in numbers. */
export function ClipBar() {
  const chosen = useSoundView((s) => s.chosen[0])
  const clip = useRead((reads) => (chosen === undefined ? undefined : reads.get('soundClips', chosen)), [chosen])
  return clip ? <Bar clip={clip} /> : null
}

function Bar({ clip }: { clip: SoundClip }) {
  const readOnly = useProject((s) => s.readOnly)
  const [start, over, timing] = useRead(
    (reads) => [clipStart(reads, soundClock(reads), clip), framesOver(reads, clip), timingOf(reads)] as const,
    [clip],
  )
  const set = (fields: ClipFields) => void run('sound.update', { clipIds: [clip.id], ...fields })
  const number = (label: string, words: string, field: 'at' | 'length' | 'fadeIn' | 'fadeOut' | 'gainDb' | 'from') => (
    <label>
      {words}
      <Field
        label={label}
        value={rounded(clip[field])}
        width={58}
        disabled={readOnly}
        check={(text) => (numberOf(text) === null ? 'A number.' : null)}
        onSave={(text, step) => saveTyped('sound.update', { clipIds: [clip.id], [field]: numberOf(text)! }, step)}
      />
    </label>
  )
  return (
    <div className={styles.bar} role="toolbar" aria-label={`The sound ${clip.name}`}>
      <span className={styles.name}>
        <Field
          label="Name of the sound"
          value={clip.name}
          disabled={readOnly}
          onSave={(name, step) => saveTyped('sound.update', { clipIds: [clip.id], name }, step)}
        />
      </span>
      <Owner clip={clip} disabled={readOnly} />
      {number('Begins, in seconds from there', 'at', 'at')}
      {number('Played from, in seconds of the sound', 'from', 'from')}
      {number('Length in seconds', 'length', 'length')}
      {number('Fade in, in seconds', 'fade in', 'fadeIn')}
      {number('Fade out, in seconds', 'out', 'fadeOut')}
      {number('Gain in decibels', 'dB', 'gainDb')}
      <IconButton
        label={clip.muted ? 'Let it be heard' : 'Silence it'}
        aria-pressed={clip.muted}
        icon={clip.muted ? <VolumeX {...icon} /> : <Volume2 {...icon} />}
        disabled={readOnly}
        onClick={() => set({ muted: !clip.muted })}
      />
      {over > 0 && clip.shotId !== null && (
        <>
          <span className={styles.over}>{over} f over</span>
          <Button
            kind="outline"
            disabled={readOnly}
            tip="The shot gets as long as what sounds in it; or let it run on over the cut"
            onClick={() => void run('shot.fitSound', { shotId: clip.shotId! })}
          >
            Stretch shot
          </Button>
        </>
      )}
      <span className={styles.grow} />
      {start !== null && (
        <span className={styles.count}>
          {formatShortTimecode(Math.max(0, Math.round(secondsInFrames(start, timing.fps))), timing)} to{' '}
          {formatShortTimecode(Math.max(0, Math.round(secondsInFrames(start + clip.length, timing.fps))), timing)}
        </span>
      )}
      <IconButton
        label="Cut in the middle"
        tip="Cuts the sound in two; with Shift S at the playhead"
        icon={<Scissors {...icon} />}
        disabled={readOnly}
        onClick={() => void run('sound.split', { clipId: clip.id, at: clip.length / 2 })}
      />
      <IconButton
        label="Remove the sound"
        keys="Delete"
        icon={<Trash2 {...icon} />}
        disabled={readOnly}
        onClick={() => {
          chooseClip(null)
          void run('sound.remove', { clipIds: [clip.id] })
        }}
      />
    </div>
  )
}

/** What a clip belongs to; it stays at its time when that changes. */
function Owner({ clip, disabled }: { clip: SoundClip; disabled: boolean }) {
  const value = clip.shotId !== null ? 'shot' : clip.sceneId !== null ? 'scene' : 'film'
  return (
    <Select
      label="Belongs to and moves with"
      value={value}
      options={[
        { value: 'film', label: 'Film' },
        { value: 'scene', label: 'Scene' },
        { value: 'shot', label: 'Shot' },
      ]}
      disabled={disabled}
      onChange={(owner) => {
        const fields = owned(clip, owner)
        if (fields) void run('sound.update', { clipIds: [clip.id], ...fields })
      }}
    />
  )
}

function owned(clip: SoundClip, owner: 'film' | 'scene' | 'shot'): ClipFields | null {
  const records = recordsNow()
  const film = soundClock(records)
  const { fps } = timingOf(records)
  const start = clipStart(records, film, clip)
  if (start === null) return null
  const shot = film.shotAt(Math.max(0, Math.floor(secondsInFrames(start, fps) + 1e-6)))
  if (owner !== 'film' && !shot) return null
  const to =
    owner === 'film'
      ? { shotId: null, sceneId: null }
      : owner === 'scene'
        ? { shotId: null, sceneId: shot!.sceneId }
        : { shotId: shot!.shotId, sceneId: null }
  const began = ownerStart(records, film, { ...clip, ...to }) ?? 0
  return { ...to, at: start - framesToSeconds(began, fps) }
}

function numberOf(text: string): number | null {
  const number = Number(text.replace(',', '.').replace(/s|dB/g, '').trim())
  return text.trim() !== '' && Number.isFinite(number) ? number : null
}
