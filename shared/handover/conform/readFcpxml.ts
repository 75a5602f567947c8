import type { XmlNode } from '../../script/xml/readXmlNodes'
import {
  deepestNesting,
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
import { childOf, childrenOf, firstOf, readXmlTimeline } from './readXmlTimeline'

/** What stands in a timeline and shows a picture. */
const shown = ['video', 'clip', 'asset-clip', 'ref-clip', 'sync-clip', 'mc-clip', 'gap', 'audition', 'title']

/** Reads FCPXML: the first sequence of a project, with what is connected above it. @throws Refusal TIMELINE_UNREADABLE */
export function readFcpxml(text: string, options: ReadTimelineOptions): EditedCut {
  const { file } = options
  const nodes = readXmlTimeline(text, file)
  const root = nodes.find((node) => node.name === 'fcpxml')
  const project = root && firstOf(root.children, 'project')
  const sequence = project ? childOf(project, 'sequence') : root && firstOf(root.children, 'sequence')
  const spine = childOf(sequence ?? undefined, 'spine')
  if (!root || !sequence || !spine) return unreadable(file, 'there is no timeline in it')
  const reader = new Reader(root, options)
  reader.spine(spine, reader.time(sequence.attributes['tcStart'] ?? '0s'), 0, 0)
  return {
    form: 'fcpxml',
    name: project?.attributes['name'] ?? '',
    pieces: flattened(
      file,
      [...reader.lanes].sort(([a], [b]) => a - b).map(([, pieces]) => pieces),
    ),
    range: readRange(metadataIn(sequence, 'org.exeunt.range')),
    unread: [
      ...unreadWords(reader.transitions, 'transition'),
      ...unreadWords(reader.titles, 'title'),
      ...unreadWords(reader.audio, 'audio clip'),
      ...unreadWords(reader.speeds, 'change of speed', 'changes of speed'),
    ],
  }
}

function metadataIn(node: XmlNode | undefined, key: string): string | undefined {
  const entries = childrenOf(node ?? nothing, 'metadata').flatMap((metadata) => childrenOf(metadata, 'md'))
  return entries.find((md) => md.attributes['key'] === key)?.attributes['value']
}
const nothing: XmlNode = { name: '', attributes: {}, children: [], text: '' }

class Reader {
  readonly lanes = new Map<number, Piece[]>()
  transitions = 0
  titles = 0
  audio = 0
  speeds = 0
  private count = 0
  private readonly assets = new Map<string, XmlNode>()

  constructor(
    root: XmlNode,
    private readonly options: ReadTimelineOptions,
  ) {
    for (const resources of childrenOf(root, 'resources'))
      for (const one of resources.children) {
        const id = one.attributes['id']
        if (id !== undefined) this.assets.set(id, one)
      }
  }

  /** @param zero the offset that lies at `at` of the timeline, in frames both */
  spine(spine: XmlNode, zero: number, at: number, lane: number, depth = 0): void {
    if (depth > deepestNesting) unreadable(this.options.file, 'clips lie in one another without end')
    let next = zero
    for (const item of spine.children) {
      if (item.name === 'transition') this.transitions++
      if (!shown.includes(item.name)) continue
      const frames = this.time(item.attributes['duration'] ?? '0s')
      // What gives no place follows what is before it.
      const offset = item.attributes['offset'] === undefined ? next : this.time(item.attributes['offset'])
      this.item(item, at + offset - zero, frames, lane, depth)
      next = offset + frames
    }
  }

  private item(given: XmlNode, at: number, frames: number, lane: number, depth: number): void {
    if (++this.count > mostPieces) unreadable(this.options.file, `it has more than ${mostPieces} clips`)
    if (frames < 0) unreadable(this.options.file, 'a clip in it ends before it begins')
    // Of several that were tried the first one shows.
    const item = given.name === 'audition' ? (given.children.find((one) => shown.includes(one.name)) ?? given) : given
    const source = this.sourceOf(item)
    const asset = this.assets.get(source.attributes['ref'] ?? '')
    const mediaStart = this.time(asset?.attributes['start'] ?? '0s')
    const start = item.attributes['start'] === undefined ? mediaStart : this.time(item.attributes['start'])
    const shotId = metadataIn(item, 'org.exeunt.shotId') ?? metadataIn(asset, 'org.exeunt.shotId') ?? null
    if (childOf(item, 'timeMap')) this.speeds++
    const isHidden = item.attributes['enabled'] === '0' || item.attributes['srcEnable'] === 'audio'
    if (item.name === 'title') this.titles++
    else if (!isHidden && (item.name !== 'gap' || shotId !== null)) {
      const media = asset && (childOf(asset, 'media-rep')?.attributes['src'] ?? asset.attributes['src'])
      this.laneOf(lane).push({
        name: item.attributes['name'] ?? asset?.attributes['name'] ?? '',
        shotId,
        fileName: media === undefined ? null : fileNameOf(media),
        start: at,
        frames,
        from: start - mediaStart,
      })
    }
    this.connected(item, at, start, lane, depth)
  }

  /** What is connected to an item lies over it, or under it, by its lane; its place is told in the item's own time. */
  private connected(item: XmlNode, at: number, start: number, lane: number, depth: number): void {
    for (const child of item.children) {
      const own = Number(child.attributes['lane'] ?? 0)
      if (!own || !Number.isInteger(own)) continue
      if (child.name === 'audio') this.audio++
      const offset = child.attributes['offset'] === undefined ? start : this.time(child.attributes['offset'])
      const place = at + offset - start
      if (child.name === 'spine') this.spine(child, 0, place, lane + own, depth + 1)
      else if (shown.includes(child.name)) {
        if (depth > deepestNesting) unreadable(this.options.file, 'clips lie in one another without end')
        // Sound that lies under the picture is no picture.
        if (own < 0 && !firstOf([child], 'video')) this.audio++
        else this.item(child, place, this.time(child.attributes['duration'] ?? '0s'), lane + own, depth + 1)
      }
    }
  }

  /** What an item shows: a clip holds its picture inside. */
  private sourceOf(item: XmlNode): XmlNode {
    if (item.attributes['ref'] !== undefined) return item
    return item.children.find((one) => !one.attributes['lane'] && one.attributes['ref'] !== undefined) ?? item
  }

  private laneOf(lane: number): Piece[] {
    let pieces = this.lanes.get(lane)
    if (!pieces) this.lanes.set(lane, (pieces = []))
    return pieces
  }

  /** "1001/24000s" or "4s" or "1.5s" in frames. */
  time(text: string): number {
    const [, above, below] = /^\s*(-?\d{1,15}(?:\.\d{1,9})?)(?:\/(\d{1,15}))?s\s*$/.exec(text) ?? []
    if (above === undefined || Number(below ?? 1) === 0)
      return unreadable(this.options.file, `“${text.slice(0, 40)}” is no time`)
    return framesOf(this.options.file, Number(above), Number(below ?? 1), this.options.timing.fps)
  }
}
