import type { GeneratorHost } from '../generators/processHost'

/** What the application needs of the world; the hosts give it. */
export interface AppContext {
  newId(): string
  /** Unix time in ms. */
  now(): number
  readonly generators: GeneratorHost
}
