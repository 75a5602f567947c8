import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ExportFormatName } from '@shared/handover/formats'
import { shotsInOrder } from '@shared/domain/lookup'
import { printOptionsSchema } from '@shared/handover/boards/printOptions'
import { cutOptionsSchema } from '@shared/handover/cutPieces'
import { imageOptionsSchema } from '@shared/handover/images'
import { movieOptionsSchema } from '@shared/handover/movie/movieOptions'
import { below, pick, seededRandom } from '@shared/testing/seededRandom'
import { ask, cli, launch, type Running } from '../e2e/support'
import { unpackArchive } from '../electron/services/archive/unpackArchive'
import { checkProject } from '../electron/services/check'
import { checkSnapshot } from '../electron/services/recovery'
import { openProject } from '../electron/store/openProject'
import { wavBytes } from '../electron/testing/wavBytes'
import { Counts, rounds, seed } from './counts'

const home = mkdtempSync(join(tmpdir(), 'exeunt-kill-'))
const project = join(home, 'Film.exeunt')
const out = join(home, 'out')
const sound = join(home, 'rain.wav')
const random = seededRandom(seed)
let shotIds: string[] = []

beforeAll(() => {
  const script = join(home, 'film.fountain')
  writeFileSync(script, 'INT. ROOM - DAY\n\nALICE enters from the left.\n\nBOB waits by the window.\n\nALICE\nHello.\n')
  writeFileSync(
    sound,
    wavBytes(1, (at) => Math.sin(at * 2000)),
  )
  cli(['new', project, '--title', 'Film'])
  cli(['import', project, script])
  shotIds = cli<{ id: string }[]>(['query', project, 'shots']).map(({ id }) => id)
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

/** What the window was told, and what it still waited for when it was killed. */
interface Told {
  readonly texts: Map<string, string>
  readonly clips: Set<string>
  readonly snapshots: Set<string>
  readonly archives: Set<string>
  /** The text on its way, and its shot. */
  flying: { shotId: string; text: string } | null
}

const works = ['edit', 'edit', 'edit', 'sound', 'snapshot', 'stills', 'archive', 'print', 'movie'] as const
type Work = (typeof works)[number]

const exported = (running: Running, format: ExportFormatName, file: string) =>
  ask(running.page, 'film.export', {
    format,
    scope: 'film',
    images: imageOptionsSchema.parse({}),
    cut: cutOptionsSchema.parse({}),
    print: printOptionsSchema.parse({}),
    movie: movieOptionsSchema.parse({ size: '720p', quality: 'draft' }),
    out: file,
  })

let count = 0
async function work(running: Running, kind: Work, told: Told): Promise<void> {
  const n = count++
  switch (kind) {
    case 'edit': {
      const [shotId, text] = [pick(random, shotIds), `Alice waits, for the time ${n}.`]
      told.flying = { shotId, text }
      await ask(running.page, 'command', { name: 'shot.update', input: { shotId, text } })
      told.texts.set(shotId, text)
      told.flying = null
      return
    }
    case 'sound':
      told.clips.add((await ask(running.page, 'sound.import', { path: sound }))!.clipId)
      return
    case 'snapshot':
      told.snapshots.add((await ask(running.page, 'snapshots.keep', { label: `Kept ${n}` })).name)
      return
    case 'stills':
      await ask(running.page, 'generate', { stage: 10, scope: 'stale' })
      return
    case 'archive': {
      const file = join(out, `film${n}.exeunt.zip`)
      await exported(running, 'archive', file)
      told.archives.add(file)
      return
    }
    case 'print':
      return void (await exported(running, 'pdf', join(out, 'boards.pdf')))
    case 'movie':
      return void (await exported(running, 'movie', join(out, 'film.mp4')))
  }
}

test(
  'the real window killed at any kind of work: what it told is there, and the project is whole',
  { timeout: rounds * 120_000 },
  async () => {
    const counts = new Counts('kill-window', 'kills of the desktop application')
    const told: Told = {
      texts: new Map<string, string>(),
      clips: new Set<string>(),
      snapshots: new Set<string>(),
      archives: new Set<string>(),
      flying: null,
    }
    for (let round = 0; round < rounds; round++) {
      const at = `seed ${seed}, round ${round}`
      const running = await launch(join(home, 'user'), [project])
      const child = running.app.process()
      const gone = new Promise((settle) => child.once('exit', settle))
      let killed = false
      let kind: Work = 'edit'
      setTimeout(() => (killed = child.kill('SIGKILL')), below(random, 2500))
      while (!killed) {
        kind = pick(random, works)
        try {
          await work(running, kind, told)
        } catch (error) {
          // The end of the window is the only reason why nothing is answered.
          expect(killed, `${at}: ${kind}: ${String(error)}`).toBe(true)
        }
      }
      await gone
      counts.count(kind)
      await expectWhole(told, at)
    }
    counts.tell()
  },
)

async function expectWhole(told: Told, at: string): Promise<void> {
  const opened = openProject(project, 'write')
  try {
    expect(await checkProject(opened), at).toMatchObject({
      ok: true,
      missingMedia: [],
      damagedMedia: [],
      invalidRecords: [],
    })
    const { flying } = told
    for (const shot of shotsInOrder(opened.records)) {
      const text = told.texts.get(shot.id)
      if (flying?.shotId === shot.id && shot.text === flying.text) told.texts.set(shot.id, flying.text)
      else if (text !== undefined) expect(shot.text, at).toBe(text)
    }
    told.flying = null
    for (const clipId of told.clips) expect(opened.records.get('soundClips', clipId), at).toBeDefined()
  } finally {
    opened.close()
  }
  for (const name of told.snapshots) expect(checkSnapshot(project, name).counts.shots, at).toBe(shotIds.length)
  for (const file of told.archives) {
    const to = join(home, 'unpacked.exeunt')
    await unpackArchive(file, to)
    rmSync(to, { recursive: true, force: true })
    rmSync(file)
    told.archives.delete(file)
  }
  // What was on its way has another name until it is whole.
  for (const name of existsSync(out) ? readdirSync(out) : [])
    if (name.endsWith('.exeunt.zip'))
      await unpackArchive(join(out, name), join(home, 'whole.exeunt')).then(() =>
        rmSync(join(home, 'whole.exeunt'), { recursive: true, force: true }),
      )
  rmSync(out, { recursive: true, force: true })
}
