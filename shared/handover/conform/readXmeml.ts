import type { FrameRate } from '../../model/frameRate'
import type { XmlNode } from '../../script/xml/readXmlNodes'
import {
  fileNameOf,
  flattened,
  framesOf,
  mostPieces,
  readRange,
  unreadable,
  unreadWords,
  type EditedCut,
  type Piece,
  type ReadTimelineOptions,
} from './editedCut'
import { childOf, childrenOf, firstOf, readXmlTimeline, textOf } from './readXmlTimeline'

/** Reads Final Cut Pro 7 XML, as Premiere and Resolve write it: what is seen of all picture tracks of its first sequence. @throws Refusal TIMELINE_UNREADABLE */
export function readXmeml(text: string, options: ReadTimelineOptions): EditedCut {
  const { file } = options
  const root = readXmlTimeline(text, file).find((node) => node.name === 'xmeml')
  const sequence = root && firstOf(root.children, 'sequence')
  const video = sequence && childOf(childOf(sequence, 'media'), 'video')
  if (!sequence || !video) return unreadable(file, 'there is no timeline in it')
  const reader = new Reader(rateOf(sequence) ?? options.timing.fps, options)
  const tracks = childrenOf(video, 'track').filter((track) => textOf(track, 'enabled') !== 'FALSE')
  const audio = childrenOf(childOf(childOf(sequence, 'media'), 'audio') ?? video, 'track').length
  return {
    form: 'xmeml',
    name: textOf(sequence, 'name'),
    pieces: flattened(
      file,
      tracks.map((track) => reader.track(track)),
    ),
    range: readRange(noteOf(sequence)),
    unread: [
      ...unreadWords(childOf(childOf(sequence, 'media'), 'audio') ? audio : 0, 'audio track'),
      ...unreadWords(reader.transitions, 'transition'),
      ...unreadWords(reader.titles, 'title'),
      ...unreadWords(reader.effects, 'effect'),
    ],
  }
}

/** What we wrote into the log note of a clip or sequence. */
function noteOf(node: XmlNode): string | null {
  const [, word] = /^exeunt:(.+)$/s.exec(textOf(childOf(node, 'logginginfo'), 'lognote')) ?? []
  return word ?? null
}

function rateOf(node: XmlNode): FrameRate | null {
  const rate = childOf(node, 'rate')
  const base = Number(textOf(rate, 'timebase'))
  if (!Number.isInteger(base) || base < 1 || base > 1000) return null
  return /TRUE/i.test(textOf(rate, 'ntsc')) ? { num: base * 1000, den: 1001 } : { num: base, den: 1 }
}

class Reader {
  transitions = 0
  titles = 0
  effects = 0
  private count = 0
  private readonly files = new Map<string, string | null>()

  constructor(
    private readonly fps: FrameRate,
    private readonly options: ReadTimelineOptions,
  ) {}

  track(track: XmlNode): Piece[] {
    const items = track.children.filter((one) => ['clipitem', 'generatoritem', 'transitionitem'].includes(one.name))
    return items.flatMap((item, i) => {
      if (item.name === 'transitionitem') this.transitions++
      if (item.name === 'generatoritem') this.titles++
      return item.name === 'clipitem' ? this.clip(item, items[i - 1], items[i + 1]) : []
    })
  }

  private clip(item: XmlNode, before: XmlNode | undefined, after: XmlNode | undefined): Piece[] {
    if (++this.count > mostPieces) unreadable(this.options.file, `it has more than ${mostPieces} clips`)
    this.effects += childrenOf(item, 'filter').length
    const fileName = this.fileOf(item)
    if (/FALSE/i.test(textOf(item, 'enabled'))) return []
    const [start, end, from] = [this.number(item, 'start'), this.number(item, 'end'), this.number(item, 'in')]
    // Where a transition lies over the cut the cut is told by it: in its middle.
    const begins = start >= 0 ? start : this.middleOf(before)
    const ends = end >= 0 ? end : this.middleOf(after)
    const into = start >= 0 ? 0 : begins - this.number(before ?? item, 'start')
    if (ends < begins) unreadable(this.options.file, `the clip “${textOf(item, 'name')}” ends before it begins`)
    return [
      {
        name: textOf(item, 'name'),
        shotId: noteOf(item),
        fileName,
        start: this.inFrames(begins),
        frames: this.inFrames(ends) - this.inFrames(begins),
        from: this.inFrames(from + into),
      },
    ]
  }

  /** A file is told once and named by its id from then on. */
  private fileOf(item: XmlNode): string | null {
    const file = childOf(item, 'file')
    if (!file) return null
    const id = file.attributes['id'] ?? ''
    const told = fileNameOf(textOf(file, 'pathurl')) ?? (textOf(file, 'name') || null)
    if (told !== null) this.files.set(id, told)
    return told ?? this.files.get(id) ?? null
  }

  private middleOf(transition: XmlNode | undefined): number {
    if (transition?.name !== 'transitionitem') return unreadable(this.options.file, 'a clip in it has no place')
    return Math.floor((this.number(transition, 'start') + this.number(transition, 'end')) / 2)
  }

  private number(node: XmlNode, name: string): number {
    const text = textOf(node, name)
    const value = Number(text)
    if (text === '' || !Number.isFinite(value)) return unreadable(this.options.file, `a ${node.name} has no ${name}`)
    return value
  }

  private inFrames(frame: number): number {
    const { num, den } = this.fps
    return framesOf(this.options.file, frame * den, num, this.options.timing.fps)
  }
}
