import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, expect, onTestFinished, test } from 'vitest'
import { spoil } from '../electron/testing/spoilt'
import { launch, query, temporaryFolder, type Running } from './support'

let running: Running | null = null
afterEach(async () => {
  await running?.app.close().catch(() => {})
  running = null
})

/** The command line on a folder; answers what it printed. */
async function cli(...args: string[]): Promise<string> {
  const child = spawn(process.execPath, [join(process.cwd(), 'out/main/cli.js'), ...args])
  let out = ''
  child.stdout.on('data', (text) => (out += text))
  await new Promise((done) => child.on('close', done))
  return out
}

/** A project of the sample script, and the folder the application keeps its own things in. */
async function project(): Promise<{ home: string; folder: string; userData: string }> {
  const home = temporaryFolder()
  const folder = join(home, 'Film.exeunt')
  await cli('new', folder)
  await cli('import', folder, resolve('resources/sample/number-nine.fountain'))
  return { home, folder, userData: join(home, 'user') }
}

async function open(folder: string, userData: string): Promise<Running> {
  running = await launch(userData, [folder])
  await running.page
    .getByRole('navigation', { name: 'Views' })
    .or(running.page.locator('[data-cell]').first())
    .first()
    .waitFor({ state: 'attached' })
  return running
}

const bar = ({ page }: Running) => page.getByRole('region', { name: 'Read only' })

/** What the page itself is answered; for what the user would do with some control. */
function ask(
  target: Running,
  name: string,
  input: unknown,
): Promise<{ ok: boolean; error?: { code: string; message: string } }> {
  return target.app.evaluate(
    ({ BrowserWindow }, [n, i]) =>
      BrowserWindow.getAllWindows()[0]!.webContents.executeJavaScript(
        `window.exeunt.request(${JSON.stringify(n)}, ${JSON.stringify(i)})`,
      ) as Promise<{ ok: boolean }>,
    [name, input] as const,
  )
}

const setStyle = (target: Running, styleText: string) =>
  ask(target, 'command', { name: 'project.update', input: { styleText } })
const styleOf = (folder: string) => query<{ styleText: string }>(folder, 'project').styleText

test('a start, a project and an end open no connection: every request stays on this machine', async () => {
  const { home, folder, userData } = await project()
  mkdirSync(userData)
  // A settings file that holds nothing keeps nobody from starting.
  writeFileSync(join(userData, 'settings.json'), 'null')
  const log = join(home, 'net.json')
  running = await launch(userData, [folder, `--log-net-log=${log}`])
  await running.page.locator('[data-cell]').first().waitFor({ state: 'attached' })
  await running.page.waitForTimeout(3000)
  await running.app.close()
  const told = readFileSync(log, 'utf8')
  const { constants, events } = JSON.parse(told.endsWith('}\n') ? told : `${told.replace(/,\s*$/, '')}]}`) as {
    constants: { logEventTypes: Record<string, number> }
    events: { type: number; params?: unknown }[]
  }
  const outward = Object.entries(constants.logEventTypes).flatMap(([name, type]) =>
    /^(URL_REQUEST_START_JOB|TCP_CONNECT|UDP_CONNECT|HOST_RESOLVER_MANAGER_REQUEST|SOCKET_ALIVE)$/.test(name)
      ? [type]
      : [],
  )
  expect(outward.length).toBeGreaterThan(3)
  expect(events.length).toBeGreaterThan(0)
  expect(events.filter((event) => outward.includes(event.type)).map((event) => JSON.stringify(event.params))).toEqual(
    [],
  )
})

