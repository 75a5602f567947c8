import { expect, test } from 'vitest'
import { setSeam } from '@shared/domain/results/seams'
import { updateShot } from '@shared/domain/structure/shotRules'
import { TestProject } from '@shared/testing/testProject'
import { cutAfter } from './CutRow'

test('the cut tells whether its stills are one, and in what they differ', () => {
  const p = new TestProject()
  const [a, b] = p.shots(p.scene(), 2, { size: 'wide' }) as [
    Parameters<typeof cutAfter>[1],
    Parameters<typeof cutAfter>[1],
  ]
  expect(cutAfter(p.store, b)).toBeNull()
  expect(cutAfter(p.store, a)).toMatchObject({ next: { id: b.id }, shared: false, differences: [] })
  p.run((draft) => setSeam(draft, { fromShotId: a.id, toShotId: b.id, shared: true }))
  expect(cutAfter(p.store, a)).toMatchObject({ shared: true, differences: [] })
  p.run((draft) => updateShot(draft, { shotId: b.id, angle: 'low' }))
  expect(cutAfter(p.store, a)).toMatchObject({ shared: true, differences: ['the camera'] })
})
