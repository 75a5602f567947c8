// @vitest-environment jsdom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { Tooltip } from 'radix-ui'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { overlayOpen } from '../common/overlays'
import { Sheet } from '../common/Sheet'
import { SheetHost } from './SheetHost'
import { closeSheet, defineSheet, openSheet, sheetKey } from './sheets'

const nameKey = sheetKey<{ name: string }>('name')
const sheets = [
  defineSheet(nameKey, ({ name }) => (
    <Sheet title={`Name ${name}`} open onClose={closeSheet}>
      <button type="button" onClick={() => openSheet(otherSheet, {})}>
        other
      </button>
    </Sheet>
  )),
  defineSheet('other', () => (
    <Sheet title="Other" open onClose={closeSheet}>
      <input autoFocus />
    </Sheet>
  )),
]
const otherSheet = sheetKey<Record<never, never>>('other')
let root: Root

beforeEach(() => {
  ;(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true
  root = createRoot(document.body.appendChild(document.createElement('div')))
  act(() =>
    root.render(
      <Tooltip.Provider>
        <button type="button" onClick={() => openSheet(nameKey, { name: 'Alice' })}>
          open
        </button>
        <SheetHost sheets={sheets} />
      </Tooltip.Provider>,
    ),
  )
})
afterEach(() => {
  act(() => closeSheet())
  act(() => root.unmount())
  document.body.replaceChildren()
})

const titles = () => [...document.querySelectorAll('[role="dialog"] h2')].map((t) => t.textContent)
const press = (text: string) => {
  const button = [...document.querySelectorAll('button')].find((b) => b.textContent === text)!
  act(() => {
    button.focus()
    button.click()
  })
  return button
}
const settled = () => act(() => new Promise((resolve) => setTimeout(resolve, 0)))

test('one sheet is open at a time, with its params, and the focus goes back to where the first came from', async () => {
  const opener = press('open')
  expect(titles()).toEqual(['Name Alice'])
  press('other')
  await settled()
  expect(titles()).toEqual(['Other'])
  act(() => closeSheet())
  await settled()
  expect(titles()).toEqual([])
  expect(document.activeElement).toBe(opener)
})

test('the window’s keys rest while it is open', async () => {
  expect(overlayOpen()).toBe(false)
  press('open')
  expect(overlayOpen()).toBe(true)
  act(() => closeSheet(otherSheet))
  expect(overlayOpen()).toBe(true)
  act(() => closeSheet(nameKey))
  await settled()
  expect(overlayOpen()).toBe(false)
})
