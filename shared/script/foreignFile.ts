import type { ScriptWarning } from './scriptTypes'

const start = (text: string): string => text.slice(0, 4000).trimStart()

/** Kinds of text files that are no scripts, by what they begin with. */
const kinds: [name: string, test: (text: string) => boolean][] = [
  [
    'an edit decision list (EDL)',
    (text) =>
      /^(?:TITLE:[^\n\r]*[\r\n]+\s*)?(?:FCM:|\d{3,6}\s+\S+\s+(?:V|A|AA|B|NONE|A\d?\/?V?)\s+(?:C|D|W\d+|K)\s)/.test(
        start(text),
      ),
  ],
  [
    'an OpenTimelineIO timeline',
    (text) => start(text).startsWith('{') && text.slice(0, 4000).includes('"OTIO_SCHEMA"'),
  ],
  [
    'a Final Cut Pro timeline',
    (text) =>
      /^(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE (?:fcpxml|xmeml)[^>]*>\s*)?<(?:fcpxml|xmeml)\b|<!DOCTYPE (?:fcpxml|xmeml)\b/i.test(
        start(text),
      ),
  ],
  ['a web page', (text) => /^(?:<!DOCTYPE html|<html\b)/i.test(start(text))],
  ['a rich text document (RTF)', (text) => start(text).startsWith('{\\rtf')],
  ['data (JSON)', isJson],
]

function isJson(text: string): boolean {
  if (!/^(?:\{\s*["}]|\[\s*(?:["{[\d\]]))/.test(start(text))) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Says why a text file is no script at all (timelines, data, web pages), or null; what it holds would make senseless shots. */
export function foreignFile(text: string): ScriptWarning | null {
  const plain = text.replace(/^\ufeff/, '')
  const kind = kinds.find(([, test]) => test(plain))
  if (!kind) return null
  return {
    line: 1,
    code: 'NOT_A_SCRIPT',
    message: `The file is ${kind[0]}, not a script, so nothing was imported. Import a script (Fountain, Final Draft, PDF, Word, Highland, Fade In or plain text) or a shot list (CSV).`,
  }
}
