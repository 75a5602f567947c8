import { aboutPictures, cutPieces, pictureFiles, type CutOptions, type CutPiece } from './cutPieces'
import { rangeWord, type Film, type FilmMarker, type FilmShot } from './film'
import { otioSoundTracks } from './otioSound'
import { urlPath, type Handover } from './handoverFiles'
import { startFrame } from './rationalTime'

const markerColours: Record<FilmMarker['kind'], string> = { enters: 'GREEN', exits: 'RED', changes: 'PURPLE' }

/**
 * The cut as an OpenTimelineIO timeline (backends.md 8.1): one video track, a clip a shot, markers for entrances, exits and changes of look, tracks of
 * sound, ids in the metadata, so that an edited timeline can be read back. Pictures and sounds lie beside it in a folder.
 */
export function writeOtio(film: Film, name: string, options: CutOptions): Handover {
  const rate = film.timing.fps.num / film.timing.fps.den
  const time = (value: number) => ({ OTIO_SCHEMA: 'RationalTime.1', rate, value })
  const range = (start: number, duration: number) => ({
    OTIO_SCHEMA: 'TimeRange.1',
    start_time: time(start),
    duration: time(duration),
  })
  const folder = `${name}_media`
  const pieces = cutPieces(film, options, folder)

  const reference = ({ shot, media }: CutPiece) => {
    if (!media)
      return {
        OTIO_SCHEMA: 'MissingReference.1',
        name: shot.name,
        metadata: {},
        available_range: null,
        available_image_bounds: null,
      }
    return {
      OTIO_SCHEMA: 'ExternalReference.1',
      name: shot.name,
      metadata: {},
      target_url: urlPath(media.path),
      // A still lasts as long as it is shown; how long a clip is, its file says.
      available_range: media.still ? range(0, shot.frames) : null,
      available_image_bounds: null,
    }
  }

  const clips = pieces.map((piece) => ({
    OTIO_SCHEMA: 'Clip.2',
    name: piece.shot.name,
    metadata: { exeunt: aboutShot(piece.shot) },
    enabled: true,
    effects: [],
    source_range: range(piece.from, piece.frames),
    markers: piece.markers.map((marker) => ({
      OTIO_SCHEMA: 'Marker.2',
      name: marker.words,
      color: markerColours[marker.kind],
      comment: marker.note,
      metadata: { exeunt: { assetId: marker.assetId, kind: marker.kind } },
      marked_range: range(marker.frame, 0),
    })),
    active_media_reference_key: 'DEFAULT_MEDIA',
    media_references: { DEFAULT_MEDIA: reference(piece) },
  }))

  const sound = otioSoundTracks(film, folder, range)

  const timeline = {
    OTIO_SCHEMA: 'Timeline.1',
    name: film.title,
    metadata: { exeunt: { dropFrame: film.timing.dropFrame, fps: film.timing.fps, range: rangeWord(film) } },
    global_start_time: time(startFrame(film.timing)),
    tracks: {
      OTIO_SCHEMA: 'Stack.1',
      name: 'tracks',
      metadata: {},
      source_range: null,
      effects: [],
      markers: [],
      enabled: true,
      children: [
        {
          OTIO_SCHEMA: 'Track.1',
          kind: 'Video',
          name: 'V1',
          metadata: {},
          source_range: null,
          effects: [],
          markers: [],
          enabled: true,
          children: clips,
        },
        ...sound.tracks,
      ],
    },
  }
  return {
    files: [
      { path: `${name}.otio`, text: `${JSON.stringify(timeline, null, 2)}\n` },
      ...pictureFiles(pieces),
      ...sound.files,
    ],
    warnings: [...aboutPictures(pieces, 'offline'), ...sound.warnings],
  }
}

const aboutShot = ({ shot, scene }: FilmShot) => ({
  shotId: shot.id,
  sceneId: scene.id,
  scene: scene.number,
  heading: scene.heading,
  text: shot.text,
})
