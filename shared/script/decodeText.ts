import { numberText } from '../language/unitWords'
import type { TextEncodingName } from '../model/textEncodings'
import type { ScriptWarning } from './scriptTypes'

export interface DecodedText {
  text: string
  /** "UTF-8", "UTF-16 LE", "UTF-16 BE", "Windows-1252" or what was guessed. */
  encoding: string
  /** What was guessed, or chosen by the user: another may be chosen. Null where the file itself tells it. */
  choice: TextEncodingName | null
  warnings: ScriptWarning[]
}

/** A text as it was decoded by one of the encodings that can be chosen. */
export interface GuessedText {
  readonly text: string
  /** How it is said. */
  readonly encoding: string
  readonly choice: TextEncodingName
}

/** Windows-1252 bytes 0x80 to 0x9F (https://encoding.spec.whatwg.org/index-windows-1252.txt). */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** First bytes of files that are often dropped by mistake. */
const signatures: { bytes: number[]; name: string }[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46], name: 'a PDF' },
  { bytes: [0x50, 0x4b, 0x03, 0x04], name: 'a zipped document without a script that could be found in it' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], name: 'an old Word document' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], name: 'a picture' },
  { bytes: [0xff, 0xd8, 0xff], name: 'a picture' },
]

/**
 * Bytes of a script file to text: UTF-8 and UTF-16 with or without byte order mark, else what `guess` finds, else Windows-1252 (domain.md 11); what was
 * guessed is said.
 * Never throws; a file that is no text comes back with a BINARY_FILE warning.
 */
export function decodeText(
  bytes: Uint8Array,
  guess: (bytes: Uint8Array) => GuessedText | null = () => null,
  chosen: GuessedText | null = null,
): DecodedText {
  const kind = signatures.find((s) => s.bytes.every((b, i) => bytes[i] === b))
  if (kind)
    return { text: '', encoding: 'UTF-8', choice: null, warnings: [binary(`The file is ${kind.name}, not text.`)] }
  if (chosen) return { ...checked(chosen.text, chosen.encoding), choice: chosen.choice }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return checked(decodeUtf16(bytes, 2, true), 'UTF-16 LE')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return checked(decodeUtf16(bytes, 2, false), 'UTF-16 BE')
  const zeros = utf16ByZeros(bytes)
  if (zeros) return checked(decodeUtf16(bytes, 0, zeros === 'LE'), `UTF-16 ${zeros}`)
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  const utf8 = decodeUtf8(bytes, start)
  // A few bad bytes among many good sequences are damage, not another encoding.
  if (utf8.bad > utf8.good / 4) {
    const { text, encoding, choice } = guess(bytes) ?? {
      text: decodeWindows1252(bytes),
      encoding: 'Windows-1252',
      choice: 'windows-1252',
    }
    const read = { ...checked(text, encoding), choice }
    return read.text === '' ? read : { ...read, warnings: [...read.warnings, guessed(encoding)] }
  }
  const decoded = checked(utf8.text, 'UTF-8')
  return utf8.bad === 0 ? decoded : { ...decoded, warnings: [...decoded.warnings, badBytes(utf8.text, utf8.bad)] }
}

function guessed(encoding: string): ScriptWarning {
  return {
    line: 1,
    code: 'ENCODING_GUESSED',
    message: `The file is not Unicode; it was read as ${encoding}. If letters look wrong, choose another encoding.`,
  }
}

function badBytes(text: string, bad: number): ScriptWarning {
  const line = text.slice(0, text.indexOf('\ufffd')).split(/\r\n|\n|\r/).length
  const fact = bad === 1 ? 'One byte of the text is' : `${numberText(bad)} bytes of the text are`
  return {
    line,
    code: 'BAD_BYTES',
    message: `${fact} not valid UTF-8, first in line ${line}, shown as \ufffd. Correct them in the script or save the file again as UTF-8.`,
  }
}

function binary(fact: string): ScriptWarning {
  return {
    line: 1,
    code: 'BINARY_FILE',
    message: `${fact} Save the script as Fountain, Final Draft (.fdx), Word (.docx), PDF or plain text and import that.`,
  }
}