test('a page whose process dies comes back with the project open; one that keeps dying asks the user', async () => {
  const { folder, userData } = await project()
  const target = await open(folder, userData)
  expect((await setStyle(target, 'before')).ok).toBe(true)
  const isReady = () =>
    target.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]!
        .webContents.executeJavaScript(
          `document.body.dataset.ready === 'true' && document.querySelectorAll('[data-cell]').length > 0`,
        )
        .catch(() => false),
    )
  const kill = () =>
    target.app.evaluate(({ BrowserWindow }) => {
      const { webContents } = BrowserWindow.getAllWindows()[0]!
      const gone = new Promise<void>((done) => webContents.once('render-process-gone', () => done()))
      process.kill(webContents.getOSProcessId(), 'SIGKILL')
      return gone
    })
  await kill()
  await expect.poll(isReady, { timeout: 20_000 }).toBe(true)
  expect((await setStyle(target, 'after')).ok).toBe(true)
  expect(styleOf(folder)).toBe('after')
  const asked = () =>
    target.app.evaluate(() => (globalThis as { asked?: { message: string; detail: string }[] }).asked ?? [])
  await target.app.evaluate(({ dialog }) => {
    const heard = globalThis as { asked?: { message: string; detail: string }[] }
    heard.asked = []
    dialog.showMessageBox = ((_window: unknown, options: { message: string; detail: string }) => {
      heard.asked!.push(options)
      return Promise.resolve({ response: 0, checkboxChecked: false })
    }) as never
  })
  await kill()
  await expect.poll(isReady, { timeout: 20_000 }).toBe(true)
  expect(await asked()).toEqual([])
  await kill()
  await expect.poll(asked).toMatchObject([
    {
      message: 'The window of Exeunt cannot go on',
      detail: 'It has ended 3 times within a minute. Everything you did is saved in the project.',
    },
  ])
  await expect.poll(isReady, { timeout: 20_000 }).toBe(true)
  expect(styleOf(folder)).toBe('after')
})

test('a folder that is moved while it is open stops the editing at once, and is gone on with where it is now', async () => {
  const { home, folder, userData } = await project()
  const target = await open(folder, userData)
  await setStyle(target, 'before')
  const moved = join(home, 'Moved.exeunt')
  renameSync(folder, moved)
  await bar(target).waitFor()
  expect(await bar(target).textContent()).toContain(`it is now ${moved}`)
  expect((await setStyle(target, 'lost')).error?.code).toBe('PROJECT_MOVED')
  expect(await target.page.getByRole('button', { name: /^Undo/ }).isDisabled()).toBe(true)
  expect(existsSync(folder)).toBe(false)
  await bar(target).getByRole('button', { name: 'Open it there' }).click()
  await bar(target).waitFor({ state: 'detached' })
  expect((await setStyle(target, 'after')).ok).toBe(true)
  expect((await ask(target, 'project.undo', {})).ok).toBe(true)
  await running!.app.close()
  expect(existsSync(folder)).toBe(false)
  expect(styleOf(moved)).toBe('before')
  expect(target.problems).toEqual([])
})

test('a folder that is deleted while it is open stops the editing, is not made anew, and goes on when it is put back', async () => {
  const { home, folder, userData } = await project()
  const target = await open(folder, userData)
  renameSync(folder, join(home, 'away'))
  // Somewhere it cannot be found.
  mkdirSync(join(home, 'deep', 'deeper'), { recursive: true })
  await bar(target).waitFor()
  renameSync(join(home, 'away'), folder)
  await bar(target).waitFor({ state: 'detached' })
  expect((await setStyle(target, 'again')).ok).toBe(true)
  rmSync(folder, { recursive: true })
  await bar(target).waitFor()
  expect(await bar(target).textContent()).toContain('not in its place any more')
  expect((await setStyle(target, 'lost')).error?.code).toBe('PROJECT_GONE')
  await bar(target).getByRole('button', { name: 'Close the project' }).click()
  await target.page.getByRole('heading', { name: 'Recent' }).waitFor()
  expect(existsSync(folder)).toBe(false)
})

test('what another program writes into the open project is read anew, with a word', async () => {
  const { folder, userData } = await project()
  const target = await open(folder, userData)
  await setStyle(target, 'ours')
  spoil(folder, `UPDATE project SET title = 'Theirs'`)
  await target.page.getByText('another program changed the project file').first().waitFor()
  await target.page.getByRole('button', { name: 'Theirs' }).waitFor()
  expect((await setStyle(target, 'after')).ok).toBe(true)
  await running!.app.close()
  expect(styleOf(folder)).toBe('after')
})

test('a project that is open elsewhere is opened to be looked at, and again when it is free', async () => {
  const { folder, userData } = await project()
  const other: ChildProcess = spawn(process.execPath, [join(process.cwd(), 'out/main/cli.js'), 'batch', folder])
  onTestFinished(() => void other.kill('SIGKILL'))
  other.stdin!.write('{"verb":"query","kind":"project"}\n')
  await new Promise((done) => other.stdout!.once('data', done))
  const target = await open(folder, userData)
  expect(await bar(target).textContent()).toContain('the project is open in another window or program')
  expect((await setStyle(target, 'lost')).error?.message).toBe(
    'Read-only: the project is open in another window or program.',
  )
  const gone = new Promise((done) => other.once('exit', done))
  other.stdin!.end()
  await gone
  await bar(target).getByRole('button', { name: 'Open it again' }).click()
  await bar(target).waitFor({ state: 'detached' })
  expect((await setStyle(target, 'after')).ok).toBe(true)
})

