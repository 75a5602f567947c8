import sharp from 'sharp'
import { GeneratorError, type ThumbnailRequest } from '../generatorContract'

/** Writes a small WebP copy of a picture of the project. */
export async function makeThumbnail({ path, width, out }: ThumbnailRequest): Promise<void> {
  try {
    await sharp(path).rotate().resize({ width, withoutEnlargement: true }).webp({ quality: 82, effort: 2 }).toFile(out)
  } catch {
    throw new GeneratorError('refused', 'The picture cannot be read.')
  }
}
