import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { GlobalFonts } from '@napi-rs/canvas'
import { FRAME_FONT } from '@shared/drawing/drawOp'

const FONT = join('resources', 'fonts', 'InterVariable.woff2')
let registered = false

/** Makes the bundled font known to the canvas, once. It is read here because native code cannot look into app.asar. */
export function registerFrameFont(): void {
  if (registered) return
  // Sources and the bundle lie at different depths below the app's folder.
  let folder = import.meta.dirname
  while (!existsSync(join(folder, FONT))) {
    if (dirname(folder) === folder) throw new Error(`${FONT} is missing from the installation.`)
    folder = dirname(folder)
  }
  GlobalFonts.register(readFileSync(join(folder, FONT)), FRAME_FONT)
  registered = true
}