test('a damaged project is opened to be looked at: what could not be read is named, and it is left as it is', async () => {
  const { folder, userData } = await project()
  spoil(
    folder,
    `UPDATE assets SET aliases = '5' WHERE rowid = 1; INSERT OR REPLACE INTO view_state VALUES ('window', 'nope')`,
  )
  const before = readFileSync(join(folder, 'project.db'))
  const target = await open(folder, userData)
  await target.page.getByRole('dialog', { name: 'The project file is damaged' }).waitFor()
  await target.page.keyboard.press('Escape')
  expect(await bar(target).textContent()).toContain('Read-only: the project file is damaged.')
  await bar(target).getByRole('button', { name: 'What could not be read…' }).click()
  await target.page
    .getByRole('dialog')
    .getByText(/^assets \S+ “.+”: aliases: /)
    .waitFor()
  await target.page.keyboard.press('Escape')
  expect((await setStyle(target, 'lost')).error?.message).toBe('Read-only: the project file is damaged.')
  expect(target.problems).toEqual([])
  await running!.app.close()
  expect(readFileSync(join(folder, 'project.db')).equals(before)).toBe(true)
})

test('something that cannot be drawn leaves a window with a sentence and its buttons, and a way home', async () => {
  const { folder, userData } = await project()
  const target = await open(folder, userData)
  await target.app.evaluate(({ BrowserWindow }) => {
    const snapshot = {
      folder: '/x',
      readOnly: false,
      readOnlyBecause: null,
      notes: [],
      tables: { scenes: [{ id: 's', orderKey: null }], shots: [{ id: 'a', sceneId: 's' }] },
      undo: { undo: null, redo: null },
      view: {},
      jobs: [],
    }
    BrowserWindow.getAllWindows()[0]!.webContents.send('event', 'project.opened', { snapshot })
  })
  await target.page.getByRole('alert').getByText('This could not be shown').waitFor()
  await target.page.getByRole('button', { name: 'Close the window' }).waitFor()
  await target.page.getByRole('button', { name: 'Close the project' }).click()
  await target.page.getByRole('heading', { name: 'Recent' }).waitFor()
})

test('media gives no file that is only linked to, and nothing of another host or method', async () => {
  const { home, folder, userData } = await project()
  const picture = join(home, 'alice.png')
  writeFileSync(picture, readFileSync(resolve('docs/images/home.png')))
  const [asset] = query<{ id: string }[]>(folder, 'assets')
  const { mediaId } = JSON.parse(await cli('media', 'add', folder, picture, '--asset', asset!.id)) as {
    mediaId: string
  }
  const file = join(folder, 'media', mediaId.slice(0, 2), `${mediaId}.png`)
  const target = await open(folder, userData)
  const status = (url: string, method = 'GET') =>
    target.page.evaluate(
      ([u, m]) =>
        fetch(u!, { method: m! }).then(
          (r) => r.status,
          () => 0,
        ),
      [url, method],
    )
  expect(await status(`media://project/${mediaId}`)).toBe(200)
  expect([await status(`media://elsewhere/${mediaId}`), await status(`media://project/${mediaId}`, 'POST')]).toEqual([
    404, 404,
  ])
  const secret = join(home, 'secret')
  writeFileSync(secret, 'secret')
  rmSync(file)
  symlinkSync(secret, file)
  for (const query of ['', '?w=77']) expect(await status(`media://project/${mediaId}${query}`)).toBe(404)
})

test('several dropped files are all taken, or named', async () => {
  const { home, folder, userData } = await project()
  const target = await open(folder, userData)
  const files = ['IMG_1.heic', 'letter.doc'].map((name) => join(home, name))
  for (const file of files) writeFileSync(file, 'x')
  const session = await target.page.context().newCDPSession(target.page)
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', {
      type,
      x: 700,
      y: 450,
      data: { items: [], files, dragOperationsMask: 1 },
    })
  await target.page
    .getByText('“IMG_1.heic” is an HEIC picture, which cannot be read here. Save it as JPEG or PNG.')
    .first()
    .waitFor()
  await target.page.getByText('“letter.doc” cannot be used here.').first().waitFor()
})
