import { darker, mix } from './colour'
import type { DrawOp, PathStep } from './drawOp'
import { HALO, INK } from './drawingColours'
import { noise } from './choices'
import { tidy } from './tidy'

export interface PenOptions {
  /** Fixes the tremble of the lines. */
  readonly seed: number
  /** Frame pixels of one drawing unit. */
  readonly unit: number
  /** Frame pixels of a normal outline. */
  readonly line: number
  /** Frame pixels a line strays at most. */
  readonly tremble: number
  /** What light does to every colour. */
  readonly tint?: (colour: string) => string
  /** Bends the drawing, in its own units. */
  readonly warp?: (x: number, y: number) => readonly [number, number]
}

export interface Stroke {
  readonly width?: number
  readonly colour?: string
  readonly alpha?: number
}

/**
 * Draws shapes given as SVG paths (absolute M L H V Q C Z) in drawing units with the slightly trembling line of a hand.
 * The tremble is a field over the plane, so edges that meet stay together.
 */
export class Pen {
  readonly ops: DrawOp[] = []
  private readonly outlines: (readonly PathStep[])[] = []
  private shift: readonly [number, number] = [0, 0]

  constructor(private readonly options: PenOptions) {}

  /** A filled shape with an ink outline. */
  shape(d: string, fill: string, stroke: Stroke = {}): void {
    const path = this.path(d)
    // Details lie inside something larger.
    if (stroke.width === undefined) this.outlines.push(path)
    this.ops.push({
      op: 'path',
      path,
      fill: this.tint(fill),
      stroke: this.tint(stroke.colour ?? INK),
      lineWidth: this.width(stroke.width),
      ...alphaOf(stroke.alpha),
    })
  }

  /** Shapes that are one: an outline around all of them, none where they meet. */
  union(shapes: readonly string[], fill: string): void {
    for (const d of shapes) {
      const path = this.path(d)
      this.outlines.push(path)
      this.ops.push({ op: 'path', path, stroke: this.tint(INK), lineWidth: this.width(1.75) })
    }
    for (const d of shapes) this.fill(d, fill)
  }

  /** A filled shape without outline. */
  fill(d: string, fill: string, alpha?: number): void {
    this.ops.push({ op: 'path', path: this.path(d), fill: this.tint(fill), ...alphaOf(alpha) })
  }

  line(d: string, stroke: Stroke = {}): void {
    this.ops.push({
      op: 'path',
      path: this.path(d),
      stroke: this.tint(stroke.colour ?? INK),
      lineWidth: this.width(stroke.width),
      ...alphaOf(stroke.alpha),
    })
  }

  /** A shape whose outline is a darker tone of its own colour: things that stay behind the figures. */
  soft(d: string, fill: string, width = 0.8): void {
    this.shape(d, fill, { width, colour: darker(fill, 0.45) })
  }

  /** Shadow inside a shape: what of `shadow` falls into `within`. */
  shade(within: string, shadow: string, alpha = 0.14, colour = '#20182c'): void {
    this.within(within, () => this.fill(shadow, colour, alpha))
  }

  /** Everything drawn by `draw` is cut off at the shape's edge. */
  within(shape: string, draw: () => void): void {
    const start = this.ops.length
    draw()
    const ops = this.ops.splice(start)
    this.ops.push({ op: 'group', clip: this.path(shape), ops })
  }

  /** Everything drawn by `draw` is shifted by so many units. */
  moved(dx: number, dy: number, draw: () => void): void {
    const [x, y] = this.shift
    this.shift = [x + dx, y + dy]
    draw()
    this.shift = [x, y]
  }

  /** The pale line around everything outlined so far, to be drawn under it. */
  halo(width: number, strength: number): DrawOp[] {
    if (this.outlines.length === 0) return []
    return [
      { op: 'path', path: this.outlines.flat(), stroke: this.tint(mix(INK, HALO, strength)), lineWidth: tidy(width) },
    ]
  }

