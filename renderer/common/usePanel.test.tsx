// @vitest-environment jsdom
import { act, useRef } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { focusTarget, useFocusTarget } from './focusTargets'
import { cyclePanels, usePanel, type PanelName } from './usePanel'

let root: Root

beforeEach(() => {
  ;(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true
  root = createRoot(document.body.appendChild(document.createElement('div')))
  act(() => root.render(<Window />))
})
afterEach(() => {
  act(() => root.unmount())
  document.body.replaceChildren()
})

function Panel({ name, buttons, first }: { name: PanelName; buttons: readonly string[]; first?: string }) {
  const panel = useRef<HTMLDivElement>(null)
  const chief = useRef<HTMLButtonElement>(null)
  usePanel(name, panel, first)
  useFocusTarget(`${name}.chief`, chief)
  return (
    <div ref={panel}>
      {buttons.map((b, i) => (
        <button key={b} type="button" disabled={b === 'off'} ref={i === buttons.length - 1 ? chief : undefined}>
          {b}
        </button>
      ))}
    </div>
  )
}

function Window() {
  return (
    <>
      <Panel name="title" buttons={['undo', 'redo']} />
      <Panel name="rail" buttons={['off', 'script']} />
      <Panel name="view" buttons={['tool', 'grid']} first="view.chief" />
      <Panel name="status" buttons={[]} />
      <Panel name="inspector" buttons={['name']} />
    </>
  )
}

const focused = () => document.activeElement?.textContent
const button = (text: string) => [...document.querySelectorAll('button')].find((b) => b.textContent === text)!

test('F6 goes from panel to panel in their order and round, and passes over those without anything to focus', () => {
  button('undo').focus()
  const seen = []
  for (let i = 0; i < 5; i++) {
    cyclePanels(1)
    seen.push(focused())
  }
  expect(seen).toEqual(['script', 'grid', 'name', 'undo', 'script'])
  cyclePanels(-1)
  cyclePanels(-1)
  expect(focused()).toBe('name')
})

test('a panel gets the focus where it was last; from nowhere it goes to the view', () => {
  cyclePanels(1)
  expect(focused()).toBe('grid')
  button('tool').focus()
  button('redo').focus()
  cyclePanels(-1)
  cyclePanels(-1)
  expect(focused()).toBe('tool')
  ;(document.activeElement as HTMLElement).blur()
  cyclePanels(-1)
  expect(focused()).toBe('tool')
})

test('a focus target that is not on screen takes nothing', () => {
  expect(focusTarget('view.chief')).toBe(true)
  act(() => root.render(null))
  expect(focusTarget('view.chief')).toBe(false)
})
