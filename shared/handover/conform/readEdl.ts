import { parseTimecode } from '../../domain/time/timecode'
import {
  fileNameOf,
  flattened,
  mostPieces,
  unreadable,
  unreadWords,
  type EditedCut,
  type Piece,
  type ReadTimelineOptions,
} from './editedCut'

/** An event: number, reel, channels, how it is cut to, its length, source in and out, record in and out. */
const event =
  /^\s*(\d{1,6})\s+(\S+)\s+(\S+)\s+(C|D|W\d{1,3}|K\s*[BO]?)\s*(\d{1,4})?\s+(\d+[:;.]\d+[:;.]\d+[:;.,]\d+)\s+(\d+[:;.]\d+[:;.]\d+[:;.,]\d+)\s+(\d+[:;.]\d+[:;.]\d+[:;.,]\d+)\s+(\d+[:;.]\d+[:;.]\d+[:;.,]\d+)\s*$/

interface Event {
  readonly number: string
  readonly reel: string
  readonly how: string
  readonly source: number
  readonly start: number
  readonly frames: number
  name: string
  shotId: string | null
  fileName: string | null
}

/** Reads a CMX3600 list, counted at the rate of the project: a list does not tell its own. @throws Refusal TIMELINE_UNREADABLE */
export function readEdl(text: string, options: ReadTimelineOptions): EditedCut {
  const { file } = options
  const events: Event[] = []
  let [title, range, audio, transitions, speeds]: [string, EditedCut['range'], number, number, number] = [
    '',
    null,
    0,
    0,
    0,
  ]
  let timing = options.timing
  let last: Event | null = null
  text.split(/\r\n?|\n/).forEach((line, i) => {
    const time = (label: string): number => {
      const read = parseTimecode(label.replace(/\./g, ':').replace(',', ';'), timing)
      return 'frame' in read ? read.frame : unreadable(file, `line ${i + 1}: ${read.refused.replace(/\.$/, '')}`)
    }
    const found = event.exec(line)
    if (found) {
      const [, number, reel, channels, how, , sourceIn, , recordIn, recordOut] = found as unknown as string[]
      last = null
      if (!/V|^B$|NONE/i.test(channels!)) {
        audio++
        return
      }
      const start = time(recordIn!)
      const frames = time(recordOut!) - start
      if (frames < 0) unreadable(file, `line ${i + 1}: the event ends before it begins`)
      if (how !== 'C') transitions++
      if (events.length >= mostPieces) unreadable(file, `it has more than ${mostPieces} events`)
      last = {
        number: number!,
        reel: reel!,
        how: how!,
        source: time(sourceIn!),
        start,
        frames,
        name: '',
        shotId: null,
        fileName: null,
      }
      events.push(last)
      return
    }
    const [, key, value] = /^\s*\*?\s*([A-Z][A-Z ]*?)\s*:\s*(.*?)\s*$/i.exec(line) ?? []
    switch (key?.toUpperCase()) {
      case 'TITLE':
        title = value!
        break
      case 'FCM':
        timing = { ...timing, dropFrame: !/NON/i.test(value!) && options.timing.fps.den !== 1 }
        break
      case 'EXEUNT RANGE':
        range = [...(range ?? []), value!]
        break
      case 'FROM CLIP NAME':
        // Of a dissolve the comments name both clips: the one before it has its name already.
        if (last && last.how === 'C') last.name = value!
        break
      case 'TO CLIP NAME':
        if (last && last.how !== 'C') last.name = value!
        break
      case 'EXEUNT SHOT':
        if (last) last.shotId = value!
        break
      case 'SOURCE FILE':
        if (last) last.fileName = fileNameOf(value!)
        break
      default:
        if (/^M2\s/.test(line)) speeds++
    }
  })
  if (!events.length) unreadable(file, 'there is no event in it')
  const zero = events.reduce((least, { start }) => Math.min(least, start), Infinity)
  const pieces: Piece[] = events
    .filter(({ reel, name, shotId, fileName }) => reel !== 'BL' || name || shotId || fileName)
    .map(({ name, reel, shotId, fileName, start, frames, source }) => ({
      name: name || reel,
      shotId,
      fileName,
      start: start - zero,
      frames,
      from: source,
    }))
  return {
    form: 'edl',
    name: title,
    pieces: flattened(file, [pieces]),
    range,
    unread: [
      ...unreadWords(audio, 'audio event'),
      ...unreadWords(transitions, 'transition'),
      ...unreadWords(speeds, 'change of speed', 'changes of speed'),
    ],
  }
}
