import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { zipSync, type Zippable } from 'fflate'
import { expect, test } from 'vitest'
import { recordText } from '@shared/testing/recordDump'
import { dispatch } from '../../commit/dispatch'
import type { OpenProject } from '../../store/project'
import { openProject } from '../../store/openProject'
import { hashFile } from '../../store/mediaStore'
import { checkFolder } from '../check'
import { tempFolder } from '../../testing/tempFolder'
import { testSession, type TestSession } from '../../testing/testSession'
import { packArchive } from './packArchive'
import { unpackArchive } from './unpackArchive'

/** The example film with real pictures: stills of two shots are made, one edit is undone. */
async function filmed(): Promise<TestSession> {
  const s = testSession()
  for (const shot of s.sample.roomShots.slice(0, 2)) await s.queue.add(shot.id, 'start', 'local')
  dispatch(s.project, 'project.update', { title: 'Over, and out' })
  dispatch(s.project, 'shot.update', { id: s.sample.roomShots[0]!.id, notes: 'gone' })
  s.project.undo()
  s.project.view.write('matrix', { zoom: 2 })
  return s
}

const stateOf = (project: OpenProject) => ({
  records: recordText(project.records),
  history: project.history(),
  labels: project.undoLabels(),
  view: project.view.read(),
  media: [...project.media.files()],
})

async function packed(s: TestSession): Promise<string> {
  const out = join(tempFolder(), 'film.exeunt.zip')
  await packArchive(s.project, out)
  return out
}

async function refusal(work: Promise<unknown>): Promise<{ code: string; message: string }> {
  try {
    await work
  } catch (error) {
    return error as { code: string; message: string }
  }
  throw new Error('nothing was refused')
}

test('what is unpacked is the project that was packed, with its history, and packs to the same bytes', async () => {
  const s = await filmed()
  const archive = await packed(s)
  const to = join(tempFolder(), 'again.exeunt')
  const { title, mediaFiles } = await unpackArchive(archive, to)
  expect([title, mediaFiles]).toEqual(['Over, and out', 2])
  expect(await checkFolder(to)).toMatchObject({ damagedMedia: [], invalidRecords: [], integrity: 'ok' })
  const again = openProject(to, 'write')
  try {
    expect(stateOf(again)).toEqual(stateOf(s.project))
    expect(again.jobs.list()).toEqual([])
    const second = join(tempFolder(), 'second.exeunt.zip')
    await packArchive(again, second)
    expect(await hashFile(second)).toBe(await hashFile(archive))
    again.redo()
    expect(again.records.get('shots', s.sample.roomShots[0]!.id)?.notes).toBe('gone')
  } finally {
    again.close()
  }
})

test('whatever was edited, the project that comes back is equal', async () => {
  const s = testSession()
  const shots = s.sample.roomShots.map((shot) => shot.id)
  const edit = fc.oneof(
    fc.record({ command: fc.constant('shot.update'), id: fc.constantFrom(...shots), notes: fc.string() }),
    fc.record({
      command: fc.constant('project.update'),
      title: fc.string({ minLength: 1 }).filter((t) => t.trim() !== ''),
    }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { maxLength: 4 }), fc.boolean(), async (edits, undo) => {
      for (const { command, ...input } of edits) dispatch(s.project, command, input)
      if (undo && edits.length) s.project.undo()
      const archive = join(tempFolder(), 'film.exeunt.zip')
      await packArchive(s.project, archive)
      const to = join(tempFolder(), 'again.exeunt')
      await unpackArchive(archive, to)
      const again = openProject(to, 'read')
      try {
        expect(stateOf(again)).toEqual(stateOf(s.project))
      } finally {
        again.close()
      }
    }),
    { numRuns: 8 },
  )
})

