import { frameSize } from '@shared/domain/blocking/describeFrame'
import { readNumber } from '@shared/language/readNumber'

/** Width to height, in whole numbers. */
export interface Aspect {
  readonly width: number
  readonly height: number
}

/** The usual shapes of a picture. */
export const aspects: readonly Aspect[] = [
  { width: 16, height: 9 },
  { width: 185, height: 100 },
  { width: 2, height: 1 },
  { width: 239, height: 100 },
  { width: 4, height: 3 },
  { width: 1, height: 1 },
  { width: 9, height: 16 },
]

/** As it is called: "16:9", "2.39:1". */
export const aspectText = ({ width, height }: Aspect): string =>
  height === 100 ? `${width / 100}:1` : `${width}:${height}`

/** With the size of its stills: "16:9 · 1920 × 1080". */
export function aspectOf(aspect: Aspect): string {
  const { width, height } = frameSize(aspect.width, aspect.height)
  return `${aspectText(aspect)} · ${width} × ${height}`
}

/** "2.35:1", "16:9", "1920 x 817", "1.85" as whole numbers; null for what is none, or wider or higher than ten to one. */
export function readAspect(text: string): Aspect | null {
  const [left, right, ...rest] = text.split(/\s*[:x×/]\s*/i)
  const width = readNumber(left ?? '')
  const height = right === undefined ? 1 : readNumber(right)
  if (rest.length || width === null || height === null || width <= 0 || height <= 0) return null
  if (width / height > 10 || height / width > 10) return null
  const fine = Number.isInteger(width) && Number.isInteger(height) ? 1 : 100
  const whole = { width: Math.round(width * fine), height: Math.round(height * fine) }
  return whole.width >= 1 && whole.height >= 1 && Math.max(whole.width, whole.height) <= 100_000 ? whole : null
}
