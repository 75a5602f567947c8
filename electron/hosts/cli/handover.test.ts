import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runInProcess } from '../../testing/runInProcess'
import { storedExample } from '../../testing/testFolder'
import { tempFolder } from '../../testing/tempFolder'

type Answer = ReturnType<typeof JSON.parse>
const done = async (...argv: string[]): Promise<Answer> => {
  const { code, answer, out, err } = await runInProcess(argv)
  expect({ code, err }, out).toMatchObject({ code: 0 })
  return answer
}

test('a project is packed and unpacked, and a file that is no archive is refused', async () => {
  const { folder, project } = storedExample()
  project.close()
  const out = tempFolder()
  const { files } = await done('export', folder, 'archive', out)
  expect(files).toEqual(['Film.exeunt.zip'])
  const to = join(out, 'again.exeunt')
  expect(await done('unpack', join(out, 'Film.exeunt.zip'), to)).toMatchObject({ folder: to, title: 'Film' })
  expect(await done('query', to, 'shots')).toEqual(await done('query', folder, 'shots'))
  const refused = await runInProcess(['unpack', join(folder, 'project.db'), join(out, 'other')])
  expect(refused).toMatchObject({ code: 1, answer: { error: { code: 'NOT_AN_ARCHIVE' } } })
})

test('an edit is compared, and taken over in one step that can be undone', async () => {
  const { folder, project, sample } = storedExample()
  project.close()
  const out = join(tempFolder(), 'cut.otio')
  await done('export', folder, 'otio', out)
  const same = await done('conform', folder, out)
  expect(same).toMatchObject({ order: null, durations: [], dropped: [], repeated: [], foreign: [], applied: false })
  const timeline = JSON.parse(readFileSync(out, 'utf8'))
  const { children } = timeline.tracks.children[0]
  const [first] = children.splice(0, 1)
  children[0].source_range.duration.value = 48
  children.splice(1, 0, { ...first, name: 'plate', metadata: {}, media_references: {} })
  writeFileSync(out, JSON.stringify(timeline))
  const [one, two] = sample.roomShots.map((shot) => shot.id)
  const found = await done('conform', folder, out, '--apply')
  expect(found).toMatchObject({
    durations: [{ shotId: two, from: 96, to: 48 }],
    dropped: [one],
    foreign: [{ name: 'plate', start: 48, duration: 96 }],
    applied: true,
    undoStep: expect.any(String),
  })
  expect(await done('conform', folder, out)).toMatchObject({ durations: [], dropped: [one] })
  expect(await done('conform', folder, out, '--apply', '--take', one!)).toMatchObject({ applied: true })
  expect((await done('query', folder, 'shots')).map((shot: { id: string }) => shot.id)).not.toContain(one)
  await done('undo', folder, '2')
  expect(await done('conform', folder, out)).toMatchObject({ durations: [{ from: 96 }], dropped: [one] })
  const refused = await runInProcess(['conform', folder, join(folder, 'project.db')])
  expect(refused).toMatchObject({ code: 1, answer: { error: { code: 'TIMELINE_UNREADABLE' } } })
})
