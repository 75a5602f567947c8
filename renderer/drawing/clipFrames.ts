import type { CanvasSink, WrappedCanvas } from 'mediabunny'
import type { FilmMoment } from '@shared/domain/results/filmMoment'
import { mediaUrl } from '../common/AssetPicture'
import { tellDrawn } from './drawingResources'

/** A decoded picture of a clip, in its own pixels. */
export type ClipPicture = HTMLCanvasElement | OffscreenCanvas
type Wanted = NonNullable<FilmMoment['clip']>

/** So many seconds are decoded before they are needed, and so many stay behind. */
const ahead = 0.35
const behind = 0.1
/** A jump farther than this begins anew where it lands; a shorter way is decoded through. */
const nearby = 1.5
/** Clips that are kept open. */
const mostOpen = 4
/** Pictures are decoded no wider than this; the film is no wider. */
const widest = 1920

/** One clip that is read from front to back, with the pictures around the moment that is shown. */
class OpenClip {
  usedAt = performance.now()
  /** It cannot be read here. */
  isBroken = false
  private sink: CanvasSink | null = null
  private begins = 0
  private shown: WrappedCanvas[] = []
  private source: AsyncGenerator<WrappedCanvas, void, unknown> | null = null
  private hasEnded = false
  private work: Promise<void> = Promise.resolve()
  private wanted = 0
  private isFollowing = false

  constructor(private readonly mediaId: string) {}

  /** The picture that shows at a moment, if it is decoded. */
  at(seconds: number): ClipPicture | undefined {
    this.usedAt = performance.now()
    const at = seconds + this.begins
    const i = this.shown.findLastIndex((one) => one.timestamp <= at)
    if (i < 0) return this.shown[0]?.timestamp === this.begins ? this.shown[0].canvas : undefined
    return i < this.shown.length - 1 || this.hasEnded ? this.shown[i]!.canvas : undefined
  }

  /** Decodes up to a moment and a little farther, as it comes to it. */
  follow(seconds: number): void {
    this.wanted = seconds
    if (this.isFollowing || this.isBroken) return
    this.isFollowing = true
    void this.upTo(seconds, ahead).finally(() => {
      this.isFollowing = false
      tellDrawn()
      if (!this.isBroken && this.wanted !== seconds && this.at(this.wanted) === undefined) this.follow(this.wanted)
    })
  }

  /** Decodes until the picture of a moment is there. */
  async upTo(seconds: number, more = 0): Promise<void> {
    this.work = this.work.then(() => this.decode(seconds, more)).catch(() => void (this.isBroken = true))
    await this.work
  }

  private async decode(seconds: number, more: number): Promise<void> {
    if (this.isBroken) return
    const sink = (this.sink ??= await this.open())
    const at = seconds + this.begins
    const [first, last] = [this.shown[0], this.shown.at(-1)]
    if (!this.source || !first || !last || at < first.timestamp || at > last.timestamp + nearby) {
      await this.source?.return()
      this.shown = []
      this.hasEnded = false
      this.source = sink.canvases(Math.max(this.begins, at))
    }
    while (!this.hasEnded && (this.shown.at(-1)?.timestamp ?? -1) <= at + more) {
      const next = await this.source.next()
      if (next.done) this.hasEnded = true
      else this.shown.push(next.value)
    }
    while (this.shown.length > 1 && this.shown[1]!.timestamp < at - behind) this.shown.shift()
    if (!this.shown.length) throw new Error('no pictures')
  }

  private async open(): Promise<CanvasSink> {
    const { ALL_FORMATS, BlobSource, CanvasSink: Sink, Input } = await import('mediabunny')
    const answer = await fetch(mediaUrl(this.mediaId))
    if (!answer.ok) throw new Error(answer.statusText)
    const input = new Input({ source: new BlobSource(await answer.blob()), formats: ALL_FORMATS })
    const track = await input.getPrimaryVideoTrack()
    if (!track || !(await track.canDecode())) throw new Error('cannot be decoded')
    this.begins = await track.getFirstTimestamp()
    const width = await track.getDisplayWidth()
    return new Sink(track, width > widest ? { width: widest } : {})
  }

  close(): void {
    this.isBroken = true
    void this.source?.return()
    this.shown = []
  }
}

const open = new Map<string, OpenClip>()

function clipOf({ mediaId }: Wanted): OpenClip {
  let clip = open.get(mediaId)
  if (!clip) {
    clip = new OpenClip(mediaId)
    open.set(mediaId, clip)
    for (const [id, other] of [...open].toSorted((a, b) => a[1].usedAt - b[1].usedAt).slice(0, -mostOpen)) {
      other.close()
      open.delete(id)
    }
  }
  return clip
}

/** The picture of a clip at a moment; undefined while it is decoded, and where the clip cannot be read here. Asking has it decoded. */
export function drawnClip(wanted: Wanted): ClipPicture | undefined {
  const clip = clipOf(wanted)
  clip.follow(wanted.seconds)
  return clip.at(wanted.seconds)
}

/** Is it on its way? False for a clip that cannot be read here. */
export const isClipBeingRead = (wanted: Wanted): boolean => {
  const clip = clipOf(wanted)
  return !clip.isBroken && clip.at(wanted.seconds) === undefined
}

/** The picture of a clip at a moment, for those who paint it once and for good; null where it cannot be read. */
export async function readClip(wanted: Wanted): Promise<ClipPicture | null> {
  const clip = clipOf(wanted)
  await clip.upTo(wanted.seconds)
  return clip.at(wanted.seconds) ?? null
}