test('a picture that is missing or damaged is named and left out', async () => {
  const s = await filmed()
  const [first, second] = [...s.project.media.files()]
  writeFileSync(s.project.media.pathOf(first!), 'scratched')
  rmSync(s.project.media.pathOf(second!))
  const out = tempFolder()
  const { files, warnings } = await packArchive(s.project, out)
  expect(files).toEqual(['Over_and_out.exeunt.zip'])
  expect(warnings.map((w) => w.message)).toEqual([
    expect.stringMatching(/^Left out, because their files are missing in the project: /),
    expect.stringMatching(/^Left out, because their files are damaged: /),
  ])
  expect(readdirSync(out)).toEqual(['Over_and_out.exeunt.zip'])
  await expect(unpackArchive(join(out, files[0]!), join(out, 'film'))).resolves.toMatchObject({ mediaFiles: 0 })
})

test('both ways can be cancelled, and nothing stays behind', async () => {
  const s = await filmed()
  const out = tempFolder()
  const stop = new AbortController()
  const heard: number[] = []
  const onProgress = (value: number) => {
    heard.push(value)
    stop.abort()
  }
  writeFileSync(join(out, 'film.exeunt.zip'), 'an older one')
  const place = join(out, 'film.exeunt.zip')
  expect(await refusal(packArchive(s.project, place, { signal: stop.signal, onProgress }))).toMatchObject({
    code: 'EXPORT_CANCELLED',
  })
  expect(readdirSync(out)).toEqual(['film.exeunt.zip'])
  expect(readFileSync(place, 'utf8')).toBe('an older one')
  const archive = await packed(s)
  const [signal, to] = [AbortSignal.abort(), join(out, 'film.exeunt')]
  expect(await refusal(unpackArchive(archive, to, { signal }))).toMatchObject({ code: 'UNPACK_CANCELLED' })
  expect(readdirSync(out)).toEqual(['film.exeunt.zip'])
  expect(heard.length).toBeGreaterThan(0)
})

test('a project is not packed into itself, and nothing is unpacked over a folder with something in it', async () => {
  const s = testSession()
  expect(await refusal(packArchive(s.project, join(s.folder, 'film.exeunt.zip')))).toMatchObject({
    code: 'EXPORT_INTO_PROJECT',
  })
  const archive = await packed(s)
  expect(await refusal(unpackArchive(archive, s.folder))).toMatchObject({ code: 'FOLDER_TAKEN' })
  const empty = tempFolder()
  await expect(unpackArchive(archive, empty)).resolves.toMatchObject({ folder: empty })
})

/** An archive made by hand. */
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const noteOf = (fields: object) =>
  new TextEncoder().encode(
    JSON.stringify({
      kind: 'exeunt-archive',
      version: 1,
      title: 'F',
      projectHash: sha(database),
      mediaFiles: 0,
      ...fields,
    }),
  )
const database = new TextEncoder().encode('no database')
const picture = new TextEncoder().encode('a picture')
const pictureName = `media/${sha(picture).slice(0, 2)}/${sha(picture)}.png`

