import { filmMoment, picturesOf, type FilmMoment } from '@shared/domain/results/filmMoment'
import { StoryClock, type ClockScope } from '@shared/domain/time/storyClock'
import type { Film } from '@shared/handover/film'
import type { MovieOptions } from '@shared/handover/movie/movieOptions'
import type { RecordStore } from '@shared/records/recordStore'
import { drawnPicture, readPicture } from '../drawing/drawingResources'
import { readClip, type ClipPicture } from '../drawing/clipFrames'
import { KeptBackdrop } from '../drawing/keptBackdrop'
import { filmFrame, type FilmFrameOptions } from '../drawing/filmFrame'

/** Paints frames of a film, each whole: it waits for the pictures it needs. */
export class FilmPainter {
  private readonly clock: StoryClock
  private readonly shows: FilmFrameOptions
  private readonly clips: boolean
  private readonly context: CanvasRenderingContext2D
  private readonly backdrop = new KeptBackdrop()
  private readonly missing = new Set<string>()
  private painted = ''

  constructor(
    private readonly records: RecordStore,
    private readonly film: Film,
    scope: ClockScope,
    { subtitles, slate, clips }: MovieOptions,
    private readonly canvas: HTMLCanvasElement,
  ) {
    this.clock = StoryClock.of(records, scope)
    this.clips = clips
    this.shows = { subtitles: subtitles === 'burnt', slate, names: false }
    this.context = canvas.getContext('2d', { alpha: false })!
  }

  /** How many pictures could not be read. */
  get unread(): number {
    return this.missing.size
  }

  /** @returns false where the picture stays as it was */
  async paint(frame: number): Promise<boolean> {
    const moment = filmMoment(this.records, this.clock, frame, { clips: this.clips })
    const clip = await this.clipOf(moment)
    if (moment && !clip) {
      // A still that holds is painted once.
      const stays = moment.drawn === null && !this.shows.slate
      const key = stays
        ? JSON.stringify([moment.still?.mediaId, moment.card, moment.number, moment.framing, moment.subtitle])
        : ''
      if (stays && key === this.painted) return false
      this.painted = key
      for (const mediaId of picturesOf(moment))
        if (!this.missing.has(mediaId) && !(await readPicture(mediaId))) this.missing.add(mediaId)
    }
    if (clip) this.painted = ''
    const pictures = { pictureOf: drawnPicture, clipOf: () => clip ?? undefined, backdrop: this.backdrop }
    filmFrame(this.context, this.canvas, this.film, moment, pictures, this.shows)
    return true
  }

  /** The picture of the clip that plays; one that cannot be read counts as missing, and stills and blocking show. */
  private async clipOf(moment: FilmMoment | null): Promise<ClipPicture | null> {
    if (!moment?.clip || this.missing.has(moment.clip.mediaId)) return null
    const picture = await readClip(moment.clip)
    if (!picture) this.missing.add(moment.clip.mediaId)
    return picture
  }
}
