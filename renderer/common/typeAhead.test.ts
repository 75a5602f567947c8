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

test('what is typed before the field is there comes into it, and is no key of the view', async () => {
  const open = async () => {
    await new Promise((resolve) => setTimeout(resolve, 5))
    requestAnimationFrame(() => document.body.appendChild(document.createElement('input')).focus())
  }
  const opened = typeAhead(open)
  for (const key of ['T', 'e', '老', 'x']) press(key)
  expect(keys).not.toHaveBeenCalled()
  press('z', true)
  expect(keys).toHaveBeenCalledOnce()
  await opened
  expect(document.querySelector('input')!.value).toBe('Te老x')
  press('d')
  expect(keys).toHaveBeenCalledTimes(2)
})

test('where no field comes it is dropped', async () => {
  const opened = typeAhead(() => Promise.resolve())
  press('d')
  await opened
  expect(keys).not.toHaveBeenCalled()
  press('d')
  expect(keys).toHaveBeenCalledOnce()
})
