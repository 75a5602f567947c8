/** A number held between two others; where there is no room between them, their middle. */
export function clamp(value: number, least: number, most: number): number {
  return least > most ? (least + most) / 2 : Math.min(Math.max(value, least), most)
}

/** A number to so many decimals, never minus zero: the same on every machine, and after a JSON round trip. */
export function roundTo(value: number, decimals: number): number {
  const scale = 10 ** decimals
  return Math.round(value * scale) / scale + 0
}
