import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { linesOf } from './lines'

const read = async (chunks: (string | Buffer)[], longest?: number) => {
  const lines: (string | null)[] = []
  for await (const line of linesOf(Readable.from(chunks), longest)) lines.push(line)
  return lines
}

test('lines end at \\n or \\r\\n, and at nothing else that JSON allows inside a string', async () => {
  expect(await read(['a\nb\r\n\nc'])).toEqual(['a', 'b', '', 'c'])
  expect(await read(['{"x":"one\u2028two\u2029three\u0085four\rfive"}\nb\n'])).toEqual([
    '{"x":"one\u2028two\u2029three\u0085four\rfive"}',
    'b',
  ])
  expect(await read([])).toEqual([])
})

test('a line and a character may come in pieces, and a byte order mark is passed over', async () => {
  const bytes = Buffer.from('\uFEFF{"n":"Zoë 日本"}\r\nnext')
  expect(await read([...bytes].map((byte) => Buffer.from([byte])))).toEqual(['{"n":"Zoë 日本"}', 'next'])
})

test('a line that is too long is told and passed over; the next one is read', async () => {
  expect(await read(['12345678', '9\nshort\n', '1234567890'], 8)).toEqual([null, 'short', null])
})
