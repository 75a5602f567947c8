import { describe, expect, test } from 'vitest'
import { TestProject } from '../../testing/testProject'
import { digest } from '../../records/digest'
import { setAssignment } from '../presence/setAssignment'
import { updateLook } from '../assets/assetRules'
import { describeFrame } from '../blocking/describeFrame'
import { editPlan } from '../passes/editPlan'
import { freshnessOf } from './freshness'
import { passInputs } from '../passes/passInputs'
import { passPrompts } from './passPrompt'
import { planOf } from '../passes/passPlan'
import { profileOf } from '../passes/profiles'
import { editPrompt } from './resultRules'

/** Four people at a table in a hall with a yard behind it; the letter has no picture. Under the open model that is three passes. */
function dinner() {
  const p = new TestProject()
  const shot = p.shot(p.scene('INT. HALL - NIGHT'), { text: 'Ann hands the letter to Dee.' })
  const [ann, bob, cem, dee] = ['Ann', 'Bob', 'Cem', 'Dee'].map((name) =>
    p.asset('character', name, {
      picture: true,
      description: `tall ${name === 'Dee' ? 'woman' : 'man'} in ${name === 'Ann' ? 'red' : 'grey'}`,
    }),
  ) as [Asset, Asset, Asset, Asset]
  const hall = p.asset('location', 'Hall', { picture: true })
  const letter = p.asset('prop', 'Letter', { description: 'sealed letter' })
  for (const asset of [ann, bob, cem, dee, hall, letter]) p.put(shot, asset)
  const plan = (id = 'open') => planOf(p.store, shot.id, 'start', profileOf(id)!)
  const prompts = (id = 'open', traits = true) =>
    passPrompts(p.store, shot.id, 'start', plan(id), { kind: 'planned', traits })
  return { p, shot, ann, bob, cem, dee, hall, letter, plan, prompts }
}
type Asset = ReturnType<TestProject['asset']>

describe('the prompt of a pass', () => {
  test('numbers the references of that pass alone, with the base plate as Image #1', () => {
    const [first, second] = dinner().prompts()
    expect(first).toContain('Pass 1 of 3. Show only Ann, Bob and Hall; leave room for what later passes add.')
    expect(first).toContain(
      'REFERENCE IMAGES (attached alongside this prompt):\nImage #1: Ann (character) — tall man in red\nImage #2: Bob (character) — tall man in grey\nImage #3: Hall (location)\n\n',
    )
    expect(second).toContain(
      'Pass 2 of 3. Image #1 is the base plate: keep everything in it unchanged, and add only Cem and Dee.',
    )
    expect(second).toContain(
      'REFERENCE IMAGES (attached alongside this prompt):\nImage #1: base plate — keep everything unchanged\nImage #2: Cem (character) — tall man in grey\nImage #3: Dee (character) — tall woman in grey\n\n',
    )
  })

  test('gives assets that are not sent in it no number', () => {
    const [, second, third] = dinner().prompts()
    // The letter comes in the third pass: the second one does not tell of it.
    expect(second).toContain('In frame: Ann (the tall man in red) ')
    expect(second).not.toMatch(/letter/i)
    expect(third).toContain('Ann (the tall man in red) hands')
    expect(second).toContain('Dee (the tall woman in grey from Image #3)')
    expect(third).toContain(
      'Image #1: base plate — keep everything unchanged\nALSO IN FRAME (no reference image):\nLetter (prop) — sealed letter\n\n',
    )
    expect([...third!.matchAll(/Image #(\d)/g)].map((m) => m[1])).toEqual(['1', '1'])
  })

  test('tells the box of each new subject and the note of the pass', () => {
    const { p, shot, ann, bob, cem, dee, letter, prompts } = dinner()
    p.run((draft) =>
      editPlan(draft, {
        shotId: shot.id,
        frame: 'start',
        passes: [
          { assetIds: [ann.id, bob.id] },
          { assetIds: [cem.id, dee.id], note: 'Dee laughs' },
          { assetIds: [letter.id] },
        ],
      }),
    )
    const [, second] = prompts('local')
    expect(second).toMatch(/Dee: box \d+–\d+ % from the left, \d+–\d+ % from the top\./)
    expect(second).toContain('\nNote: Dee laughs.\n')
    expect(second).not.toContain('Ann: box')
  })

  test('is the frame’s where one pass is enough, also the words a user wrote', () => {
    const { p, shot, prompts } = dinner()
    p.run((draft) =>
      editPrompt(draft, { shotId: shot.id, prompt: 'start', text: 'Bob (the tall man from Image #2) waits.' }),
    )
    expect(prompts()[0]).toContain('Bob (the tall man from Image #2) waits.')
    const lone = new TestProject()
    const one = lone.shot(lone.scene('INT. HALL - NIGHT'))
    lone.put(one, lone.asset('character', 'Ann', { picture: true }))
    expect(
      passPrompts(lone.store, one.id, 'start', planOf(lone.store, one.id, 'start', profileOf('open')!), {
        kind: 'planned',
        traits: true,
      }),
    ).toEqual([expect.stringMatching(/^REFERENCE IMAGES/)])
  })

  test('has no traits under a profile without them', () => {
    expect(dinner().prompts('open', false).join()).not.toMatch(/tall|sealed/)
  })
})

describe('what a pass depends on', () => {
  const digests = ({ p, shot, plan }: ReturnType<typeof dinner>) =>
    plan().passes.map((pass) =>
      digest(passInputs(describeFrame(p.store, shot.id, 'start'), pass, `base ${pass.index}`, profileOf('open')!)),
    )

  test('is the picture and description of the set and of a second location too', () => {
    const d = dinner()
    const yard = d.p.asset('location', 'Yard', { picture: true })
    d.p.put(d.shot, yard)
    const at = d.plan().passes.findIndex((pass) => pass.assetIds.includes(yard.id))
    const before = digests(d)
    const mediaId = d.p.picture()
    d.p.run((draft) => updateLook(draft, { lookId: yard.defaultLookId, mediaId }))
    const after = digests(d)
    expect(after.map((digest, i) => digest === before[i])).toEqual(before.map((_, i) => i !== at))
    d.p.run((draft) => updateLook(draft, { lookId: d.hall.defaultLookId, description: 'dark hall' }))
    expect(digests(d)[0]).not.toBe(after[0])
  })

  test('is not what somebody does while coming or going, whether drawn or pictured: that is told in the video alone', () => {
    const d = dinner()
    d.p.take(d.shot, 'startFrame')
    const before = digests(d)
    d.p.run((draft) => setAssignment(draft, { shotId: d.shot.id, assetId: d.bob.id, action: 'humming' }))
    expect(digests(d)).toEqual(before)
    expect(freshnessOf(d.p.store, d.shot.id, 'startFrame').status).toBe('fresh')
    d.p.run((draft) => updateLook(draft, { lookId: d.bob.defaultLookId, mediaId: null }))
    d.p.take(d.shot, 'startFrame')
    d.p.run((draft) => setAssignment(draft, { shotId: d.shot.id, assetId: d.bob.id, action: 'sits on the bench' }))
    expect(freshnessOf(d.p.store, d.shot.id, 'startFrame').status).toBe('fresh')
    expect(
      describeFrame(d.p.store, d.shot.id, 'start').subjects.find((s) => s.name === d.bob.name)?.pose,
    ).toBeUndefined()
  })
})
