import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, type Page } from 'playwright-core'
import { electronLaunchOptions } from '../scripts/setup/launch.mjs'

// `npm run screenshots`: drives the real application through the sample film and writes docs/images/*.png.

const out = resolve('docs/images')
const home = mkdtempSync(join(tmpdir(), 'exeunt-shots-'))
mkdirSync(out, { recursive: true })

const app = await _electron.launch(
  electronLaunchOptions({ args: [process.cwd(), `--user-data-dir=${join(home, 'user')}`] }),
)
try {
  const page = await app.firstWindow()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setSize(1440, 900))
  await page.waitForSelector('body[data-ready]')
  await page.waitForTimeout(500)
  await page
    .getByRole('button', { name: /sample/i })
    .first()
    .click()
  await page.waitForSelector('[data-cell]', { state: 'attached' })
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await page.waitForTimeout(2000)
  await setTheScene(page)
  await page.screenshot({ path: join(out, 'matrix.png') })
  for (const view of ['Board', 'Timeline', 'Shots', 'Animatic', 'Setup']) {
    await page.getByRole('button', { name: view, exact: true }).click()
    if (view === 'Shots') await page.locator('[data-shot-head][aria-current]').click()
    await page.waitForTimeout(1500)
    await page.screenshot({ path: join(out, `${view.toLowerCase()}.png`) })
  }
  await page.getByRole('button', { name: 'Frames', exact: true }).click()
  await page
    .getByRole('toolbar', { name: 'Frames' })
    .getByRole('button', { name: 'End', exact: true })
    .or(page.getByRole('radio', { name: 'End', exact: true }))
    .first()
    .click()
  await page.waitForTimeout(1500)
  await page.screenshot({ path: join(out, 'frames.png') })
  await page.getByRole('button', { name: 'Script', exact: true }).click()
  await page.waitForTimeout(800)
  await page.getByRole('radio', { name: 'Review' }).click()
  await page.getByRole('button', { name: /^Next/ }).first().click()
  await page.waitForTimeout(800)
  await page.screenshot({ path: join(out, 'review.png') })
  await page.getByRole('radio', { name: 'Read' }).click()
  await page.getByRole('button', { name: 'Matrix', exact: true }).click()
  await page.getByRole('button', { name: 'Light theme' }).click()
  await page.waitForTimeout(800)
  await page.screenshot({ path: join(out, 'matrix-light.png') })
  await page.getByRole('button', { name: 'Dark theme' }).click()
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('Search or run a command').last().fill('close the project')
  await page.keyboard.press('Enter')
  await page.waitForTimeout(800)
  await page.screenshot({ path: join(out, 'home.png') })
} finally {
  await app.close()
  rmSync(home, { recursive: true, force: true })
}

/** The shot with eight assets, with Alice chosen. */
async function setTheScene(page: Page): Promise<void> {
  const target = page.locator('[data-cell="Alice/4"]')
  const box = (await target.boundingBox())!
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.move(1200, 880)
  await page.waitForTimeout(1500)
}
