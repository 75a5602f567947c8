import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { readProject } from '../electron/testing/readProject'
import { chromiumSwitches } from '../scripts/setup/launch.mjs'

/** The home of a user who has never seen the application. */
const home = mkdtempSync(join(tmpdir(), 'exeunt-package-'))
const deb = existsSync('dist') ? readdirSync('dist').find((name) => name.endsWith('.deb')) : undefined
/** Where a .deb is installed: a system of its own, which has nothing else. */
const system = join(home, 'system')
const folder = deb ? join(system, 'opt', 'Exeunt') : resolve('dist/linux-unpacked')
const program = join(folder, 'exeunt')
const script = join(home, 'Film.fountain')
const project = join(home, 'Film.exeunt')

let running: { child: ChildProcess; browser: Browser; page: Page } | null = null
afterAll(() => {
  running?.child.kill('SIGKILL')
  rmSync(home, { recursive: true, force: true })
})

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

test.runIf(deb)(
  'the .deb installs without a script of its own: the program, its icon, its entry in menus, and what it opens',
  { timeout: 600_000 },
  () => {
    const dpkg = join(system, 'var', 'lib', 'dpkg')
    for (const name of ['info', 'updates', 'triggers']) mkdirSync(join(dpkg, name), { recursive: true })
    writeFileSync(join(dpkg, 'status'), '')
    // What it depends on is on the machine, not in the system of its own.
    execFileSync('dpkg', [
      `--root=${system}`,
      `--log=${join(home, 'dpkg.log')}`,
      '--force-depends',
      '--force-not-root',
      '--force-bad-path',
      '--install',
      resolve('dist', deb!),
    ])
    const field = (name: string) =>
      execFileSync('dpkg-deb', ['--field', resolve('dist', deb!), name], { encoding: 'utf8' }).trim()
    expect(field('Version')).toBe((JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version)
    expect(readdirSync(join(dpkg, 'info')).filter((name) => /\.(pre|post)(inst|rm)$/.test(name))).toEqual([])
    const entry = readFileSync(join(system, 'usr/share/applications/exeunt.desktop'), 'utf8')
    expect(join(system, /^Exec=(\S+)/m.exec(entry)![1]!)).toBe(program)
    const opened = readFileSync(join(system, 'usr/share/mime/packages/exeunt.xml'), 'utf8')
    for (const [, type] of opened.matchAll(/type="([^"]+)"/g)) expect(entry).toContain(`${type};`)
    for (const ending of ['fountain', 'fdx', 'exeunt.zip']) expect(opened).toContain(`pattern="*.${ending}"`)
    expect(existsSync(join(system, 'usr/share/icons/hicolor/512x512/apps/exeunt.png'))).toBe(true)
    expect(statSync(join(folder, 'chrome-sandbox')).mode & 0o7777).toBe(0o4755)
  },
)

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

test.runIf(deb)(
  'a newer version is told of where the settings name a feed, and nobody is asked where they do not',
  async () => {
    const asked: string[] = []
    const server = createServer(({ url = '' }, answer) => {
      asked.push(url.replace(/\?.*/, ''))
      answer.end(
        `version: 9.9.9\nfiles:\n  - url: exeunt.deb\n    sha512: AAAA\n    size: 1\npath: exeunt.deb\nsha512: AAAA\nreleaseDate: '2026-01-01T00:00:00.000Z'\n`,
      )
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const { port } = server.address() as AddressInfo
    const user = join(home, 'updated')
    mkdirSync(user)
    const settings = join(user, 'settings.json')
    const switches = [`--user-data-dir=${user}`]

    let page = await start(...switches)
    await page.waitForTimeout(3000)
    await close()
    expect(asked).toEqual([])

    writeFileSync(settings, JSON.stringify({ updateFeed: `http://127.0.0.1:${port}` }))
    page = await start(...switches)
    await page.getByText('Exeunt 9.9.9 is out.').first().waitFor()
    await page.waitForTimeout(1000)
    await close()
    // Told of, and not fetched.
    expect(new Set(asked)).toEqual(new Set(['/latest-linux.yml']))
    server.close()
  },
  120_000,
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
