import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { continuityOf } from '@shared/domain/continuity/continuity'
import { freshnessOf } from '@shared/domain/results/freshness'
import { chosenTake, shotsInOrder } from '@shared/domain/lookup'
import { manifestOf } from '@shared/domain/manifest/manifest'
import { brokenReferences } from '@shared/testing/brokenReferences'
import { invalidRecords } from '@shared/testing/recordDump'
import { afterMs, noKeys } from '../../commit/context'
import { newId } from '../../commit/newId'
import { createSession, type Session } from '../session'
import type { GeneratorRunner } from '../../generators/startGeneratorProcess'
import { checkProject } from '../../services/check'
import { buildSample } from './buildSample'
import { preparedGenerators } from './preparedGenerators'

const source = join(process.cwd(), 'resources', 'sample')
/** Everything the recipe asks for must lie prepared; run `npm run sample` after changing recipe, script or drawings. */
const nothingElse: GeneratorRunner = {
  isRunning: () => false,
  run: async (request) => {
    throw new Error(`not prepared: ${JSON.stringify(request).slice(0, 300)}`)
  },
  cancel: () => {},
  stop: () => {},
}

let session: Session
const home = mkdtempSync(join(tmpdir(), 'exeunt-sample-test-'))
beforeAll(async () => {
  const context = {
    newId,
    now: Date.now,
    after: afterMs,
    generators: preparedGenerators(source, nothingElse),
    keys: noKeys,
  }
  session = createSession(context, join(home, 'Sample.exeunt'), { title: 'Number Nine' })
  await buildSample(context, session, source)
}, 60_000)
afterAll(() => {
  session.close()
  rmSync(home, { recursive: true, force: true })
})

const records = () => session.project.records
const shot = (number: string) => shotsInOrder(records()).find((s) => s.number === number)!
const asset = (name: string) => [...records().all('assets')].find((a) => a.name === name && !a.deleted)!

describe('the sample film', () => {
  test('is a sound project whose every still was prepared, with nothing to undo yet', async () => {
    expect([...invalidRecords(records()), ...brokenReferences(records())]).toEqual([])
    expect(await checkProject(session.project)).toMatchObject({ ok: true, missingMedia: [], damagedMedia: [] })
    expect(session.queue.view().filter(({ state }) => state !== 'done')).toEqual([])
    expect(session.project.history()).toEqual([])
  })

  test('shows fresh, stale, missing and approved stills at first sight', () => {
    const status = (number: string, frame: 'startFrame' | 'endFrame') => freshnessOf(records(), shot(number).id, frame)
    expect(status('1', 'startFrame')).toMatchObject({ status: 'fresh', locked: true })
    expect(status('2', 'endFrame')).toMatchObject({ status: 'fresh', locked: false })
    expect(status('7', 'endFrame').status).toBe('stale')
    expect(status('14', 'endFrame').status).toBe('stale')
    expect(status('13', 'startFrame').status).toBe('missing')
  })

  test('has one frame with eight assets, made in several passes', () => {
    expect(manifestOf(records(), shot('4').id, 'end').entries).toHaveLength(8)
    expect(
      manifestOf(records(), shot('4').id, 'start')
        .leftOut.map((l) => l.asset.name)
        .sort(),
    ).toEqual(['Alice', 'Mrs Finch', 'Umbrella'])
    const take = chosenTake(records(), shot('4').id, 'endFrame')!
    expect(records().list('passesOfTake', take.id)).toHaveLength(4)
  })

  test('turns the gnome into a man within a shot', () => {
    const looks = records().list('looksOfAsset', asset('John Smith').id)
    const [event] = [...records().all('transformations')].filter((t) => looks.some((l) => l.id === t.toLookId))
    expect(event).toMatchObject({ kind: 'within_shot', shotId: shot('12').id })
    expect(looks.find((l) => l.id === event!.fromLookId)?.name).toBe('Garden gnome')
  })

  test('leaves the user an alias to decide, twins to keep apart, suggestions to confirm and a note of continuity', () => {
    const proposals = records()
      .list('aliasProposalsInOrder')
      .map((p) => [p.fromId, p.intoId])
    expect(proposals).toEqual([[asset('John').id, asset('John Smith').id]])
    expect(asset('Mrs Finch').id).not.toBe(asset('Miss Finch').id)
    expect([...records().all('assignments')].some((a) => a.origin === 'suggested')).toBe(true)
    expect(continuityOf(records()).length).toBeGreaterThan(0)
  })

  test('gives every look of every asset but John a picture of its own', () => {
    const without = [...records().all('looks')]
      .filter((l) => l.mediaId === null)
      .map((l) => records().must('assets', l.assetId).name)
    expect(without).toEqual(['John'])
  })
})
