import type { AssetType } from '@shared/model/asset'

const names = [
  'bg',
  'surface-1',
  'surface-2',
  'surface-3',
  'surface-4',
  'line-1',
  'line-2',
  'line-3',
  'text-1',
  'text-2',
  'text-3',
  'accent',
  'accent-strong',
  'accent-wash',
  'accent-wash-2',
  'focus',
  'cut',
  'stale',
  'running',
  'failed',
  'fresh',
  'alt-look',
  'diamond',
  'diamond-line',
  'char-fill',
  'char-edge',
  'loc-fill',
  'loc-edge',
  'prop-fill',
  'prop-edge',
] as const
export type ColourToken = (typeof names)[number]

/** The colours of tokens.css as the canvas needs them, read once per theme. */
export interface Palette {
  readonly light: boolean
  readonly color: Readonly<Record<ColourToken, string>>
  readonly type: Readonly<Record<AssetType, { fill: string; edge: string }>>
}

export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement)
  const color = Object.fromEntries(names.map((n) => [n, style.getPropertyValue(`--${n}`).trim()])) as Record<
    ColourToken,
    string
  >
  return {
    light: document.documentElement.dataset['theme'] === 'light',
    color,
    type: {
      character: { fill: color['char-fill'], edge: color['char-edge'] },
      location: { fill: color['loc-fill'], edge: color['loc-edge'] },
      prop: { fill: color['prop-fill'], edge: color['prop-edge'] },
    },
  }
}

const patterns = new Map<string, CanvasPattern | null>()

/** 45 degree hatch: 2.5 px of colour, 3.5 px of ground. */
export function hatch(
  ctx: CanvasRenderingContext2D,
  line: string,
  ground: string | null,
  on = 2.5,
  period = 6,
): CanvasPattern | string {
  const key = `${line}|${ground}|${on}|${period}|${ctx.getTransform().a}`
  let pattern = patterns.get(key)
  if (pattern === undefined) {
    const scale = ctx.getTransform().a
    const side = Math.round(period * Math.SQRT2 * scale)
    const tile = new OffscreenCanvas(side, side)
    const c = tile.getContext('2d')!
    if (ground) {
      c.fillStyle = ground
      c.fillRect(0, 0, side, side)
    }
    c.strokeStyle = line
    c.lineWidth = on * scale
    c.beginPath()
    for (const shift of [-side, 0, side]) {
      c.moveTo(shift - side, side * 2)
      c.lineTo(shift + side * 2, -side)
    }
    c.stroke()
    pattern = ctx.createPattern(tile, 'repeat')
    pattern?.setTransform(new DOMMatrix().scale(1 / scale))
    patterns.set(key, pattern)
  }
  return pattern ?? line
}

/** A colour at some strength. */
export function alpha(color: string, strength: number): string {
  return `color-mix(in srgb, ${color} ${Math.round(strength * 100)}%, transparent)`
}
export function mix(color: string, strength: number, other: string): string {
  return `color-mix(in srgb, ${color} ${Math.round(strength * 100)}%, ${other})`
}
