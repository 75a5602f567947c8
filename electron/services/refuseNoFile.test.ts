import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../testing/tempFolder'
import { testSession } from '../testing/testSession'
import { unpackArchive } from './archive/unpackArchive'
import { readCutFiles } from './conform'
import { importPicture } from './importPicture'
import { importSound } from './importSound'

test('whatever is to be read says that it is not there, or no file', async () => {
  const s = testSession()
  const folder = tempFolder()
  const readers = [
    (path: string) => unpackArchive(path, join(folder, 'new')),
    async (path: string) => readCutFiles(s.project, [path]),
    (path: string) => importPicture(s.context, s.project, path),
    (path: string) => importSound(s.context, s.project, path, {}),
  ]
  for (const read of readers) {
    await expect(read(join(folder, 'gone.x'))).rejects.toThrow('Not read: gone.x. The file is not there.')
    await expect(read(folder)).rejects.toThrow('It is not a file.')
  }
})
