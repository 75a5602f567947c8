import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerDialog, copyNumberNine, launch, query, temporaryFolder, type Running } from './support'

interface Shot {
  id: string
  number: string
  text: string
}

describe('the letters of the review act wherever in it the focus is', () => {
  const home = temporaryFolder()
  const script = join(home, 'Nine.fountain')
  const folder = join(home, 'Nine.exeunt')
  let running: Running
  beforeAll(async () => {
    copyNumberNine(script)
    running = await launch(join(home, 'user'))
    await answerDialog(running.app, [script])
    await running.page.getByRole('button', { name: /Start from a script/ }).click()
    await running.page.getByRole('dialog').getByRole('button', { name: 'Review', exact: true }).click()
    await running.page.getByRole('heading', { name: 'Review' }).waitFor()
  })
  afterAll(() => running.app.close())

  const shots = () => query<Shot[]>(folder, 'shots')
  const unconfirmed = () =>
    query<{ origin: string }[]>(folder, 'assignments').filter((a) => a.origin === 'suggested').length
  const pressed = () => running.page.locator('button[data-shot][aria-pressed="true"]').getAttribute('data-shot')
  const focused = () => running.page.evaluate(() => document.activeElement?.getAttribute('data-shot') ?? null)
  const card = (shot: Shot) => running.page.locator(`button[data-shot="${shot.id}"]`)

  test('after a click on Next, N goes on and A confirms', async () => {
    const { page } = running
    await page.getByRole('button', { name: /^Next/ }).click()
    const first = await pressed()
    await page.keyboard.press('n')
    await expect.poll(pressed).not.toBe(first)
    const before = unconfirmed()
    await page.keyboard.press('a')
    await expect.poll(unconfirmed).toBeLessThan(before)
  })

  test('the focus goes along with the choice, also from the text of a shot', async () => {
    const { page } = running
    const [first] = shots()
    await card(first!).focus()
    await page.keyboard.press('Home')
    await expect.poll(focused).toBe(first!.id)
    await page.locator(`[data-shot="${first!.id}"]:not(button)`).first().click()
    await expect.poll(focused).toBe(first!.id)
    await page.keyboard.press('n')
    await expect.poll(focused).not.toBe(first!.id)
    expect(await focused()).toBe(await pressed())
  })

  test('S splits after the first sentence, and tells in words where there is none', async () => {
    const { page } = running
    const count = shots().length
    const whole = shots().find((shot) => /^[^.!?]+\.\s+[A-Z][^.!?]+\./.test(shot.text))!
    await card(whole).click()
    await page.keyboard.press('s')
    await expect.poll(() => shots().length).toBe(count + 1)
    const half = shots().find((shot) => shot.id === whole.id)!
    expect(half.text).toMatch(/^[^.!?]+\.$/)
    await card(half).focus()
    await page.keyboard.press('s')
    await expect.poll(() => page.getByText(/^Not split: shot .+ says one thing only/).count()).toBeGreaterThan(0)
    expect(shots()).toHaveLength(count + 1)
  })
})
