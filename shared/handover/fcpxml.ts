import { aboutPictures, cutPieces, pictureFiles, type CutOptions, type CutPiece } from './cutPieces'
import { rangeWord, type Film, type FilmShot } from './film'
import { fadesOf, type FilmSound } from './filmSounds'
import { urlPath, type Handover } from './handoverFiles'
import { rationalSeconds, startFrame } from './rationalTime'
import { element, writeXml, type XmlElement } from './xml'
import { loudest, soundFiles, soundLeftOut, soundsIn } from './soundFiles'

/**
 * The cut as FCPXML 1.10 (backends.md 8.3), for Final Cut and Resolve: a spine of stills, clips and, where there is no picture yet, gaps; markers for
 * entrances, exits and changes of look; sounds connected below, a lane a track; ids in the metadata.
 * @param folderUrl the file URL of the folder it is written to, ending in "/": these programs want whole addresses
 */
export function writeFcpxml(film: Film, name: string, folderUrl: string, options: CutOptions): Handover {
  const { fps, dropFrame } = film.timing
  const seconds = (frames: number) => rationalSeconds(frames, fps)
  const folder = `${name}_media`
  const zero = startFrame(film.timing)
  const pieces = cutPieces(film, options, folder)
  const resources: XmlElement[] = [
    element('format', { id: 'r1', frameDuration: seconds(1), width: film.width, height: film.height }),
    element('format', { id: 'r2', name: 'FFVideoFormatRateUndefined', width: film.width, height: film.height }),
  ]

  const sounds = soundFiles(film.sounds, folder)
  const soundIds = new Map([...sounds].map(([soundId, { path }], i) => [soundId, { id: `s${i + 1}`, path }]))
  const soundClip = (clip: FilmSound, shotStart: number): XmlElement =>
    element(
      'asset-clip',
      {
        name: clip.name,
        ref: soundIds.get(clip.sound.id)!.id,
        lane: -1 - clip.track,
        offset: seconds(clip.start - shotStart),
        start: `${Math.round(clip.from * clip.sound.sampleRate)}/${clip.sound.sampleRate}s`,
        duration: seconds(clip.frames),
        ...(clip.muted ? { enabled: 0 } : {}),
      },
      [
        ...volumeOf(clip),
        element('metadata', {}, [element('md', { key: 'org.exeunt.soundClipId', value: clip.clipId })]),
      ],
    )
  for (const clip of film.sounds.clips) {
    const { id, path } = soundIds.get(clip.sound.id)!
    if (resources.some(({ attributes }) => attributes['id'] === id)) continue
    const { samples, sampleRate, channels } = clip.sound
    resources.push(
      element(
        'asset',
        {
          id,
          name: clip.media.name,
          start: '0s',
          duration: `${samples}/${sampleRate}s`,
          hasAudio: 1,
          audioSources: 1,
          audioChannels: channels,
          audioRate: sampleRate,
        },
        [element('media-rep', { kind: 'original-media', src: folderUrl + urlPath(path) })],
      ),
    )
  }

  let pictures = 0
  const item = ({ shot, media, from, frames, markers: found }: CutPiece): XmlElement => {
    const place = { offset: seconds(zero + shot.start + from), duration: seconds(frames) }
    const begins = shot.start + from
    const sound = film.sounds.clips
      .filter(({ start }) => start >= begins && start < begins + frames)
      .map((clip) => soundClip(clip, shot.start))
    const note = shot.shot.text && from === 0 ? [element('note', {}, shot.shot.text)] : []
    const markers = found.map((marker) =>
      element('marker', {
        start: seconds(marker.frame),
        duration: seconds(1),
        value: marker.words,
        ...(marker.note ? { note: marker.note } : {}),
      }),
    )
    if (!media)
      return element('gap', { name: shot.name, ...place, start: seconds(from) }, [
        ...note,
        ...sound,
        ...markers,
        metadataOf(shot),
      ])
    const id = `r${++pictures + 2}`
    resources.push(
      element(
        'asset',
        {
          id,
          name: shot.name,
          start: '0s',
          duration: media.still ? '0s' : seconds(shot.frames),
          hasVideo: 1,
          format: media.still ? 'r2' : 'r1',
        },
        [
          element('media-rep', {
            kind: 'original-media',
            src: folderUrl + urlPath(media.path),
          }),
          metadataOf(shot),
        ],
      ),
    )
    return element(media.still ? 'video' : 'asset-clip', { name: shot.name, ref: id, ...place, start: seconds(from) }, [
      ...note,
      ...sound,
      ...markers,
    ])
  }

  const spine = element('spine', {}, pieces.map(item))
  const sequence = element(
    'sequence',
    {
      format: 'r1',
      duration: seconds(film.frames),
      tcStart: seconds(zero),
      tcFormat: dropFrame ? 'DF' : 'NDF',
      ...(film.sounds.clips.length ? { audioLayout: 'stereo', audioRate: '48k' } : {}),
    },
    [spine, element('metadata', {}, [element('md', { key: 'org.exeunt.range', value: rangeWord(film) })])],
  )
  const root = element('fcpxml', { version: '1.10' }, [
    element('resources', {}, resources),
    element('library', {}, [
      element('event', { name: film.title }, [element('project', { name: film.title }, [sequence])]),
    ]),
  ])
  const heard = film.sounds.clips.filter((clip) => !clip.muted)
  return {
    files: [{ path: `${name}.fcpxml`, text: writeXml('fcpxml', root) }, ...pictureFiles(pieces), ...sounds.values()],
    warnings: [
      ...aboutPictures(pieces, 'gaps'),
      ...soundLeftOut('FCPXML', film.sounds, [
        soundsIn(heard.filter(tooLoud), `what is louder than +${loudest} dB in `),
        soundsIn(
          heard.filter((clip) => !fadesOf(clip).isWhole),
          'the half of a fade of ',
        ),
      ]),
    ],
  }
}

const tooLoud = ({ gainDb }: FilmSound) => gainDb > loudest

/** How loud a clip of sound is, where that is not how it was recorded. */
function volumeOf(clip: FilmSound): XmlElement[] {
  const { fadeIn, fadeOut } = fadesOf(clip)
  const lasts = (length: number) => ({ type: 'linear', duration: `${Math.round(length * 1000)}/1000s` })
  const fades = [
    ...(fadeIn > 0 ? [element('fadeIn', lasts(fadeIn))] : []),
    ...(fadeOut > 0 ? [element('fadeOut', lasts(fadeOut))] : []),
  ]
  if (clip.gainDb === 0 && !fades.length) return []
  const amount = `${Math.min(loudest, clip.gainDb)}dB`
  return [element('adjust-volume', { amount }, fades.length ? [element('param', { name: 'amount' }, fades)] : [])]
}

function metadataOf({ shot, scene }: FilmShot): XmlElement {
  return element('metadata', {}, [
    element('md', { key: 'org.exeunt.shotId', value: shot.id }),
    element('md', { key: 'org.exeunt.sceneId', value: scene.id }),
    ...(scene.number ? [element('md', { key: 'com.apple.proapps.studio.scene', value: scene.number })] : []),
    element('md', { key: 'com.apple.proapps.studio.shot', value: shot.number }),
  ])
}
