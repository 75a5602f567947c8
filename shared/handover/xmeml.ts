import { countedRate } from '../domain/time/frameRates'
import { formatTimecode } from '../domain/time/timecode'
import { rangeWord, type Film, type FilmShot } from './film'
import { cutMedia, aboutShots, urlPath, type Handover } from './handoverFiles'
import { startFrame } from './rationalTime'
import { element, writeXml, type XmlElement } from './xml'
import { xmemlSound } from './xmemlSound'

/**
 * The cut as Final Cut Pro 7 XML, version 5 (backends.md 8.4): what Premiere opens. One video track, a clip a shot, markers for entrances, exits and
 * changes of look, tracks of sound; the shot's id stands in its master clip's id and in the log note.
 * @param folderUrl the file URL of the folder it is written to, ending in "/"
 */
export function writeXmeml(film: Film, name: string, folderUrl: string): Handover {
  const folder = `${name}_media`
  const files: { path: string; mediaId: string }[] = []
  const zero = startFrame(film.timing)
  const rate = () =>
    element('rate', {}, [
      element('timebase', {}, countedRate(film.timing.fps)),
      element('ntsc', {}, film.timing.fps.den === 1 ? 'FALSE' : 'TRUE'),
    ])
  const picture = () =>
    element('samplecharacteristics', {}, [
      rate(),
      element('width', {}, film.width),
      element('height', {}, film.height),
      element('pixelaspectratio', {}, 'square'),
      element('fielddominance', {}, 'none'),
    ])

  const fileOf = (shot: FilmShot): XmlElement => {
    const media = cutMedia(film, shot, folder)
    if (media) files.push({ path: media.path, mediaId: media.mediaId })
    return element('file', { id: `file-${shot.place}` }, [
      element('name', {}, media ? media.path.slice(folder.length + 1) : shot.name),
      // Without an address the clip is offline, and the program asks where it is.
      ...(media ? [element('pathurl', {}, folderUrl + urlPath(media.path))] : []),
      rate(),
      element('duration', {}, shot.frames),
      element('media', {}, [element('video', {}, [picture()])]),
    ])
  }

  const clips = film.shots.map((shot) =>
    element('clipitem', { id: `clipitem-${shot.place}` }, [
      element('masterclipid', {}, `masterclip-${shot.place}`),
      element('name', {}, shot.name),
      element('enabled', {}, 'TRUE'),
      element('duration', {}, shot.frames),
      rate(),
      element('start', {}, shot.start),
      element('end', {}, shot.start + shot.frames),
      element('in', {}, 0),
      element('out', {}, shot.frames),
      ...(cutMedia(film, shot, folder)?.still ? [element('stillframe', {}, 'TRUE')] : []),
      fileOf(shot),
      ...shot.markers.map((marker) =>
        element('marker', {}, [
          element('comment', {}, marker.note),
          element('name', {}, marker.words),
          element('in', {}, marker.frame),
          element('out', {}, -1),
        ]),
      ),
      element('logginginfo', {}, [
        element('description', {}, shot.shot.text),
        element('scene', {}, shot.scene.number),
        element('shottake', {}, shot.shot.number),
        element('lognote', {}, `exeunt:${shot.shot.id}`),
      ]),
    ]),
  )

  const sound = xmemlSound(film, folder, folderUrl, rate)
  const sequence = element('sequence', { id: 'sequence-1' }, [
    element('name', {}, film.title),
    element('duration', {}, film.frames),
    rate(),
    element('timecode', {}, [
      rate(),
      element('string', {}, formatTimecode(zero, film.timing)),
      element('frame', {}, zero),
      element('displayformat', {}, film.timing.dropFrame ? 'DF' : 'NDF'),
    ]),
    element('media', {}, [
      element('video', {}, [element('format', {}, [picture()]), element('track', {}, clips)]),
      ...sound.audio,
    ]),
    element('logginginfo', {}, [element('lognote', {}, `exeunt:${rangeWord(film)}`)]),
  ])
  return {
    files: [
      { path: `${name}.xml`, text: writeXml('xmeml', element('xmeml', { version: 5 }, [sequence])) },
      ...files,
      ...sound.files,
    ],
    warnings: [
      ...aboutShots(
        'NO_PICTURE',
        'Shots without a picture, which are offline in the cut',
        film.shots.filter((shot) => !cutMedia(film, shot, folder)),
      ),
      ...sound.warnings,
    ],
  }
}
