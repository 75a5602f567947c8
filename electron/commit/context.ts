import type { GeneratorRunner } from '../generators/startGeneratorProcess'

/** A timer that keeps nothing alive by itself. */
export function afterMs(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

/** What the application needs of the world; the hosts give it. */
export interface AppContext {
  newId(): string
  /** Unix time in ms. */
  now(): number
  /** Runs something after so many ms; answers how to call it off. */
  after(ms: number, run: () => void): () => void
  readonly generators: GeneratorRunner
}
