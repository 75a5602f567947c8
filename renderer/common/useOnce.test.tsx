// @vitest-environment jsdom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, test } from 'vitest'
import { useOnce } from './useOnce'

test('work that runs is not begun again; once it is done it can be', async () => {
  ;(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true
  let begun = 0
  let end = () => {}
  function Save() {
    const [once, busy] = useOnce()
    const save = () =>
      once(() => {
        begun++
        return new Promise<void>((resolve) => (end = resolve))
      })
    return (
      <button type="button" onClick={save}>
        {busy ? 'saving' : 'save'}
      </button>
    )
  }
  const root = createRoot(document.body.appendChild(document.createElement('div')))
  act(() => root.render(<Save />))
  const button = document.querySelector('button')!
  // Two presses before the window has drawn anything new.
  act(() => {
    button.click()
    button.click()
  })
  act(() => button.click())
  expect([begun, button.textContent]).toEqual([1, 'saving'])
  await act(async () => end())
  act(() => button.click())
  expect([begun, button.textContent]).toEqual([2, 'saving'])
  act(() => root.unmount())
})
