import { countedRate } from '../domain/time/frameRates'
import { formatTimecode } from '../domain/time/timecode'
import { aboutPictures, cutPieces, pictureFiles, type CutOptions, type CutPiece } from './cutPieces'
import { rangeWord, type Film } from './film'
import { urlPath, type Handover } from './handoverFiles'
import { startFrame } from './rationalTime'
import { element, writeXml, type XmlElement } from './xml'
import { xmemlSound } from './xmemlSound'

/**
 * The cut as Final Cut Pro 7 XML, version 5 (backends.md 8.4): what Premiere opens. One video track, a clip a shot, markers for entrances, exits and
 * changes of look, tracks of sound; the shot's id stands in its master clip's id and in the log note.
 * @param folderUrl the file URL of the folder it is written to, ending in "/"
 */
export function writeXmeml(film: Film, name: string, folderUrl: string, options: CutOptions): Handover {
  const folder = `${name}_media`
  const pieces = cutPieces(film, options, folder)
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

  const fileOf = ({ shot, key, media }: CutPiece): XmlElement =>
    element('file', { id: `file-${key}` }, [
      element('name', {}, media ? media.path.slice(folder.length + 1) : shot.name),
      // Without an address the clip is offline, and the program asks where it is.
      ...(media ? [element('pathurl', {}, folderUrl + urlPath(media.path))] : []),
      rate(),
      element('duration', {}, shot.frames),
      element('media', {}, [element('video', {}, [picture()])]),
    ])

  const clips = pieces.map((piece) => {
    const { shot, key, media, from, frames, markers } = piece
    return element('clipitem', { id: `clipitem-${key}` }, [
      element('masterclipid', {}, `masterclip-${key}`),
      element('name', {}, shot.name),
      element('enabled', {}, 'TRUE'),
      element('duration', {}, shot.frames),
      rate(),
      element('start', {}, shot.start + from),
      element('end', {}, shot.start + from + frames),
      element('in', {}, from),
      element('out', {}, from + frames),
      ...(media?.still ? [element('stillframe', {}, 'TRUE')] : []),
      fileOf(piece),
      ...markers.map((marker) =>
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
    ])
  })

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
      ...pictureFiles(pieces),
      ...sound.files,
    ],
    warnings: [...aboutPictures(pieces, 'offline'), ...sound.warnings],
  }
}
