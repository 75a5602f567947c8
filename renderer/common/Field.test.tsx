// @vitest-environment jsdom
import { act, useState } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Field } from './Field'
import { restMs, type Saved } from './typedText'

let root: Root
let saved: [text: string, continues: string | null][]

beforeEach(() => {
  ;(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true
  vi.useFakeTimers()
  saved = []
  root = createRoot(document.body.appendChild(document.createElement('div')))
})

afterEach(() => {
  act(() => root.unmount())
  document.body.replaceChildren()
  vi.useRealTimers()
})

/** A field over a value that follows what is saved, as the project does. */
function Page({ multiline = false }: { multiline?: boolean }) {
  const [value, setValue] = useState('Rain.')
  const save = (text: string, continues: { id: string } | null): Promise<Saved> => {
    saved.push([text, continues?.id ?? null])
    if (text === 'taken') return Promise.resolve({ refused: 'Somebody has it.' })
    setValue(text.trim())
    return Promise.resolve({
      step: { id: 'step', takeBack: () => (setValue('Rain.'), Promise.resolve(true)) },
    })
  }
  return (
    <Field
      label="Text"
      value={value}
      multiline={multiline}
      check={(text) => (text ? null : 'Say something.')}
      onSave={save}
    />
  )
}

const input = () => document.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea')!
const reason = () => document.querySelector('[role="alert"]')?.textContent ?? null
const rest = (ms = restMs) => act(() => vi.advanceTimersByTimeAsync(ms))
const key = (name: string, held: KeyboardEventInit = {}) =>
  act(() => void input().dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, ...held })))

function type(text: string): void {
  act(() => {
    input().focus()
    const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(input()) as object, 'value')!
    set!.call(input(), text)
    input().dispatchEvent(new Event('input', { bubbles: true }))
  })
}

test('saves at rest without taking the focus or the text, and continues that step when it is left', async () => {
  act(() => root.render(<Page />))
  type('Rain and ')
  await rest()
  expect(saved).toEqual([['Rain and ', null]])
  expect([document.activeElement, input().value]).toEqual([input(), 'Rain and '])
  type('Rain and wind. ')
  await act(async () => input().blur())
  expect(saved[1]).toEqual(['Rain and wind. ', 'step'])
  expect(input().value).toBe('Rain and wind.')
})

test.each([
  [false, {}],
  [true, { ctrlKey: true }],
])('Enter saves and leaves; in several lines Ctrl+Enter does (%s)', async (multiline, held) => {
  act(() => root.render(<Page multiline={multiline} />))
  type('Snow.')
  if (multiline) key('Enter')
  expect(saved).toEqual([])
  key('Enter', held)
  await rest(0)
  expect([saved, document.activeElement]).toEqual([[['Snow.', null]], document.body])
})

test('Escape brings back what stood there, saved or not', async () => {
  act(() => root.render(<Page />))
  type('Snow.')
  await rest()
  type('Snow and hail.')
  key('Escape')
  await rest(0)
  expect([input().value, document.activeElement, saved.length]).toEqual(['Rain.', document.body, 1])
})

test('a refused text stays with its reason, whoever refuses it', async () => {
  act(() => root.render(<Page />))
  type('')
  await act(async () => input().blur())
  expect([input().value, reason(), saved]).toEqual(['', 'Say something.', []])
  type('taken')
  await act(async () => input().blur())
  expect([input().value, reason()]).toEqual(['taken', 'Somebody has it.'])
  type('Snow.')
  expect(reason()).toBeNull()
})

test('is saved when it goes away', () => {
  act(() => root.render(<Page />))
  type('Snow.')
  act(() => root.render(null))
  expect(saved).toEqual([['Snow.', null]])
})
