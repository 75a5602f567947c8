import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText } from './decodeText'

const text = 'INT. CAFÉ – DAY\r\n\r\n漢字 😆 “quoted”\n'

function utf16(value: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const units = [...(mark ? [0xfeff] : []), ...Array.from({ length: value.length }, (_, i) => value.charCodeAt(i))]
  return new Uint8Array(units.flatMap((u) => (littleEndian ? [u & 255, u >> 8] : [u >> 8, u & 255])))
}

describe('decodeText', () => {
  it('reads UTF-8 with and without a byte order mark', () => {
    const bytes = new TextEncoder().encode(text)
    expect(decodeText(bytes)).toEqual({ text, encoding: 'UTF-8', choice: null, warnings: [] })
    expect(decodeText(new Uint8Array([0xef, 0xbb, 0xbf, ...bytes]))).toEqual({
      text,
      encoding: 'UTF-8',
      choice: null,
      warnings: [],
    })
  })

  it('reads UTF-16 of both kinds, also without a mark', () => {
    expect(decodeText(utf16(text, true, true))).toMatchObject({ text, encoding: 'UTF-16 LE' })
    expect(decodeText(utf16(text, false, true))).toMatchObject({ text, encoding: 'UTF-16 BE' })
    expect(decodeText(utf16('INT. SHED - DAY\n\nHe waits.\n', true, false))).toMatchObject({
      text: 'INT. SHED - DAY\n\nHe waits.\n',
      encoding: 'UTF-16 LE',
    })
  })

  it('falls back to Windows-1252', () => {
    expect(decodeText(new Uint8Array([0x93, 0x43, 0x61, 0x66, 0xe9, 0x94, 0x20, 0x80]))).toEqual({
      text: '“Café” €',
      encoding: 'Windows-1252',
      choice: 'windows-1252',
      warnings: [{ line: 1, code: 'ENCODING_GUESSED', message: expect.stringContaining('Windows-1252') as string }],
    })
  })

  it('keeps UTF-8 with a few damaged bytes and says where', () => {
    const bytes = [...new TextEncoder().encode(`${text.repeat(5)}x`), 0xff]
    expect(decodeText(new Uint8Array(bytes)).warnings).toMatchObject([{ code: 'BAD_BYTES', line: 16 }])
  })

  it('says when the file is no text', () => {
    for (const bytes of [
      [0x25, 0x50, 0x44, 0x46, 0x2d],
      [0x50, 0x4b, 3, 4, 0],
      Array.from({ length: 400 }, (_, i) => (i % 3 === 0 ? 0 : i % 251)),
    ]) {
      expect(decodeText(new Uint8Array(bytes)).warnings).toMatchObject([{ code: 'BINARY_FILE' }])
    }
  })

  it('removes a stray zero byte with a warning', () => {
    expect(decodeText(new TextEncoder().encode('one\ntw\0o'))).toMatchObject({
      text: 'one\ntwo',
      warnings: [{ code: 'ZERO_BYTES', line: 2 }],
    })
  })

  it('reads back any text as UTF-8 and never throws on any bytes', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        (s) => s.includes('\0') || decodeText(new TextEncoder().encode(s)).text.normalize('NFC') === s.normalize('NFC'),
      ),
    )
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => typeof decodeText(bytes).text === 'string'))
  })

  it('reads large files', () => {
    const bytes = new TextEncoder().encode('é and a line\n'.repeat(200_000))
    expect(decodeText(bytes).text.length).toBe(13 * 200_000)
  })
})
