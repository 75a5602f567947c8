import { bundledFonts } from '@shared/drawing/bundledFonts'
import { FRAME_FONT } from '@shared/drawing/drawOp'
import { mediaUrl } from '../common/AssetPicture'
import { onFonts } from '../common/canvasText'
import './frameFont.css'

/** Decoded pictures and the font that frames are drawn with; painters are told when one has come. */
interface Kept {
  picture: ImageBitmap | null
  /** Done when it was read, or could not be; null since then. */
  reading: Promise<void> | null
  usedAt: number
}
const pictures = new Map<string, Kept>()
const listeners = new Set<() => void>()
/** So many are kept; what was used within the last seconds always is. */
const most = 24
const recentMs = 10_000

export function onDrawingResource(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Something that is drawn has come: who paints paints again. */
export const tellDrawn = (): void => {
  for (const listener of listeners) listener()
}

/** A stored picture in its own pixels, or undefined while it is being read and where its file is missing. */
export function drawnPicture(mediaId: string): ImageBitmap | undefined {
  const known = pictures.get(mediaId)
  if (!known) {
    load(mediaId)
    return undefined
  }
  known.usedAt = performance.now()
  return known.picture ?? undefined
}

/** Is a picture on its way? False too for one whose file is missing. */
export const isBeingRead = (mediaId: string): boolean => Boolean(pictures.get(mediaId)?.reading)

/** Reads a stored picture unless it is there, for those who paint it once and for good. @returns whether it could be read */
export async function readPicture(mediaId: string): Promise<boolean> {
  const kept = pictures.get(mediaId) ?? load(mediaId)
  await kept.reading
  kept.usedAt = performance.now()
  return kept.picture !== null
}

function load(mediaId: string): Kept {
  const kept: Kept = { picture: null, reading: null, usedAt: performance.now() }
  pictures.set(mediaId, kept)
  kept.reading = read(mediaId, kept).finally(() => {
    kept.reading = null
    forget()
    tellDrawn()
  })
  return kept
}

async function read(mediaId: string, kept: Kept): Promise<void> {
  try {
    const answer = await fetch(mediaUrl(mediaId))
    if (answer.ok) kept.picture = await createImageBitmap(await answer.blob())
  } catch {
    // A missing file: the compositor refuses, here its place stays empty.
  }
}

function forget(): void {
  const unused = [...pictures]
    .filter(([, kept]) => performance.now() - kept.usedAt > recentMs)
    .sort((a, b) => a[1].usedAt - b[1].usedAt)
  for (const [mediaId] of unused.slice(0, Math.max(0, pictures.size - most))) pictures.delete(mediaId)
}

let font: 'none' | 'loading' | 'ready' = 'none'

/** Waits for the fonts that frames are drawn with, of every script. */
export async function frameFont(): Promise<void> {
  await Promise.all([
    document.fonts.load(`600 24px "${FRAME_FONT}"`),
    ...bundledFonts.map(({ family, sample }) => document.fonts.load(`24px "${family}"`, sample)),
  ])
}

/** Is the frame font there? Asks for it the first time. */
export function frameFontReady(): boolean {
  if (font === 'none') {
    font = 'loading'
    void document.fonts.load(`600 24px "${FRAME_FONT}"`).finally(() => {
      font = 'ready'
      tellDrawn()
    })
    onFonts(tellDrawn)
  }
  return font === 'ready'
}
