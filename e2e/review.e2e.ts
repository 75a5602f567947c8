import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerDialog, cell, copyNumberNine, launch, pointIn, query, temporaryFolder, type Running } from './support'

interface Shot {
  id: string
  number: string
  text: string
}
interface Asset {
  id: string
  name: string
  type: string
  deleted: boolean
}

describe('what was read from a script is reviewed in the real window', () => {
  const home = temporaryFolder()
  const userData = join(home, 'user')
  const script = join(home, 'Nine.fountain')
  const folder = join(home, 'Nine.exeunt')
  let running: Running
  beforeAll(async () => {
    copyNumberNine(script)
    running = await launch(userData)
    const { app, page } = running
    await answerDialog(app, [script])
    await page.getByRole('button', { name: /Start from a script/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Review', exact: true }).click()
    await page.getByRole('heading', { name: 'Review' }).waitFor()
  })
  afterAll(() => running.app.close())

  const shots = () => query<Shot[]>(folder, 'shots')
  const numbers = () => shots().map((s) => s.number)
  const asset = (name: string) => query<Asset[]>(folder, 'assets').find((a) => a.name === name)
  const unconfirmed = () =>
    query<{ origin: string }[]>(folder, 'assignments').filter((a) => a.origin === 'suggested').length
  const undo = async () => running.page.keyboard.press('Control+z')
  const card = (number: string) =>
    running.page.locator(`button[data-shot="${shots().find((s) => s.number === number)!.id}"]`)

  test('A confirms the shot and goes on to the next; one reading can be rejected', async () => {
    const { page } = running
    const before = unconfirmed()
    await card('1').click()
    await page.keyboard.press('a')
    await expect.poll(unconfirmed).toBeLessThan(before)
    await expect.poll(() => page.getByRole('heading', { name: 'Shot 2' }).isVisible()).toBe(true)
    const left = unconfirmed()
    await page.getByRole('button', { name: 'Reject Living Room' }).click()
    await expect.poll(unconfirmed).toBe(left - 1)
    await undo()
    await expect.poll(unconfirmed).toBe(left)
  })

  test('what waits in a cell of the matrix is taken with Enter and put aside with Delete', async () => {
    const { page } = running
    const assigned = new Set(query<{ id: string }[]>(folder, 'assignments').map((a) => a.id))
    const open = () =>
      query<{ id: string; state: string; assetId: string; shotId: string }[]>(folder, 'suggestions').filter(
        (s) => s.state === 'open' && !assigned.has(s.id),
      )
    const [waiting] = open()
    const before = open().length
    await page.getByRole('button', { name: 'Matrix', exact: true }).click()
    const name = query<Asset[]>(folder, 'assets').find((a) => a.id === waiting!.assetId)!.name
    const target = cell(page, name, shots().find((s) => s.id === waiting!.shotId)!.number)
    await expect.poll(() => target.textContent()).toMatch(/read from the script/)
    const at = await pointIn(target)
    await page.mouse.click(at.x, at.y)
    await expect.poll(() => target.textContent()).not.toMatch(/read from the script/)
    await undo()
    await expect.poll(() => open().length).toBe(before)
    await page.keyboard.press('Delete')
    await expect.poll(() => open().length).toBe(before - 1)
    await undo()
    await expect.poll(() => open().length).toBe(before)
    await page.keyboard.press('Enter')
    await expect.poll(() => target.textContent()).not.toMatch(/read from the script/)
    await undo()
    await expect.poll(() => open().length).toBe(before)
    await page.keyboard.press('Control+1')
  })

  test('a shot is split between its speeches, and three are joined by one key', async () => {
    const { page } = running
    await card('5').click()
    await page.getByRole('button', { name: /Split here before “Who\?/ }).click()
    await expect.poll(numbers).toContain('5B')
    await card('1').click()
    await card('3').click({ modifiers: ['Shift'] })
    await expect.poll(() => page.getByText(/^Join 1, 2 and 3: /).isVisible()).toBe(true)
    await card('1').focus()
    await page.keyboard.press('j')
    await expect.poll(numbers).not.toContain('2')
    expect(shots()[0]!.text).toContain('It has been read too often')
    await undo()
    await expect.poll(numbers).toContain('2')
    await undo()
    await expect.poll(numbers).not.toContain('5B')
  })

  test('N, A and S work from a button, from the text, and from an empty place of the panel', async () => {
    const { page } = running
    const chosen = () => page.getByRole('heading', { name: /^Shot \d/ }).innerText()
    await card('1').click()
    await page.getByRole('button', { name: /^Next/ }).click()
    const second = await chosen()
    await page.keyboard.press('n')
    await expect.poll(chosen).not.toBe(second)
    const before = unconfirmed()
    await page.keyboard.press('a')
    await expect.poll(unconfirmed).toBeLessThan(before)
    await undo()
    await expect.poll(unconfirmed).toBe(before)
    // A click on the words of a shot leaves the focus on its card, and it walks with the choice.
    const two = shots()[1]!
    await page.locator(`[data-shot="${two.id}"]:not(button)`).first().click()
    const focused = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset['shot'])
    await page.keyboard.press('ArrowDown')
    await expect.poll(focused).toBe(shots()[2]!.id)
    await page.keyboard.press('n')
    await expect.poll(async () => (await focused()) !== shots()[2]!.id).toBe(true)
    const count = shots().length
    await card('1').click()
    await page.keyboard.press('s')
    await expect.poll(() => shots().length).toBe(count + 1)
    await undo()
    await expect.poll(() => shots().length).toBe(count)
  })

  test('an asset is retyped, another rejected, and two names are kept apart', async () => {
    const { page } = running
    await page.getByLabel('Type of Umbrella').selectOption('character')
    await expect.poll(() => asset('Umbrella')?.type).toBe('character')
    await page.getByRole('button', { name: 'Delete Waiter' }).click()
    await expect.poll(() => asset('Waiter')?.deleted ?? true).toBe(true)
    await page.getByRole('button', { name: /Never merge John with John Smith/ }).click()
    await expect.poll(() => page.locator('[data-proposal="John"]').count()).toBe(0)
    for (let i = 0; i < 3; i++) await undo()
    await expect.poll(() => [asset('Umbrella')?.type, asset('Waiter')?.deleted]).toEqual(['prop', false])
    await expect.poll(() => page.locator('[data-proposal="John"]').count()).toBe(1)
  })

  test('another rule shows what it changes before it does, and is one undo step', async () => {
    const { page } = running
    const before = numbers()
    const field = page.getByLabel('Dialogue in one shot, at most, s')
    await field.fill('3')
    await field.press('Enter')
    await expect.poll(() => page.getByText(/shots? stays? as .* new/).isVisible()).toBe(true)
    expect(numbers()).toEqual(before)
    await page.getByRole('button', { name: 'Cut the script again' }).click()
    await expect.poll(() => numbers().length).toBeGreaterThan(before.length)
    await undo()
    await expect.poll(numbers).toEqual(before)
  })

  test('a new version of the script is put over the old one after a question; what is gone lies in the tray, also after a restart', async () => {
    const { page } = running
    const gone = shots()[1]!
    writeFileSync(script, readFileSync(script, 'utf8').replace(/MEDIUM\. Bob lifts[^\n]*\n\n/, ''))
    await page.keyboard.press('Control+i')
    await expect.poll(() => page.getByText(/1 goes to the tray/).isVisible()).toBe(true)
    await page.getByRole('button', { name: 'Update it' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Review', exact: true }).click()
    await expect.poll(() => shots().some((s) => s.id === gone.id)).toBe(false)
    await running.app.close()
    running = await launch(userData, [folder])
    await running.page.getByRole('heading', { name: 'Tray' }).waitFor()
    await running.page.getByRole('button', { name: `Restore shot ${gone.number}` }).click()
    await expect.poll(() => shots()[1]?.id).toBe(gone.id)
    await undo()
    await expect.poll(() => query<Shot[]>(folder, 'tray').map((s) => s.id)).toEqual([gone.id])
    await undo()
    await expect.poll(() => shots()[1]?.id).toBe(gone.id)
    expect(running.problems).toEqual([])
  })
})