  /** Fills a shape from one colour at `fromY` to another at `toY`. Colours are used as they are. */
  wash(d: string, fromY: number, toY: number, from: string, to: string): void {
    const [x0, y0] = this.place(0, fromY)
    const [, y1] = this.place(0, toY)
    this.ops.push({
      op: 'path',
      path: this.path(d),
      fill: {
        kind: 'linear',
        x0,
        y0,
        x1: x0,
        y1,
        stops: [
          [0, from],
          [1, to],
        ],
      },
    })
  }

  /** Light (or dark) around a point that fades out at the radius. `colour` is "#rrggbb". */
  glow(x: number, y: number, radius: number, colour: string, alpha: number): void {
    const [x0, y0] = this.place(x, y)
    const [x1, y1] = this.place(x + radius, y)
    const r = Math.hypot(x1 - x0, y1 - y0)
    this.ops.push({
      op: 'ellipse',
      x: x0,
      y: y0,
      rx: tidy(r),
      ry: tidy(r),
      fill: {
        kind: 'radial',
        x0,
        y0,
        x1: tidy(x0 + r),
        y1: y0,
        stops: [
          [0, withAlpha(colour, alpha)],
          [0.5, withAlpha(colour, alpha * 0.4)],
          [1, withAlpha(colour, 0)],
        ],
      },
    })
  }

  /** One line of writing, centred at x, its baseline at y; `size` and `maxWidth` in units. `mirrored` for what is drawn mirrored. */
  text(text: string, x: number, y: number, size: number, colour: string, maxWidth: number, mirrored = false): void {
    const [px, py] = this.place(x, y)
    const [qx] = this.place(x + 100, y)
    const scale = Math.abs(qx - px) / 100
    const op: DrawOp = {
      op: 'text',
      x: px,
      y: py,
      text,
      size: Math.max(1, tidy(size * scale)),
      weight: 600,
      align: 'center',
      fill: this.tint(colour),
      maxWidth: tidy(maxWidth * scale),
    }
    this.ops.push(mirrored ? { op: 'group', transform: [-1, 0, 0, 1, 2 * px, 0], ops: [op] } : op)
  }

  tint(colour: string): string {
    return this.options.tint ? this.options.tint(colour) : colour
  }

  /** A drawing unit's point in pixels of the drawing. */
  at(x: number, y: number): readonly [number, number] {
    return this.place(x, y)
  }

  private width(factor = 1): number {
    return tidy(this.options.line * factor)
  }

  private place(x: number, y: number): readonly [number, number] {
    const { unit, tremble, seed, warp } = this.options
    const [sx, sy] = [x + this.shift[0], y + this.shift[1]]
    const [wx, wy] = warp ? warp(sx, sy) : [sx, sy]
    const px = wx * unit
    const py = wy * unit
    if (tremble === 0) return [tidy(px), tidy(py)]
    const scale = tremble * 20
    return [
      tidy(px + noise(px / scale, py / scale, seed) * tremble),
      tidy(py + noise(px / scale + 31.7, py / scale + 11.3, seed) * tremble),
    ]
  }

