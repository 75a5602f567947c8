import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FrameEnd } from '../../model/common'
import { randomCommand } from '../../testing/randomCommands'
import { seededRandom } from '../../testing/seededRandom'
import { runCommand } from '../../testing/runCommand'
import { exampleProject } from '../../testing/exampleProject'
import { TestProject } from '../../testing/testProject'
import { updateAsset } from '../assets/assetRules'
import { currentPrompt, writtenPrompt } from '../results/resultInputs'
import { membersOf, shotsInOrder } from '../lookup'
import { subjectsOf } from '../manifest/manifest'
import { mentionedAssets } from '../../testing/mentionedAssets'
import { manifestToken } from '../manifest/mentions'
import { mentionBook, renderPrompt, tokenisePrompt } from './renderPrompt'
import { editPrompt } from '../results/resultRules'

const prompts = ['start', 'end', 'video'] as const
const frames: FrameEnd[] = ['start', 'end']

function lived(seed: number) {
  const project = exampleProject()
  const random = seededRandom(seed)
  for (let i = 0; i < 25; i++) {
    const { name, input } = randomCommand(project.store, random)
    runCommand(project.store, project.newId, name, input)
  }
  return project.store
}

const written = (p: TestProject, shotId: string, prompt: 'start' | 'end' | 'video') =>
  renderPrompt(p.store, shotId, prompt, writtenPrompt(p.store, shotId, prompt))

describe('the written prompts', () => {
  test('are the same for the same project', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const [one, two] = [lived(seed), lived(seed)]
        for (const shot of shotsInOrder(one))
          for (const prompt of prompts)
            expect(writtenPrompt(two, shot.id, prompt)).toBe(writtenPrompt(one, shot.id, prompt))
      }),
      { numRuns: 10 },
    )
  })

  test('of a still mention only who is in that still; of the video only who is in the shot', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const store = lived(seed)
        for (const shot of shotsInOrder(store)) {
          for (const frame of frames) {
            const visible = subjectsOf(store, shot.id, frame).map((s) => s.asset.id)
            expect(mentionedAssets(writtenPrompt(store, shot.id, frame)).filter((id) => !visible.includes(id))).toEqual(
              [],
            )
          }
          const members = membersOf(store, shot.id)
            .filter((m) => !m.asset.deleted)
            .map((m) => m.asset.id)
          expect(mentionedAssets(writtenPrompt(store, shot.id, 'video')).filter((id) => !members.includes(id))).toEqual(
            [],
          )
        }
      }),
      { numRuns: 20 },
    )
  })

  /** The living room: Alice enters from the left, Bob leaves, a waiter crosses. */
  function livingRoom() {
    const p = new TestProject()
    const shot = p.shot(p.scene('INT. LIVING ROOM - NIGHT'), {
      durationSeconds: 4,
      text: 'Bob reads a letter. Alice enters dripping. The rain stops.',
      size: 'wide',
      movement: 'Push in',
    })
    const alice = p.asset('character', 'Alice', {
      description: 'red-haired woman in blue dress, mid-20s',
      picture: true,
    })
    const bob = p.asset('character', 'Bob', {
      description: 'tall man with dark beard, wearing grey suit',
      picture: true,
    })
    const waiter = p.asset('character', 'Waiter', { description: 'tall man in white uniform', picture: true })
    const room = p.asset('location', 'Living Room', { description: 'warm-lit room with leather couch', picture: true })
    p.put(shot, room)
    p.put(shot, bob, { presence: 'exits', exitAt: 0.65, exitTo: 'right', action: 'through the door' })
    p.put(shot, alice, { presence: 'enters', enterAt: 0.35, enterFrom: 'left' })
    p.put(shot, waiter, { presence: 'passes_through', enterAt: 0.25, exitAt: 0.75, enterFrom: 'left', exitTo: 'right' })
    return { p, shot, alice, bob, waiter, room }
  }

  test('of the start say what is seen before anybody comes or goes', () => {
    const { p, shot } = livingRoom()
    const text = written(p, shot.id, 'start')
    expect(text).toContain(
      'Image #1: Bob (character) — tall man with dark beard, wearing grey suit\nImage #2: Living Room (location)',
    )
    expect(text).toContain('Wide shot, camera push in.')
    expect(text).toContain('night')
    expect(text).toContain('Bob (the tall man from Image #1)')
    for (const absent of ['Alice', 'Waiter', 'uniform', 'blue dress']) expect(text).not.toContain(absent)
  })

  test('of the end name nobody of the start frame', () => {
    const { p, shot } = livingRoom()
    const text = written(p, shot.id, 'end')
    expect(text).toContain('Image #1: Alice (character) — red-haired woman in blue dress, mid-20s')
    expect(text).toContain('Same set, same light and same lens as in the rest of the shot.')
    for (const absent of ['Bob', 'beard', 'Waiter', 'letter']) expect(text).not.toContain(absent)
  })

  test('of the video tell entrances, exits and crossings with their seconds and sides', () => {
    const { p, shot } = livingRoom()
    const text = written(p, shot.id, 'video')
    expect(text).toMatch(/At about 1\.4 s Alice .*enters dripping from the left\./)
    expect(text).toMatch(/At about 2\.6 s Bob .*leaves through the door, frame right\./)
    expect(text).toMatch(/Between 1\.0 s and 3\.0 s the Waiter \(tall man in white uniform\) crosses the frame/)
    expect(text).toContain('One continuous shot, no cuts.')
    expect(text).not.toContain('Image #')
    expect(text).not.toContain('Alice enters dripping')
  })

  test('use the verbs of the type: a prop comes into view, a location is revealed by the camera', () => {
    const p = new TestProject()
    const shot = p.shot(p.scene(), { durationSeconds: 2 })
    p.put(shot, p.asset('prop', 'Letter'), { presence: 'enters', enterAt: 0.5 })
    p.put(shot, p.asset('location', 'Garden'), { presence: 'enters', enterAt: 0.25 })
    const text = written(p, shot.id, 'video')
    expect(text).toContain('At about 1.0 s the Letter comes into view')
    expect(text).toContain('At about 0.5 s the Garden is revealed by the camera')
  })

  test('number by the frame they belong to, also after a reorder', () => {
    const { p, shot, alice } = livingRoom()
    const text = writtenPrompt(p.store, shot.id, 'end')
    p.put(shot, p.asset('character', 'Zoe', { picture: true, rank: 1 }))
    expect(renderPrompt(p.store, shot.id, 'end', text)).toContain(`Alice (the red-haired woman from Image #2)`)
    p.run((draft) => updateAsset(draft, { assetId: alice.id, name: 'Alison' }))
    expect(renderPrompt(p.store, shot.id, 'end', text)).toContain('Alison (the red-haired woman')
  })
})