/** Drops the odd stray NUL with a warning; many mean the file is no text. */
function checked(text: string, encoding: string): DecodedText {
  let zeros = 0
  let controls = 0
  let line = 1
  let firstLine = 0
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c === 10) line++
    else if (c === 0 && zeros++ === 0) firstLine = line
    else if (c < 32 && c !== 9 && c !== 12 && c !== 13) controls++
  }
  if (controls > 8 && controls * 100 > text.length)
    return { text: '', encoding, choice: null, warnings: [binary('The file holds binary data, not text.')] }
  if (zeros === 0) return { text: composed(text), encoding, choice: null, warnings: [] }
  if (zeros > 8 && zeros * 200 > text.length)
    return { text: '', encoding, choice: null, warnings: [binary('The file holds binary data, not text.')] }
  const message = `The text holds ${zeros === 1 ? 'a zero byte' : `${numberText(zeros)} zero bytes`}, first in line ${firstLine}; they were removed. Check that the file is not damaged there.`
  return {
    text: composed(text.replaceAll('\0', '')),
    encoding,
    choice: null,
    warnings: [{ line: firstLine, code: 'ZERO_BYTES', message }],
  }
}

/** Letters and their marks as one sign each, so that JOSÉ is one person however it was typed. */
const composed = (text: string): string => (/\p{M}/u.test(text) ? text.normalize('NFC') : text)

/** UTF-16 without a mark: in most scripts nearly every second byte is zero. */
function utf16ByZeros(bytes: Uint8Array): 'LE' | 'BE' | null {
  const length = Math.min(bytes.length, 4096) & ~1
  if (length < 4 || bytes.length % 2 !== 0) return null
  const zeros = [0, 0]
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i % 2]!++
  const pairs = length / 2
  if (zeros[1]! > pairs * 0.6 && zeros[0]! < pairs * 0.1) return 'LE'
  if (zeros[0]! > pairs * 0.6 && zeros[1]! < pairs * 0.1) return 'BE'
  return null
}

const chunk = 8192

/** Collects UTF-16 code units into a string without building it letter by letter. */
class TextBuilder {
  private readonly units = new Uint16Array(chunk)
  private used = 0
  private readonly parts: string[] = []

  push(unit: number): void {
    if (this.used === chunk) this.flush()
    this.units[this.used++] = unit
  }

  text(): string {
    this.flush()
    return this.parts.join('')
  }

  private flush(): void {
    this.parts.push(String.fromCharCode.apply(null, this.units.subarray(0, this.used) as unknown as number[]))
    this.used = 0
  }
}

function decodeUtf16(bytes: Uint8Array, start: number, littleEndian: boolean): string {
  const out = new TextBuilder()
  for (let i = start; i + 1 < bytes.length; i += 2) {
    const a = bytes[i]!
    const b = bytes[i + 1]!
    out.push(littleEndian ? a | (b << 8) : (a << 8) | b)
  }
  return out.text()
}

function decodeWindows1252(bytes: Uint8Array): string {
  const out = new TextBuilder()
  for (const b of bytes) out.push(b >= 0x80 && b < 0xa0 ? windows1252.charCodeAt(b - 0x80) : b)
  return out.text()
}

/**
 * UTF-8 (RFC 3629: no overlong forms, no surrogates, at most U+10FFFF). Bad bytes become U+FFFD; `good` counts the valid
 * sequences of several bytes, `bad` the bad bytes.
 */
function decodeUtf8(bytes: Uint8Array, start: number): { text: string; good: number; bad: number } {
  const out = new TextBuilder()
  let good = 0
  let bad = 0
  for (let i = start; i < bytes.length;) {
    const first = bytes[i]!
    if (first < 0x80) {
      out.push(first)
      i++
      continue
    }
    const extra = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1
    const code = first < 0xc2 || first > 0xf4 ? -1 : sequence(bytes, i, extra)
    if (code < 0) {
      out.push(0xfffd)
      bad++
      i++
      continue
    }
    good++
    if (code >= 0x10000) {
      out.push(0xd800 + ((code - 0x10000) >> 10))
      out.push(0xdc00 + ((code - 0x10000) & 0x3ff))
    } else out.push(code)
    i += extra + 1
  }
  return { text: out.text(), good, bad }
}

/** The code point of a sequence with so many bytes after its first, or -1. */
function sequence(bytes: Uint8Array, at: number, extra: number): number {
  let code = bytes[at]! & (0x3f >> extra)
  for (let k = 1; k <= extra; k++) {
    const next = bytes[at + k] ?? 0
    if ((next & 0xc0) !== 0x80) return -1
    code = (code << 6) | (next & 0x3f)
  }
  if (extra === 2 && (code < 0x800 || (code >= 0xd800 && code < 0xe000))) return -1
  return extra === 3 && (code < 0x10000 || code > 0x10ffff) ? -1 : code
}
