import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../../testing/tempFolder'
import { Settings } from './settings'

const settingsOf = (text: string) => {
  const folder = tempFolder()
  writeFileSync(join(folder, 'settings.json'), text)
  return new Settings(folder)
}

test.each([
  '',
  '{',
  'null',
  '[]',
  '[{}]',
  '"dark"',
  '7',
  'true',
  '{}',
  '{"theme":7,"recents":{},"open":[],"window":null}',
])('a settings file that holds %j begins anew', (text) => {
  const settings = settingsOf(text)
  expect([settings.theme, settings.recents, settings.window, settings.interrupted]).toEqual(['system', [], null, null])
  settings.setTheme('light')
  expect(settings.theme).toBe('light')
})

test.each([
  ['https://example.org/exeunt', true],
  ['http://127.0.0.1:8000/feed', true],
  ['http://example.org/exeunt', false],
  ['http://127.0.0.1.example.org/', false],
  ['file:///etc', false],
  ['https://', false],
  [7, false],
])('newer versions are looked for at %j: %j', (updateFeed, taken) => {
  expect(settingsOf(JSON.stringify({ updateFeed })).updateFeed).toBe(taken ? updateFeed : null)
})

test.each([
  { width: 1e9, height: -5, maximised: false },
  { width: 1440, height: 1, maximised: false },
  { width: 12.5, height: 900, maximised: false },
  { width: null, height: 900, maximised: false },
  { width: 1440, height: 900 },
])('a window of %j is opened as a new one', (window) => {
  expect(settingsOf(JSON.stringify({ theme: 'light', window }))).toMatchObject({ theme: 'light', window: null })
})

test('what is remembered is there at the next start, what is damaged beside it is not', () => {
  const folder = tempFolder()
  const settings = new Settings(folder)
  settings.setWindow({ width: 1200, height: 800, maximised: true })
  settings.remember({ folder: '/a', title: 'A', scenes: 1, shots: 2, openedAt: 3, thumbnail: null })
  settings.setOpen('/a')
  const file = join(folder, 'settings.json')
  const again = new Settings(folder)
  expect([again.window, again.recents.map((r) => r.folder), again.interrupted]).toEqual([
    { width: 1200, height: 800, maximised: true },
    ['/a'],
    '/a',
  ])
  const data = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  writeFileSync(file, JSON.stringify({ ...data, recents: [{ folder: 7 }] }))
  expect(new Settings(folder)).toMatchObject({ recents: [], window: { width: 1200 } })
})
