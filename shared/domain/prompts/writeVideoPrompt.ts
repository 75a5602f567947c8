import { secondsText } from '../../language/unitWords'
import { foldName, namesOf } from '../lookup'
import type { VideoBrief, VideoMember } from './briefs'
import { bareName, mention } from '../manifest/mentions'
import { oneLine } from '../manifest/manifest'
import { isUnseen, isUnseenAside } from '../../language/text/unseenVoice'
import { anchorNames } from './anchorNames'
import {
  isPlural,
  listWords,
  lowerFirst,
  ofMany,
  sentenceEnd,
  titleCase,
  withoutCapitals,
} from '../../language/wording/phrases'
import { placeName, whereWords } from '../../language/wording/places'
import { fromWords, toWords } from './shotPhrases'

/** The deterministic writer of video prompts: the path between the two stills, not the stills (domain.md 4). */
export function writeVideoPrompt(brief: VideoBrief): string {
  const { members, movement } = brief
  const lines = [
    presentLine(brief),
    actionLine(brief.text, members),
    ...timedLines(brief),
    actionLine(brief.textAfter, members),
    ...dialogueLines(brief),
    movement ? `The camera: ${sentenceEnd(lowerFirst(anchorNames(movement, members)))}` : 'The camera holds still.',
    brief.style ? `Style: ${sentenceEnd(brief.style)}` : '',
    'One continuous shot, no cuts.',
  ]
  return anchoredOnce(lines.filter(Boolean).join('\n'), members)
}

/** The trait stands behind the first mention, behind every one of namesakes; whoever only crosses has all of it where they cross. */
function anchoredOnce(text: string, members: readonly VideoMember[]): string {
  const names = new Map(members.map((m) => [m.asset.id, foldName(m.asset.name)]))
  const namesake = (id: string) => [...names].some(([other, name]) => other !== id && name === names.get(id))
  const seen = new Set(members.filter((m) => m.assignment.presence === 'passes_through').map((m) => m.asset.id))
  return text.replace(/\{\{asset:([^{}]+)\}\}/g, (token, id: string) => {
    if (seen.has(id)) return bareName(id)
    if (!namesake(id)) seen.add(id)
    return token
  })
}

const nameOf = ({ asset }: VideoMember) =>
  asset.type === 'location' ? placeName(asset.name, mention(asset.id)) : mention(asset.id)
const present = (m: VideoMember) => m.assignment.enterAt === 0

function presentLine({ members, scene }: VideoBrief): string {
  const here = [
    ...members.filter((m) => m.asset.type === 'character' && present(m)),
    ...members.filter((m) => m.asset.type === 'prop' && present(m)),
  ]
  const place = members.find((m) => m.asset.type === 'location' && present(m))
  const name = place ? mention(place.asset.id) : ''
  if (!here.length) return place ? `The shot opens on ${placeName(place.asset.name, name)}, with nobody in frame.` : ''
  const who = `${listWords(here.map((m) => mention(m.asset.id)))} ${here.length > 1 || isPlural(here[0]!.asset.name) ? 'are' : 'is'}`
  if (!place) return `${who} in frame.`
  const where = whereWords(place.asset.name, name, scene.intExt)
  return where ? `${who} ${where}.` : `${who} in frame. The set is ${name}.`
}

function actionLine(text: string, members: readonly VideoMember[]): string {
  return text ? sentenceEnd(withoutCapitals(anchorNames(text, members))) : ''
}

interface Timed {
  at: number
  order: number
  when: string
  who: readonly VideoMember[]
  does: string
}

/** What happens at its time, in order; those who do the same at the same time are told together. */
function timedLines(brief: VideoBrief): string[] {
  const seconds = (fraction: number) => secondsText(fraction * brief.seconds)
  const out: Timed[] = []
  brief.members.forEach((m, order) => {
    const { presence, enterAt, exitAt } = m.assignment
    const manner = anchorNames(m.manner, brief.members)
    const tell = (at: number, does: string) => out.push({ at, order, when: `At about ${seconds(at)}`, who: [m], does })
    if (presence === 'passes_through')
      out.push({
        at: enterAt,
        order,
        when: `Between ${seconds(enterAt)} and ${seconds(exitAt)}`,
        who: [],
        does: crossing(m, manner),
      })
    if (presence === 'enters') tell(enterAt, entering(m, manner))
    if (presence === 'exits') tell(exitAt, leaving(m, manner))
    for (const change of m.changes)
      tell(
        change.at,
        `changes into this: ${lowerFirst(oneLine(change.description || change.lookName)).replace(/[.\s]+$/, '')}`,
      )
  })
  out.sort((a, b) => a.at - b.at || a.order - b.order)
  const together: Timed[] = []
  for (const one of out) {
    const same = one.who.length
      ? together.find((t) => t.who.length && t.when === one.when && t.does === one.does)
      : undefined
    if (same) same.who = [...same.who, ...one.who]
    else together.push({ ...one })
  }
  return together.map(({ when, who, does }) => {
    if (!who.length) return `${when} ${does}.`
    const many = who.length > 1 || isPlural(who[0]!.asset.name)
    return `${when} ${listWords(who.map(nameOf))} ${many ? ofMany(does) : does}.`
  })
}

