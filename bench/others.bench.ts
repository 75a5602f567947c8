import { readFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { contiguousBars } from './contiguousBars'
import { bigChange, buildBigProject, type BigProjectSize } from './bigProject'
import { closeRows, medianOf, percentile, tell } from './rows'
import { framesWhile, launch, workOf, writeApplication, type Frames, type Step, type Window } from './window'

const home = mkdtempSync(join(tmpdir(), 'exeunt-bench-'))
const sizes: { name: string; size: Partial<BigProjectSize> }[] = [
  { name: '1,000 shots', size: {} },
  { name: '10,000 shots', size: { scenes: 500, shots: 10_000, perShot: 12 } },
]
/** Each of two windows scrolls so many times, in turns. */
const rounds = 5

/** The file of a package that a page loads, beside the one that a module would. */
const scriptOf = (name: string, file: string) =>
  readFileSync(join(dirname(fileURLToPath(import.meta.resolve(name))), file), 'utf8')
const gridScript = scriptOf('canvas-datagrid', '../dist/canvas-datagrid.js')
const chartScript = scriptOf('flame-chart-js', 'index.min.js')

for (const { name, size } of sizes) {
  const folder = join(home, `${size.shots ?? 1000}.exeunt`)
  buildBigProject(folder, size)
  const ours = await launch(home, process.cwd(), [folder])
  // With ten thousand columns canvas-datagrid does not come up in minutes.
  if (!size.shots) await matrix(name, ours)
  await timeline(name, size, ours)
  await ours.app.close()
}
closeRows()
rmSync(home, { recursive: true, force: true })

/** The lines that two windows earn by frames in turns: how late the slow frames are, and what the pages work for each. */
async function besideEachOther(what: string, beside: string, ours: Window, step: Step, other: Window): Promise<void> {
  const frames: [Frames[], Frames[]] = [[], []]
  for (let round = -1; round < rounds; round++)
    for (const [i, { window, act }] of [
      { window: ours, act: step },
      { window: other, act: null },
    ].entries()) {
      await window.page.bringToFront()
      const seen = await framesWhile(window, act)
      // The first round warms up.
      if (round >= 0) frames[i]!.push(seen)
    }
  const [a, b] = frames
  const late = (all: readonly Frames[]) => medianOf(all.map(({ gaps }) => percentile(gaps, 0.95)))
  const work = (all: readonly Frames[]) => medianOf(all.map((one) => one.work))
  tell({ what: `${what}: 95 % of frames within`, ours: late(a), other: late(b), beside, unit: 'ms', goal: 1 })
  tell({
    what: `${what}: work of the page for each frame`,
    ours: work(a),
    other: work(b),
    beside,
    unit: 'ms',
    goal: null,
  })
}

function boxOf({ page }: Window, selector: string) {
  return page.evaluate((one) => {
    const element = document.querySelector<HTMLElement>(one)!
    return { width: element.clientWidth, height: element.clientHeight, scrollWidth: element.scrollWidth }
  }, selector)
}

async function matrix(name: string, ours: Window): Promise<void> {
  await ours.page.getByRole('button', { name: 'Matrix', exact: true }).click()
  await ours.page.waitForSelector('[data-cell]', { state: 'attached', timeout: 60_000 })
  const box = await boxOf(ours, '[role="grid"]')
  const other = await launch(
    home,
    writeApplication(join(home, 'grid'), {
      files: { 'grid.js': gridScript },
      page: `<!doctype html><title>grid</title><style>body{margin:0}#host{width:${box.width}px;height:${box.height}px}</style>
<body><div id="host"></div><script src="grid.js"></script><script>
const columns = 1000, rows = 200
const presences = ['throughout', 'enters', 'exits', 'passes', '', '']
const schema = Array.from({ length: columns }, (_, c) => ({ name: 'c' + c, width: 42 }))
const data = Array.from({ length: rows }, (_, r) => Object.fromEntries(schema.map(({ name }, c) => [name, presences[(r * 31 + c * 17) % 6]])))
const grid = canvasDatagrid({ parentNode: document.getElementById('host'), schema, data, style: { cellHeight: 30 } })
grid.style.width = '${box.width}px'
grid.style.height = '${box.height}px'
globalThis.step = (frame) => { grid.scrollLeft += 160; if (frame % 9 === 0) grid.scrollTop += 40 }
let turn = 0
globalThis.edit = () => { data[3]['c' + (turn % 5)] = presences[turn++ % 4]; grid.draw() }
setTimeout(() => (document.body.dataset.ready = 'true'), 300)
</script>`,
    }),
  )
  const step: Step = { selector: '[role="grid"]', x: 160, y: 40, wheel: 0 }
  await besideEachOther(`matrix scrolled, ${name}`, 'canvas-datagrid with as many cells', ours, step, other)
  await cellEdits(name, ours, other)
  await other.app.close()
}

/** One key in a cell until it is committed and painted, beside a grid that only paints the new word. */
async function cellEdits(name: string, ours: Window, other: Window): Promise<void> {
  await ours.page.bringToFront()
  await ours.page.evaluate(() => document.querySelector('[role="grid"]')!.scrollTo(0, 0))
  await ours.page.locator('[data-cell]').first().waitFor({ state: 'attached' })
  await ours.page
    .locator('[role="grid"]')
    .first()
    .click({ position: { x: 300, y: 140 } })
  const keyed = (key: string) =>
    ours.page.evaluate(
      (pressed) =>
        new Promise<number>((done) => {
          const from = performance.now()
          const watch = new MutationObserver(() => {
            watch.disconnect()
            requestAnimationFrame(() => setTimeout(() => done(performance.now() - from)))
          })
          watch.observe(document.querySelector('[role="grid"]')!, {
            subtree: true,
            childList: true,
            attributes: true,
            characterData: true,
          })
          document.activeElement!.dispatchEvent(
            new KeyboardEvent('keydown', { key: pressed, bubbles: true, cancelable: true }),
          )
        }),
      key,
    )
  const drawn = () =>
    other.page.evaluate(
      () =>
        new Promise<number>((done) => {
          const from = performance.now()
          ;(globalThis as unknown as { edit(): void }).edit()
          requestAnimationFrame(() => setTimeout(() => done(performance.now() - from)))
        }),
    )
  const times: [number[], number[]] = [[], []]
  const work: [number, number] = [0, 0]
  for (let round = 0; round < 20; round++)
    for (const [i, window] of [ours, other].entries()) {
      await window.page.bringToFront()
      const before = await workOf(window)
      times[i]!.push(await (i ? drawn() : keyed(round % 2 ? 'x' : 'e')))
      work[i]! += (await workOf(window)) - before
    }
  const beside = 'canvas-datagrid, which only draws it'
  const [a, b] = times
  tell({
    what: `a cell edited by a key until committed and painted, ${name}`,
    ours: medianOf(a),
    other: medianOf(b),
    beside,
    unit: 'ms',
    goal: null,
  })
  tell({
    what: `the same: work of the page`,
    ours: work[0] / a.length,
    other: work[1] / b.length,
    beside,
    unit: 'ms',
    goal: null,
  })
}

async function timeline(name: string, size: Partial<BigProjectSize>, ours: Window): Promise<void> {
  const { page } = ours
  await page.getByRole('button', { name: 'Timeline', exact: true }).click()
  await page.waitForSelector('[data-bar]', { state: 'attached', timeout: 60_000 })
  await page.getByRole('radio', { name: 'Film', exact: true }).click()
  const selector = '[role="application"]'
  const { bars, lanes, seconds } = contiguousBars(bigChange(size))
  const wheel = (deltaY: number, times: number) =>
    page.evaluate(
      async ([one, by, count]) => {
        const element = document.querySelector<HTMLElement>(one)!
        const box = element.getBoundingClientRect()
        for (let i = 0; i < count; i++) {
          element.dispatchEvent(
            new WheelEvent('wheel', {
              bubbles: true,
              cancelable: true,
              ctrlKey: true,
              clientX: box.left + 300,
              clientY: box.top + 200,
              deltaY: by,
            }),
          )
          await new Promise(requestAnimationFrame)
        }
      },
      [selector, deltaY, times] as const,
    )
  // Zoomed in until about a minute is in sight.
  for (let tries = 0; tries < 40; tries++) {
    const { width, scrollWidth } = await boxOf(ours, selector)
    if ((width / scrollWidth) * seconds < 90) break
    await wheel(-100, 4)
  }
  const box = await boxOf(ours, selector)
  const span = (box.width / box.scrollWidth) * seconds
  const other = await launch(
    home,
    writeApplication(join(home, 'chart'), {
      files: { 'chart.js': chartScript, 'bars.js': `globalThis.bars = ${JSON.stringify(bars)}` },
      page: `<!doctype html><title>chart</title><style>body{margin:0}</style>
<body><canvas id="chart" width="${box.width}" height="${box.height}"></canvas><script src="chart.js"></script><script src="bars.js"></script><script>
const canvas = document.getElementById('chart')
// A lane is a level of the chart: each lane's first node carries the next lane.
let below = null
for (let lane = ${lanes} - 1; lane >= 0; lane--) {
  const nodes = bars[lane].map(([start, end], i) => ({ name: 'Person ' + lane, start: start * 1000, duration: (end - start) * 1000, type: 'bar' }))
  if (!nodes.length) nodes.push({ name: '', start: 0, duration: 1 })
  if (below) nodes[0].children = below
  below = nodes
}
const chart = new flameChartJs.FlameChart({ canvas, data: below, colors: { bar: '#c97b5a' }, settings: { styles: { main: { blockHeight: 34 } } } })
const span = ${span * 1000}, film = ${seconds * 1000}, perPx = span / ${box.width}
chart.setZoom(film / 3, film / 3 + span)
let x = film / 3, y = 0
globalThis.step = (frame) => {
  x = (x + 160 * perPx) % (film - span)
  if (frame % 9 === 0) y += 40
  chart.setFlameChartPosition({ x, y })
}
const scrolls = globalThis.step
globalThis.zooms = (frame) => {
  const by = frame % 20 < 10 ? 1.1 ** (frame % 20) : 1.1 ** (20 - (frame % 20))
  chart.setZoom(film / 3, film / 3 + span / by)
}
document.body.dataset.ready = 'true'
</script>`,
    }),
  )
  const beside = 'flame-chart-js with the same bars'
  await besideEachOther(`timeline scrolled, ${name}`, beside, ours, { selector, x: 160, y: 40, wheel: 0 }, other)
  await other.page.evaluate(() => {
    const all = globalThis as unknown as { step: unknown; zooms: unknown }
    all.step = all.zooms
  })
  await besideEachOther(`timeline zoomed, ${name}`, beside, ours, { selector, x: 0, y: 0, wheel: -60 }, other)
  await other.app.close()
}
