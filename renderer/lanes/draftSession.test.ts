import { beforeEach, expect, test, vi } from 'vitest'
import { useProject } from '../app/projectStore'
import { DraftSession } from './draftSession'

beforeEach(() => useProject.setState({ revision: 1 }))

const mirror = () => useProject.setState((s) => ({ revision: s.revision + 1 }))
const session = () => {
  const work = vi.fn((at: number) => `draft at ${at}`)
  return { work, drafts: new DraftSession(work, () => {}) }
}

test('a draft is worked out again only when its input or the project changed', () => {
  const { work, drafts } = session()
  drafts.draw(1)
  drafts.draw(1)
  expect(work).toHaveBeenCalledTimes(1)
  drafts.draw(2)
  expect(work).toHaveBeenCalledTimes(2)
  mirror()
  drafts.draw(2)
  expect(work).toHaveBeenCalledTimes(3)
})

test('after the release it stays until the mirror holds the change', async () => {
  const { drafts } = session()
  drafts.draw(1)
  let answer = (_done: boolean) => {}
  drafts.commit(() => new Promise((resolve) => (answer = resolve)))
  await Promise.resolve()
  expect(drafts.now).toBe('draft at 1')
  mirror()
  expect(drafts.now).toBeNull()
  answer(true)
})

test('what is refused is dropped with the answer', async () => {
  const { drafts } = session()
  drafts.draw(1)
  drafts.commit(() => Promise.resolve(false))
  expect(drafts.now).toBe('draft at 1')
  await new Promise((resolve) => setTimeout(resolve, 0))
  expect(drafts.now).toBeNull()
})

test('a gesture that begins while the last one is being written keeps its own draft', async () => {
  const { drafts } = session()
  drafts.draw(1)
  drafts.commit(() => Promise.resolve(true))
  drafts.draw(2)
  mirror()
  await new Promise((resolve) => setTimeout(resolve, 0))
  expect(drafts.now).toBe('draft at 2')
})
