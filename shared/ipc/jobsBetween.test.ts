import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addPromptVersion } from '../domain/results/resultRules'
import { inputsDigest } from '../domain/results/compareInputs'
import { inputsOf, writtenPrompt } from '../domain/results/resultInputs'
import { shotFreshness } from '../domain/results/freshness'
import { shotsInOrder } from '../domain/lookup'
import { invertChange, type Change } from '../records/change'
import { propose } from '../records/draft'
import { Refusal } from '../records/refusal'
import type { RecordStore } from '../records/recordStore'
import { brokenReferences } from '../testing/brokenReferences'
import { below, pick, seededRandom } from '../testing/seededRandom'
import { randomCommand } from '../testing/randomCommands'
import { invalidRecords, recordDump } from '../testing/recordDump'
import { runCommand } from '../testing/runCommand'
import { exampleProject } from '../testing/exampleProject'

/** What a job stores when it is done, outside undo: a take with its pass and its picture, or a written prompt. */
function jobResult(store: RecordStore, newId: () => string, random: () => number): Change | null {
  const shots = [...store.all('shots')]
  if (!shots.length) return null
  const shot = pick(random, shots)
  const kind = pick(random, ['startFrame', 'endFrame'] as const)
  const outcome = propose(store, newId, (draft) => {
    if (random() < 0.3) {
      addPromptVersion(draft, shot.id, 'start', writtenPrompt(draft, shot.id, 'start'), false, 'writer')
      return
    }
    const hash = draft.nextOrdinal('media').toString(16).padStart(64, 'e')
    draft.add('media', {
      id: hash,
      kind: 'picture',
      mime: 'image/png',
      ext: 'png',
      bytes: 1,
      width: 16,
      height: 9,
      alpha: false,
      name: 'made',
      seconds: null,
      workingId: null,
      ordinal: draft.nextOrdinal('media'),
    })
    const inputs = inputsOf(draft, shot.id, kind, 'local')
    const made = {
      mediaId: hash,
      generatorId: 'local',
      prompt: '',
      references: [],
      inputs,
      digest: inputsDigest(inputs),
    }
    const take = draft.add('takes', {
      id: draft.newId(),
      shotId: shot.id,
      kind,
      ordinal: draft.nextOrdinal('takes'),
      profileRevision: 1,
      imported: false,
      madeAt: 0,
      ...made,
    })
    draft.add('passes', { id: draft.newId(), takeId: take.id, index: 1, ...made })
  })
  if (outcome instanceof Refusal) throw outcome
  store.apply(outcome.change)
  return outcome.change
}

/** What counts as made by jobs in `made`, taken out of a dump, so that the rest can be compared. */
function withoutResults(store: RecordStore, made: readonly Change[]): Record<string, unknown> {
  const dump = recordDump(store) as Record<string, Record<string, unknown>>
  for (const change of made)
    for (const [table, records] of Object.entries(change.added))
      for (const id of Object.keys(records)) delete dump[table]![id]
  return dump
}

const seeds = fc.integer()

/**
 * A user who edits, undoes and redoes while jobs finish in between, as the history keeps it: a new command forgets what was undone.
 */
function work(seed: number, steps: number) {
  const project = exampleProject()
  const { store, newId } = project
  const random = seededRandom(seed)
  const done: Change[] = []
  const undone: Change[] = []
  const made: Change[] = []
  for (let i = 0; i < steps; i++) {
    const roll = random()
    if (roll < 0.25) {
      const change = jobResult(store, newId, random)
      if (change) made.push(change)
    } else if (roll < 0.4) {
      for (let n = below(random, 3); n >= 0 && done.length; n--) {
        const change = done.pop()!
        store.apply(invertChange(change))
        undone.push(change)
      }
    } else if (roll < 0.5) {
      for (let n = below(random, 3); n >= 0 && undone.length; n--) {
        const change = undone.pop()!
        store.apply(change)
        done.push(change)
      }
    } else {
      const { name, input } = randomCommand(store, random)
      const change = runCommand(store, newId, name, input)
      if (change) {
        done.push(change)
        undone.length = 0
      }
    }
  }
  return { store, done, undone, made }
}

/** Status and causes of every result of every shot. */
const answers = (store: RecordStore) =>
  Object.fromEntries(shotsInOrder(store).map((s) => [s.id, shotFreshness(store, s.id)]))

test('undo and redo bring back the same records and the same answers, with job results in between', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const before = recordDump(exampleProject().store)
      const { store, done, undone, made } = work(seed, 70)
      for (const change of undone.toReversed()) store.apply(change)
      const all = [...done, ...undone.toReversed()]
      const end = recordDump(store)
      const told = answers(store)
      for (const change of all.toReversed()) store.apply(invertChange(change))
      expect(withoutResults(store, made)).toEqual(before)
      for (const change of all) store.apply(change)
      expect(recordDump(store)).toEqual(end)
      expect(answers(store)).toEqual(told)
    }),
    { numRuns: 25 },
  )
})

test('no undo and no redo loses a result or leaves a record that does not hold', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { store, done, made } = work(seed, 70)
      const check = () => {
        for (const change of made)
          for (const table of ['takes', 'passes', 'media', 'promptVersions'] as const)
            for (const id of Object.keys(change.added[table] ?? {}))
              expect(store.get(table, id), `${table} ${id}`).toBeDefined()
        expect(invalidRecords(store)).toEqual([])
      }
      check()
      expect(brokenReferences(store)).toEqual([])
      for (const change of done.toReversed()) store.apply(invertChange(change))
      check()
    }),
    { numRuns: 25 },
  )
})
