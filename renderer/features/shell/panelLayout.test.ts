import { expect, test } from 'vitest'
import { panelLayout } from './panelLayout'

const own = { scenes: null, inspector: null, inspectorShown: true, inspectorOver: false }

test('panels have their own width until they are given another', () => {
  expect(panelLayout(1440, false, own)).toMatchObject({ scenes: 152, isSlim: false, inspector: 288, isOver: false })
  expect(panelLayout(1440, true, own)).toMatchObject({ scenes: 40, isSlim: true })
  expect(panelLayout(1280, false, own)).toMatchObject({ scenes: 40, inspector: 272, isOver: false })
  expect(panelLayout(960, false, own)).toMatchObject({ scenes: 40, inspector: 272, isOver: true })
  expect(panelLayout(2560, false, { ...own, scenes: 320, inspector: 480 })).toMatchObject({
    scenes: 320,
    isSlim: false,
    inspector: 480,
  })
})

test('the view keeps its room: widths chosen in a wide window give way in a narrow one', () => {
  const wide = { ...own, scenes: 480, inspector: 640 }
  for (const window of [960, 1000, 1100, 1280, 1440, 1920]) {
    const { scenes, inspector, isOver } = panelLayout(window, false, wide)
    expect(window - 56 - scenes - (isOver ? 0 : inspector)).toBeGreaterThanOrEqual(480)
    expect(inspector).toBeGreaterThanOrEqual(240)
  }
})

test('a hidden inspector leaves its room to the list and the view', () => {
  const hidden = { scenes: 480, inspector: 640, inspectorShown: false, inspectorOver: false }
  expect(panelLayout(1280, false, hidden)).toMatchObject({ scenes: 480, inspectorShown: false })
})

test('in a narrow window the inspector lies over the view, and only when it is asked for', () => {
  expect(panelLayout(960, false, own)).toMatchObject({ isOver: true, inspectorShown: false })
  expect(panelLayout(960, false, { ...own, inspectorOver: true })).toMatchObject({ isOver: true, inspectorShown: true })
  expect(panelLayout(1280, false, { ...own, inspectorOver: true })).toMatchObject({
    isOver: false,
    inspectorShown: true,
  })
})
