import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeRows, inTurns, tell } from './rows'

const home = mkdtempSync(join(tmpdir(), 'exeunt-bench-'))
const project = join(home, 'Film.exeunt')
const movie = join(home, 'ours.mp4')
const what = 'movie of 1080p, from the command line to the file'

const quiet = { stdio: 'ignore' } as const
const cli = (...args: string[]) =>
  void execFileSync(process.execPath, [join(process.cwd(), 'out', 'main', 'cli.js'), ...args], quiet)
const script = join(home, 'film.fountain')
// Long enough that starting the application is not most of it.
const deeds = [
  'BOB walks slowly to the window and looks at the rain.',
  'ALICE comes in with a tray.',
  'Bob turns around.',
]
writeFileSync(script, ['INT. ROOM - DAY', ...deeds, ...deeds, 'Alice leaves.'].join('\n\n'))
cli('new', project, '--title', 'Film')
cli('import', project, script)
const make = () => cli('export', project, 'movie', movie)
make()

if (spawnSync('ffmpeg', ['-version']).status !== 0) {
  const from = performance.now()
  make()
  tell({ what, ours: performance.now() - from, beside: 'no ffmpeg here', other: null, unit: 'ms', goal: null })
} else {
  // The very frames of our movie, unpacked, so that nothing but packing them is left to do.
  const frames = join(home, 'frames.yuv')
  const ffmpeg = (...args: string[]) => void execFileSync('ffmpeg', ['-v', 'error', '-y', ...args], quiet)
  ffmpeg('-i', movie, '-pix_fmt', 'yuv420p', '-f', 'rawvideo', frames)
  const raw = ['-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-s', '1920x1080', '-r', '24', '-i', frames]
  const times = await inTurns(2, make, () =>
    ffmpeg(...raw, '-c:v', 'libx264', '-preset', 'fast', join(home, 'other.mp4')),
  )
  tell({ what, ...times, beside: 'ffmpeg libx264 fast, packing the same frames', unit: 'ms', goal: 1.5 })
}
closeRows()
rmSync(home, { recursive: true, force: true })
