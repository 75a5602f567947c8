import { secondsInFrames } from '../domain/time/frames'
import { soundLength } from '../domain/sound/clipRules'
import type { Film } from './film'
import { fadesOf, type FilmSound } from './filmSounds'
import { urlPath, type Handover } from './handoverFiles'
import { soundFiles, soundLeftOut, soundsIn } from './soundFiles'

type Range = (start: number, duration: number) => object

/**
 * The tracks of sound of an OpenTimelineIO timeline. A fade is a transition between nothing and the clip; for volume the form has no word, so it stands
 * in the metadata alone.
 */
export function otioSoundTracks(
  film: Film,
  folder: string,
  range: Range,
): { tracks: object[]; files: Handover['files']; warnings: Handover['warnings'] } {
  const { sounds } = film
  const files = soundFiles(sounds, folder)
  const cutFades: FilmSound[] = []

  const clipOf = (clip: FilmSound) => ({
    OTIO_SCHEMA: 'Clip.2',
    name: clip.name,
    metadata: { exeunt: { soundClipId: clip.clipId, gainDb: clip.gainDb } },
    enabled: !clip.muted,
    effects: [],
    source_range: range(Math.round(secondsInFrames(clip.from, film.timing.fps)), clip.frames),
    markers: [],
    active_media_reference_key: 'DEFAULT_MEDIA',
    media_references: {
      DEFAULT_MEDIA: {
        OTIO_SCHEMA: 'ExternalReference.1',
        name: clip.media.name,
        metadata: {},
        target_url: urlPath(files.get(clip.sound.id)!.path),
        available_range: range(0, Math.ceil(secondsInFrames(soundLength(clip.sound), film.timing.fps) - 1e-6)),
        available_image_bounds: null,
      },
    },
  })
  const none = { metadata: {}, effects: [], markers: [], enabled: true }
  const gap = (frames: number) => ({ OTIO_SCHEMA: 'Gap.1', name: '', ...none, source_range: range(0, frames) })
  const time = (frames: number) => (range(frames, 0) as { start_time: object }).start_time
  const fade = (before: number, after: number) => ({
    OTIO_SCHEMA: 'Transition.1',
    name: '',
    metadata: {},
    transition_type: 'SMPTE_Dissolve',
    in_offset: time(before),
    out_offset: time(after),
  })

  const children = (clips: readonly FilmSound[]): object[] => {
    let at = 0
    return clips.flatMap((clip, i) => {
      const { fadeIn, fadeOut, isWhole } = fadesOf(clip)
      const [come, go] = [fadeIn, fadeOut].map((length) => Math.round(secondsInFrames(length, film.timing.fps)))
      const silence = clip.start - at
      at = clip.start + clip.frames
      // Where clips meet a transition would be a dissolve from the one to the other.
      const [comes, goes] = [silence > 0 || i === 0, clips[i + 1]?.start !== at]
      if (!clip.muted && (!isWhole || (come && !comes) || (go && !goes))) cutFades.push(clip)
      return [
        ...(silence > 0 ? [gap(silence)] : []),
        ...(come && comes ? [fade(0, come)] : []),
        clipOf(clip),
        ...(go && goes ? [fade(go, 0)] : []),
      ]
    })
  }

  const tracks = Array.from({ length: sounds.tracks }, (_, track) => ({
    OTIO_SCHEMA: 'Track.1',
    kind: 'Audio',
    name: `A${track + 1}`,
    ...none,
    source_range: null,
    children: children(sounds.clips.filter((clip) => clip.track === track)),
  }))
  const louder = sounds.clips.filter((clip) => clip.gainDb !== 0 && !clip.muted)
  return {
    tracks,
    files: [...files.values()],
    warnings: soundLeftOut('OTIO', sounds, [soundsIn(louder, 'the volume of '), soundsIn(cutFades, 'a fade of ')]),
  }
}
