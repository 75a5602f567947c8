import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { recordText } from '@shared/testing/recordDump'
import { closedSample, refusalOf } from '../testing/spoilt'
import { databaseFile, openProject } from './openProject'
import type { OpenProject } from './project'
import {
  glanceAt,
  listSnapshots,
  outlived,
  putInPlace,
  readSnapshot,
  snapshotFolder,
  snapshotLabel,
  snapshotLimits,
  snapshotPath,
  type SnapshotFile,
} from './snapshots'
import { openSqlite } from './sqlite'

const noon = Date.parse('2026-11-28T12:00:00.000Z')
const hour = 3_600_000

function openSample(): OpenProject {
  const project = openProject(closedSample(), 'write')
  onTestFinished(() => project.close())
  return project
}

function rename(project: OpenProject, to: string): void {
  const asset = [...project.records.all('assets')][0]!
  const change = {
    added: {},
    updated: { assets: { [asset.id]: [{ name: asset.name }, { name: to }] as const } },
    removed: {},
  }
  project.commit(change, { command: 'asset.update', label: `rename to ${to}`, undoable: change })
}

describe('a snapshot', () => {
  test('is a file by itself that holds what the project held, log included', async () => {
    const project = openSample()
    rename(project, 'Alison')
    const then = recordText(project.records)
    const name = await project.keepSnapshot(noon, 'kept', 'first cut')
    rename(project, 'Alicia')
    expect(name).toBe('2026-11-28 12.00.00.000 kept first cut.db')
    expect(readdirSync(snapshotFolder(project.folder))).toEqual([name])
    const path = snapshotPath(project.folder, name)
    expect(recordText(readSnapshot(path))).toBe(then)
    expect(listSnapshots(project.folder)).toEqual([
      { name, at: noon, reason: 'kept', label: 'first cut', bytes: readFileSync(path).length },
    ])
    expect([...glanceAt(path)!.steps.values()].at(-1)).toEqual({ label: 'rename to Alison', undone: false })
    // Looking leaves nothing beside it.
    expect(readdirSync(snapshotFolder(project.folder))).toEqual([name])
  })

  test('made at once is the same', () => {
    const project = openSample()
    rename(project, 'Alison')
    const name = project.keepSnapshotNow(noon, 'closed')
    expect(recordText(readSnapshot(snapshotPath(project.folder, name)))).toBe(recordText(project.records))
    expect(readdirSync(snapshotFolder(project.folder))).toEqual([name])
  })

  test('of edits that come while it is made holds all of some moment', async () => {
    const project = openSample()
    const made = project.keepSnapshot(noon, 'edits')
    const moments = [recordText(project.records)]
    for (const name of ['A', 'B', 'C']) {
      rename(project, name)
      moments.push(recordText(project.records))
    }
    expect(moments).toContain(recordText(readSnapshot(snapshotPath(project.folder, await made))))
  })

  test('a damaged one is told by name, a half-made one is none, and other files are left alone', async () => {
    const project = openSample()
    const name = await project.keepSnapshot(noon, 'opened')
    const path = snapshotPath(project.folder, name)
    const bytes = readFileSync(path)
    bytes.fill(0xff, 4096, 4096 * 6)
    writeFileSync(path, bytes)
    expect(refusalOf(() => readSnapshot(path))?.code).toBe('PROJECT_DAMAGED')
    writeFileSync(join(snapshotFolder(project.folder), 'new.part'), 'half')
    writeFileSync(join(snapshotFolder(project.folder), 'notes.txt'), 'mine')
    expect(listSnapshots(project.folder).map((found) => found.name)).toEqual([name])
    const again = await project.keepSnapshot(noon + 1, 'edits')
    expect(listSnapshots(project.folder).map((found) => found.name)).toEqual([again, name])
    expect(existsSync(join(snapshotFolder(project.folder), 'notes.txt'))).toBe(true)
    expect(refusalOf(() => snapshotPath(project.folder, '../project.db'))?.code).toBe('NOT_FOUND')
  })

  test('its label is what a file name takes', () => {
    expect(snapshotLabel(' first / cut: "A"\n2. ')).toBe('first cut A 2')
    expect(snapshotLabel('x'.repeat(90))).toHaveLength(60)
  })
})

