import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  cell,
  copyNumberNine,
  launch,
  launchWithScript,
  pointIn,
  query,
  temporaryFolder,
  type Running,
} from './support'

interface Assignment {
  shotId: string
  assetId: string
  enterAt: number
  exitAt: number
  depicts: string
  carriedBy: string | null
}
interface Named {
  id: string
  name: string
  type: string
}
interface Manifest {
  entries: { name: string }[]
  alsoInFrame: { name: string }[]
}

describe('ways of being in a shot', () => {
  const home = temporaryFolder()
  const userData = join(home, 'user')
  const script = join(home, 'Film.fountain')
  const folder = join(home, 'Film.exeunt')
  let running: Running
  beforeAll(async () => {
    copyNumberNine(script)
    running = await launchWithScript(userData, script)
  })
  afterAll(() => running.app.close())

  const assets = () => query<Named[]>(folder, 'assets')
  const shots = () => query<{ id: string; number: string; endSize?: string | null }[]>(folder, 'shots')
  const assignments = (shotId: string) => query<Assignment[]>(folder, 'assignments', { shot: shotId })
  const inspector = () => running.page.getByLabel('Inspector')
  const choose = (label: string | RegExp, option: string) =>
    inspector()
      .getByLabel(label, { exact: typeof label === 'string' })
      .selectOption({ label: option })

  async function clickCell(name: string, shot: string): Promise<void> {
    const at = await pointIn(cell(running.page, name, shot))
    await running.page.mouse.click(at.x, at.y)
  }

  /** The first shot with two people, and both of them. */
  function twoPeople() {
    const people = new Map(assets().flatMap((a) => (a.type === 'character' ? [[a.id, a] as const] : [])))
    for (const shot of shots()) {
      const there = assignments(shot.id)
        .filter((a) => a.enterAt === 0 && a.exitAt === 1)
        .flatMap((a) => people.get(a.assetId) ?? [])
      if (there.length > 1) return { shot, one: there[0]!, other: there[1]! }
    }
    throw new Error('no shot with two people')
  }

  test('somebody is carried, and carried no more after undo; the carrier’s times are theirs', async () => {
    const { shot, one, other } = twoPeople()
    const is = (asset: Named) => assignments(shot.id).find((a) => a.assetId === asset.id)!
    await clickCell(other.name, shot.number)
    await choose(`Who carries ${other.name}`, one.name)
    await expect.poll(() => is(other).carriedBy).toBe(one.id)
    await inspector().getByText(`Comes and goes with ${one.name}.`).waitFor()
    await clickCell(one.name, shot.number)
    await running.page.keyboard.press('e')
    await expect.poll(() => is(one).enterAt).toBeGreaterThan(0)
    expect(is(other).enterAt).toBe(is(one).enterAt)
    await running.page.keyboard.press('Control+z')
    await running.page.keyboard.press('Control+z')
    await expect.poll(() => is(other).carriedBy).toBeNull()
    expect(is(one).enterAt).toBe(0)
  })

  test('somebody is only in a picture, a move ends in another size, and both are there after a restart', async () => {
    const { shot, other } = twoPeople()
    await clickCell(other.name, shot.number)
    await choose(`How ${other.name} is seen`, 'Only in a picture of them')
    const field = inspector().getByLabel(`On what ${other.name} is seen`)
    await field.fill('the mirror')
    await field.press('Enter')
    await choose('Size at the end of the move', 'Wide')
    await expect.poll(() => shots().find((s) => s.id === shot.id)?.endSize).toBe('wide')
    await running.app.close()
    running = await launch(userData, [folder])
    expect(assignments(shot.id).find((a) => a.assetId === other.id)).toMatchObject({ depicts: 'image' })
    const { entries, alsoInFrame } = query<Manifest>(folder, 'manifest', { shot: shot.id, frame: 'start' })
    expect([...entries, ...alsoInFrame].map((m) => m.name)).toContain(other.name)
    const { start } = query<{ start: { text: string } }>(folder, 'prompts', { shot: shot.id })
    expect(start.text).toContain('Seen only in the mirror, not in person:')
  })
})
