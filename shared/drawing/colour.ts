type Rgb = readonly [number, number, number]

function rgb(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}

function hex(channels: Rgb): string {
  return `#${channels
    .map((c) =>
      Math.round(Math.min(255, Math.max(0, c)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

/** From `a` (0) to `b` (1); both "#rrggbb". */
export function mix(a: string, b: string, amount: number): string {
  const from = rgb(a)
  const to = rgb(b)
  return hex([0, 1, 2].map((i) => from[i]! + (to[i]! - from[i]!) * amount) as unknown as Rgb)
}

export function darker(colour: string, amount: number): string {
  return mix(colour, '#1c1620', amount)
}

export function lighter(colour: string, amount: number): string {
  return mix(colour, '#fffaf0', amount)
}

/** A colour as it looks in coloured light: multiplied by it, by that much. */
export function underLight(colour: string, light: string, amount: number): string {
  const own = rgb(colour)
  const lamp = rgb(light)
  return hex([0, 1, 2].map((i) => own[i]! * (1 - amount + (amount * lamp[i]!) / 255)) as unknown as Rgb)
}

/** Perceived lightness, 0 to 1. */
export function lightness(colour: string): number {
  const [r, g, b] = rgb(colour)
  return (0.299 * r + 0.587 * g + 0.114 * b) / 255
}
