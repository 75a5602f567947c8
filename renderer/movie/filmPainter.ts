import { filmMoment, picturesOf } from '@shared/domain/blocking/filmMoment'
import { StoryClock, type ClockScope } from '@shared/domain/time/storyClock'
import type { Film } from '@shared/handover/film'
import type { MovieOptions } from '@shared/handover/movie/movieOptions'
import type { RecordStore } from '@shared/records/recordStore'
import { drawnPicture, readPicture } from '../drawing/drawingResources'
import { filmFrame, type FilmFrameOptions } from '../drawing/filmFrame'

/** Paints frames of a film, each whole: it waits for the pictures it needs. */
export class FilmPainter {
  private readonly clock: StoryClock
  private readonly shows: FilmFrameOptions
  private readonly context: CanvasRenderingContext2D
  private readonly missing = new Set<string>()
  private painted = ''

  constructor(
    private readonly records: RecordStore,
    private readonly film: Film,
    scope: ClockScope,
    { subtitles, slate }: MovieOptions,
    private readonly canvas: HTMLCanvasElement,
  ) {
    this.clock = StoryClock.of(records, scope)
    this.shows = { subtitles: subtitles === 'burnt', slate, names: false }
    this.context = canvas.getContext('2d', { alpha: false })!
  }

  /** How many pictures could not be read. */
  get unread(): number {
    return this.missing.size
  }

  async paint(frame: number): Promise<void> {
    const moment = filmMoment(this.records, this.clock, frame)
    if (moment) {
      // A still that holds is painted once.
      const stays = moment.drawn === null && !this.shows.slate
      const key = stays
        ? JSON.stringify([moment.still?.mediaId, moment.card, moment.number, moment.framing, moment.subtitle])
        : ''
      if (stays && key === this.painted) return
      this.painted = key
      for (const mediaId of picturesOf(moment))
        if (!this.missing.has(mediaId) && !(await readPicture(mediaId))) this.missing.add(mediaId)
    }
    filmFrame<ImageBitmap>(this.context, this.canvas, this.film, moment, drawnPicture, this.shows)
  }
}
