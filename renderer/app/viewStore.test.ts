import { beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { TestProject } from '@shared/testing/testProject'
import { useProject } from './projectStore'
import { remembered, restoreRemembered, saveRemembered } from './remembered'
import { selectAsset, selectShots, setView, useView } from './viewStore'
import { registerViews } from './views'

const view = (name: string) => ({ name, title: name, icon: {} as never, View: () => null })
const p = new TestProject()
const [first, second] = p.shots(p.scene(), 2)
const alice = p.asset('character', 'Alice')

const grid = remembered(
  'grid',
  z.object({
    density: z.enum(['wide', 'narrow']).catch('wide'),
    scroll: z.object({ x: z.number(), y: z.number() }).catch({ x: 0, y: 0 }),
  }),
)
const sent: [string, unknown][] = []

beforeEach(() => {
  registerViews([view('script'), view('grid')] as never, 'grid' as never)
  sent.length = 0
  vi.stubGlobal('window', {
    exeunt: {
      request: (name: string, input: unknown) =>
        Promise.resolve(void sent.push([name, input])).then(() => ({ ok: true })),
    },
  })
  useProject.setState({ folder: '/film.exeunt', records: p.store })
  restoreRemembered({})
})

describe('what a project remembers of the window', () => {
  test('is the story’s first shot and no view of choice when it remembers nothing', () => {
    expect(useView.getState()).toEqual({
      view: null,
      selected: 'shots',
      sceneId: first!.sceneId,
      shotId: first!.id,
      shotIds: [first!.id],
      assetId: null,
      frame: 'start',
      cell: null,
      anchor: null,
    })
  })

  test('comes back as it was', async () => {
    setView({ view: 'script', frame: 'end' })
    selectShots([first!.id, second!.id], second!.id)
    selectAsset(alice.id)
    grid.set({ density: 'narrow', scroll: { x: 40, y: 2 } })
    await saveRemembered()
    const before = [useView.getState(), grid.use.getState()]
    const saved = Object.fromEntries(
      sent.map(([, input]) => {
        const { key, value } = input as { key: string; value: unknown }
        return [key, JSON.parse(JSON.stringify(value)) as unknown]
      }),
    )
    restoreRemembered({})
    expect(grid.use.getState().density).toBe('wide')
    restoreRemembered(saved)
    expect([useView.getState(), grid.use.getState()]).toEqual(before)
  })

  test.each([null, 7, 'nope', [], { density: 'huge', scroll: { matrix: { x: 1, y: 1 } }, shotId: 5, frame: 'middle' }])(
    'that is no longer understood falls back, each part alone: %j',
    (row) => {
      restoreRemembered({ grid: row, window: { view: 'script', frame: 'end' } })
      expect(grid.use.getState()).toEqual({ density: 'wide', scroll: { x: 0, y: 0 } })
      expect(useView.getState()).toMatchObject({ view: 'script', frame: 'end' })
      restoreRemembered({ grid: { density: 'narrow', scroll: 'top' }, window: row })
      expect(grid.use.getState()).toEqual({ density: 'narrow', scroll: { x: 0, y: 0 } })
      expect(useView.getState()).toMatchObject({ view: null, shotId: first!.id, frame: 'start' })
    },
  )

  test('leaves out a view, a shot, an asset and cells that are not there', () => {
    const cell = { assetId: alice.id, shotId: second!.id }
    restoreRemembered({
      window: { view: 'animatic', shotId: 'gone', assetId: 'gone', cell, anchor: { ...cell, assetId: 'gone' } },
    })
    expect(useView.getState()).toMatchObject({ view: null, shotId: first!.id, assetId: null, cell, anchor: null })
  })

  test('is written a moment after a change, and only while a project is open', async () => {
    vi.useFakeTimers()
    grid.set({ density: 'narrow' })
    grid.set({ scroll: { x: 1, y: 1 } })
    expect(sent).toEqual([])
    await vi.advanceTimersByTimeAsync(400)
    expect(sent).toEqual([['view.save', { key: 'grid', value: { density: 'narrow', scroll: { x: 1, y: 1 } } }]])
    useProject.setState({ folder: null })
    grid.set({ density: 'wide' })
    await vi.advanceTimersByTimeAsync(400)
    expect(sent).toHaveLength(1)
    vi.useRealTimers()
  })
})
