import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dispatch } from '../commit/dispatch'
import { tempFolder } from '../testing/tempFolder'
import { testSession } from '../testing/testSession'
import { addPictureToAsset } from './importPicture'
import { findFiles, missingFiles, takeChanged } from './missingFiles'

async function aliceTwice() {
  const s = testSession()
  const folder = tempFolder()
  const path = join(folder, 'alice.png')
  writeFileSync(path, 'as she was')
  const { mediaId } = await addPictureToAsset(s.context, s.project, path, s.sample.alice.id)
  const wet = dispatch(s.project, 'look.create', { assetId: s.sample.alice.id, name: 'Wet' }).created.looks![0]!
  dispatch(s.project, 'look.update', { lookId: wet, mediaId })
  const others = (await missingFiles(s.project)).map((file) => file.mediaId)
  rmSync(s.project.media.pathOf(s.project.records.must('media', mediaId)))
  const missing = async () => (await missingFiles(s.project)).filter((file) => !others.includes(file.mediaId))
  return { ...s, folder, path, mediaId, wet, missing }
}

test('a missing file is named with every place it is used in', async () => {
  const { missing, mediaId, sample } = await aliceTwice()
  expect(await missing()).toEqual([
    {
      mediaId,
      name: 'alice.png',
      kind: 'picture',
      bytes: 10,
      damaged: false,
      changed: false,
      ofLook: true,
      uses: [sample.alice.name, `${sample.alice.name}, Wet`],
    },
  ])
})

test('a changed picture takes the place of the missing one in all its looks, in one step that undo takes back', async () => {
  const { context, project, folder, path, mediaId, wet, sample, missing } = await aliceTwice()
  writeFileSync(path, 'as she is now')
  const { found, changed } = await findFiles(context, project, [folder])
  expect([found, [...changed]]).toEqual([0, [[mediaId, path]]])
  const pictures = () => [sample.alice.defaultLookId, wet].map((id) => project.records.must('looks', id).mediaId)
  const steps = project.history().length
  await takeChanged(context, project, mediaId, path)
  const [now, also] = pictures()
  expect([now === mediaId, also === now, project.history().length]).toEqual([false, true, steps + 1])
  project.undo()
  expect(pictures()).toEqual([mediaId, mediaId])
  expect((await missing()).map((file) => file.mediaId)).toEqual([mediaId])
})
