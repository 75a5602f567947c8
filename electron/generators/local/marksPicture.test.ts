import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { DrawnMark } from '@shared/model/mark'
import { tempFolder } from '../../testing/tempFolder'
import { marksPicture, withMarks } from './marksPicture'

const arrow: DrawnMark = {
  kind: 'box',
  points: [
    [0.25, 0.25],
    [0.75, 0.75],
  ],
  text: '',
  colour: 'red',
  width: 0.02,
  opacity: 1,
}

test('marks are drawn where they lie, on grey, in the size of the still', async () => {
  const { data, info } = await sharp(marksPicture([arrow], 400, 200))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  expect([info.width, info.height]).toEqual([400, 200])
  const at = (x: number, y: number) => [...data.subarray((y * 400 + x) * 3, (y * 400 + x) * 3 + 3)]
  expect(at(5, 5)).toEqual([0x7d, 0x7d, 0x7d])
  expect(at(200, 100)).toEqual([0x7d, 0x7d, 0x7d])
  const [red, green] = at(100, 100)
  expect(red! - green!).toBeGreaterThan(60)
})

test('the picture is there while the call runs and gone behind it, also when the call fails', async () => {
  const path = join(tempFolder(), 'marks.png')
  const request = { width: 40, height: 20, references: [{ index: 1, name: 'marks', path, marks: [arrow] }] }
  expect(await withMarks(request, async () => readFileSync(path).length)).toBeGreaterThan(50)
  expect(existsSync(path)).toBe(false)
  await expect(withMarks(request, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(existsSync(path)).toBe(false)
})
