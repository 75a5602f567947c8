import type { EditedCut, ReadTimelineOptions } from './editedCut'
import { unreadable } from './editedCut'
import { readEdl } from './readEdl'
import { readFcpxml } from './readFcpxml'
import { readOtio } from './readOtio'
import { readXmeml } from './readXmeml'

/** A feature film with every marker is about 10 million characters. */
export const longestTimeline = 64_000_000

/** Reads an edited timeline in any of the forms it leaves in, told by what stands in it. @throws Refusal TIMELINE_UNREADABLE */
export function readTimeline(text: string, options: ReadTimelineOptions): EditedCut {
  const { file } = options
  if (text.length > longestTimeline) unreadable(file, 'it is far larger than any timeline')
  const words = text.replace(/^\ufeff/, '')
  const head = words.slice(0, 4000)
  if (/<fcpxml[\s>]/.test(head)) return readFcpxml(words, options)
  if (/<xmeml[\s>]/.test(head)) return readXmeml(words, options)
  if (/^\s*\{/.test(head)) return readOtio(words, options)
  if (/^\s*\d{1,6}\s+\S+\s+\S+\s+[CDWK]/m.test(words)) return readEdl(words, options)
  return unreadable(file, 'it is no OTIO, FCPXML, xmeml or EDL file')
}
