import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { freshnessOf } from '@shared/domain/results/freshness'
import { chosenTake, takesOf } from '@shared/domain/lookup'
import { listCommands } from '@shared/ipc/fileCommands'
import { dispatch } from '../commit/dispatch'
import { testSession } from '../testing/testSession'
import { doCommand } from './doCommand'
import { importTakeFile } from './takes'

/** A session with a picture file beside it. */
function session(text = 'a drawing') {
  const s = testSession()
  const file = join(s.folder, 'drawing.png')
  writeFileSync(file, text)
  const shot = s.sample.roomShots[0]!
  const chosen = () => chosenTake(s.project.records, shot.id, 'startFrame')?.id
  return {
    ...s,
    get project() {
      return s.project
    },
    file,
    shot,
    chosen,
    add: (kind: 'startFrame' | 'endFrame' = 'startFrame') => importTakeFile(s.context, s.project, file, shot.id, kind),
  }
}

test('an imported take stands, is fresh until its inputs change, and its file is kept', async () => {
  const { project, shot, chosen, add } = session()
  const { takeId, mediaId } = await add()
  expect(chosen()).toBe(takeId)
  expect(project.media.has(project.records.must('media', mediaId))).toBe(true)
  expect(project.records.must('takes', takeId)).toMatchObject({ imported: true, mediaId, shotId: shot.id })
  expect(freshnessOf(project.records, shot.id, 'startFrame').status).toBe('fresh')
  dispatch(project, 'shot.update', { shotId: shot.id, size: 'close' })
  expect(freshnessOf(project.records, shot.id, 'startFrame')).toMatchObject({
    status: 'stale',
    causes: [expect.stringContaining('shot size')],
  })
})

test('undo sets it aside for what stood before, and it stays listed; redo brings it back', async () => {
  const { project, shot, chosen, add } = session()
  const before = chosen()
  const { takeId } = await add()
  expect(project.undo()).toMatchObject({ command: 'take.import' })
  expect(chosen()).toBe(before)
  expect(takesOf(project.records, shot.id, 'startFrame').map((t) => t.id)).toEqual([before, takeId])
  project.redo()
  expect(chosen()).toBe(takeId)
})

test('it stands also over a choice of the user’s, which undo brings back', async () => {
  const { project, shot, chosen, add } = session()
  const before = chosen()!
  dispatch(project, 'take.choose', { shotId: shot.id, kind: 'startFrame', takeId: before })
  const { takeId } = await add()
  expect(chosen()).toBe(takeId)
  project.undo()
  expect(chosen()).toBe(before)
})

test('undone where nothing stood before, it does not hide the next still', async () => {
  const { project, sample, shot, add } = session()
  await add('endFrame')
  project.undo()
  expect(chosenTake(project.records, shot.id, 'endFrame')).toBeNull()
  const made = sample.take(shot, 'endFrame')
  project.commit(
    {
      added: {
        media: { [made.mediaId]: sample.store.must('media', made.mediaId) },
        takes: { [made.id]: { ...made, ordinal: project.records.nextOrdinal('takes') } },
      },
      updated: {},
      removed: {},
    },
    null,
  )
  expect(chosenTake(project.records, shot.id, 'endFrame')?.id).toBe(made.id)
})

test('an unknown shot is refused before anything is read', async () => {
  const { context, project, file } = session()
  await expect(importTakeFile(context, project, file, 'gone', 'startFrame')).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  expect(context.generators.requests).toEqual([])
})

test('it is a command by its name like the others, with the same answer', async () => {
  const { context, project, file, shot, chosen } = session()
  const answer = await doCommand(context, project, 'take.import', { shotId: shot.id, frame: 'start', path: file })
  expect(answer).toMatchObject({
    undoStep: expect.any(String),
    created: { takes: [chosen()] },
    updated: {},
    removed: {},
  })
  await expect(
    doCommand(context, project, 'take.import', { shotId: shot.id, frame: 'middle', path: file }),
  ).rejects.toMatchObject({ code: 'INVALID_INPUT', at: 'frame' })
  expect(listCommands().find((c) => c.name === 'take.import')).toMatchObject({
    undo: 'step',
    input: { required: ['shotId', 'frame', 'path'] },
  })
})
