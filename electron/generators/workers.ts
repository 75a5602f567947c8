import { drawMarks } from './local/marksPicture'
import { makePicture } from './local/makePicture'
import { printPdf } from './local/printPdf'
import { readClipFile } from './local/receivedClip'
import { makeThumbnail } from './local/thumbnail'
import { readPdf } from './pdf/readPdf'
import { generatorOf, remoteGenerators } from './registry'
import type { Workers } from './serve'
import { measureSound } from './sound/measureSound'

/** Everything that the generator process does. */
export const workers: Workers = {
  generatorOf,
  remoteGenerators,
  drawMarks,
  makePicture,
  makeThumbnail,
  measureSound,
  printPdf,
  readClipFile,
  readPdf,
}
