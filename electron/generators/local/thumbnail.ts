import sharp, { type Sharp } from 'sharp'
import { GeneratorError, type ThumbnailRequest } from '../generatorContract'

/** Writes a copy of a picture of the project: a small WebP to be looked at, or a form that was chosen, as good as it gets. */
export async function makeThumbnail({ path, width, form, out }: ThumbnailRequest): Promise<void> {
  try {
    const picture =
      width === undefined ? sharp(path).rotate() : sharp(path).rotate().resize({ width, withoutEnlargement: true })
    await inForm(picture, form).toFile(out)
  } catch {
    throw new GeneratorError('refused', 'The picture cannot be read.')
  }
}

function inForm(picture: Sharp, form: ThumbnailRequest['form']): Sharp {
  switch (form) {
    case 'png':
      return picture.png()
    // What is see-through is white on paper and in most viewers.
    case 'jpeg':
      return picture.flatten({ background: '#ffffff' }).jpeg({ quality: 92, chromaSubsampling: '4:4:4' })
    case 'webp':
      return picture.webp({ quality: 92 })
    default:
      return picture.webp({ quality: 82, effort: 2 })
  }
}
