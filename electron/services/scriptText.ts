import { basename } from 'node:path'
import { analyse } from 'chardet'
import { strFromU8, unzipSync } from 'fflate'
import { Refusal } from '@shared/records/refusal'
import { textEncodingNames, textEncodings, type TextEncodingName } from '@shared/model/textEncodings'
import { decodeText, type DecodedText, type GuessedText } from '@shared/script/decodeText'
import { scriptInside, zippedText } from '@shared/script/zipped/zippedScript'

/** A document inside an archive is no longer than that; what unpacks to more is no script. */
const longestInside = 64 * 1024 * 1024

/**
 * The text of a script file: plain text of any encoding, or the script inside a Word, Highland or Fade In document.
 * @param encoding what a plain text is written in; by its letters when it is not given
 * @throws Refusal FILE_UNREADABLE
 */
export function scriptText(path: string, bytes: Uint8Array, encoding?: TextEncodingName): DecodedText {
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4
  if (!zipped) return decodeText(bytes, guessEncoding, encoding ? decodedAs(bytes, encoding) : null)
  const inside = unzip(path, bytes)
  return inside === null ? decodeText(bytes) : { text: inside, encoding: 'UTF-8', choice: null, warnings: [] }
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
function guessEncoding(bytes: Uint8Array): GuessedText | null {
  const [best] = analyse(bytes.subarray(0, 200_000))
  if (!best || best.confidence < 20 || /^(?:UTF|ASCII|ISO-8859-1$|windows-1252$)/i.test(best.name)) return null
  const name = best.name.toLowerCase()
  const choice = textEncodingNames.find((known) => known === (sameAs[name] ?? name))
  return choice ? decodedAs(bytes, choice) : null
}

/** Those that the platform reads as a larger one. */
const sameAs: Readonly<Record<string, TextEncodingName>> = {
  'iso-8859-7': 'windows-1253',
  'iso-8859-8': 'windows-1255',
  'iso-8859-6': 'windows-1256',
  'iso-8859-9': 'windows-1254',
  gb2312: 'gb18030',
}

const decodedAs = (bytes: Uint8Array, choice: TextEncodingName): GuessedText => ({
  text: new TextDecoder(choice).decode(bytes),
  encoding: textEncodings[choice],
  choice,
})