  private path(d: string): PathStep[] {
    const steps: PathStep[] = []
    const step = Math.max(3, this.options.line * 2.1)
    let x = 0
    let y = 0
    let startX = 0
    let startY = 0
    const to = (nx: number, ny: number): void => void steps.push(['L', ...this.place(nx, ny)])
    const along = (length: number, pointAt: (t: number) => readonly [number, number], least: number): void => {
      const count = Math.min(200, Math.max(least, Math.ceil((length * this.options.unit) / step)))
      for (let i = 1; i <= count; i++) to(...pointAt(i / count))
    }
    for (const [command, n] of parse(d)) {
      switch (command) {
        case 'M':
          ;[x, y] = [n[0]!, n[1]!]
          ;[startX, startY] = [x, y]
          steps.push(['M', ...this.place(x, y)])
          break
        case 'L':
        case 'H':
        case 'V':
        case 'Z': {
          const nx = command === 'V' ? x : command === 'Z' ? startX : n[0]!
          const ny = command === 'H' ? y : command === 'V' ? n[0]! : command === 'Z' ? startY : n[1]!
          const [fx, fy] = [x, y]
          if (nx !== x || ny !== y)
            along(Math.hypot(nx - x, ny - y), (t) => [fx + (nx - fx) * t, fy + (ny - fy) * t], 1)
          if (command === 'Z') steps.push(['Z'])
          ;[x, y] = [nx, ny]
          break
        }
        case 'Q':
        case 'C': {
          const [fx, fy] = [x, y]
          const [ax, ay, bx, by, ex, ey] =
            command === 'C'
              ? [n[0]!, n[1]!, n[2]!, n[3]!, n[4]!, n[5]!]
              : [
                  x + (2 / 3) * (n[0]! - x),
                  y + (2 / 3) * (n[1]! - y),
                  n[2]! + (2 / 3) * (n[0]! - n[2]!),
                  n[3]! + (2 / 3) * (n[1]! - n[3]!),
                  n[2]!,
                  n[3]!,
                ]
          const length = Math.hypot(ax - fx, ay - fy) + Math.hypot(bx - ax, by - ay) + Math.hypot(ex - bx, ey - by)
          along(length, (t) => [cubic(fx, ax, bx, ex, t), cubic(fy, ay, by, ey, t)], 5)
          ;[x, y] = [ex, ey]
          break
        }
      }
    }
    return steps
  }
}

/** An ellipse as a path. */
export function oval(cx: number, cy: number, rx: number, ry: number): string {
  const k = 0.5523
  return `M ${cx - rx} ${cy} C ${cx - rx} ${cy - ry * k} ${cx - rx * k} ${cy - ry} ${cx} ${cy - ry} C ${cx + rx * k} ${cy - ry} ${cx + rx} ${cy - ry * k} ${cx + rx} ${cy} C ${cx + rx} ${cy + ry * k} ${cx + rx * k} ${cy + ry} ${cx} ${cy + ry} C ${cx - rx * k} ${cy + ry} ${cx - rx} ${cy + ry * k} ${cx - rx} ${cy} Z`
}

export function box(x: number, y: number, width: number, height: number): string {
  return `M ${x} ${y} H ${x + width} V ${y + height} H ${x} Z`
}

/** A closed shape through corners: x, y, x, y, ... */
export function corners(...points: readonly number[]): string {
  let d = ''
  for (let i = 0; i + 1 < points.length; i += 2) d += `${i === 0 ? 'M' : 'L'} ${points[i]} ${points[i + 1]} `
  return `${d}Z`
}

const arity: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, Q: 4, C: 6, Z: 0 }
type PathLetter = 'M' | 'L' | 'H' | 'V' | 'Q' | 'C' | 'Z'

function* parse(d: string): Generator<[PathLetter, number[]]> {
  const tokens = d.match(/[MLHVQCZ]|-?\d*\.?\d+(?:e-?\d+)?/g) ?? []
  let command: PathLetter = 'M'
  for (let i = 0; i < tokens.length;) {
    if (tokens[i]! in arity) command = tokens[i++] as PathLetter
    const count = arity[command]!
    yield [command, tokens.slice(i, i + count).map(Number)]
    i += count
    if (command === 'M') command = 'L'
  }
}

function cubic(a: number, b: number, c: number, d: number, t: number): number {
  const s = 1 - t
  return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d
}

function withAlpha(colour: string, alpha: number): string {
  return `${colour}${Math.round(Math.min(1, Math.max(0, alpha)) * 255)
    .toString(16)
    .padStart(2, '0')}`
}

function alphaOf(alpha: number | undefined): { alpha: number } | object {
  return alpha === undefined ? {} : { alpha }
}
