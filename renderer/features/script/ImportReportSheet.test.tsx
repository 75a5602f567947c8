// @vitest-environment jsdom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { Tooltip } from 'radix-ui'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ImportReport } from '@shared/ipc/contract'
import { SheetHost } from '../../app/SheetHost'
import { importReportSheet } from '../../app/sheetKeys'
import { closeSheet, openSheet } from '../../app/sheets'
import { useView } from '../../app/viewStore'
import { useScript } from './scriptState'
import { view } from './view'

const empty: ImportReport = {
  scenes: 0,
  shots: 0,
  assets: { character: 0, location: 0, prop: 0 },
  assignments: 0,
  aliasProposals: [],
  warnings: [],
  format: 'fountain',
  encoding: null,
  reimport: null,
}
let root: Root

beforeEach(() => {
  ;(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true
  root = createRoot(document.body.appendChild(document.createElement('div')))
  act(() =>
    root.render(
      <Tooltip.Provider>
        <SheetHost sheets={view.sheets!} />
      </Tooltip.Provider>,
    ),
  )
})

afterEach(() => {
  act(() => root.unmount())
  act(() => closeSheet())
  document.body.replaceChildren()
})

const show = (report: Partial<ImportReport>) =>
  act(() =>
    openSheet(importReportSheet, { report: { ...empty, ...report }, fileName: 'a.fountain', file: '/a.fountain' }),
  )
const text = () => document.querySelector('[role="dialog"]')?.textContent ?? ''
const press = (words: string) =>
  act(() => [...document.querySelectorAll('button')].find((b) => b.textContent === words)!.click())

test('without a report there is no sheet', () => {
  expect(text()).toBe('')
})

test('an import is told with counts, proposals and warnings by line, and leads to the script', () => {
  show({
    scenes: 1,
    shots: 33,
    aliasProposals: [{ fromName: 'Brick', intoName: 'Brick Braddock', reason: 'part of it' }],
    warnings: [{ line: 12, code: 'X', message: 'Look here.' }],
  })
  for (const words of [
    '“a.fountain” is imported',
    '33',
    'scene',
    '“Brick” may be “Brick Braddock”',
    'Nothing merges by itself.',
    'Line 12',
    'Look here.',
  ])
    expect(text()).toContain(words)
  press('Review')
  expect([useView.getState().view, useScript.getState().review]).toEqual(['script', true])
  expect(text()).toBe('')
})

test('a file that cannot be read says why, once', () => {
  show({
    warnings: [
      { line: 1, code: 'BINARY_FILE', message: 'The file holds binary data.' },
      { line: 1, code: 'EMPTY_SCRIPT', message: 'The script has no scenes.' },
    ],
  })
  expect(text()).toContain('Nothing was imported from “a.fountain”')
  expect(text()).toContain('The file holds binary data.')
  expect(text()).not.toContain('no scenes')
  expect(text()).toContain('No project was made.')
})

test('what a text was taken to be written in is said, where letters may be wrong, and can be changed', () => {
  show({ scenes: 1, shots: 1, encoding: 'windows-1251' })
  expect(text()).toContain('Written in')
  expect(text()).toContain('Windows-1251 (Cyrillic)')
  show({ encoding: 'windows-1251' })
  expect(text()).toContain('Written in')
  show({ scenes: 1, shots: 1 })
  expect(text()).not.toContain('Written in')
})

test('a casting brings no shots, and is imported', () => {
  show({ assignments: 12, format: 'csv' })
  expect(text()).toContain('“a.fountain” is imported')
  expect(text()).toContain('12')
})
