import sharp from 'sharp'

/** Wide enough for the Frames view. */
const widest = 640
const mostPixels = 8_000_000

/**
 * What a service shows of a picture that it is making, as a small JPEG in base64: drawn anew, so that bytes of a service never come to the window. Null for what is no
 * picture.
 */
export async function previewPicture(bytes: Buffer): Promise<string | null> {
  try {
    const small = await sharp(bytes, { limitInputPixels: mostPixels })
      .timeout({ seconds: 2 })
      .resize(widest, widest, { fit: 'inside', withoutEnlargement: true })
      .flatten()
      .jpeg({ quality: 80 })
      .toBuffer()
    return small.toString('base64')
  } catch {
    return null
  }
}
