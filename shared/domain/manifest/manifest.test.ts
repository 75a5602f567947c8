import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { visibleIn } from '../../model/assignment'
import type { FrameEnd } from '../../model/common'
import { randomCommand } from '../../testing/randomCommands'
import { seededRandom } from '../../testing/seededRandom'
import { runCommand } from '../../testing/runCommand'
import { exampleProject } from '../../testing/exampleProject'
import { TestProject } from '../../testing/testProject'
import { deleteAsset } from '../assets/assetRules'
import { splitOf } from '../results/resultInputs'
import { membersOf, shotsInOrder } from '../lookup'
import { compareMembers, manifestOf, manifestText } from './manifest'
import { builtInProfiles } from '../passes/profiles'

const frames: FrameEnd[] = ['start', 'end']

/** Projects after random commands, among them pictures, ranks and deletions. */
function lived(seed: number) {
  const project = exampleProject()
  const random = seededRandom(seed)
  for (let i = 0; i < 40; i++) {
    const { name, input } = randomCommand(project.store, random)
    runCommand(project.store, project.newId, name, input)
  }
  return project.store
}

describe('a manifest', () => {
  test('has exactly the text of the specification', () => {
    const p = new TestProject()
    const shot = p.shot(p.scene('INT. LIVING ROOM - NIGHT'))
    // Made in another order than the manifest's.
    p.put(shot, p.asset('location', 'Living Room', { description: 'warm-lit room with leather couch', picture: true }))
    p.put(
      shot,
      p.asset('character', 'Alice', { description: 'red-haired woman in blue dress, mid-20s', picture: true }),
    )
    p.put(
      shot,
      p.asset('character', 'Bob', { description: 'tall man with dark beard, wearing grey suit', picture: true }),
    )
    expect(manifestOf(p.store, shot.id, 'start').text).toBe(`REFERENCE IMAGES (attached alongside this prompt):
Image #1: Alice (character) — red-haired woman in blue dress, mid-20s
Image #2: Bob (character) — tall man with dark beard, wearing grey suit
Image #3: Living Room (location) — warm-lit room with leather couch`)
  })

  test('leaves the dash out without a description, and names visible assets without a picture unnumbered', () => {
    const p = new TestProject()
    const shot = p.shot(p.scene())
    p.put(shot, p.asset('character', 'Alice', { picture: true }))
    p.put(shot, p.asset('prop', 'Letter', { description: 'yellowed\n paper' }))
    p.put(shot, p.asset('prop', 'Key'))
    expect(manifestOf(p.store, shot.id, 'end').text).toBe(`REFERENCE IMAGES (attached alongside this prompt):
Image #1: Alice (character)
ALSO IN FRAME (no reference image):
Letter (prop) — yellowed paper
Key (prop)`)
    expect(manifestOf(p.store, shot.id, 'end', undefined, false).text).not.toContain('paper')
  })

  test('of an empty frame is empty', () => {
    const p = new TestProject()
    expect(manifestOf(p.store, p.shot(p.scene()).id, 'start').text).toBe('')
    expect(manifestText([], [])).toBe('')
  })

  test('orders characters, locations, props; then rank, own rank of the shot first; then first appearance', () => {
    const p = new TestProject()
    const shot = p.shot(p.scene())
    const add = (type: 'character' | 'location' | 'prop', name: string, rank?: number, shotRank?: number) =>
      p.put(
        shot,
        p.asset(type, name, { picture: true, ...(rank === undefined ? {} : { rank }) }),
        shotRank === undefined ? {} : { rank: shotRank },
      )
    add('prop', 'Cup')
    add('character', 'Late')
    add('location', 'Room')
    add('character', 'Ranked', 2)
    add('character', 'First here', 9, 1)
    add('character', 'Also late')
    expect(manifestOf(p.store, shot.id, 'start').entries.map((e) => `${e.index} ${e.asset.name}`)).toEqual([
      '1 First here',
      '2 Ranked',
      '3 Late',
      '4 Also late',
      '5 Room',
      '6 Cup',
    ])
  })

  test('tells why an asset is left out, with its time', () => {
    const p = new TestProject()
    const shot = p.shot(p.scene(), { durationSeconds: 4 })
    p.put(shot, p.asset('character', 'Enters'), { presence: 'enters', enterAt: 0.35 })
    p.put(shot, p.asset('character', 'Exits'), { presence: 'exits', exitAt: 0.65 })
    p.put(shot, p.asset('character', 'Crosses'), { presence: 'passes_through', enterAt: 0.25, exitAt: 0.75 })
    const gone = p.asset('character', 'Gone')
    p.put(shot, gone)
    p.run((draft) => deleteAsset(draft, { assetId: gone.id }))
    const told = (frame: FrameEnd) =>
      manifestOf(p.store, shot.id, frame).leftOut.map((l) => [l.asset.name, l.reason, l.detail])
    expect(told('start')).toEqual([
      ['Enters', 'enters_later', 'enters at 1.4 s'],
      ['Crosses', 'passes_through', 'passes through from 1.0 s to 3.0 s'],
      ['Gone', 'deleted', 'deleted from the project'],
    ])
    expect(told('end')).toEqual([
      ['Exits', 'left_before', 'leaves at 2.6 s'],
      ['Crosses', 'passes_through', 'passes through from 1.0 s to 3.0 s'],
      ['Gone', 'deleted', 'deleted from the project'],
    ])
  })

  test('puts what a refused plan leaves over into leftOut, and only then', () => {
    const p = new TestProject()
    const shot = p.shot(p.scene())
    for (let i = 1; i <= 9; i++) p.put(shot, p.asset('character', `Person ${i}`, { picture: true }))
    const strong = builtInProfiles.find((profile) => profile.id === 'open')!
    const manifest = manifestOf(p.store, shot.id, 'start', splitOf(p.store, shot.id, 'start', strong))
    expect(manifest.leftOut.map((l) => [l.asset.name, l.reason])).toEqual([['Person 9', 'over_cap']])
    expect(manifest.entries.map((e) => [e.index, e.pass])).toEqual([
      [1, 1],
      [2, 1],
      [3, 2],
      [4, 2],
      [5, 3],
      [6, 3],
      [7, 4],
      [8, 4],
    ])
  })

  test('holds exactly throughout and exits at the start, throughout and enters at the end; everybody is in one list; numbers run from 1', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const store = lived(seed)
        for (const shot of shotsInOrder(store)) {
          const members = membersOf(store, shot.id)
          for (const frame of frames) {
            for (const profile of builtInProfiles) {
              const split = splitOf(store, shot.id, frame, profile)
              const { entries, alsoInFrame, leftOut } = manifestOf(store, shot.id, frame, split)
              const lists = [
                entries.map((e) => e.asset.id),
                alsoInFrame.map((s) => s.asset.id),
                leftOut.map((l) => l.asset.id),
              ]
              expect(lists.flat().sort()).toEqual(members.map((m) => m.asset.id).sort())
              const inFrame = [...entries, ...alsoInFrame, ...leftOut.filter((l) => l.reason === 'over_cap')]
                .map((s) => s.asset.id)
                .sort()
              const presences = frame === 'start' ? ['throughout', 'exits'] : ['throughout', 'enters']
              expect(inFrame).toEqual(
                members
                  .filter((m) => !m.asset.deleted && presences.includes(m.assignment.presence))
                  .filter((m) => store.first('blockingOf', `${shot.id}/${m.instance.id}/${frame}`)?.shown !== 'hidden')
                  .map((m) => m.asset.id)
                  .sort(),
              )
              expect(members.filter((m) => presences.includes(m.assignment.presence))).toEqual(
                members.filter((m) => visibleIn(m.assignment, frame)),
              )
              expect(entries.map((e) => e.index)).toEqual(entries.map((_, i) => i + 1))
              expect(entries.every((e) => e.look.mediaId === e.mediaId)).toBe(true)
              expect(alsoInFrame.every((s) => s.look.mediaId === null)).toBe(true)
              expect(entries.map((e) => e.asset.id)).toEqual(entries.toSorted(compareMembers).map((e) => e.asset.id))
              expect(entries.every((e) => e.pass === (split.passOf.get(e.asset.id) ?? 0))).toBe(true)
            }
          }
        }
      }),
      { numRuns: 25 },
    )
  })
})
