import type { Scene } from '../model/scene'

const timeWords = /^(?:(?:early|late|mid|next|same|following|that|later that)[\s-]+)*(?:day|night|morning|afternoon|evening|dawn|dusk|noon|midday|midnight|sunset|sunrise|twilight|later|continuous|moments? later|same(?: time)?|magic hour|golden hour|present|flashback)\b.*$/i
const prefix = /^\s*(?:(int)\.?\s*\/\s*(ext)|(ext)\.?\s*\/\s*(int)|(i)\s*\/\s*(e)|(int)|(ext)|(est))(?:\.|\s|$)[.\s]*/i

/** INT./EXT., the place with its " - " chain, and the time of day of a scene heading (domain.md 11). */
export function parseHeading(heading: string): Pick<Scene, 'intExt' | 'set' | 'timeOfDay'> {
  const text = heading.replace(/\s+/g, ' ').trim()
  const match = prefix.exec(text)
  const intExt: Scene['intExt'] = !match ? '' : match[1] || match[3] || match[5] ? 'INT/EXT' : match[7] ? 'INT' : 'EXT'
  const parts = text.slice(match?.[0].length ?? 0).split(/\s+[-–—]+\s+/)
  let timeOfDay = ''
  if (parts.length > 1 && timeWords.test(parts.at(-1)!.trim())) timeOfDay = parts.pop()!.trim()
  return { intExt, set: parts.join(' - ').trim(), timeOfDay }
}
