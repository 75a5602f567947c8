/** Pixels of three channels, row by row. */
interface Rgb {
  data: Uint8Array
  width: number
  height: number
}

/** Distances are those of colours in 8 bits, weighted as the eye does (0 = the same, about 255 = black to white). */
const SAME = 24
/** Soft shadows and uneven light: near its neighbour and still near the background. */
const STEP = 5
const SHADE = 64
/** An edge pixel is a mix of the background and the figure at most so many pixels away. */
const REACH = 2
/** How much of the border must be background; a figure may stand on the lower edge. */
const LEAST_BORDER = 0.8
const LEAST_TOP = 0.95
/** A cut-out that leaves less or takes less than this was no figure on a flat ground. */
const LEAST_LEFT = 0.02
const LEAST_TAKEN = 0.12
/** Specks smaller than this share of the picture are dust. */
const DUST = 0.0004

/**
 * Takes away a flat background that surrounds a figure: filled inwards from the border, so that the same colour inside the figure stays. Answers four
 * channels, or null where the background is not flat enough to be sure. Deterministic; linear in the number of pixels.
 */
export function cutOut({ data, width, height }: Rgb): Buffer | null {
  if (width < 8 || height < 8) return null
  const ground = borderColour({ data, width, height })
  if (!ground) return null
  const taken = fill({ data, width, height }, ground)
  dust(taken, width, height)
  let left = 0
  for (const t of taken) if (!t) left++
  const share = left / taken.length
  if (share < LEAST_LEFT || 1 - share < LEAST_TAKEN) return null
  return withAlpha({ data, width, height }, taken, ground)
}

type Colour = readonly [number, number, number]

function distance(data: Uint8Array, at: number, [r, g, b]: Colour): number {
  const [dr, dg, db] = [data[at]! - r, data[at + 1]! - g, data[at + 2]! - b]
  return Math.sqrt(0.3 * dr * dr + 0.5 * dg * dg + 0.2 * db * db)
}

/** The colour of the border, if nearly all of it has one. */
function borderColour({ data, width, height }: Rgb): Colour | null {
  const top = Array.from({ length: width }, (_, x) => x)
  const sides = Array.from({ length: height }, (_, y) => [y * width, y * width + width - 1]).flat()
  const bottom = Array.from({ length: width }, (_, x) => (height - 1) * width + x)
  const median = (channel: number) => {
    const values = [...top, ...sides].map((i) => data[i * 3 + channel]!).sort((a, b) => a - b)
    return values[values.length >> 1]!
  }
  const ground: Colour = [median(0), median(1), median(2)]
  const share = (places: readonly number[]) =>
    places.filter((i) => distance(data, i * 3, ground) < SAME).length / places.length
  return share(top) >= LEAST_TOP && share([...top, ...sides, ...bottom]) >= LEAST_BORDER ? ground : null
}

/** 1 where the background is: everything like it that is reached from the border. */
function fill({ data, width, height }: Rgb, ground: Colour): Uint8Array {
  const taken = new Uint8Array(width * height)
  const queue = new Int32Array(width * height)
  let [from, to] = [0, 0]
  const take = (i: number) => {
    taken[i] = 1
    queue[to++] = i
  }
  for (let i = 0; i < width * height; i++) {
    const x = i % width
    if ((x === 0 || x === width - 1 || i < width || i >= width * (height - 1)) && distance(data, i * 3, ground) < SAME)
      take(i)
  }
  while (from < to) {
    const i = queue[from++]!
    const x = i % width
    const here: Colour = [data[i * 3]!, data[i * 3 + 1]!, data[i * 3 + 2]!]
    for (const next of [x > 0 ? i - 1 : -1, x < width - 1 ? i + 1 : -1, i - width, i + width]) {
      if (next < 0 || next >= taken.length || taken[next]) continue
      const far = distance(data, next * 3, ground)
      if (far < SAME || (far < SHADE && distance(data, next * 3, here) < STEP)) take(next)
    }
  }
  return taken
}

/** Small specks that stand alone go with the background. */
function dust(taken: Uint8Array, width: number, height: number): void {
  const seen = Uint8Array.from(taken)
  const stack = new Int32Array(width * height)
  for (let start = 0; start < seen.length; start++) {
    if (seen[start]) continue
    let [from, to] = [0, 0]
    seen[start] = 1
    stack[to++] = start
    while (from < to) {
      const i = stack[from++]!
      const x = i % width
      for (const next of [x > 0 ? i - 1 : -1, x < width - 1 ? i + 1 : -1, i - width, i + width]) {
        if (next < 0 || next >= seen.length || seen[next]) continue
        seen[next] = 1
        stack[to++] = next
      }
    }
    if (to < taken.length * DUST) for (let k = 0; k < to; k++) taken[stack[k]!] = 1
  }
}

/** Edge pixels that are part figure, part background become part transparent, in the colour of the figure beside them. */
function withAlpha({ data, width, height }: Rgb, taken: Uint8Array, ground: Colour): Buffer {
  const out = Buffer.alloc(taken.length * 4)
  for (let i = 0; i < taken.length; i++) {
    if (taken[i]) continue
    const x = i % width
    const y = (i - x) / width
    const edge = (x > 0 && taken[i - 1]) || (x < width - 1 && taken[i + 1]) || taken[i - width] || taken[i + width]
    let [body, far] = [i, distance(data, i * 3, ground)]
    const own = far
    if (edge) {
      for (let ny = Math.max(0, y - REACH); ny <= Math.min(height - 1, y + REACH); ny++) {
        for (let nx = Math.max(0, x - REACH); nx <= Math.min(width - 1, x + REACH); nx++) {
          const next = ny * width + nx
          const d = taken[next] ? 0 : distance(data, next * 3, ground)
          if (d > far) [body, far] = [next, d]
        }
      }
    }
    for (let c = 0; c < 3; c++) out[i * 4 + c] = data[body * 3 + c]!
    out[i * 4 + 3] = Math.round(255 * (far > 0 ? own / far : 1))
  }
  return out
}
