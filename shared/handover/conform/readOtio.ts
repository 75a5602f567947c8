import {
  deepestNesting,
  fileNameOf,
  flattened,
  framesOf,
  mostPieces,
  readRange,
  unreadable,
  unreadWords,
  window,
  type EditedCut,
  type Piece,
  type ReadTimelineOptions,
} from './editedCut'

type Json = Record<string, unknown>
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const objectIn = (of: unknown, key: string): Json | null => {
  const value = isObject(of) ? of[key] : null
  return isObject(value) ? value : null
}
const textIn = (of: unknown, key: string): string => {
  const value = isObject(of) ? of[key] : null
  return typeof value === 'string' ? value : ''
}
const kindOf = (of: Json) => textIn(of, 'OTIO_SCHEMA').split('.')[0] ?? ''

/** Reads an OpenTimelineIO file: what is seen of all its picture tracks. @throws Refusal TIMELINE_UNREADABLE */
export function readOtio(text: string, options: ReadTimelineOptions): EditedCut {
  const { file } = options
  let root: unknown
  try {
    root = JSON.parse(text)
  } catch {
    return unreadable(file, 'it is no whole JSON file')
  }
  const timeline = timelineIn(root)
  if (!timeline) return unreadable(file, 'there is no timeline in it')
  const reader = new Reader(options)
  const tracks = objectIn(timeline, 'tracks')
  if (!tracks) return unreadable(file, 'its timeline has no tracks')
  const pieces = reader.stack(tracks, 0).pieces
  const ours = objectIn(timeline['metadata'], 'exeunt')
  return {
    form: 'otio',
    name: textIn(timeline, 'name'),
    pieces,
    range: readRange(ours?.['range']),
    unread: [
      ...unreadWords(reader.audio, 'audio track'),
      ...unreadWords(reader.transitions, 'transition'),
      ...unreadWords(reader.effects, 'effect'),
    ],
  }
}

function timelineIn(root: unknown): Json | null {
  if (!isObject(root)) return null
  if (kindOf(root) === 'Timeline') return root
  const children = root['children']
  const found: unknown = Array.isArray(children)
    ? children.find((child) => isObject(child) && kindOf(child) === 'Timeline')
    : null
  return isObject(found) ? found : null
}

/** Something in a track: what is seen of it, and how long it lasts. */
interface Laid {
  readonly pieces: Piece[]
  readonly frames: number
}

class Reader {
  audio = 0
  transitions = 0
  effects = 0
  private count = 0

  constructor(private readonly options: ReadTimelineOptions) {}

  stack(stack: Json, depth: number): Laid {
    const tracks: Piece[][] = []
    let frames = 0
    for (const child of this.children(stack, depth)) {
      if (kindOf(child) === 'Track' && textIn(child, 'kind') === 'Audio') {
        this.audio++
        continue
      }
      if (child['enabled'] === false) continue
      const laid = this.item(child, depth + 1)
      tracks.push(laid.pieces)
      frames = Math.max(frames, laid.frames)
    }
    return this.ranged(stack, { pieces: flattened(this.options.file, tracks), frames })
  }

  private track(track: Json, depth: number): Laid {
    const pieces: Piece[] = []
    let at = 0
    for (const child of this.children(track, depth)) {
      if (kindOf(child) === 'Transition') {
        this.transitions++
        continue
      }
      const laid = this.item(child, depth + 1)
      if (child['enabled'] !== false)
        for (const piece of laid.pieces) pieces.push({ ...piece, start: piece.start + at })
      at += laid.frames
    }
    return this.ranged(track, { pieces, frames: at })
  }

  private item(item: Json, depth: number): Laid {
    if (Array.isArray(item['effects'])) this.effects += item['effects'].length
    switch (kindOf(item)) {
      case 'Stack':
        return this.stack(item, depth)
      case 'Track':
        return this.track(item, depth)
      case 'Gap':
        return { pieces: [], frames: this.rangeOf(item, 'source_range')?.frames ?? 0 }
      case 'Clip':
        return this.clip(item)
      default:
        return { pieces: [], frames: 0 }
    }
  }

  private clip(clip: Json): Laid {
    if (++this.count > mostPieces) unreadable(this.options.file, `it has more than ${mostPieces} clips`)
    const references = objectIn(clip, 'media_references')
    const media =
      (references && objectIn(references, textIn(clip, 'active_media_reference_key') || 'DEFAULT_MEDIA')) ??
      objectIn(clip, 'media_reference')
    const available = media && this.rangeOf(media, 'available_range')
    const range = this.rangeOf(clip, 'source_range') ?? available
    if (!range) return unreadable(this.options.file, `the clip “${textIn(clip, 'name')}” has no length`)
    const ours = objectIn(clip['metadata'], 'exeunt')
    const shotId = textIn(ours, 'shotId')
    return {
      frames: range.frames,
      pieces: [
        {
          name: textIn(clip, 'name'),
          shotId: shotId || null,
          fileName: fileNameOf(textIn(media, 'target_url')),
          start: 0,
          frames: range.frames,
          from: range.start - (available?.start ?? 0),
        },
      ],
    }
  }

  private ranged(item: Json, laid: Laid): Laid {
    const range = this.rangeOf(item, 'source_range')
    if (!range) return laid
    const pieces = window(laid.pieces, range.start, range.frames, 0)
    // Some programs count the range from the timecode that the track begins at.
    return pieces.length || !laid.pieces.length ? { pieces, frames: range.frames } : laid
  }

  private children(item: Json, depth: number): Json[] {
    if (depth > deepestNesting) unreadable(this.options.file, 'timelines lie in one another without end')
    const children = item['children']
    return Array.isArray(children) ? children.filter(isObject) : []
  }

  private rangeOf(item: Json, key: string): { start: number; frames: number } | null {
    const range = objectIn(item, key)
    if (!range) return null
    const [start, frames] = [this.time(range['start_time']), this.time(range['duration'])]
    if (frames < 0) unreadable(this.options.file, 'a clip in it ends before it begins')
    return { start, frames }
  }

  private time(time: unknown): number {
    const [value, rate] = isObject(time) ? [time['value'], time['rate']] : []
    if (typeof value !== 'number' || typeof rate !== 'number' || !(rate > 0))
      return unreadable(this.options.file, 'a time in it cannot be read')
    const { fps } = this.options.timing
    // The same rate, however many digits it is written with.
    if (Math.abs(rate - fps.num / fps.den) < 0.005) return framesOf(this.options.file, value * fps.den, fps.num, fps)
    return framesOf(this.options.file, value, rate, fps)
  }
}
