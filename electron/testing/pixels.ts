import sharp from 'sharp'

/** A picture as tests look at it: its form, its size and its pixels, red, green, blue and alpha each. */
export async function pixelsOf(bytes: Buffer): Promise<{
  format: string
  width: number
  height: number
  at(x: number, y: number): number[]
  /** Every red of it. */
  reds: number[]
}> {
  const { format } = await sharp(bytes).metadata()
  const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const { width, height } = info
  return {
    format,
    width,
    height,
    at: (x, y) => [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)],
    reds: [...data].filter((_, i) => i % 4 === 0),
  }
}