describe('a prompt the user edits', () => {
  test('keeps its words and its mentions when nothing was changed', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const store = lived(seed)
        for (const shot of shotsInOrder(store)) {
          for (const prompt of prompts) {
            const text = writtenPrompt(store, shot.id, prompt)
            const shown = renderPrompt(store, shot.id, prompt, text)
            const back = tokenisePrompt(store, shot.id, prompt, shown)
            expect(renderPrompt(store, shot.id, prompt, back)).toBe(shown)
            expect(back.includes(manifestToken)).toBe(text.includes(manifestToken))
            // Namesakes are one in words; nobody can tell them apart.
            const { book } = mentionBook(store, shot.id, prompt)
            const names = [...book.values()].map((w) => w.name)
            if (new Set(names).size === names.length)
              expect(mentionedAssets(back)).toEqual(expect.arrayContaining(mentionedAssets(text)))
          }
        }
      }),
      { numRuns: 30 },
    )
  })

  test('shows a later name and number in the words the user kept', () => {
    const p = new TestProject()
    const shot = p.shot(p.scene())
    const alice = p.asset('character', 'Alice', { description: 'red-haired woman', picture: true })
    p.put(shot, alice)
    p.run((draft) =>
      editPrompt(draft, {
        shotId: shot.id,
        prompt: 'start',
        text: 'Close on Alice (the red-haired woman from Image #1), looking out.',
      }),
    )
    p.put(shot, p.asset('character', 'Bob', { picture: true, rank: 1 }))
    p.run((draft) => updateAsset(draft, { assetId: alice.id, name: 'Alison' }))
    expect(renderPrompt(p.store, shot.id, 'start', currentPrompt(p.store, shot.id, 'start')!.text)).toBe(
      'Close on Alison (the red-haired woman from Image #2), looking out.',
    )
  })

  test('of a frame without references gets the list when references come', () => {
    const p = new TestProject()
    const shot = p.shot(p.scene(), { text: 'Rain.' })
    p.run((draft) => editPrompt(draft, { shotId: shot.id, prompt: 'start', text: 'An empty street.' }))
    p.put(shot, p.asset('character', 'Alice', { picture: true }))
    expect(renderPrompt(p.store, shot.id, 'start', currentPrompt(p.store, shot.id, 'start')!.text)).toBe(
      'REFERENCE IMAGES (attached alongside this prompt):\nImage #1: Alice (character)\n\nAn empty street.',
    )
  })
})
