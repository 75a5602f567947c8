import type { ClockScope } from '../domain/time/storyClock'
import type { MovieCodec, MovieOptions } from '../handover/movie/movieOptions'
import type { Tables } from '../model/tables'

/** What the page that makes a movie is given: the records as they were when it was asked for. */
export interface MovieJob {
  readonly tables: { readonly [T in keyof Tables]?: readonly Tables[T][] }
  readonly scope: ClockScope
  readonly options: MovieOptions
}

export interface MovieMade {
  readonly frames: number
  readonly width: number
  readonly height: number
  readonly codec: MovieCodec
  /** Pictures and sounds that could not be read; drawings stand in their place, or silence. */
  readonly unread: number
}

/** How it ended: with a movie, or with the reason why there is none; `noEncoder` names what this machine cannot encode. */
export type MovieEnd =
  { readonly made: MovieMade } | { readonly failed: string } | { readonly noEncoder: MovieCodec | 'auto' }

/** What the preload gives the page that makes a movie. */
export interface MovieBridge {
  job(): Promise<MovieJob>
  /** Writes bytes into the file at a place. Answers when they are on disk, so that the encoder waits for a slow one. */
  write(at: number, bytes: Uint8Array): Promise<void>
  tell(value: number, text: string): void
  end(end: MovieEnd): void
}
