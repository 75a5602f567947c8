import type { SoundClip } from '../../model/sound'
import type { Seconds } from '../../model/units'
import { cached } from '../../records/cached'
import { StoryClock } from '../time/storyClock'
import { clipStart } from './soundingClips'

/** Tracks lie on the film or on a scene; lines belong to a shot and go with it. */
export type SoundLane = 'track' | 'lines'

export const laneOf = (clip: Pick<SoundClip, 'shotId'>): SoundLane => (clip.shotId === null ? 'track' : 'lines')

/** A clip where it lies: its lane, its row in all rows, and when it begins in the film. */
export interface PlacedClip {
  readonly clip: SoundClip
  readonly lane: SoundLane
  readonly row: number
  readonly start: Seconds
}

/** Clips in rows: those that sound together lie under one another. Every lane has a row at least. */
export interface SoundRows {
  readonly clips: readonly PlacedClip[]
  readonly rows: Readonly<Record<SoundLane, { readonly first: number; readonly count: number }>>
}

/** The clock of the whole film, which sounds lie on. Remembered. */
export const soundClock = cached<StoryClock>((records) => StoryClock.of(records, 'film'))

export const soundRows = cached<SoundRows>((reads) => {
  const film = soundClock(reads)
  const placed = [...reads.all('soundClips')]
    .flatMap((clip) => {
      const start = clipStart(reads, film, clip)
      return start === null ? [] : [{ clip, start, lane: laneOf(clip) }]
    })
    .sort((a, b) => a.start - b.start || a.clip.ordinal - b.clip.ordinal)
  let first = 0
  const clips: PlacedClip[] = []
  const rowsOf = (lane: SoundLane) => {
    const ends: number[] = []
    for (const one of placed.filter((p) => p.lane === lane)) {
      const free = ends.findIndex((end) => end <= one.start + 1e-6)
      const row = free < 0 ? ends.length : free
      ends[row] = one.start + one.clip.length
      clips.push({ ...one, row: first + row })
    }
    const rows = { first, count: Math.max(1, ends.length) }
    first += rows.count
    return rows
  }
  const rows = { track: rowsOf('track'), lines: rowsOf('lines') }
  return { clips, rows }
})
