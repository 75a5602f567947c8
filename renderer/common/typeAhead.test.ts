// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest'
import { typeAhead } from './typeAhead'

const press = (key: string, ctrlKey = false) =>
  (document.activeElement ?? document.body).dispatchEvent(
    new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true }),
  )

const written = vi.fn((_: string, __: boolean, text: string) => {
  ;(document.activeElement as HTMLInputElement).value += text
  return true
})
document.execCommand = written
const keys = vi.fn()
window.addEventListener('keydown', keys)
afterEach(() => {
  document.body.replaceChildren()
  keys.mockClear()
})

test('keys before the field is there go to it in their order, and none to the view', async () => {
  const left = vi.fn()
  const open = async () => {
    await new Promise((resolve) => setTimeout(resolve, 5))
    requestAnimationFrame(() => {
      const field = document.body.appendChild(document.createElement('input'))
      field.addEventListener('keydown', (event) => {
        if (event.key === 'Enter' && event.ctrlKey) left(field.value)
      })
      field.focus()
    })
  }
  const opened = typeAhead(open)
  for (const key of ['T', 'Shift', 'e', '老', 'x']) press(key)
  press('Enter', true)
  expect(keys.mock.calls.map(([event]) => (event as KeyboardEvent).key)).toEqual(['Shift'])
  await opened
  expect(left).toHaveBeenCalledExactlyOnceWith('Te老x')
  keys.mockClear()
  press('d')
  expect(keys).toHaveBeenCalledOnce()
})

test('where no field comes they are dropped', async () => {
  const opened = typeAhead(() => Promise.resolve())
  press('d')
  await opened
  expect(keys).not.toHaveBeenCalled()
  press('d')
  expect(keys).toHaveBeenCalledOnce()
})
