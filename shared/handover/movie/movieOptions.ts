import { z } from 'zod'

export const movieSizes = ['720p', '1080p', '2160p'] as const
export type MovieSize = (typeof movieSizes)[number]
export const movieCodecs = ['h264', 'vp9', 'av1'] as const
export type MovieCodec = (typeof movieCodecs)[number]

/** How a movie is made, as it comes from outside. */
export const movieOptionsSchema = z.strictObject({
  /** The box the picture fits into, turned for a film that is higher than wide. */
  size: z.enum(movieSizes).default('1080p'),
  /** `auto` takes the first that the machine can encode: H.264, VP9, AV1. */
  codec: z.enum(['auto', ...movieCodecs]).default('auto'),
  quality: z.enum(['draft', 'good', 'best']).default('good'),
  /** Burnt into the picture, as a file beside it, or none. */
  subtitles: z.enum(['none', 'burnt', 'srt', 'vtt']).default('none'),
  /** Whether timecode and shot number stand in the picture. */
  slate: z.boolean().default(false),
  sound: z.boolean().default(true),
  /** Whether chosen clips that are fresh play; without them stills and blocking do. */
  clips: z.boolean().default(true),
})
export type MovieOptions = z.infer<typeof movieOptionsSchema>

const boxes: Record<MovieSize, readonly [long: number, short: number]> = {
  '720p': [1280, 720],
  '1080p': [1920, 1080],
  '2160p': [3840, 2160],
}

/** The size of a movie in pixels: as large as the box allows, both sides even, which encoders ask for. */
export function movieSize(
  size: MovieSize,
  { width, height }: { readonly width: number; readonly height: number },
): { readonly width: number; readonly height: number } {
  const [long, short] = boxes[size]
  const [boxWidth, boxHeight] = width >= height ? [long, short] : [short, long]
  const scale = Math.min(boxWidth / width, boxHeight / height)
  const even = (px: number) => Math.max(2, Math.round((px * scale) / 2) * 2)
  return { width: even(width), height: even(height) }
}

/** The ending of a movie's file. VP9 goes into WebM, the others into MP4. */
export const movieEnding = (codec: MovieCodec | 'auto'): 'mp4' | 'webm' => (codec === 'vp9' ? 'webm' : 'mp4')
