// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest'
import { isChanging } from './hostClient'
import { redo, undo } from './projectActions'
import { useToasts } from './toasts'

/** A main process with a history, each of whose answers takes a while; the window hears of nothing before it. */
let past: string[]
let future: string[]
const asked: string[] = []

beforeEach(() => {
  past = ['Alice enters', 'Bob leaves']
  future = []
  asked.length = 0
  document.body.innerHTML = '<p id="announce"></p>'
  vi.stubGlobal('exeunt', {
    request: async (name: string) => {
      asked.push(name)
      await new Promise((resolve) => setTimeout(resolve, 5))
      const [from, to] = name === 'project.undo' ? [past, future] : [future, past]
      const label = from.pop()
      if (label === undefined)
        return { ok: false, error: { code: 'NOTHING_TO_REDO', message: 'There is nothing to redo.' } }
      to.push(label)
      return { ok: true, value: { label } }
    },
  })
})

test('a redo that is asked for before its undo was answered waits for it, and the keys know of it', async () => {
  const all = [undo(), undo(), redo()]
  expect(isChanging()).toBe(true)
  await Promise.all(all)
  expect(isChanging()).toBe(false)
  expect(asked).toEqual(['project.undo', 'project.undo', 'project.redo'])
  expect(past).toEqual(['Alice enters'])
  expect(document.getElementById('announce')!.textContent).toBe('Done again: Alice enters.')
})

test('one too many says so to who listens, and covers nothing', async () => {
  await redo()
  expect(document.getElementById('announce')!.textContent).toBe('There is nothing to redo.')
  expect(useToasts.getState().toasts).toEqual([])
})
