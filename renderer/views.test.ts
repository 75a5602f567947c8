// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { allViews, registerViews, viewNamed } from './app/views'
import { sheets } from './sheets'
import { views } from './views'

test('every view has a name of its own, and they stand in the order of the rail', () => {
  expect(views.map((v) => v.title)).toEqual([
    'Script',
    'Board',
    'Assets',
    'Matrix',
    'Timeline',
    'Shots',
    'Frames',
    'Animatic',
    'Setup',
  ])
  expect(new Set(views.map((v) => v.name)).size).toBe(views.length)
})

test('every sheet has a name of its own', () => {
  const names = sheets.map((s) => s.name)
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
})

test('no name is the view that a new project opens with', () => {
  registerViews(views, 'matrix')
  expect([viewNamed(null).name, viewNamed('frames').name]).toEqual(['matrix', 'frames'])
  expect(allViews()).toBe(views)
})
