// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test } from 'vitest'
import { followCutNames } from './fullNames'

let stop = () => {}
beforeEach(() => {
  stop = followCutNames()
})
afterEach(() => {
  stop()
  document.body.replaceChildren()
})

/** A box of 100 pixels whose text needs so many. */
function box(needs: number, inside = document.body): HTMLElement {
  const element = document.createElement('span')
  element.textContent = ' The  Old Harbour '
  element.style.textOverflow = 'ellipsis'
  inside.append(element)
  Object.defineProperty(element, 'clientWidth', { value: 100 })
  Object.defineProperty(element, 'scrollWidth', { value: needs, writable: true })
  return element
}
const point = (at: HTMLElement) => at.dispatchEvent(new Event('pointerover', { bubbles: true }))

test('a name that is cut is shown whole, and no longer once there is room', () => {
  const name = box(180)
  point(name)
  expect(name.title).toBe('The Old Harbour')
  Object.assign(name, { scrollWidth: 90 })
  point(name)
  expect(name.title).toBe('')
})

test('one that fits has none, and what says more already stays', () => {
  const name = box(90)
  point(name)
  expect(name.hasAttribute('title')).toBe(false)
  const row = document.createElement('div')
  row.title = 'The Old Harbour, EXT., in 4 shots'
  document.body.append(row)
  const cut = box(180, row)
  point(cut)
  expect(cut.hasAttribute('title')).toBe(false)
})
