import { existsSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { chosenTake } from '@shared/domain/lookup'
import { recordText } from '@shared/testing/recordDump'
import { dispatch } from '../commit/dispatch'
import { databaseFile, openProject } from '../store/openProject'
import type { OpenProject } from '../store/project'
import { snapshotPath } from '../store/snapshots'
import { pngBytes } from '../testing/png'
import { refusalOf, spoil } from '../testing/spoilt'
import { tempFolder } from '../testing/tempFolder'
import { testContext } from '../testing/fakeGenerators'
import { storedExample } from '../testing/testFolder'
import { bringTakesBack, checkSnapshot, goBack, readableRecords, recoveryView, saveReadable } from './recovery'
import { importTakeFile } from './takes'

const noon = Date.parse('2026-11-28T12:00:00.000Z')
const breakIt = `UPDATE looks SET asset_id = 'nobody' WHERE rowid = 1`

/** A project with a snapshot, and three steps and a take after it. */
async function edited() {
  const { folder, project, sample } = storedExample()
  const [shot] = [...project.records.all('shots')]
  const rename = (name: string) => dispatch(project, 'asset.update', { assetId: sample.alice.id, name })
  rename('Alison')
  const earlier = recordText(project.records)
  const name = await project.keepSnapshot(noon, 'edits')
  rename('Alicia')
  rename('Alizee')
  project.undo()
  const picture = join(tempFolder(), 'still.png')
  writeFileSync(picture, pngBytes(64, 36, [40, 80, 120]))
  const before = chosenTake(project.records, shot!.id, 'startFrame')?.id
  const { takeId } = await importTakeFile(testContext(), project, picture, shot!.id, 'startFrame')
  return { folder, project, name, earlier, shotId: shot!.id, takeId, before }
}

function reopened(folder: string): OpenProject {
  const project = openProject(folder, 'write')
  onTestFinished(() => project.close())
  return project
}

test('what a snapshot lacks is told by the names of the steps, of an open and of a damaged project', async () => {
  const { folder, project, name } = await edited()
  const lacks = () =>
    recoveryView(folder).snapshots.map((found) => [found.name, found.lacks?.count, found.lacks?.labels])
  const told = lacks()
  expect(told).toEqual([[name, 2, ['add take', 'edit asset: Alison']]])
  expect(JSON.stringify(told)).not.toContain('Alizee')
  project.close()
  spoil(folder, breakIt)
  expect(refusalOf(() => openProject(folder, 'write'))?.code).toBe('PROJECT_DAMAGED')
  expect(lacks()).toEqual(told)
  // Of a file without any history nothing is known, and the snapshot is offered all the same.
  truncateSync(databaseFile(folder), 0)
  expect(lacks()).toEqual([[name, undefined, undefined]])
  expect(checkSnapshot(folder, name).counts.shots).toBeGreaterThan(0)
})

test('going back brings the project of then, sets the damaged file aside, and takes made since come back unchosen', async () => {
  const { folder, project, name, earlier, shotId, takeId, before } = await edited()
  project.close()
  spoil(folder, breakIt)
  const found = readableRecords(folder)!
  const { setAside } = goBack(folder, name, noon, false)
  expect(existsSync(join(folder, setAside!, 'project.db'))).toBe(true)
  const back = reopened(folder)
  expect(recordText(back.records)).toBe(earlier)
  expect(bringTakesBack(back, found)).toBe(1)
  expect(back.records.get('takes', takeId)?.imported).toBe(true)
  if (before !== undefined) expect(chosenTake(back.records, shotId, 'startFrame')?.id).toBe(before)
  expect(bringTakesBack(back, found)).toBe(0)
  // The history of then goes on.
  back.undo()
  expect(back.inspect().problems).toEqual([])
})

test('a project that somebody has open is not touched, and a damaged snapshot is not put anywhere', async () => {
  const { folder, project, name } = await edited()
  expect(refusalOf(() => goBack(folder, name, noon, false))?.code).toBe('PROJECT_IN_USE')
  project.close()
  const path = snapshotPath(folder, name)
  truncateSync(path, 20_000)
  const files = readdirSync(folder)
  expect(refusalOf(() => goBack(folder, name, noon, false))?.code).toBe('PROJECT_DAMAGED')
  expect(refusalOf(() => checkSnapshot(folder, name))?.code).toBe('PROJECT_DAMAGED')
  expect(readdirSync(folder)).toEqual(files)
  expect(refusalOf(() => goBack(folder, '../../elsewhere.db', noon, false))?.code).toBe('NOT_FOUND')
  reopened(folder)
})

test('what can be read is saved as a project of its own with its files', async () => {
  const { folder, project, takeId } = await edited()
  const whole = project.records.count('looks')
  project.close()
  spoil(folder, breakIt)
  const to = join(tempFolder(), 'Saved.exeunt')
  const { problems, missingMedia } = await saveReadable(folder, to)
  expect(problems.length).toBeGreaterThan(0)
  // The pictures of the example are rows without files.
  expect(missingMedia.length).toBeGreaterThan(0)
  const saved = reopened(to)
  expect(saved.records.count('looks')).toBe(whole - 1)
  const media = saved.records.get('media', saved.records.get('takes', takeId)!.mediaId)!
  expect(saved.media.has(media)).toBe(true)
  expect(saved.inspect().problems).toEqual([])
  expect(refusalOf(() => openProject(folder, 'write'))?.code).toBe('PROJECT_DAMAGED')
})
