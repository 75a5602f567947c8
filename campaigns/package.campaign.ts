import { spawn, type ChildProcess } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { readProject } from '../electron/testing/readProject'
import { chromiumSwitches } from '../scripts/setup/launch.mjs'

const folder = resolve('dist/linux-unpacked')
const program = join(folder, 'exeunt')
/** The home of a user who has never seen the application. */
const home = mkdtempSync(join(tmpdir(), 'exeunt-package-'))
const script = join(home, 'Film.fountain')
const project = join(home, 'Film.exeunt')

let running: { child: ChildProcess; browser: Browser; page: Page } | null = null
afterAll(() => void running?.child.kill('SIGKILL'))

/** Starts the packaged program as a user would; the test driver listens at Chromium's own door, as the fuses close Node's. */
async function start(...args: string[]): Promise<Page> {
  const known = Object.entries(process.env).filter(([name]) => !/^(EXEUNT|NODE|XDG)_/.test(name))
  const child = spawn(program, [...chromiumSwitches(program), '--remote-debugging-port=0', ...args], {
    cwd: home,
    env: { ...Object.fromEntries(known), HOME: home },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk) => (said += String(chunk)))
  await expect.poll(() => /DevTools listening on (ws:\S+)/.exec(said)?.[1], { timeout: 60_000 }).toBeTruthy()
  const browser = await chromium.connectOverCDP(/DevTools listening on (ws:\S+)/.exec(said)![1]!)
  const context = browser.contexts()[0]!
  const page = context.pages()[0] ?? (await context.waitForEvent('page'))
  await page.waitForSelector('body[data-ready]')
  running = { child, browser, page }
  return page
}

/** Closes the window by its own button; the program ends by itself. */
async function close(): Promise<void> {
  const { child, page } = running!
  const ended = new Promise((settle) => child.once('exit', settle))
  await page.getByRole('button', { name: 'Close the window', exact: true }).click()
  expect(await ended).toBe(0)
  running = null
}

const shots = () => readProject(project, 'shots') as { id: string }[]
const statuses = () =>
  (readProject(project, 'freshness') as { startFrame: { status: string } }[]).map((f) => f.startFrame.status)

test('the package has its fuses set', async () => {
  const fuses = await getCurrentFuseWire(program)
  const off = '0'.charCodeAt(0)
  const on = '1'.charCodeAt(0)
  expect({
    runAsNode: fuses[FuseV1Options.RunAsNode],
    nodeOptions: fuses[FuseV1Options.EnableNodeOptionsEnvironmentVariable],
    inspect: fuses[FuseV1Options.EnableNodeCliInspectArguments],
    integrity: fuses[FuseV1Options.EnableEmbeddedAsarIntegrityValidation],
    onlyAsar: fuses[FuseV1Options.OnlyLoadAppFromAsar],
    fileProtocol: fuses[FuseV1Options.GrantFileProtocolExtraPrivileges],
  }).toEqual({ runAsNode: off, nodeOptions: off, inspect: off, integrity: on, onlyAsar: on, fileProtocol: off })
})

test(
  'opened with a script, it makes a film of it and its frames; closed and started again, all is there',
  { timeout: 600_000 },
  async () => {
    copyFileSync(resolve('resources/sample/number-nine.fountain'), script)
    let page = await start(script)
    await page.getByRole('dialog').getByRole('button', { name: 'Show the matrix' }).click()
    await page.waitForSelector('[data-cell]', { state: 'attached' })
    expect(shots().length).toBeGreaterThan(15)
    await page
      .getByRole('button', { name: /Make frames/ })
      .first()
      .click()
    await expect.poll(() => new Set(statuses()), { timeout: 240_000, interval: 1000 }).toEqual(new Set(['fresh']))
    await close()

    page = await start(project)
    await page.waitForSelector('[data-cell]', { state: 'attached' })
    expect(new Set(statuses())).toEqual(new Set(['fresh']))
    await close()
  },
)

test('what the package weighs, by part', () => {
  const sizeOf = (path: string): number =>
    statSync(path).isDirectory()
      ? readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
      : statSync(path).size
  const unpacked = join(folder, 'resources', 'app.asar.unpacked', 'node_modules')
  const parts = {
    all: sizeOf(folder),
    runtime: sizeOf(folder) - sizeOf(join(folder, 'resources')),
    application: sizeOf(join(folder, 'resources', 'app.asar')),
    ...Object.fromEntries(readdirSync(unpacked).map((name) => [name, sizeOf(join(unpacked, name))])),
  }
  const megabytes = Object.fromEntries(
    Object.entries(parts).map(([name, bytes]) => [name, Math.round(bytes / 1e5) / 10]),
  )
  mkdirSync(resolve('test-results'), { recursive: true })
  writeFileSync(resolve('test-results', 'package-size.json'), `${JSON.stringify(megabytes, null, 2)}\n`)
  console.info(megabytes)
  // One platform's natives, one language, no sources.
  expect(readdirSync(join(folder, 'locales'))).toEqual(['en-US.pak'])
  const listed = readFileSync(join(folder, 'resources', 'app.asar'))
    .subarray(0, 2_000_000)
    .toString('latin1')
  expect(listed).not.toMatch(/"(?:binding\.gyp|sqlite3\.c|linux-arm64\.node|win32-x64\.node)"/)
})
