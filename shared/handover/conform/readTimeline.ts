import type { EditedCut, ReadTimelineOptions } from './editedCut'
import { mostPieces, unreadable } from './editedCut'
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

/**
 * The lists that one cut was too long for, one to follow the other in the order of their names; a single file is read as it is.
 * @throws Refusal TIMELINE_UNREADABLE also for several files of a form that needs only one
 */
export function readTimelines(
  parts: readonly { readonly file: string; readonly text: string }[],
  { timing }: Pick<ReadTimelineOptions, 'timing'>,
): EditedCut {
  const inOrder = [...parts].sort((a, b) => byName.compare(bareName(a.file), bareName(b.file)))
  const cuts = inOrder.map(({ file, text }) => readTimeline(text, { file, timing }))
  const [first] = cuts
  if (!first || cuts.length === 1) return first ?? unreadable('', 'there is no file')
  const other = cuts.findIndex(({ form }) => form !== 'edl')
  if (other >= 0) unreadable(inOrder[other]!.file, 'only an EDL comes in several files')
  let end = 0
  const pieces = cuts.flatMap((cut) => {
    const from = end
    end += cut.pieces.reduce((latest, { start, frames }) => Math.max(latest, start + frames), 0)
    return cut.pieces.map((piece) => ({ ...piece, start: piece.start + from }))
  })
  if (pieces.length > mostPieces) unreadable(inOrder[0]!.file, `they have more than ${mostPieces} clips`)
  const ranges = cuts.map(({ range }) => range)
  return {
    ...first,
    pieces,
    range: ranges.some((range) => range === null) ? null : [...new Set(ranges.flatMap((range) => range ?? []))],
    unread: [...new Set(cuts.flatMap(({ unread }) => unread))],
  }
}

const byName = new Intl.Collator('en', { numeric: true })
/** "cut" of "cut.edl", so that it stands before "cut_2". */
const bareName = (file: string) => file.replace(/\.[^.]*$/, '')
