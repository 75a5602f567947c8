/** Uniform numbers in [0, 1) from a seed (mulberry32); the same seed gives the same numbers everywhere. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** A whole number from 0 to `count` - 1. */
export const below = (random: () => number, count: number): number => Math.floor(random() * count)

/** True with that probability. */
export const chance = (random: () => number, probability: number): boolean => random() < probability

export function pick<T>(random: () => number, items: readonly T[]): T {
  return items[below(random, items.length)]!
}
