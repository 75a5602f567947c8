import type { FrameEnd } from '../model/common'

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/**
 * Does the text say that somebody sits in a still? Who sits down does so by the end; who stands up did so at the start; else sitting counts for both.
 * @param names all names of the character
 * @param own words about this character alone, such as the action of the assignment
 */
export function sitsIn(text: string, own: string, names: readonly string[], frame: FrameEnd): boolean {
  const subject = names.filter(Boolean).map(escaped).join('|')
  const about = subject ? text.split(/(?<=[.!?])\s+/).flatMap((sentence) => {
    const found = new RegExp(`(?:^|[^\\p{L}])(?:${subject})(?=[^\\p{L}]|$)`, 'iu').exec(sentence)
    return found ? [sentence.slice(found.index)] : []
  }) : []
  return [...about, own].some((words) => {
    if (/\b(?:sits?|sitting|sat)\s+(?:back\s+)?down\b/i.test(words)) return frame === 'end'
    if (/\b(?:stands?|gets?|rises?|jumps?)\s+up\b|\brises\b/i.test(words)) return frame === 'start' && /\b(?:chair|seat|couch|sofa|table|bench)\b/i.test(words)
    return /\b(?:sits|sit|sitting|seated)\b/i.test(words)
  })
}
