import { FRAME_FONT } from '@shared/drawing/drawOp'
import { mediaUrl } from '../common/AssetPicture'
import './frameFont.css'

/** Decoded pictures and the font that frames are drawn with; painters are told when one has come. */
interface Kept {
  picture: ImageBitmap | null
  reading: boolean
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

const tell = () => {
  for (const listener of listeners) listener()
}

/** A stored picture in its own pixels, or undefined while it is being read and where its file is missing. */
export function drawnPicture(mediaId: string): ImageBitmap | undefined {
  const known = pictures.get(mediaId)
  if (!known) {
    void load(mediaId)
    return undefined
  }
  known.usedAt = performance.now()
  return known.picture ?? undefined
}

/** Is a picture on its way? False too for one whose file is missing. */
export const isBeingRead = (mediaId: string): boolean => pictures.get(mediaId)?.reading ?? false

async function load(mediaId: string): Promise<void> {
  const kept: Kept = { picture: null, reading: true, usedAt: performance.now() }
  pictures.set(mediaId, kept)
  try {
    const answer = await fetch(mediaUrl(mediaId))
    if (answer.ok) kept.picture = await createImageBitmap(await answer.blob())
  } catch {
    // A missing file: the compositor refuses, here its place stays empty.
  } finally {
    kept.reading = false
    forget()
    tell()
  }
}

function forget(): void {
  const unused = [...pictures]
    .filter(([, kept]) => performance.now() - kept.usedAt > recentMs)
    .sort((a, b) => a[1].usedAt - b[1].usedAt)
  for (const [mediaId] of unused.slice(0, Math.max(0, pictures.size - most))) pictures.delete(mediaId)
}

let font: 'none' | 'loading' | 'ready' = 'none'

/** Is the frame font there? Asks for it the first time. */
export function frameFontReady(): boolean {
  if (font === 'none') {
    font = 'loading'
    void document.fonts.load(`600 24px "${FRAME_FONT}"`).finally(() => {
      font = 'ready'
      tell()
    })
  }
  return font === 'ready'
}
