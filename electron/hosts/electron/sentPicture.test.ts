import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { withSentPicture } from './sentPicture'

test('a sent picture is a file while it is worked on, and gone afterwards, also when that fails', async () => {
  const bytes = new Uint8Array([1, 2, 3])
  let path = ''
  const read = await withSentPicture(bytes, (file) => {
    path = file
    return Promise.resolve([...readFileSync(file)])
  })
  expect([read, existsSync(path)]).toEqual([[1, 2, 3], false])
  await expect(
    withSentPicture(bytes, (file) => {
      path = file
      return Promise.reject(new Error('no'))
    }),
  ).rejects.toThrow('no')
  expect(existsSync(path)).toBe(false)
})
