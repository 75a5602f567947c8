import { curve, lengthOf, type Point } from './curve'
import { closedPath, pencilOutline, penLine, penOutline } from './ink'
import { ink, pencil } from './palette'

export interface ShapeStyle {
  readonly fill: string
  /** Colour of the hard-edged shade on the side away from the light. */
  readonly shade?: string
  /** How far the shade reaches in from the right and from below, pixels. */
  readonly reach?: Point
  /** Width of the outline; 0 = none. */
  readonly line?: number
  /** Drawn inside the shape only, under its outline. */
  readonly inside?: () => void
  readonly alpha?: number
}

/** A sheet to draw on with pen and wash; the same strokes give the same SVG. Places are in its pixels, origin top left. */
export class Sheet {
  private readonly parts: string[] = []
  private readonly defs: string[] = []
  private count = 0

  constructor(
    readonly width: number,
    readonly height: number,
    readonly outline = 7,
  ) {}

  /** A closed shape: wash, shade, what lies inside it, outline. */
  shape(places: string | readonly Point[], style: ShapeStyle): void {
    const points = typeof places === 'string' ? curve(places, true) : places
    const d = closedPath(points)
    const { fill, shade, inside, alpha = 1, line = this.outline } = style
    const [right, below] = style.reach ?? [16, 7]
    const faded = alpha < 1 ? ` opacity="${alpha}"` : ''
    if (shade === undefined && inside === undefined) this.parts.push(`<path d="${d}" fill="${fill}"${faded}/>`)
    else {
      const id = `c${++this.count}`
      this.defs.push(`<path id="${id}" d="${d}"/><clipPath id="${id}c"><use href="#${id}"/></clipPath>`)
      this.parts.push(`<use href="#${id}" fill="${shade ?? fill}"${faded}/><g clip-path="url(#${id}c)">`)
      if (shade !== undefined)
        this.parts.push(`<use href="#${id}" fill="${fill}" x="${-right}" y="${-below}"${faded}/>`)
      inside?.()
      this.parts.push('</g>')
    }
    if (line >= 6)
      this.parts.push(
        `<path d="${pencilOutline(points, line * 0.28, ++this.count)}" fill="${pencil}" opacity=".42" fill-rule="evenodd"/>`,
      )
    if (line > 0)
      this.parts.push(`<path d="${penOutline(points, line, ++this.count)}" fill="${ink}" fill-rule="evenodd"/>`)
  }

  /** A wash without an outline. */
  wash(places: string | readonly Point[], fill: string, alpha = 1): void {
    this.shape(places, { fill, alpha, line: 0 })
  }

  /** A pen line, thin at its ends. */
  line(
    places: string,
    width = this.outline * 0.62,
    colour = ink,
    taper: 'both' | 'start' | 'end' | 'none' = 'both',
  ): void {
    const points = curve(places, false, 13)
    this.parts.push(`<path d="${penLine(points, width, ++this.count, taper)}" fill="${colour}"/>`)
  }

  /** Several pen lines of one width. */
  lines(width: number, ...all: string[]): void {
    for (const one of all) this.line(one, width)
  }

  /** Short parallel strokes beside a line: `reach` is where they go from it. */
  hatch(places: string, reach: Point, gap = 11, width = this.outline * 0.4, colour = ink): void {
    const points = curve(places, false, 2)
    const strokes = Math.max(2, Math.round(lengthOf(points) / gap))
    for (let i = 0; i <= strokes; i++) {
      const [x, y] = points[Math.round((i / strokes) * (points.length - 1))]!
      const long = 0.72 + 0.28 * Math.sin(i * 2.4 + reach[0])
      this.line(
        `${x},${y} ${x + reach[0] * 0.5 * long},${y + reach[1] * 0.52 * long} ${x + reach[0] * long},${y + reach[1] * long}`,
        width,
        colour,
        'end',
      )
    }
  }

  ellipse(cx: number, cy: number, rx: number, ry: number, style: ShapeStyle, turn = 0): void {
    this.shape(oval(cx, cy, rx, ry, turn), style)
  }

  /** A filled ellipse of ink or another colour. */
  dot(cx: number, cy: number, rx: number, ry = rx, fill = ink): void {
    this.wash(oval(cx, cy, rx, ry), fill)
  }

  /** Draws with places moved, turned (degrees) and scaled about the given origin. */
  placed(x: number, y: number, turn: number, scale: number | Point, draw: () => void): void {
    const [sx, sy] = typeof scale === 'number' ? [scale, scale] : scale
    this.parts.push(`<g transform="translate(${x} ${y}) rotate(${turn}) scale(${sx} ${sy})">`)
    draw()
    this.parts.push('</g>')
  }

  /** A soft round glow. */
  glow(cx: number, cy: number, radius: number, colour: string, alpha: number): void {
    const id = `g${++this.count}`
    this.defs.push(
      `<radialGradient id="${id}"><stop offset="0" stop-color="${colour}" stop-opacity="${alpha}"/><stop offset=".45" stop-color="${colour}" stop-opacity="${alpha * 0.45}"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient>`,
    )
    this.parts.push(`<circle cx="${cx}" cy="${cy}" r="${radius}" fill="url(#${id})"/>`)
  }

  /** Uneven patches of thin colour, as a wet brush leaves them; `seed` chooses where. The area is x, y, width, height. */
  blotches(
    [x, y, width, height]: readonly [number, number, number, number],
    colour: string,
    alpha: number,
    count: number,
    seed: number,
  ): void {
    const random = (n: number) => (((Math.sin(seed * 91.7 + n * 47.3) * 43758.5453) % 1) + 1) % 1
    for (let i = 0; i < count; i++) {
      const [cx, cy] = [x + random(i * 7) * width, y + random(i * 7 + 1) * height]
      const [rx, ry] = [(0.09 + random(i * 7 + 2) * 0.16) * width, (0.06 + random(i * 7 + 3) * 0.12) * height]
      this.wash(
        oval(cx, cy, rx, ry, random(i * 7 + 4) * 40 - 20).map(([px, py], k): Point => [
          px + Math.sin(k * 1.7 + i) * rx * 0.09,
          py + Math.cos(k * 1.3 + i) * ry * 0.12,
        ]),
        colour,
        alpha,
      )
    }
  }

  svg(): string {
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${this.width}" height="${this.height}" viewBox="0 0 ${this.width} ${this.height}"><defs>${this.defs.join('')}</defs>\n${this.parts.join('\n')}\n</svg>\n`
  }
}

/** Points of an ellipse; `turn` in degrees. */
function oval(cx: number, cy: number, rx: number, ry: number, turn = 0): Point[] {
  const count = Math.min(44, Math.max(14, Math.round((rx + ry) / 4)))
  const cos = Math.cos((turn * Math.PI) / 180)
  const sin = Math.sin((turn * Math.PI) / 180)
  return Array.from({ length: count }, (_, i): Point => {
    const a = (i / count) * Math.PI * 2
    const [x, y] = [Math.cos(a) * rx, Math.sin(a) * ry]
    return [cx + x * cos - y * sin, cy + x * sin + y * cos]
  })
}
