import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { GlobalFonts } from '@napi-rs/canvas'
import { bundledFonts } from '@shared/drawing/bundledFonts'
import { FRAME_FONT } from '@shared/drawing/drawOp'

const FONTS = join('resources', 'fonts')
const FRAME_FILE = 'InterVariable.woff2'
let registered = false

/** Makes the bundled fonts known to the canvas, once. They are read here because native code cannot look into app.asar. */
export function registerFrameFont(): void {
  if (registered) return
  // Sources and the bundle lie at different depths below the app's folder.
  let folder = import.meta.dirname
  while (!existsSync(join(folder, FONTS, FRAME_FILE))) {
    if (dirname(folder) === folder) throw new Error(`${join(FONTS, FRAME_FILE)} is missing from the installation.`)
    folder = dirname(folder)
  }
  GlobalFonts.register(readFileSync(join(folder, FONTS, FRAME_FILE)), FRAME_FONT)
  for (const { family, file } of bundledFonts) GlobalFonts.register(readFileSync(join(folder, FONTS, file)), family)
  registered = true
}