describe('putting one in the place of the project file', () => {
  test('sets the old file aside with its log, and the project opens as it was then', async () => {
    const folder = closedSample()
    const project = openProject(folder, 'write')
    rename(project, 'Alison')
    const then = recordText(project.records)
    const name = await project.keepSnapshot(noon, 'edits')
    rename(project, 'Alicia')
    const now = recordText(project.records)
    project.close()
    const file = databaseFile(folder)
    // What a killed program leaves would be read into the new file.
    writeFileSync(`${file}-wal`, 'left behind')
    const aside = putInPlace(folder, file, snapshotPath(folder, name), noon + hour)
    expect(aside).toBe('set aside 2026-11-28 13.00.00')
    const back = openProject(folder, 'write')
    expect(recordText(back.records)).toBe(then)
    back.close()
    expect(readdirSync(join(folder, aside!)).sort()).toEqual(['project.db', 'project.db-wal'])
    const old = openSqlite(join(folder, aside!, 'project.db'))
    old.close()
    expect(now).not.toBe(then)
  })

  test('works where the project file has gone', async () => {
    const folder = closedSample()
    const project = openProject(folder, 'write')
    const name = await project.keepSnapshot(noon, 'edits')
    const then = recordText(project.records)
    project.close()
    const file = databaseFile(folder)
    writeFileSync(file, '')
    putInPlace(folder, file, snapshotPath(folder, name), null)
    const back = openProject(folder, 'read')
    onTestFinished(() => back.close())
    expect(recordText(back.records)).toBe(then)
  })
})

describe('how long they stay', () => {
  const at = (hoursAgo: number, more: Partial<SnapshotFile> = {}): SnapshotFile => ({
    name: `${hoursAgo}`,
    at: noon - hoursAgo * hour,
    reason: 'edits',
    label: '',
    bytes: 1000,
    ...more,
  })
  const left = (snapshots: SnapshotFile[]) => {
    const gone = new Set(outlived(snapshots, noon).map(({ name }) => name))
    return snapshots.map(({ name }) => name).filter((name) => !gone.has(name))
  }

  test('the newest four, then the newest of each hour for a day and of each day for two weeks', () => {
    const many = Array.from({ length: 24 * 20 * 6 }, (_, i) => at(i / 6 + 0.01))
    const stay = left(many).map(Number)
    expect(stay.slice(0, 4)).toEqual(many.slice(0, 4).map(({ name }) => Number(name)))
    expect(stay.length).toBeLessThanOrEqual(snapshotLimits.count)
    const slots = (from: number, to: number, length: number) =>
      stay.filter((h) => h > from && h <= to).map((h) => Math.floor((noon - h * hour) / (length * hour)))
    expect(slots(1, 12, 1)).toEqual([...new Set(slots(1, 12, 1))])
    expect(slots(1, 12, 1)).toHaveLength(11)
    expect(slots(12, 400, 24)).toEqual([...new Set(slots(12, 400, 24))])
    expect(slots(12, 400, 24).length).toBeGreaterThanOrEqual(13)
    expect(Math.max(...stay)).toBeLessThanOrEqual(14 * 24)
  })

  test('a week of one a day all stay; what is older than two weeks goes', () => {
    expect(left([1, 25, 49, 73, 97, 121, 400].map((h) => at(h)))).toEqual(['1', '25', '49', '73', '97', '121'])
  })

  test('what the user kept stays for ever and takes nobody’s place; too large ones go, the oldest first', () => {
    const huge = { bytes: snapshotLimits.bytes * 0.6 }
    expect(left([at(1, huge), at(2, huge), at(3, { reason: 'kept', ...huge }), at(9000, { reason: 'kept' })])).toEqual([
      '1',
      '3',
      '9000',
    ])
  })
})
