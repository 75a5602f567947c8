/** FNV-1a with a final mix: the same text always gives the same 32 bits. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i)
    hash = Math.imul(hash, 0x01000193)
  }
  return mix32(hash)
}

function mix32(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Free choices of a drawing, fixed by its seed. Each question has a name, so a new one never changes older answers. */
export class Choices {
  constructor(private readonly seed: string) {}

  /** 0 to below 1. */
  number(question: string): number {
    return hashOf(`${this.seed}/${question}`) / 0x1_0000_0000
  }

  between(question: string, from: number, to: number): number {
    return from + (to - from) * this.number(question)
  }

  pick<T>(question: string, options: readonly T[]): T {
    return options[Math.floor(this.number(question) * options.length)]!
  }
}

/** Smooth noise over the plane, -1 to 1. */
export function noise(x: number, y: number, seed: number): number {
  const x0 = Math.floor(x)
  const y0 = Math.floor(y)
  const u = smooth(x - x0)
  const v = smooth(y - y0)
  const top = lattice(x0, y0, seed) * (1 - u) + lattice(x0 + 1, y0, seed) * u
  const bottom = lattice(x0, y0 + 1, seed) * (1 - u) + lattice(x0 + 1, y0 + 1, seed) * u
  return (top * (1 - v) + bottom * v) * 2 - 1
}

function smooth(t: number): number {
  return t * t * (3 - 2 * t)
}

function lattice(x: number, y: number, seed: number): number {
  return mix32(Math.imul(x, 0x27d4eb2d) ^ Math.imul(y, 0x165667b1) ^ seed) / 0xffff_ffff
}
