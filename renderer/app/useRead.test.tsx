// @vitest-environment jsdom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { shotsOfScene } from '@shared/domain/lookup'
import { setAssignment } from '@shared/domain/presence/setAssignment'
import { updateShot } from '@shared/domain/structure/shotRules'
import type { Draft } from '@shared/records/draft'
import { exampleProject, type ExampleProject } from '@shared/testing/exampleProject'
import { useProject } from './projectStore'
import { useRead } from './useRead'

let root: Root
let p: ExampleProject
/** Every value that was rendered. */
let rendered: unknown[]

beforeEach(() => {
  ;(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true
  root = createRoot(document.body.appendChild(document.createElement('div')))
  rendered = []
  p = exampleProject()
  open(p)
})
afterEach(() => {
  act(() => root.unmount())
  document.body.replaceChildren()
})

function open(project: ExampleProject): void {
  act(() => useProject.setState((s) => ({ records: project.store, epoch: s.epoch + 1, revision: 0 })))
}
function edit(rule: (draft: Draft) => unknown): void {
  p.run(rule)
  act(() => useProject.setState({ revision: p.store.revision }))
}

function Numbers({ sceneId, suffix = '' }: { sceneId: string; suffix?: string }) {
  const numbers = useRead(
    (reads) => shotsOfScene(reads, sceneId).map((shot) => shot.number + suffix),
    [sceneId, suffix],
  )
  rendered.push(numbers)
  return numbers.join()
}
function Bob() {
  const bob = useRead((reads) => reads.get('assets', p.bob.id), [])
  rendered.push(bob)
  return bob?.name ?? 'nobody'
}
const show = (element: React.ReactNode) => act(() => root.render(element))
const text = () => document.body.textContent

test('renders again exactly when something it read changed', () => {
  show(<Bob />)
  expect(text()).toBe('Bob')
  edit((draft) => updateShot(draft, { shotId: p.roomShots[0]!.id, text: 'Nobody waits.' }))
  edit((draft) => draft.update('assets', p.alice.id, { name: 'Alison' }))
  expect(rendered).toHaveLength(1)
  edit((draft) => draft.update('assets', p.bob.id, { name: 'Rob' }))
  expect(rendered).toHaveLength(2)
  expect(text()).toBe('Rob')
  edit((draft) => draft.remove('assets', p.bob.id))
  expect(text()).toBe('nobody')
})

test('answers the very same value until then, and for a list of the same things after it too', () => {
  show(<Numbers sceneId={p.room.id} />)
  const [first] = rendered
  show(<Numbers sceneId={p.room.id} />)
  edit((draft) => updateShot(draft, { shotId: p.roomShots[0]!.id, text: 'Nobody waits.' }))
  edit((draft) => setAssignment(draft, { shotId: p.roomShots[3]!.id, assetId: p.alice.id, presence: 'enters' }))
  for (const value of rendered) expect(value).toBe(first)
  expect(rendered).toHaveLength(2)
})

test('follows what it is asked for and the project that is open', () => {
  show(<Numbers sceneId={p.room.id} />)
  const room = text()
  show(<Numbers sceneId={p.garden.id} suffix="!" />)
  expect(text()).toBe(p.gardenShots.map((s) => `${s.number}!`).join())
  show(<Numbers sceneId={p.room.id} />)
  expect(text()).toBe(room)
  const other = exampleProject()
  other.run((draft) => draft.update('shots', other.roomShots[0]!.id, { number: '99' }))
  open(other)
  expect(text()).toContain('99')
  // What happens to the project that was left is none of its business.
  const count = rendered.length
  edit((draft) => draft.update('shots', p.roomShots[0]!.id, { number: '98' }))
  expect(text()).not.toContain('98')
  expect(rendered).toHaveLength(count)
})

test('a reading that fails while what it is about goes away is not asked any more', () => {
  function Name({ id }: { id: string }) {
    return useRead((reads) => reads.must('assets', id).name, [id])
  }
  function Perhaps() {
    const bob = useRead((reads) => reads.get('assets', p.bob.id), [])
    return bob ? <Name id={bob.id} /> : 'nobody'
  }
  show(<Perhaps />)
  expect(text()).toBe('Bob')
  edit((draft) => draft.remove('assets', p.bob.id))
  expect(text()).toBe('nobody')
})
