import { mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync, existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { chosenTake, shotsInOrder } from '@shared/domain/lookup'
import { Refusal } from '@shared/records/refusal'
import { brokenReferences } from '@shared/testing/brokenReferences'
import { invalidRecords, recordText } from '@shared/testing/recordDump'
import { tempFolder } from '../testing/tempFolder'
import { testSession } from '../testing/testSession'
import { storedProject } from '../testing/testFolder'
import { importFile } from './boardPictures'
import { importScript } from './importScript'

/** A Storyboarder project on disk, with pictures of three of its boards. */
function boards() {
  const folder = tempFolder()
  mkdirSync(join(folder, 'images'))
  const path = join(folder, 'Hall.storyboarder')
  const board = (name: string) => ({
    uid: name,
    url: `board-${name}.png`,
    shot: name,
    action: `Board ${name}.`,
    duration: 1000,
  })
  const outside = join(tempFolder(), 'secret.png')
  writeFileSync(outside, 'not yours')
  for (const name of ['1A', '1B']) writeFileSync(join(folder, 'images', `board-${name}.png`), `picture ${name}`)
  symlinkSync(outside, join(folder, 'images', 'board-1D.png'))
  writeFileSync(
    path,
    JSON.stringify({
      boards: [board('1A'), board('1B'), board('1C'), board('1D'), { ...board('1E'), url: '../../secret.png' }],
    }),
  )
  return path
}

test('boards come as shots with their pictures as takes; what is missing or outside the folder is told', async () => {
  const { context, project } = testSession()
  const path = boards()
  const report = await importFile(context, project, path)
  expect(report).toMatchObject({ scenes: 1, shots: 5 })
  expect(report.warnings.map((w) => [w.line, w.code])).toEqual([
    [4, 'PICTURE_MISSING'],
    [5, 'PICTURE_MISSING'],
    [6, 'PICTURE_MISSING'],
  ])
  const shots = shotsInOrder(project.records).slice(-5)
  expect(shots.map((s) => [s.number, chosenTake(project.records, s.id, 'startFrame')?.imported ?? null])).toEqual([
    ['1A', true],
    ['1B', true],
    ['1C', null],
    ['1D', null],
    ['1E', null],
  ])
  const takes = project.records.count('takes')
  const again = await importFile(context, project, path)
  expect([again.reimport?.unchanged, again.undoStep, project.records.count('takes')]).toEqual([5, null, takes])
  project.undo()
  expect(shotsInOrder(project.records).some((s) => s.number === '1A')).toBe(false)
  project.redo()
  expect(chosenTake(project.records, shots[0]!.id, 'startFrame')?.imported).toBe(true)
})

test('a shot list updates its shots like a script', async () => {
  const { context, project } = testSession()
  const path = join(tempFolder(), 'list.csv')
  writeFileSync(
    path,
    'Scene,Location,Shot,Description,Cast\n1,Hall,7A,A door opens.,Cora\n1,Hall,7B,She waits in the hall.,Cora',
  )
  await importFile(context, project, path)
  const before = shotsInOrder(project.records)
    .slice(-2)
    .map((s) => s.id)
  writeFileSync(
    path,
    'Scene,Location,Shot,Description,Cast\n1,Hall,7A,A door opens.,Cora\n1,Hall,7C,A cat comes by at last.,\n1,Hall,7B,She waits and waits in the hall.,Cora',
  )
  const { reimport } = await importFile(context, project, path)
  expect(reimport).toMatchObject({ unchanged: 1, changed: 1, added: 1, removed: 0 })
  const after = shotsInOrder(project.records).slice(-3)
  expect(after.map((s) => s.number)).toEqual(['7A', '7C', '7B'])
  expect([after[0]!.id, after[2]!.id]).toEqual(before)
})

const corpus = resolve('../shared/corpus')
const filesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) =>
    statSync(join(folder, name)).isDirectory() ? filesIn(join(folder, name)) : [join(folder, name)],
  )

test.skipIf(!existsSync(corpus))(
  'every real file at hand imports into a sound project, or says in words why not [optional]',
  () => {
    for (const path of filesIn(corpus)) {
      const { project } = storedProject()
      const before = recordText(project.records)
      let report
      try {
        report = importScript(project, path)
      } catch (error) {
        expect(error, path).toBeInstanceOf(Refusal)
      }
      if (report?.scenes) {
        expect(report.shots, path).toBeGreaterThan(0)
        expect([...invalidRecords(project.records), ...brokenReferences(project.records)], path).toEqual([])
        const again = importScript(project, path)
        expect([again.undoStep, again.reimport?.changed, again.reimport?.added], path).toEqual([null, 0, 0])
      } else {
        expect(recordText(project.records), path).toBe(before)
        if (report) expect(report.warnings.length, path).toBeGreaterThan(0)
      }
      project.close()
    }
  },
  300_000,
)
