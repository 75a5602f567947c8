import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cli, launch, query, temporaryFolder, type Running } from './support'

const home = temporaryFolder()
const folder = join(home, 'Film.exeunt')
const userData = join(home, 'user')
let running: Running

beforeAll(() => {
  cli(['new', folder])
  const { created } = cli<{ created: { scenes: string[] } }>([
    'do',
    folder,
    'scene.create',
    '{"heading":"INT. HALL - DAY"}',
  ])
  for (const text of ['Rain.', 'Wind.'])
    cli(['do', folder, 'shot.create', JSON.stringify({ sceneId: created.scenes[0], text })])
})

const texts = () => query<{ text: string }[]>(folder, 'shots').map((s) => s.text)
const history = () => query<{ label: string; undone: boolean }[]>(folder, 'history')
const field = () => running.page.getByLabel('What is seen')

/** Types at the end of the first shot's text and stays in the field. */
async function type(words: string): Promise<void> {
  await field().press('Control+End')
  await running.page.keyboard.type(words)
}

async function gone(): Promise<void> {
  const child = running.app.process()
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

describe('text that is still being typed is in the project however the window goes', () => {
  beforeEach(async () => {
    running = await launch(userData, [folder])
    await field().waitFor()
  })

  test.each([
    [
      'the window is closed',
      () =>
        running.app.evaluate(({ BrowserWindow }) => {
          BrowserWindow.getAllWindows()[0]!.close()
        }),
    ],
    ['the application quits', () => running.app.evaluate(({ app }) => app.quit())],
    ['the system ends it', () => Promise.resolve(void running.app.process().kill('SIGTERM'))],
  ])('%s', async (how, end) => {
    await type(` ${how}.`)
    await Promise.all([gone(), end().catch(() => {})])
    expect(texts()[0]).toMatch(new RegExp(`${how}\\.$`))
  })

  test('it is killed after a rest', async () => {
    await type(' Typed, and rested.')
    await wait(2000)
    running.app.process().kill('SIGKILL')
    await gone()
    expect(texts()[0]).toMatch(/Typed, and rested\.$/)
  })
})

describe('a visit of a field', () => {
  beforeAll(async () => {
    running = await launch(userData, [folder])
    await field().waitFor()
  })
  afterAll(() => running.app.close())

  test('is one step however often typing rests, also after a restart', async () => {
    const [before, steps] = [texts()[0]!, history().length]
    for (const words of [' One.', ' Two.', ' Three.']) {
      await type(words)
      await expect.poll(() => texts()[0]).toMatch(new RegExp(`${words}$`))
    }
    expect(history()).toHaveLength(steps + 1)
    await running.app.close()
    running = await launch(userData, [folder])
    expect(await field().inputValue()).toBe(`${before} One. Two. Three.`)
    await running.page.keyboard.press('Control+z')
    await expect.poll(() => texts()[0]).toBe(before)
    await running.page.keyboard.press('Control+Shift+z')
    await expect.poll(() => texts()[0]).toBe(`${before} One. Two. Three.`)
  })

  test('ends with Escape as it began, what was saved meanwhile included', async () => {
    const before = texts()[0]!
    await type(' No.')
    await expect.poll(() => texts()[0]).toBe(`${before} No.`)
    await running.page.keyboard.press('Escape')
    await expect.poll(() => texts()[0]).toBe(before)
    expect(await field().inputValue()).toBe(before)
  })

  test('ends when another shot is chosen or another view shown, with everything in the shot it was typed for', async () => {
    const before = texts()
    await type(' Left.')
    await running.page.getByRole('button', { name: 'Next shot' }).click()
    await expect.poll(() => texts()).toEqual([`${before[0]} Left.`, before[1]])
    await type(' Gone.')
    await running.page.keyboard.press('Control+5')
    await expect.poll(() => texts()).toEqual([`${before[0]} Left.`, `${before[1]} Gone.`])
    await running.page.keyboard.press('Control+4')
  })

  test('a text that cannot be stays in its field with the reason', async () => {
    const { page } = running
    const duration = page.getByLabel('Duration', { exact: true })
    await duration.fill('soon')
    await duration.blur()
    expect(await duration.inputValue()).toBe('soon')
    await page.getByText('“soon” is no time.').waitFor()
    await duration.fill('4')
    await duration.press('Enter')
    await expect.poll(() => duration.inputValue()).toBe('4 s')
    expect(running.problems).toEqual([])
  })
})
