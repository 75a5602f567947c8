import type { ClockScope } from '@shared/domain/time/storyClock'
import type { MovieOptions } from '@shared/handover/movie/movieOptions'
import type { MovieMade } from '@shared/ipc/movieBridge'
import type { SceneSuggester } from '@shared/script/suggest/sceneAnswer'
import type { OpenProject } from '../store/project'
import type { GeneratorRunner } from '../generators/startGeneratorProcess'

/** A timer that keeps nothing alive by itself. */
export function afterMs(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

/** The keys of this machine. They go to the generator process and nowhere else. */
export interface Keys {
  /** The key of a profile, if it was given for the address the profile has now; else null. */
  keyOf(profile: { readonly id: string; readonly baseUrl: string }): string | null
}

/** A machine, or a script, without any. */
export const noKeys: Keys = { keyOf: () => null }

/** Makes a movie into a file, where there is an encoder. */
export interface MovieMaker {
  /** @throws Refusal EXPORT_CANCELLED, NO_ENCODER, NOT_FILMED, DISK */
  make(
    order: {
      readonly project: OpenProject
      readonly scope: ClockScope
      readonly options: MovieOptions
      /** The file; what it held is gone. */
      readonly out: string
    },
    hooks: { readonly onProgress: (value: number, text: string) => void; readonly signal: AbortSignal },
  ): Promise<MovieMade>
}

/** A clip to be made on this machine, from stills that lie there as files. */
export interface LocalClipOrder {
  readonly project: OpenProject
  readonly shotId: string
  /** Absolute paths of the still it begins with and the one it ends with. */
  readonly start: string
  readonly end: string
  /** The motion prompt, for what can be read from it. */
  readonly prompt: string
  readonly seconds: number
  readonly width: number
  readonly height: number
  /** Where the finished file is put, under a name of its own; it is moved away from there. */
  readonly outFolder: string
}

/** Makes clips on this machine, without a network; the editor gives it, the command line has none. */
export interface LocalClips {
  /** @returns the absolute path of a finished file in `outFolder`, MP4 or WebM @throws GeneratorError; refused when the signal ended it */
  make(order: LocalClipOrder, onProgress: (value: number) => void, signal: AbortSignal): Promise<string>
}

/** What the application needs of the world; the hosts give it. */
export interface AppContext {
  newId(): string
  /** Unix time in ms. */
  now(): number
  /** Runs something after so many ms; answers how to call it off. */
  after(ms: number, run: () => void): () => void
  readonly generators: GeneratorRunner
  readonly keys: Keys
  /** Without it no movie can be made. */
  readonly movies?: MovieMaker | null
  readonly localClips?: LocalClips
  /** The language model that a project has set up to be asked about scripts, or null; without it none can be. */
  suggesterOf?(project: OpenProject): SceneSuggester | null
}
