// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest'
import { setPanelOpen, setPanelWidth, usePanels, widthsIn } from './panels'

vi.mock('./hostClient', () => ({ request: () => Promise.resolve(null) }))

const widths = (window: number, shotColumn = false) => widthsIn(window, usePanels.getState(), shotColumn)

beforeEach(() => usePanels.setState({ scenes: null, inspector: null, scenesOpen: null, inspectorOpen: null }))

test('panels follow the window until somebody chooses', () => {
  expect(widths(960)).toEqual({ scenes: 40, inspector: 0 })
  expect(widths(1280)).toEqual({ scenes: 40, inspector: 272 })
  expect(widths(1440)).toEqual({ scenes: 152, inspector: 288 })
  expect(widths(1440, true)).toEqual({ scenes: 40, inspector: 288 })
  expect(widths(2560)).toEqual({ scenes: 232, inspector: 360 })
})

test('a chosen width holds in every window, within its bounds, and can be given back', () => {
  setPanelWidth('inspector', 900)
  setPanelWidth('scenes', 70)
  expect(widths(1440)).toEqual({ scenes: 40, inspector: 560 })
  setPanelWidth('scenes', 240.4)
  expect(widths(960)).toEqual({ scenes: 240, inspector: 560 })
  setPanelWidth('inspector', null)
  expect(widths(1440).inspector).toBe(288)
})

test('a closed panel keeps its width for when it opens again', () => {
  setPanelWidth('inspector', 400)
  setPanelOpen('inspector', false)
  expect(widths(1440).inspector).toBe(0)
  setPanelOpen('inspector', true)
  expect(widths(960).inspector).toBe(400)
})
