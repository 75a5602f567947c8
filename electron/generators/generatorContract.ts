import type { PicturePart } from '@shared/domain/passes/editRegion'
import type { DrawnMark } from '@shared/model/mark'
import type { Profile } from '@shared/model/profile'
import type { FrameDescription } from '@shared/drawing/frameDescription'
import type { PrintDocument } from '@shared/drawing/print/printDocument'
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
    /** It is certain that nothing was given to the service. */
    readonly unsent = false,
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

/** Write a copy of a picture, at most `width` pixels wide, to the absolute path `out`: a small WebP, or one of a form in full quality. */
export interface ThumbnailRequest {
  type: 'thumbnail'
  id: string
  path: string
  /** In pixels; a smaller picture keeps its own, and without one any does. */
  width?: number | undefined
  form?: 'png' | 'jpeg' | 'webp' | undefined
  out: string
}

/** Draw marks as they lie over a still, on grey, as a PNG to the absolute path `out`. */
export interface MarksRequest {
  type: 'marks'
  id: string
  marks: DrawnMark[]
  width: number
  height: number
  out: string
}

/** Print a document as PDF to the absolute path `out`; pictures by media id, as in a frame. */
export interface PrintRequest {
  type: 'print'
  id: string
  document: PrintDocument
  media: Record<string, { path: string; hash: string }>
  /** How fine pictures are: dots an inch, and the quality of a JPEG. */
  dpi: number
  jpeg: number
  out: string
}

/** A picture that goes along with a call, in the order of the manifest. */
export interface SentPicture {
  /** Its number in the prompt, from 1. */
  index: number
  name: string
  /** Absolute path. */
  path: string
  /** What is drawn there first: marks over a still, on grey. */
  marks?: DrawnMark[] | undefined
}

/** One call of a remote generator: one pass of a frame. The finished picture lands in `outFolder` and is told with `passDone`. */
export interface CallRequest {
  type: 'call'
  id: string
  /** Number of the pass, from 1. */
  index: number
  profile: Profile
  key: string | null
  /** Our own name of the call, stored before it is sent. */
  callId: string
  /** The provider's name of it, where an earlier try learned one. */
  handle: string | null
  /** An earlier try may have arrived: the provider is asked for it first, or the user is. */
  maybeSent: boolean
  /** Only what came of an earlier try is fetched; nothing is sent any more. */
  askOnly: boolean
  prompt: string
  width: number
  height: number
  seed: number
  references: SentPicture[]
  /** Where it may change its base plate, which is the first of the references; null = there is none, or anywhere (domain.md 5.14). */
  region: PicturePart[] | null
  outFolder: string
}

/** A still that a clip goes through. */
export interface SentKeyframe {
  /** Where in the clip, from 0 to 1. */
  at: number
  /** Absolute path. */
  path: string
}

/** One call of a remote generator that makes a clip. The finished file lands in `outFolder` and is told with `clipDone`. */
export interface ClipRequest extends Omit<CallRequest, 'type' | 'index' | 'references' | 'region'> {
  type: 'clip'
  /** How long it is to be, one of the lengths of the profile. */
  seconds: number
  /** The start still, and the end still where the model takes one. */
  keyframes: SentKeyframe[]
}

/** Measure a file that is said to be a clip; it stays where it is and is told with `clipDone`. */
export interface ClipFileRequest {
  type: 'clipFile'
  id: string
  path: string
}

/** Does a remote generator answer, and has it what the profile needs? */
export interface TestRequest {
  type: 'test'
  id: string
  profile: Profile
  key: string | null
}

/** Put a question to a chat model; the words it answers are told with `answered`. */
export interface AskRequest {
  type: 'ask'
  id: string
  profile: Profile
  key: string | null
  system: string
  /** What was said so far, the newest last. */
  turns: { role: 'user' | 'assistant'; content: string }[]
  /** JSON Schema of the answer, for servers that can be held to one. */
  schema: Record<string, unknown>
}

/** Read the text of a PDF, with its layout. */
export interface PdfRequest {
  type: 'pdf'
  id: string
  path: string
}

/** Read what a sound file is. */
export interface SoundRequest {
  type: 'sound'
  id: string
  path: string
}

export type GeneratorRequest =
  | FrameRequest
  | CallRequest
  | ClipRequest
  | ClipFileRequest
  | AskRequest
  | TestRequest
  | PictureRequest
  | ThumbnailRequest
  | MarksRequest
  | PdfRequest
  | PrintRequest
  | SoundRequest
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
export interface ClipDoneEvent {
  type: 'clipDone'
  id: string
  path: string
  width: number
  height: number
  seconds: number
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
/** Pages are parted by form feeds. */
export interface PdfDoneEvent {
  type: 'pdfDone'
  id: string
  text: string
}
/** What a sound is, by what the file holds. */
export interface SoundDoneEvent {
  type: 'soundDone'
  id: string
  mime: string
  ext: string
  sampleRate: number
  samples: number
  channels: number
}
/** `lacking`: characters that no font here draws. `unread`: pictures that could not be read and are left out. */
export interface PrintDoneEvent {
  type: 'printDone'
  id: string
  pages: number
  lacking: string
  unread: number
}
/** The provider has taken a call and calls it so. */
export interface HandleEvent {
  type: 'handle'
  id: string
  handle: string
}
/** What a service shows of a picture that it is making: a small JPEG in base64. */
export interface PreviewEvent {
  type: 'preview'
  id: string
  picture: string
}
/** What a chat model says. */
export interface AnsweredEvent {
  type: 'answered'
  id: string
  text: string
}
/** What a test found, in one sentence. */
export interface TestDoneEvent {
  type: 'testDone'
  id: string
  text: string
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
  unsent?: boolean
}

/** What a caller of the process host sees while its request runs; done and failed settle the promise. */
export type GeneratorEvent =
  | ProgressEvent
  | PassDoneEvent
  | PictureDoneEvent
  | PdfDoneEvent
  | PrintDoneEvent
  | SoundDoneEvent
  | ClipDoneEvent
  | HandleEvent
  | PreviewEvent
  | AnsweredEvent
  | TestDoneEvent
export type GeneratorAnswer = GeneratorEvent | DoneEvent | FailedEvent

/** One kind of remote generator, inside the generator process. All throw GeneratorError. */
export interface RemoteGenerator {
  /** Sends at most once. Where the answer is lost and the provider cannot say what became of the call, it throws `unknownOutcome`. */
  call?: (request: CallRequest, report: (event: GeneratorEvent) => void, signal: AbortSignal) => Promise<void>
  /** The same for a clip. */
  clip?: (request: ClipRequest, report: (event: GeneratorEvent) => void, signal: AbortSignal) => Promise<void>
  /** Puts a question to a chat model. */
  ask?: (request: AskRequest, report: (event: GeneratorEvent) => void, signal: AbortSignal) => Promise<void>
  /** Answers one sentence for the user; throws with one that says what to change. */
  test(request: TestRequest, signal: AbortSignal): Promise<{ text: string }>
}

/** One kind of generator, inside the generator process. Throws GeneratorError. */
export interface Generator {
  makeFrame(request: FrameRequest, report: (event: GeneratorEvent) => void, signal: AbortSignal): Promise<void>
}
