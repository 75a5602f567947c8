// @vitest-environment jsdom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, test, vi } from 'vitest'
import { Splitter } from './Splitter'

test('arrows, Home, End, Backspace and Enter do by key what dragging, double click and closing do', () => {
  const box = document.body.appendChild(document.createElement('div'))
  const [onWidth, onReset, onClose] = [vi.fn(), vi.fn(), vi.fn()]
  const root = createRoot(box)
  act(() =>
    root.render(
      <Splitter
        label="the inspector"
        side="right"
        width={300}
        least={240}
        most={560}
        onWidth={onWidth}
        onReset={onReset}
        onClose={onClose}
      />,
    ),
  )
  const line = box.querySelector<HTMLElement>('[role=separator]')!
  expect(line.getAttribute('aria-valuenow')).toBe('300')
  const press = (key: string, shiftKey = false) =>
    act(() => void line.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true })))
  press('ArrowLeft')
  press('ArrowRight', true)
  press('Home')
  press('End')
  expect(onWidth.mock.calls.map(([px]) => px as number)).toEqual([316, 236, 240, 560])
  press('Backspace')
  press('Enter')
  act(() => void line.dispatchEvent(new MouseEvent('dblclick', { bubbles: true })))
  expect([onReset.mock.calls.length, onClose.mock.calls.length]).toEqual([2, 1])
  act(() => root.unmount())
})
