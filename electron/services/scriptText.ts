import { basename } from 'node:path'
import { analyse } from 'chardet'
import { strFromU8, unzipSync } from 'fflate'
import { Refusal } from '@shared/records/refusal'
import { decodeText, type DecodedText } from '@shared/script/decodeText'
import { scriptInside, zippedText } from '@shared/script/zipped/zippedScript'

/** A document inside an archive is no longer than that; what unpacks to more is no script. */
const longestInside = 64 * 1024 * 1024

/** The names of encodings as they are said, where they differ from how they are written. */
const said: Readonly<Record<string, string>> = {
  'windows-1251': 'Windows-1251 (Cyrillic)',
  'KOI8-R': 'KOI8-R (Cyrillic)',
}

/**
 * The text of a script file: plain text of any encoding, or the script inside a Word, Highland or Fade In document.
 * @throws Refusal FILE_UNREADABLE
 */
export function scriptText(path: string, bytes: Uint8Array): DecodedText {
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4
  if (!zipped) return decodeText(bytes, guessEncoding)
  const inside = unzip(path, bytes)
  return inside === null ? decodeText(bytes) : { text: inside, encoding: 'UTF-8', warnings: [] }
}

function unzip(path: string, bytes: Uint8Array): string | null {
  const broken = (reason: string) => new Refusal('FILE_UNREADABLE', { file: basename(path), reason })
  try {
    const names: string[] = []
    unzipSync(bytes, { filter: ({ name }) => (names.push(name), false) })
    const name = scriptInside(names)
    if (name === null) return null
    const [file] = Object.values(
      unzipSync(bytes, { filter: (f) => f.name === name && f.originalSize <= longestInside }),
    )
    if (!file) throw broken('The document in it is too large for a script.')
    const text = zippedText(name, strFromU8(file))
    if (text === null) throw broken('The document in it cannot be read.')
    return text
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw broken('It is a damaged archive.')
  }
}

/** What bytes that are no Unicode are most likely written in, where the platform can read it; null leaves them to Windows-1252. */
function guessEncoding(bytes: Uint8Array): { text: string; encoding: string } | null {
  const [best] = analyse(bytes.subarray(0, 200_000))
  if (!best || best.confidence < 20 || /^(?:UTF|ASCII|ISO-8859-1$|windows-1252$)/i.test(best.name)) return null
  try {
    return { text: new TextDecoder(best.name).decode(bytes), encoding: said[best.name] ?? best.name }
  } catch {
    return null
  }
}
