import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerDialog, cli, copyNumberNine, launchWithScript, query, temporaryFolder, type Running } from './support'

const home = temporaryFolder()
const out = temporaryFolder()
const frames = resolve('resources/sample/frames')
const pictures = readdirSync(frames)
  .sort()
  .slice(0, 3)
  .map((name) => join(frames, name))
let running: Running
const shots = process.env['EXEUNT_SHOTS']
if (shots) mkdirSync(shots, { recursive: true })

beforeAll(async () => {
  const script = join(home, 'Film.fountain')
  copyNumberNine(script)
  running = await launchWithScript(join(home, 'user'), script)
})
afterAll(() => running.app.close())

test('a project leaves as one file and comes back as another project', async () => {
  const { app, page, problems } = running
  await page.keyboard.press('Control+e')
  const sheet = page.getByRole('dialog', { name: 'Export' })
  await sheet.getByRole('radio', { name: /Project archive/ }).click()
  await sheet.getByText(/every step, so that undo goes on/).waitFor()
  const archive = join(out, 'Film.exeunt.zip')
  await answerDialog(app, [archive])
  await sheet.getByRole('button', { name: 'Export…' }).click()
  await sheet.waitFor({ state: 'hidden' })
  await expect.poll(() => existsSync(archive)).toBe(true)

  await page.keyboard.press('Control+k')
  await page.keyboard.type('project archive')
  const to = join(out, 'Again.exeunt')
  await app.evaluate(
    ({ dialog }, [from, folder]) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [from!] })
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: folder! })
    },
    [archive, to],
  )
  await page.keyboard.press('Enter')
  await expect.poll(() => existsSync(join(to, 'lock.db'))).toBe(true)
  await page.locator('[data-cell]').first().waitFor({ state: 'attached' })
  // It is the one that is open: it takes an edit, and undo knows the steps of before.
  await page.keyboard.press('Control+z')
  await expect.poll(() => cli<{ scenes: number }>(['query', to, 'project']).scenes).toBe(0)
  expect(cli<{ scenes: number }>(['query', join(home, 'Film.exeunt'), 'project']).scenes).toBe(3)
  expect(problems).toEqual([])
})

interface Timeline {
  tracks: {
    children: [{ children: { name: string; metadata: object; source_range: { duration: { value: number } } }[] }]
  }
}

test('an edit comes back, is compared and taken over in one step', async () => {
  const { app, page, problems } = running
  const film = join(out, 'Again.exeunt')
  await page.keyboard.press('Control+Shift+z')
  const file = join(out, 'cut.otio')
  await expect.poll(() => query<unknown[]>(film, 'shots').length).toBeGreaterThan(5)
  cli(['export', film, 'otio', file])
  const before = query<{ id: string; number: string; durationSeconds: number }[]>(film, 'shots')
  const timeline = JSON.parse(readFileSync(file, 'utf8')) as Timeline
  const clips = timeline.tracks.children[0].children
  const [moved] = clips.splice(1, 1)
  clips.splice(3, 0, moved!)
  clips[0]!.source_range.duration.value += 24
  const [gone] = clips.splice(5, 1)
  clips.splice(4, 0, { ...structuredClone(gone!), name: 'plate.mov', metadata: {} })
  writeFileSync(file, JSON.stringify(timeline))

  await answerDialog(app, [file])
  await page.keyboard.press('Control+k')
  await page.keyboard.type('edited timeline')
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('dialog', { name: 'An edited timeline came back' })
  await sheet.getByText('longer by 24 frames').waitFor()
  await sheet.getByText('plate.mov', { exact: true }).waitFor()
  for (const [width, height] of [
    [1280, 800],
    [1440, 900],
  ]) {
    if (!shots) continue
    await app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]!.setSize(size[0]!, size[1]!),
      [width!, height!],
    )
    await page.screenshot({ path: join(shots, `conform-${width}.png`) })
  }
  await sheet.getByRole('radiogroup', { name: /plate/ }).getByRole('radio', { name: 'Add shot' }).click()
  await sheet.getByRole('button', { name: 'Take 3 changes' }).click()
  await sheet.waitFor({ state: 'hidden' })
  const now = () => query<typeof before>(film, 'shots')
  await expect.poll(() => now().length).toBe(before.length + 1)
  expect(now()[0]!.durationSeconds).toBeCloseTo(before[0]!.durationSeconds + 1, 3)
  expect(now()[3]!.id).toBe(before[1]!.id)
  await page.keyboard.press('Control+z')
  await expect.poll(now).toEqual(before)
  expect(problems).toEqual([])
})

test('takes are looked at side by side and by a wipe, and one is chosen by key', async () => {
  const { app, page, problems } = running
  await page.getByRole('button', { name: 'Frames', exact: true }).click()
  const column = page.getByRole('region', { name: 'Takes', exact: true })
  for (const [i, picture] of pictures.entries()) {
    await answerDialog(app, [picture])
    await column.getByRole('button', { name: 'Take a picture from a file' }).click()
    await column.getByRole('button', { name: new RegExp(`^Take ${i + 1},`) }).waitFor()
  }
  await column.getByRole('button', { name: 'Takes side by side' }).click()
  const table = page.getByRole('region', { name: 'Takes side by side' })
  await table.getByRole('article', { name: 'Take 2' }).waitFor()
  await column.getByRole('button', { name: /^Take 1,/ }).click()
  expect(await table.getByRole('article').count()).toBe(3)
  // Pictures of a row end at one height, whatever is said below.
  const ends = await table
    .locator('article img')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().bottom))
  expect(ends[1]).toBe(ends[0])
  if (shots) await page.screenshot({ path: join(shots, 'takes.png') })
  await table.focus()
  await page.keyboard.press('w')
  const wipe = table.getByRole('slider')
  await wipe.focus()
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight')
  expect(await wipe.inputValue()).toBe('55')
  const box = (await wipe.boundingBox())!
  expect(box.width / box.height).toBeCloseTo(16 / 9, 1)
  await page.mouse.click(box.x + box.width * 0.25, box.y + box.height / 2)
  expect(Number(await wipe.inputValue())).toBeLessThan(30)
  if (shots) await page.screenshot({ path: join(shots, 'wipe.png') })
  await page.keyboard.press('w')
  await page.keyboard.press('2')
  await page.keyboard.press('Enter')
  await table.getByRole('article', { name: 'Take 2, chosen' }).waitFor()
  await page.keyboard.press('a')
  await table.getByRole('article', { name: 'Take 2, chosen, approved' }).waitFor()
  if (shots) {
    await page.getByRole('button', { name: 'Light theme' }).click()
    await page.screenshot({ path: join(shots, 'takes-light.png') })
    await page.getByRole('button', { name: 'Dark theme' }).click()
    await table.focus()
  }
  await page.keyboard.press('Escape')
  await table.waitFor({ state: 'hidden' })
  expect(problems).toEqual([])
})
