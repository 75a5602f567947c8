import type { VideoBrief, VideoMember } from '../briefs'
import { mention } from '../mentions'
import { oneLine } from '../manifest'
import { anchorNames } from './anchorNames'
import { fromWords, listWords, lowerFirst, placeName, sentenceEnd, toWords } from './words'

/** The deterministic writer of video prompts: the path between the two stills, not the stills (domain.md 4). */
export function writeVideoPrompt(brief: VideoBrief): string {
  const lines = [presentLine(brief), actionLine(brief), ...timedLines(brief), ...dialogueLines(brief)]
  const movement = brief.shot.movement.trim()
  if (movement) lines.push(`The camera: ${sentenceEnd(lowerFirst(movement))}`)
  if (brief.style) lines.push(`Style: ${sentenceEnd(brief.style)}`)
  lines.push('One continuous shot, no cuts.')
  return lines.filter(Boolean).join('\n')
}

const present = (m: VideoMember) => m.assignment.enterAt === 0

function presentLine({ members }: VideoBrief): string {
  const people = members.filter((m) => m.asset.type === 'character' && present(m)).map((m) => mention(m.asset.id))
  const props = members.filter((m) => m.asset.type === 'prop' && present(m)).map((m) => mention(m.asset.id))
  const place = members.find((m) => m.asset.type === 'location')
  const here = [...people, ...props]
  const where = place && placeName(place.asset.name, mention(place.asset.id))
  if (here.length) return `${listWords(here)} ${here.length > 1 ? 'are' : 'is'} ${where ? `in ${where}` : 'in frame'}.`
  return where ? `The shot opens on ${where}, with nobody in frame.` : ''
}

function actionLine({ text, members }: VideoBrief): string {
  return text ? sentenceEnd(anchorNames(text, members)) : ''
}

interface Timed { at: number; order: number; text: string }

function timedLines(brief: VideoBrief): string[] {
  const seconds = (fraction: number) => `${(fraction * brief.seconds).toFixed(1)} s`
  const out: Timed[] = []
  brief.members.forEach((m, order) => {
    const { presence, enterAt, exitAt } = m.assignment
    const name = mention(m.asset.id)
    const action = oneLine(m.assignment.action)
    if (presence === 'passes_through') out.push({ at: enterAt, order, text: `Between ${seconds(enterAt)} and ${seconds(exitAt)} ${crossing(m, action)}.` })
    if (presence === 'enters') out.push({ at: enterAt, order, text: `At about ${seconds(enterAt)} ${name} ${entering(m, action)}.` })
    if (presence === 'exits') out.push({ at: exitAt, order, text: `At about ${seconds(exitAt)} ${name} ${leaving(m, action)}.` })
    for (const change of m.changes) out.push({ at: change.at, order, text: `At about ${seconds(change.at)} ${name} changes: ${lowerFirst(oneLine(change.description || change.lookName))}.` })
  })
  return out.sort((a, b) => a.at - b.at || a.order - b.order).map((t) => t.text)
}

const spaced = (...words: string[]) => words.filter(Boolean).join(' ')

/** The action and the side, each once: "from the left, dripping" needs no second "from the left". */
function withSide(action: string, side: string): string {
  if (!action || !side) return action || side
  const told = side.split(' ').at(-1)!
  return new RegExp(`\\b${told}\\b`, 'i').test(action) ? action : `${action}, ${side}`
}

function entering(m: VideoMember, action: string): string {
  if (m.asset.type === 'location') return spaced('is revealed by the camera', action)
  const side = fromWords(m.enterSide)
  if (m.enterSide === 'in_place') return spaced(m.asset.type === 'character' ? 'appears' : 'comes into view', action)
  return spaced(m.asset.type === 'character' ? 'walks into frame' : 'comes into view', withSide(action, side))
}

function leaving(m: VideoMember, action: string): string {
  if (m.asset.type === 'location') return spaced('is left by the camera', action)
  if (m.exitSide === 'in_place') return spaced('disappears', action)
  return spaced(m.asset.type === 'prop' ? 'goes out of view' : 'leaves', withSide(action, toWords(m.exitSide)))
}

function crossing(m: VideoMember, action: string): string {
  // Whoever only passes is in neither still, so the words carry the whole description.
  const words = oneLine(m.description)
  const who = `{{name:${m.asset.id}}}${words ? ` (${words.replace(/[.\s]+$/, '')})` : ''}`
  if (m.asset.type === 'location') return `the camera passes ${who}`
  const verb = m.asset.type === 'character' ? 'crosses the frame' : 'passes through the frame'
  const way = m.enterSide !== m.exitSide ? spaced(fromWords(m.enterSide), m.exitSide === 'in_place' ? '' : `to ${toWords(m.exitSide).replace(/^frame /, 'the ')}`) : fromWords(m.enterSide)
  return spaced(who, verb, action || way)
}

function dialogueLines({ shot, members }: VideoBrief): string[] {
  return shot.dialogue.map((line) => {
    const speaker = members.find((m) => [m.asset.name, ...m.asset.aliases.map((a) => a.name)].some((n) => n.toLowerCase() === line.character.toLowerCase()))
    const words = oneLine(line.text)
    if (!words) return ''
    const name = speaker ? `{{name:${speaker.asset.id}}}` : line.character
    const how = oneLine(line.parenthetical).replace(/^\(|\)$/g, '')
    return line.extension ? `The voice of ${name} is heard: “${words}”` : `${name} says${manner(how)}: “${words}”`
  })
}

/** "whispering" and "to Bob" go on the sentence; anything else stays in its brackets. */
function manner(how: string): string {
  if (!how) return ''
  return /^(\w+ing\b|to )/i.test(how) ? `, ${lowerFirst(how)}` : ` (${how})`
}
