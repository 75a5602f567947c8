import { expect, onTestFinished, test, vi } from 'vitest'
import { dispatch } from '../commit/dispatch'
import type { AppContext } from '../commit/context'
import { Refusal } from '@shared/records/refusal'
import { openProject } from '../store/openProject'
import { listSnapshots } from '../store/snapshots'
import { testContext } from '../testing/fakeGenerators'
import { closedSample } from '../testing/spoilt'
import { keepAfterVisit, SnapshotKeeper, snapshotEveryMs } from './snapshotKeeper'

/** A project with a keeper, and a clock that is moved by hand. */
function kept(folder = closedSample()) {
  let now = Date.parse('2026-11-28T12:00:00Z')
  const due: { at: number; run: () => void }[] = []
  const context: AppContext = {
    ...testContext(),
    now: () => now,
    after(ms, run) {
      const one = { at: now + ms, run }
      due.push(one)
      return () => void due.splice(due.indexOf(one), 1)
    },
  }
  const project = openProject(folder, 'write')
  onTestFinished(() => project.close())
  const told: string[] = []
  const keeper = new SnapshotKeeper(context, project, (message) => told.push(message))
  const reasons = () => listSnapshots(folder).map(({ reason }) => reason)
  const pass = (ms: number) => {
    now += ms
    for (const one of due.filter(({ at }) => at <= now)) {
      due.splice(due.indexOf(one), 1)
      one.run()
    }
  }
  const edit = (title: string) => dispatch(project, 'project.update', { title })
  return { folder, context, project, keeper, told, reasons, pass, edit }
}

test('one after opening, one after ten minutes of edits, one on closing, and none when nothing changed', async () => {
  const { folder, project, keeper, reasons, pass, edit } = kept()
  pass(3000)
  await vi.waitFor(() => expect(reasons()).toEqual(['opened']))
  edit('One')
  edit('Two')
  pass(snapshotEveryMs - 1)
  expect(reasons()).toEqual(['opened'])
  pass(1)
  await vi.waitFor(() => expect(reasons()).toEqual(['edits', 'opened']))
  pass(snapshotEveryMs * 5)
  edit('Three')
  pass(1000)
  keeper.close()
  expect(reasons()).toEqual(['closed', 'edits', 'opened'])
  project.close()
  // What was closed whole needs none on opening, and none on closing again.
  const again = kept(folder)
  again.pass(3000)
  again.keeper.close()
  expect(again.reasons()).toEqual(['closed', 'edits', 'opened'])
})

test('a window that is closed before its first snapshot makes it on closing', () => {
  const { keeper, reasons } = kept()
  keeper.close()
  expect(reasons()).toEqual(['closed'])
})

test('what cannot be kept is told once, and editing goes on', async () => {
  const { project, told, pass, edit } = kept()
  vi.spyOn(project, 'keepSnapshot').mockRejectedValue(
    new Refusal('DISK', { reason: 'the disk is full', doing: 'Not saved' }),
  )
  pass(3000)
  await vi.waitFor(() => expect(told).toHaveLength(1))
  expect(told[0]).toMatch(/^No snapshot of the project could be kept\. /)
  edit('One')
  pass(snapshotEveryMs)
  await vi.waitFor(() => expect(project.keepSnapshot).toHaveBeenCalledTimes(2))
  expect(told).toHaveLength(1)
})

test('a visit of the command line makes one at most every ten minutes, and only of a change', () => {
  const { folder, context, project, keeper, pass, reasons, edit } = kept()
  keeper.close()
  const visit = (work: () => void) => {
    const leave = keepAfterVisit(context, project)
    work()
    leave()
  }
  expect(reasons()).toHaveLength(1)
  pass(snapshotEveryMs)
  visit(() => {})
  expect(reasons()).toHaveLength(1)
  visit(() => edit('One'))
  visit(() => edit('Two'))
  expect(reasons()).toHaveLength(2)
  pass(snapshotEveryMs)
  visit(() => edit('Three'))
  expect(listSnapshots(folder)).toHaveLength(3)
})