test.each<[string, string, RegExp, () => Zippable | Uint8Array]>([
  ['a text', 'NOT_AN_ARCHIVE', /no project archive/, () => new TextEncoder().encode('hello')],
  ['nothing at all', 'NOT_AN_ARCHIVE', /no project archive/, () => new Uint8Array()],
  ['some other zip', 'NOT_AN_ARCHIVE', /no project archive/, () => ({ 'exeunt.json': database })],
  ['one without a note', 'NOT_AN_ARCHIVE', /no project archive/, () => ({ 'project.db': database })],
  ['a newer one', 'ARCHIVE_NEWER', /Update Exeunt/, () => ({ 'exeunt.json': noteOf({ version: 2 }) })],
  ['no project file', 'ARCHIVE_DAMAGED', /project file is missing/, () => ({ 'exeunt.json': noteOf({}) })],
  [
    'fewer pictures than it says',
    'ARCHIVE_DAMAGED',
    /0 of 3 pictures/,
    () => ({ 'exeunt.json': noteOf({ mediaFiles: 3 }), 'project.db': database }),
  ],
  [
    'another project file',
    'ARCHIVE_DAMAGED',
    /project\.db is not what/,
    () => ({ 'exeunt.json': noteOf({}), 'project.db': picture }),
  ],
  [
    'another picture',
    'ARCHIVE_DAMAGED',
    /is not what it was packed as/,
    () => ({ 'exeunt.json': noteOf({ mediaFiles: 1 }), 'project.db': database, [pictureName]: database }),
  ],
  [
    'a project file that is none',
    'ARCHIVE_DAMAGED',
    /there is no project in it/,
    () => ({ 'exeunt.json': noteOf({}), 'project.db': database }),
  ],
  [
    'a way out of the folder',
    'ARCHIVE_DAMAGED',
    /invalid relative path/,
    () => ({ 'exeunt.json': noteOf({}), '../../evil.sh': picture }),
  ],
  [
    'an absolute path',
    'ARCHIVE_DAMAGED',
    /absolute path/,
    () => ({ 'exeunt.json': noteOf({}), '/tmp/evil.sh': picture }),
  ],
  [
    'a file of its own wish',
    'ARCHIVE_FOREIGN',
    /the file “lock\.db”/,
    () => ({ 'exeunt.json': noteOf({}), 'lock.db': picture }),
  ],
  [
    'a picture at another place',
    'ARCHIVE_FOREIGN',
    /media\/zz/,
    () => ({ 'exeunt.json': noteOf({}), [`media/zz/${sha(picture)}.png`]: picture }),
  ],
  [
    'a link',
    'ARCHIVE_FOREIGN',
    /the link “project\.db”/,
    () => ({ 'exeunt.json': noteOf({}), 'project.db': [picture, { os: 3, attrs: 0o120777 << 16 }] }),
  ],
  [
    'a bomb',
    'ARCHIVE_FOREIGN',
    /never ends/,
    () => ({ 'exeunt.json': noteOf({}), 'project.db': new Uint8Array(20_000_000) }),
  ],
])('%s is refused with a sentence, and nothing stays behind', async (_what, code, message, make) => {
  const folder = tempFolder()
  const file = join(folder, 'sent.exeunt.zip')
  const made = make()
  writeFileSync(file, made instanceof Uint8Array ? made : zipSync(made))
  const refused = await refusal(unpackArchive(file, join(folder, 'film.exeunt')))
  expect(refused).toMatchObject({ code, message: expect.stringMatching(message) })
  expect(readdirSync(folder)).toEqual(['sent.exeunt.zip'])
})

test('an archive that holds a file twice is refused', async () => {
  const folder = tempFolder()
  const file = join(folder, 'sent.exeunt.zip')
  const other = `project.dc`
  const bytes = Buffer.from(zipSync({ 'exeunt.json': noteOf({}), 'project.db': database, [other]: database }))
  for (let at = bytes.indexOf(other); at >= 0; at = bytes.indexOf(other)) bytes.write('project.db', at)
  writeFileSync(file, bytes)
  expect(await refusal(unpackArchive(file, join(folder, 'film.exeunt')))).toMatchObject({
    code: 'ARCHIVE_FOREIGN',
    message: expect.stringContaining('twice'),
  })
})

test('an archive that was cut short anywhere, or scratched, is refused or whole', async () => {
  const s = await filmed()
  const archive = await packed(s)
  const bytes = readFileSync(archive)
  const folder = tempFolder()
  const file = join(folder, 'sent.exeunt.zip')
  const state = recordText(s.project.records)
  const damage = fc.oneof(
    fc.record({ cut: fc.integer({ min: 0, max: bytes.length - 1 }) }),
    fc.record({ at: fc.integer({ min: 0, max: bytes.length - 1 }), to: fc.integer({ min: 0, max: 255 }) }),
  )
  await fc.assert(
    fc.asyncProperty(damage, async (how) => {
      const spoilt = 'cut' in how ? bytes.subarray(0, how.cut) : Buffer.from(bytes)
      if ('at' in how) spoilt[how.at] = how.to
      writeFileSync(file, spoilt)
      const to = join(folder, 'film.exeunt')
      try {
        await unpackArchive(file, to)
        const project = openProject(to, 'read')
        expect(recordText(project.records)).toBe(state)
        project.close()
        rmSync(to, { recursive: true })
      } catch (error) {
        expect((error as Error).name, String((error as Error).stack)).toBe('Refusal')
        expect(existsSync(to)).toBe(false)
      }
      expect(readdirSync(folder)).toEqual(['sent.exeunt.zip'])
    }),
    { numRuns: 40 },
  )
})
