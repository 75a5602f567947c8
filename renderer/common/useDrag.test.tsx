// @vitest-environment jsdom
import { act, useRef } from 'react'
import { createRoot } from 'react-dom/client'
import { beforeEach, expect, test, vi } from 'vitest'
import { useDrag, type DragSession } from './useDrag'

beforeEach(() => {
  ;(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true
})

/** A thing that can be dragged, and what its drag was told. */
function thing() {
  const told: string[] = []
  const session: DragSession = {
    move: ({ dx }) => void told.push(`move ${dx}`),
    commit: ({ dx }) => void told.push(`commit ${dx}`),
    cancel: () => void told.push('cancel'),
    click: () => void told.push('click'),
  }
  function Thing() {
    const box = useRef<HTMLDivElement>(null)
    useDrag(box, { onStart: () => session })
    return <div ref={box} />
  }
  const host = document.body.appendChild(document.createElement('div'))
  act(() => createRoot(host).render(<Thing />))
  const element = host.firstElementChild as HTMLElement
  element.setPointerCapture = vi.fn()
  const pointer = (type: string, x: number, buttons: number, button = 0) =>
    element.dispatchEvent(new MouseEvent(type, { clientX: x, buttons, button, bubbles: true, cancelable: true }))
  return { told, pointer }
}

test('a drag moves, and commits once where it is let go', () => {
  const { told, pointer } = thing()
  pointer('pointerdown', 0, 1)
  pointer('pointermove', 2, 1)
  pointer('pointermove', 10, 1)
  pointer('pointerup', 12, 0)
  pointer('pointermove', 20, 0)
  expect(told).toEqual(['move 10', 'commit 12'])
})

test('the right button takes a drag back, opens no menu, and letting go of both does nothing more', () => {
  const { told, pointer } = thing()
  pointer('pointerdown', 0, 1)
  pointer('pointermove', 10, 1)
  pointer('pointermove', 10, 3, 2)
  expect(pointer('contextmenu', 10, 3, 2), 'a menu opens').toBe(false)
  pointer('pointermove', 30, 1)
  pointer('pointerup', 30, 0)
  expect(told).toEqual(['move 10', 'cancel'])
  expect(pointer('contextmenu', 10, 2, 2), 'no menu without a drag').toBe(true)
})