const spaced = (...words: string[]) => words.filter(Boolean).join(' ')

/** Is the side in the action already? "from the left, dripping" needs no second "from the left". */
const tells = (action: string, side: string) =>
  side !== '' && new RegExp(`\\b${side.split(' ').at(-1)!}\\b`, 'i').test(action)

function entering(m: VideoMember, action: string): string {
  if (m.asset.type === 'location') return spaced('is revealed by the camera', action)
  const verb =
    m.enterSide === 'in_place'
      ? m.asset.type === 'character'
        ? 'appears'
        : 'comes into view'
      : m.asset.type === 'character'
        ? 'walks into frame'
        : 'comes into view'
  const side = fromWords(m.enterSide)
  if (!action || !side || tells(action, side)) return spaced(verb, action || side)
  return /^(through|via|by|past|out of)\b/i.test(action)
    ? spaced(verb, side, action)
    : `${spaced(verb, side)}, ${action}`
}

function leaving(m: VideoMember, action: string): string {
  if (m.asset.type === 'location') return spaced('is left by the camera', action)
  if (m.exitSide === 'in_place') return spaced('disappears', action)
  const verb = m.asset.type === 'prop' ? 'goes out of view' : 'leaves'
  const side = toWords(m.exitSide)
  if (!action || tells(action, side)) return spaced(verb, action || side)
  return action.includes(',') ? spaced(verb, side, action) : `${spaced(verb, action)}, ${side}`
}

function crossing(m: VideoMember, action: string): string {
  // Whoever only passes is in neither still, so the words carry the whole description.
  const words = oneLine(m.description)
  const who = `${bareName(m.asset.id)}${words ? ` (${words.replace(/[.\s]+$/, '')})` : ''}`
  if (m.asset.type === 'location') return spaced('the camera passes', who, action)
  const verb = m.asset.type === 'character' ? 'crosses the frame' : 'passes through the frame'
  const sideways = m.enterSide !== m.exitSide
  const to = toWords(m.exitSide).replace(/^frame /, 'to the ')
  const way = spaced(fromWords(m.enterSide), sideways && m.exitSide !== 'in_place' ? to : '')
  const does =
    !action || !way || tells(action, fromWords(m.enterSide))
      ? spaced(verb, action || way)
      : `${spaced(verb, way)}, ${action}`
  return spaced(who, isPlural(m.asset.name) ? ofMany(does) : does)
}

function dialogueLines({ shot, members }: VideoBrief): string[] {
  const memberOf = (cue: string) => members.find((m) => namesOf(m.asset).some((n) => foldName(n) === foldName(cue)))
  return shot.dialogue.map((line) => {
    const words = oneLine(line.text).replace(/^["“](.*)["”]$/, '$1')
    if (!words) return ''
    const whole = memberOf(line.character)
    const parts = whole ? [line.character] : line.character.split(/\s*(?:[&+/,]|\bAND\b)\s*/i).filter(Boolean)
    const speakers = parts.map(memberOf)
    const name = listWords(parts.map((part, i) => (speakers[i] ? bareName(speakers[i].asset.id) : titleCase(part))))
    // Who is not in the shot can only be heard.
    const everyone = /^(?:all|both|everyone|everybody)$/i.test(line.character.trim())
    if (isUnseen(line.extension) || isUnseenAside(line.parenthetical))
      return `The voice of ${name} is heard: “${words}”`
    if (!everyone && !speakers.some(Boolean)) return `The voice of ${name} is heard from off screen: “${words}”`
    const many = everyone || parts.length > 1 || isPlural(speakers[0]?.asset.name ?? '')
    return `${name} ${many ? 'say' : 'says'}${manner(oneLine(line.parenthetical).replace(/^\(|\)$/g, ''))}: “${words}”`
  })
}

/** "whispering" and "to Bob" go on the sentence; anything else stays in its brackets. */
function manner(how: string): string {
  if (!how) return ''
  return /^(\w+ing\b|to )/i.test(how) ? `, ${lowerFirst(how)}` : ` (${how})`
}
