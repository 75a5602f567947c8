import { soundLength } from '../domain/sound/clipRules'
import { secondsInFrames } from '../domain/time/frames'
import type { Film } from './film'
import type { FilmSound } from './filmSounds'
import { urlPath, type Handover } from './handoverFiles'
import { element, type XmlElement } from './xml'
import { loudest, soundFiles, soundLeftOut, soundsIn } from './soundFiles'

/** How loud a clip can be told to be: +12 dB. */
const mostLevel = 3.98109

/**
 * The sound of a Final Cut Pro 7 XML timeline. A track of this form has one channel, so one of ours is as many as its clips have channels, and the
 * clips of one sound are linked; two together are what Premiere takes for a stereo track. Fades are key frames of the level, counted in the sound.
 * @param folderUrl the file URL of the folder it is written to, ending in "/"
 */
export function xmemlSound(
  film: Film,
  folder: string,
  folderUrl: string,
  rate: () => XmlElement,
): { audio: XmlElement[]; files: Handover['files']; warnings: Handover['warnings'] } {
  const { sounds } = film
  const files = soundFiles(sounds, folder)
  const places = [...files.keys()]
  const told = new Set<string>()
  const frames = (seconds: number) => secondsInFrames(seconds, film.timing.fps)

  const fileOf = ({ sound }: FilmSound): XmlElement => {
    const id = `file-s${places.indexOf(sound.id) + 1}`
    if (told.has(id)) return element('file', { id })
    told.add(id)
    const { path } = files.get(sound.id)!
    return element('file', { id }, [
      element('name', {}, path.slice(folder.length + 1)),
      element('pathurl', {}, folderUrl + urlPath(path)),
      rate(),
      element('duration', {}, Math.ceil(frames(soundLength(sound)) - 1e-6)),
      element('media', {}, [
        element('audio', {}, [
          element('samplecharacteristics', {}, [element('depth', {}, 16), element('samplerate', {}, sound.sampleRate)]),
          element('channelcount', {}, sound.channels),
        ]),
      ]),
    ])
  }

  const levelOf = (clip: FilmSound, from: number): XmlElement[] => {
    const level = (part: number) => Math.min(mostLevel, 10 ** (clip.gainDb / 20)) * part
    const fades = clip.fades.some(({ part }) => part !== 1) ? clip.fades : []
    if (clip.gainDb === 0 && !fades.length) return []
    const keys = fades.map(({ at, part }) =>
      element('keyframe', {}, [
        element('when', {}, from + Math.min(clip.frames, Math.round(frames(at)))),
        element('value', {}, rounded(level(part))),
      ]),
    )
    return [
      element('filter', {}, [
        element('effect', {}, [
          element('name', {}, 'Audio Levels'),
          element('effectid', {}, 'audiolevels'),
          element('effectcategory', {}, 'audiolevels'),
          element('effecttype', {}, 'audiolevels'),
          element('mediatype', {}, 'audio'),
          element('parameter', {}, [
            element('parameterid', {}, 'level'),
            element('name', {}, 'Level'),
            element('valuemin', {}, 0),
            element('valuemax', {}, mostLevel),
            element('value', {}, rounded(level(1))),
            ...keys,
          ]),
        ]),
      ]),
    ]
  }

  const rows = Array.from({ length: sounds.tracks }, (_, track) => sounds.clips.filter((clip) => clip.track === track))
  const channelsOf = (clips: readonly FilmSound[]) => Math.max(1, ...clips.map(({ sound }) => sound.channels))
  let before = 0
  const tracks = rows.flatMap((clips, row) => {
    const channels = channelsOf(clips)
    const first = before
    before += channels
    return Array.from({ length: channels }, (_, channel) => {
      const items = clips.flatMap((clip, i) => {
        if (clip.sound.channels <= channel) return []
        const from = Math.round(frames(clip.from))
        const id = (c: number) => `clipitem-s${row + 1}-${i + 1}-${c + 1}`
        const links = Array.from({ length: clip.sound.channels }, (__, c) =>
          element('link', {}, [
            element('linkclipref', {}, id(c)),
            element('mediatype', {}, 'audio'),
            element('trackindex', {}, first + c + 1),
            element('clipindex', {}, clips.slice(0, i + 1).filter(({ sound }) => sound.channels > c).length),
          ]),
        )
        return [
          element('clipitem', { id: id(channel), premiereChannelType: clip.sound.channels === 1 ? 'mono' : 'stereo' }, [
            element('masterclipid', {}, `masterclip-s${places.indexOf(clip.sound.id) + 1}`),
            element('name', {}, clip.name),
            element('enabled', {}, clip.muted ? 'FALSE' : 'TRUE'),
            element('duration', {}, Math.ceil(frames(soundLength(clip.sound)) - 1e-6)),
            rate(),
            element('start', {}, clip.start),
            element('end', {}, clip.start + clip.frames),
            element('in', {}, from),
            element('out', {}, from + clip.frames),
            fileOf(clip),
            element('sourcetrack', {}, [element('mediatype', {}, 'audio'), element('trackindex', {}, channel + 1)]),
            ...levelOf(clip, from),
            ...(clip.sound.channels > 1 ? links : []),
            element('logginginfo', {}, [element('lognote', {}, `exeunt:${clip.clipId}`)]),
          ]),
        ]
      })
      const exploded: XmlElement['attributes'] =
        channels === 2
          ? { premiereTrackType: 'Stereo', currentExplodedTrackIndex: channel, totalExplodedTrackCount: channels }
          : {}
      return element('track', exploded, [
        ...items,
        ...(channels > 1 ? [element('outputchannelindex', {}, (channel % 2) + 1)] : []),
      ])
    })
  })
  const louder = sounds.clips.filter((clip) => !clip.muted && clip.gainDb > loudest)
  return {
    audio: tracks.length
      ? [
          element('audio', {}, [
            element('numOutputChannels', {}, 2),
            element('format', {}, [
              element('samplecharacteristics', {}, [element('depth', {}, 16), element('samplerate', {}, 48_000)]),
            ]),
            ...tracks,
          ]),
        ]
      : [],
    files: [...files.values()],
    warnings: soundLeftOut('xmeml', sounds, [soundsIn(louder, `what is louder than +${loudest} dB in `)]),
  }
}

const rounded = (value: number) => Number(value.toFixed(5))
