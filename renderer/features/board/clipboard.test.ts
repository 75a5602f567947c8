// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { TestProject } from '@shared/testing/testProject'
import { clipText, readClip } from './clipboard'

test('shots are copied as lines that another program can read', () => {
  const p = new TestProject()
  const scene = p.scene('INT. ROOM - DAY')
  const [shot] = p.shots(scene, 1)
  p.run((draft) =>
    draft.update('shots', shot!.id, {
      text: 'The door\nopens.',
      dialogue: [{ character: 'BOB', extension: '', parenthetical: '', text: 'Who?' }],
    }),
  )
  expect(clipText(p.store, [shot!.id, 'gone'])).toBe(`${shot!.number}\tThe door opens.\tBOB: Who?`)
})

test('only what was copied here is read as shots', () => {
  const clip = { folder: '/film', shotIds: ['a'], cut: false }
  expect(readClip(JSON.stringify(clip))).toEqual(clip)
  expect([readClip(''), readClip('{}'), readClip('{"folder":"/film","shotIds":[],"cut":true}')]).toEqual([
    null,
    null,
    null,
  ])
})
