import { expect, test } from 'vitest'
import { TestProject } from '@shared/testing/testProject'
import { contentsOf, fittingZoom, layOut } from './timelineLayout'

test('a scene has lanes for those who have a place in it, and a filter finds the others', () => {
  const p = new TestProject()
  const [first, second] = [p.scene(), p.scene()]
  const [shot] = p.shots(first, 2)
  p.shots(second, 3)
  p.put(shot!, p.asset('character', 'Alice'))
  p.asset('character', 'Bob')
  const names = (sceneId: string | null, filter: string) =>
    contentsOf(p.store, sceneId, filter, {}).rows.flatMap((row) => (row.kind === 'asset' ? [row.asset.name] : []))
  expect(names(first.id, '')).toEqual(['Alice'])
  expect(names(first.id, 'bo')).toEqual(['Bob'])
  expect(names(null, '')).toEqual(['Alice', 'Bob'])
})

test('a shot lies where the clock has it, and all of it fits', () => {
  const p = new TestProject()
  p.shots(p.scene(), 2)
  p.shots(p.scene(), 3)
  const contents = contentsOf(p.store, null, '', {})
  const layout = layOut(contents, fittingZoom(contents, 824))
  expect(layout.axis.width).toBeCloseTo(800)
  expect(contents.slots).toHaveLength(5)
  for (const { shotId, start } of contents.clock.shotsFrom(0))
    expect(layout.axis.leftOf(layout.axis.slotOfShot.get(shotId)!)).toBeCloseTo(start * layout.pxPerFrame)
})
