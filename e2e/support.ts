import { _electron, type ElectronApplication, type Locator, type Page } from 'playwright-core'
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { HostBridge, RequestName, Requests } from '@shared/ipc/contract'
import { readProject } from '../electron/testing/readProject'
import { electronLaunchOptions } from '../scripts/setup/launch.mjs'

/** A running application with everything its console said. */
export interface Running {
  app: ElectronApplication
  page: Page
  problems: string[]
}

export const temporaryFolder = () => mkdtempSync(join(tmpdir(), 'exeunt-e2e-'))

/** Starts the real application on its own user folder; the window is 1440 x 900. */
export async function launch(userData: string, args: readonly string[] = []): Promise<Running> {
  const app = await _electron.launch(
    electronLaunchOptions({ args: [process.cwd(), `--user-data-dir=${userData}`, ...args] }),
  )
  app.evaluate = untilAnswered(app.evaluate.bind(app))
  const page = await app.firstWindow()
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setSize(1440, 900))
  await page.waitForSelector('body[data-ready]')
  return { app, page, problems }
}

/** The main process may collect the answer as garbage before it is read, most likely while it starts; what is asked here can be asked again. */
function untilAnswered<Ask extends ElectronApplication['evaluate']>(ask: Ask): Ask {
  return (async (...asked: Parameters<Ask>) => {
    for (;;)
      try {
        return await (ask as (...given: Parameters<Ask>) => Promise<unknown>)(...asked)
      } catch (error) {
        if (!(error instanceof Error && error.message.includes('garbage collected'))) throw error
      }
  }) as Ask
}

/** The next file dialog answers these paths. */
export async function answerDialog(app: ElectronApplication, paths: string[]): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: chosen })
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen[0]! })
  }, paths)
}

/** The application with a script just imported, its matrix on screen. */
export async function launchWithScript(userData: string, script: string): Promise<Running> {
  const running = await launch(userData)
  await answerDialog(running.app, [script])
  await running.page.getByRole('button', { name: /Start from a script/ }).click()
  await running.page.getByRole('dialog').getByRole('button', { name: 'Show the matrix' }).click()
  await running.page.waitForSelector('[data-cell]', { state: 'attached' })
  return running
}

/** The application with the sample film just opened from the start screen; where `view` is one of the rail, that view. */
export async function launchSample(userData: string, view?: string, args: readonly string[] = []): Promise<Running> {
  const running = await launch(userData, args)
  const { page } = running
  await page
    .getByRole('button', { name: /sample/i })
    .first()
    .click()
  await page.waitForSelector('[data-cell]', { state: 'attached' })
  if (view) await page.getByRole('button', { name: view, exact: true }).click()
  return running
}

/** What a request of the window to its host answers. @throws the sentence of a refusal */
export function ask<Name extends RequestName>(
  page: Page,
  name: Name,
  input: Requests[Name]['input'],
): Promise<Requests[Name]['answer']> {
  return page.evaluate(
    async ([asked, given]) => {
      const answer = (await (window as unknown as { exeunt: HostBridge }).exeunt.request(asked, given)) as {
        ok: boolean
        value: unknown
        error?: { message: string }
      }
      if (!answer.ok) throw new Error(answer.error!.message)
      return answer.value as never
    },
    [name, input] as const,
  )
}

/** The folder of the project that is open in the window. */
export const openFolder = async (page: Page): Promise<string> => (await ask(page, 'project.current', {}))!.folder

/** The script of the sample film, copied to `script`. */
export function copyNumberNine(script: string): void {
  copyFileSync(resolve('resources/sample/number-nine.fountain'), script)
}

/** A new project in `folder` that holds the script of the sample film, which is copied to `script`. */
export function importNumberNine(folder: string, script: string): void {
  copyNumberNine(script)
  cli(['new', folder])
  cli(['import', folder, script])
}

/** What the project in a folder holds, read beside the running window as `query` of the command line answers it. */
export function query<T>(folder: string, kind: string, options: { shot?: string; frame?: string } = {}): T {
  return readProject(folder, kind, options) as T
}

/** A verb of the built command line. @throws when it ends with a refusal */
export function cli<T = unknown>(args: readonly string[]): T {
  return JSON.parse(
    execFileSync(process.execPath, [join(process.cwd(), 'out/main/cli.js'), ...args], { encoding: 'utf8' }),
  ) as T
}

/** Many requests to `batch` of the built command line, a line each. */
export function cliLines(args: readonly string[], requests: readonly unknown[]): void {
  execFileSync(process.execPath, [join(process.cwd(), 'out/main/cli.js'), ...args], {
    encoding: 'utf8',
    input: requests.map((request) => JSON.stringify(request)).join('\n'),
  })
}

export const cell = (page: Page, asset: string, shot: string): Locator => page.locator(`[data-cell="${asset}/${shot}"]`)

/** Middle of a cell, or a place in it (fractions of its size), in window pixels. */
export async function pointIn(locator: Locator, x = 0.5, y = 0.5): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox()
  if (!box) throw new Error('the cell is not on screen')
  return { x: box.x + box.width * x, y: box.y + box.height * y }
}

/** A real drag: down, several moves, up. */
export async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  for (let i = 1; i <= 6; i++)
    await page.mouse.move(from.x + ((to.x - from.x) * i) / 6, from.y + ((to.y - from.y) * i) / 6)
  await page.mouse.up()
}

/** Serious findings of axe-core in the window as it is. */
export async function axeFindings({ app, page }: Running): Promise<string[]> {
  const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  // Injected past the page's content security policy, which the page itself cannot do.
  await app.evaluate(
    ({ BrowserWindow }, code) => BrowserWindow.getAllWindows()[0]!.webContents.executeJavaScript(`${code};0`),
    source,
  )
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run(options: object): Promise<{ violations: { id: string; impact: string; nodes: { target: string[] }[] }[] }>
      }
    }
    const { violations } = await axe.run({ resultTypes: ['violations'] })
    return violations
      .filter((v) => v.impact === 'serious' || v.impact === 'critical')
      .map(
        (v) =>
          `${v.id}: ${v.nodes
            .slice(0, 12)
            .map((n) => n.target.join(' '))
            .join(', ')}`,
      )
  })
}

/** A picture of the window in the folder of EXEUNT_SHOTS, where there is one. */
export async function picture(page: Page, name: string): Promise<void> {
  const to = process.env['EXEUNT_SHOTS']
  if (to === undefined) return
  mkdirSync(to, { recursive: true })
  await page.screenshot({ path: join(to, `${name}.png`) })
}
