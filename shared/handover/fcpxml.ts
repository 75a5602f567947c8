import { rangeWord, type Film, type FilmShot } from './film'
import { cutMedia, aboutShots, type Handover } from './handoverFiles'
import { rationalSeconds, startFrame } from './rationalTime'
import { element, writeXml, type XmlElement } from './xml'

/**
 * The cut as FCPXML 1.10 (backends.md 8.3), for Final Cut and Resolve: a spine of stills, clips and, where there is no picture yet, gaps; markers for
 * entrances, exits and changes of look; ids in the metadata.
 * @param folderUrl the file URL of the folder it is written to, ending in "/": these programs want whole addresses
 */
export function writeFcpxml(film: Film, name: string, folderUrl: string): Handover {
  const { fps, dropFrame } = film.timing
  const seconds = (frames: number) => rationalSeconds(frames, fps)
  const folder = `${name}_media`
  const zero = startFrame(film.timing)
  const files: { path: string; mediaId: string }[] = []
  const resources: XmlElement[] = [
    element('format', { id: 'r1', frameDuration: seconds(1), width: film.width, height: film.height }),
    element('format', { id: 'r2', name: 'FFVideoFormatRateUndefined', width: film.width, height: film.height }),
  ]

  const item = (shot: FilmShot): XmlElement => {
    const media = cutMedia(film, shot, folder)
    const place = { offset: seconds(zero + shot.start), duration: seconds(shot.frames) }
    const note = shot.shot.text ? [element('note', {}, shot.shot.text)] : []
    const markers = shot.markers.map((marker) =>
      element('marker', {
        start: seconds(marker.frame),
        duration: seconds(1),
        value: marker.words,
        ...(marker.note ? { note: marker.note } : {}),
      }),
    )
    if (!media)
      return element('gap', { name: shot.name, ...place, start: '0s' }, [...note, ...markers, metadataOf(shot)])
    const id = `r${resources.length + 1}`
    files.push({ path: media.path, mediaId: media.mediaId })
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
            src: folderUrl + media.path.split('/').map(encodeURIComponent).join('/'),
          }),
          metadataOf(shot),
        ],
      ),
    )
    return element(media.still ? 'video' : 'asset-clip', { name: shot.name, ref: id, ...place, start: '0s' }, [
      ...note,
      ...markers,
    ])
  }

  const spine = element('spine', {}, film.shots.map(item))
  const sequence = element(
    'sequence',
    {
      format: 'r1',
      duration: seconds(film.frames),
      tcStart: seconds(zero),
      tcFormat: dropFrame ? 'DF' : 'NDF',
    },
    [spine, element('metadata', {}, [element('md', { key: 'org.exeunt.range', value: rangeWord(film) })])],
  )
  const root = element('fcpxml', { version: '1.10' }, [
    element('resources', {}, resources),
    element('library', {}, [
      element('event', { name: film.title }, [element('project', { name: film.title }, [sequence])]),
    ]),
  ])
  return {
    files: [{ path: `${name}.fcpxml`, text: writeXml('fcpxml', root) }, ...files],
    warnings: aboutShots(
      'NO_PICTURE',
      'Shots without a picture, which are gaps in the cut',
      film.shots.filter((shot) => !cutMedia(film, shot, folder)),
    ),
  }
}

function metadataOf({ shot, scene }: FilmShot): XmlElement {
  return element('metadata', {}, [
    element('md', { key: 'org.exeunt.shotId', value: shot.id }),
    element('md', { key: 'org.exeunt.sceneId', value: scene.id }),
    ...(scene.number ? [element('md', { key: 'com.apple.proapps.studio.scene', value: scene.number })] : []),
    element('md', { key: 'com.apple.proapps.studio.shot', value: shot.number }),
  ])
}
