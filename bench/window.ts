import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, type CDPSession, type ElectronApplication, type Page } from 'playwright-core'
import { electronLaunchOptions } from '../scripts/setup/launch.mjs'

/** A program with one window, and Chromium's own door to it. */
export interface Window {
  readonly app: ElectronApplication
  readonly page: Page
  readonly cdp: CDPSession
}

let users = 0

/**
 * Starts an application and waits until it can be used.
 * @param home a folder for what it remembers
 * @param name of the user, for one who starts it again; else it is somebody new
 */
export async function launch(
  home: string,
  application: string,
  args: readonly string[] = [],
  name = `user${users++}`,
): Promise<Window> {
  const user = join(home, name)
  const app = await _electron.launch(electronLaunchOptions({ args: [application, `--user-data-dir=${user}`, ...args] }))
  const page = await app.firstWindow()
  await page.waitForSelector('body[data-ready]', { timeout: 180_000 })
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  return { app, page, cdp }
}

/** Writes an application of a page and a main process. @returns its folder */
export function writeApplication(
  folder: string,
  { page, main = plainMain, files = {} }: { page: string; main?: string; files?: Record<string, string> },
): string {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const all = {
    'package.json': JSON.stringify({ name: 'beside', version: '1.0.0', main: 'main.cjs' }),
    'main.cjs': main,
    'index.html': page,
    ...files,
  }
  for (const [name, text] of Object.entries(all)) writeFileSync(join(folder, name), text)
  return folder
}

const plainMain = `const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => new BrowserWindow({ width: 1440, height: 900 }).loadFile('index.html'))`

/** A window of the same runtime with nothing in it. */
export const emptyPage =
  '<!doctype html><title>empty</title><body data-ready="true"><canvas width="1400" height="860"></canvas>'

/** What a page works in its main thread, in ms of processor time, so that other programs do not count. */
export async function workOf({ cdp }: Window): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000
}

/** The time between frames in ms, and the work of the page for each. */
export interface Frames {
  readonly gaps: readonly number[]
  readonly work: number
}

/** Something that is done once in each frame: in our page a scroll or a turn of the wheel over an element, elsewhere what `window.step` does. */
export interface Step {
  readonly selector: string
  readonly x: number
  readonly y: number
  /** Of the wheel with Ctrl held, there and back again. */
  readonly wheel: number
}

const framesEach = 60

/** Watches some frames while something is done in each of them. @param step null = the page's own `window.step(frame)` */
export async function framesWhile(window: Window, step: Step | null): Promise<Frames> {
  const before = await workOf(window)
  const gaps = await window.page.evaluate(
    ([what, count]) =>
      new Promise<number[]>((done) => {
        const element = what ? document.querySelector<HTMLElement>(what.selector) : null
        const own = (globalThis as unknown as { step?: (frame: number) => void }).step
        const all: number[] = []
        let last = performance.now()
        const next = (now: number) => {
          all.push(now - last)
          last = now
          if (all.length > count) return done(all.slice(1))
          if (!what) own?.(all.length)
          else if (what.wheel && element) {
            const box = element.getBoundingClientRect()
            element.dispatchEvent(
              new WheelEvent('wheel', {
                bubbles: true,
                cancelable: true,
                ctrlKey: true,
                clientX: box.left + box.width / 2,
                clientY: box.top + box.height / 2,
                deltaY: all.length % 20 < 10 ? what.wheel : -what.wheel,
              }),
            )
          } else element?.scrollBy(what.x, all.length % 9 === 0 ? what.y : 0)
          requestAnimationFrame(next)
        }
        requestAnimationFrame(next)
      }),
    [step, framesEach] as const,
  )
  return { gaps, work: ((await workOf(window)) - before) / framesEach }
}
