import { rangeWord, type Film, type FilmMarker, type FilmShot } from './film'
import { otioSoundTracks } from './otioSound'
import { cutMedia, aboutShots, urlPath, type Handover } from './handoverFiles'
import { startFrame } from './rationalTime'

const markerColours: Record<FilmMarker['kind'], string> = { enters: 'GREEN', exits: 'RED', changes: 'PURPLE' }

/**
 * The cut as an OpenTimelineIO timeline (backends.md 8.1): one video track, a clip a shot, markers for entrances, exits and changes of look, tracks of
 * sound, ids in the metadata, so that an edited timeline can be read back. Pictures and sounds lie beside it in a folder.
 */
export function writeOtio(film: Film, name: string): Handover {
  const rate = film.timing.fps.num / film.timing.fps.den
  const time = (value: number) => ({ OTIO_SCHEMA: 'RationalTime.1', rate, value })
  const range = (start: number, duration: number) => ({
    OTIO_SCHEMA: 'TimeRange.1',
    start_time: time(start),
    duration: time(duration),
  })
  const folder = `${name}_media`
  const files: { path: string; mediaId: string }[] = []

  const reference = (shot: FilmShot) => {
    const media = cutMedia(film, shot, folder)
    if (!media)
      return {
        OTIO_SCHEMA: 'MissingReference.1',
        name: shot.name,
        metadata: {},
        available_range: null,
        available_image_bounds: null,
      }
    files.push({ path: media.path, mediaId: media.mediaId })
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

  const clips = film.shots.map((shot) => ({
    OTIO_SCHEMA: 'Clip.2',
    name: shot.name,
    metadata: {
      exeunt: {
        shotId: shot.shot.id,
        sceneId: shot.scene.id,
        scene: shot.scene.number,
        heading: shot.scene.heading,
        text: shot.shot.text,
      },
    },
    enabled: true,
    effects: [],
    source_range: range(0, shot.frames),
    markers: shot.markers.map((marker) => ({
      OTIO_SCHEMA: 'Marker.2',
      name: marker.words,
      color: markerColours[marker.kind],
      comment: marker.note,
      metadata: { exeunt: { assetId: marker.assetId, kind: marker.kind } },
      marked_range: range(marker.frame, 0),
    })),
    active_media_reference_key: 'DEFAULT_MEDIA',
    media_references: { DEFAULT_MEDIA: reference(shot) },
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
    files: [{ path: `${name}.otio`, text: `${JSON.stringify(timeline, null, 2)}\n` }, ...files, ...sound.files],
    warnings: [
      ...aboutShots(
        'NO_PICTURE',
        'Shots without a picture, which are offline in the cut',
        film.shots.filter((s) => !cutMedia(film, s, folder)),
      ),
      ...sound.warnings,
    ],
  }
}
