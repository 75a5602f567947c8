// @vitest-environment jsdom
import { act, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { Tooltip } from 'radix-ui'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Sheet } from './Sheet'

let unmount: () => void

beforeEach(() => {
  ;(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true
  const root = createRoot(document.body.appendChild(document.createElement('div')))
  unmount = () => act(() => root.unmount())
  act(() =>
    root.render(
      <Tooltip.Provider>
        <Page />
      </Tooltip.Provider>,
    ),
  )
})

afterEach(() => {
  unmount()
  document.body.replaceChildren()
})

/** Two ways a sheet is used: kept and opened, or put there while it is open. Both have a field that takes the focus at once. */
function Page() {
  const [open, setOpen] = useState<'none' | 'kept' | 'put'>('none')
  const field = <input autoFocus />
  return (
    <>
      <button type="button" onClick={() => setOpen('kept')}>
        kept
      </button>
      <button type="button" onClick={() => setOpen('put')}>
        put
      </button>
      <Sheet title="Kept" open={open === 'kept'} onClose={() => setOpen('none')}>
        {field}
      </Sheet>
      {open === 'put' && (
        <Sheet title="Put" open onClose={() => setOpen('none')}>
          {field}
        </Sheet>
      )}
    </>
  )
}

test.each(['kept', 'put'])('the focus goes back to the button that opened the sheet: %s', async (which) => {
  const button = [...document.querySelectorAll('button')].find((b) => b.textContent === which)!
  act(() => button.focus())
  act(() => button.click())
  expect(document.activeElement?.tagName).toBe('INPUT')
  act(() => void document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })))
  // Before the next event of the window, so that a key that follows at once is not lost.
  await Promise.resolve()
  expect(document.querySelector('[role="dialog"]')).toBeNull()
  expect(document.activeElement).toBe(button)
})
