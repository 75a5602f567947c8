import type { FrameDescription } from '@shared/drawing/frameDescription'
import type { WorldFaultKind } from '@shared/records/worldErrors'

/** How a generator fails (backends.md): decides whether a job is retried, waits, or asks the user. */
export const errorClasses = ['auth', 'config', 'refused', 'rate', 'quota', 'transient', 'unknownOutcome'] as const
export type ErrorClass = (typeof errorClasses)[number]

/** A failed generator call; `message` is one plain sentence. */
export class GeneratorError extends Error {
  override readonly name = 'GeneratorError'
  constructor(
    readonly errorClass: ErrorClass,
    message: string,
    readonly waitMs?: number,
    /** What the world said no with, when it was not the request's fault. */
    readonly fault?: WorldFaultKind,
  ) {
    super(message)
  }
}

export interface PassRequest {
  /** From 1. */
  index: number
  location: boolean
  assetIds: string[]
  /** Absolute path of the picture it is built on; null = the pass before it in this request, or none. */
  basePlate: string | null
  note: string
}

/** Make these passes of a frame, in order; finished pictures land in `outFolder` (absolute). */
export interface FrameRequest {
  type: 'frame'
  id: string
  generatorId: string
  frame: FrameDescription
  passes: PassRequest[]
  /** By media id: absolute path and sha-256 of every picture the frame names. */
  media: Record<string, { path: string; hash: string }>
  outFolder: string
}

/** Measure an imported picture and make its working copy. */
export interface PictureRequest {
  type: 'picture'
  id: string
  path: string
  outFolder: string
  /** Take a flat background away: the picture stands for a character or prop. */ cutOut?: boolean | undefined
}

/** Write a small WebP of a picture, at most `width` pixels wide, to the absolute path `out`. */
export interface ThumbnailRequest {
  type: 'thumbnail'
  id: string
  path: string
  width: number
  out: string
}

export type GeneratorRequest = FrameRequest | PictureRequest | ThumbnailRequest
export interface CancelRequest {
  type: 'cancel'
  id: string
}

export interface OriginalPicture {
  mime: string
  ext: string
  width: number
  height: number
  alpha: boolean
}
export interface WorkingPicture {
  path: string
  mime: string
  ext: string
  width: number
  height: number
  alpha: boolean
}

export interface ProgressEvent {
  type: 'progress'
  id: string
  /** 0 to 1 */ value: number
  text: string
}
export interface PassDoneEvent {
  type: 'passDone'
  id: string
  index: number
  path: string
  width: number
  height: number
  mime: string
  ext: string
}
/** `working` null = the original is fit to be drawn from. `note` is a sentence for the user, or empty. */
export interface PictureDoneEvent {
  type: 'pictureDone'
  id: string
  original: OriginalPicture
  working: WorkingPicture | null
  note: string
}
export interface DoneEvent {
  type: 'done'
  id: string
}
export interface FailedEvent {
  type: 'failed'
  id: string
  class: ErrorClass
  message: string
  waitMs?: number
  fault?: WorldFaultKind
}

/** What a caller of the process host sees while its request runs; done and failed settle the promise. */
export type GeneratorEvent = ProgressEvent | PassDoneEvent | PictureDoneEvent
export type GeneratorAnswer = GeneratorEvent | DoneEvent | FailedEvent

/** One kind of generator, inside the generator process. Throws GeneratorError. */
export interface Generator {
  makeFrame(request: FrameRequest, report: (event: GeneratorEvent) => void, signal: AbortSignal): Promise<void>
}
