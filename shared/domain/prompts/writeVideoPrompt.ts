import { escapeRegExp } from '../../language/text/escapeRegExp'
import { secondsText } from '../../language/unitWords'
import { foldName, namesOf } from '../lookup'
import type { VideoBrief, VideoMember } from './briefs'
import { bareName, mention } from '../manifest/mentions'
import { oneLine } from '../manifest/manifest'
import type { Hold } from '../../language/reading/hands'
import { isUnseen, isUnseenAside } from '../../language/text/unseenVoice'
import { anchorNames } from './anchorNames'
import { cameraWords } from './cameraWords'
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
import { takesArticle, upperFirst, withThe } from '../../language/wording/articles'
import { fromWords, sizeWords, toWords } from './shotPhrases'

/** The deterministic writer of video prompts: the path between the two stills, not the stills (domain.md 4). */
export function writeVideoPrompt(brief: VideoBrief): string {
  const { members } = brief
  const lines = [
    [presentLine(brief), handsLine(brief)].filter(Boolean).join(' '),
    eyesLine(brief),
    ...pictureLines(brief),
    actionLine(brief.text, members),
    ...inTime(timedLines(brief), actionLine(brief.textAfter, members), dialogueLines(brief)),
    cameraLine(brief),
    brief.style ? `Style: ${sentenceEnd(brief.style)}` : '',
    'One continuous shot, no cuts.',
  ]
  return anchoredOnce(lines.filter(Boolean).join('\n'), members)
}

/** Whose eyes the camera is: nobody is to be drawn for it. */
const eyesLine = ({ eyes }: VideoBrief): string =>
  eyes === null ? '' : `The camera is the eyes of ${withThe(eyes.name, false, bareName(eyes.id))}, who is not seen.`

/** How the camera moves: in the words of somebody, and as its framings tell (domain.md 14.4); the action may tell it too. */
function cameraLine({ shot, text, textAfter, movement, camera, members }: VideoBrief): string {
  const { size, endSize } = shot
  const ends = endSize && endSize !== size ? `ending in ${withA(sizeWords[endSize])}` : ''
  const inAction = /\bcamera\b/i.test(`${text} ${textAfter}`)
  const way = camera ? cameraWords(camera, `${movement} ${inAction ? `${text} ${textAfter}` : ''}`) : ''
  if (way && (inAction || !movement)) return `The camera ${[way, ends].filter(Boolean).join(', ')}.`
  if (inAction) return ends ? `The camera move is ${ends.replace('ending', 'one that ends')}.` : ''
  if (!movement) return ends ? `The camera reframes, ${ends}.` : 'The camera holds still.'
  const words = [lowerFirst(anchorNames(movement, members)).replace(/[.\s]+$/, ''), ends].filter(Boolean).join(', ')
  return `The camera: ${sentenceEnd(words)}${way ? ` It ${way}.` : ''}`
}

/** What is said stands after the speaker's entrance and before the exit (domain.md 4.5), else behind what is done. */
function inTime(timed: readonly TimedLine[], after: string, spoken: readonly SpokenLine[]): string[] {
  const out: string[] = []
  let next = 0
  const entered = (line: SpokenLine, from: number) =>
    !timed.slice(from).some((t) => t.kind === 'in' && line.speakers.some((id) => t.ids.includes(id)))
  timed.forEach((line, i) => {
    if (line.kind === 'out') {
      const last = spoken.findLastIndex((one, n) => n >= next && one.speakers.some((id) => line.ids.includes(id)))
      while (next <= last && entered(spoken[next]!, i)) out.push(spoken[next++]!.text)
    }
    out.push(line.text)
  })
  return [...out, after, ...spoken.slice(next).map((line) => line.text)]
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

const withA = (size: string) => `${/^[aeiou]/i.test(size) ? 'an' : 'a'} ${lowerFirst(size)}`

const nameOf = ({ asset }: VideoMember) =>
  asset.type === 'location'
    ? placeName(asset.name, mention(asset.id))
    : withThe(asset.name, asset.type === 'prop', mention(asset.id))
const present = (m: VideoMember) => m.assignment.enterAt === 0

/** Who is there when the shot begins; things only where nobody is. The stills show the rest. */
function presentLine(brief: VideoBrief): string {
  const { members, scene } = brief
  const inPerson = members.filter((m) => present(m) && m.picture === null && !m.carrier)
  const people = inPerson.filter((m) => m.asset.type === 'character')
  const here = people.length > 0 ? people : inPerson.filter((m) => m.asset.type === 'prop')
  const place = members.find((m) => m.asset.type === 'location' && present(m))
  const name = place ? mention(place.asset.id) : ''
  if (!here.length) return place ? `The shot opens on ${placeName(place.asset.name, name)}, with nobody in frame.` : ''
  const who = upperFirst(
    `${listWords(here.map(nameOf))} ${here.length > 1 || isPlural(here[0]!.asset.name) ? 'are' : 'is'}`,
  )
  if (!place) return `${who} in frame.`
  const where = whereWords(place.asset.name, name, scene.intExt)
  return where ? `${who} ${where}.` : `${who} in frame. The set is ${name}.`
}

/** "Alice carries the tray." where no words tell of what those who are there have. */
function handsLine(brief: VideoBrief): string {
  const there = brief.members.filter((m) => present(m) && m.picture === null)
  const groups = new Map<string, VideoMember[]>()
  for (const thing of brief.members) {
    const key = thing.carrier?.all.join(' ')
    if (key !== undefined && !tellsOf(brief, thing)) groups.set(key, [...(groups.get(key) ?? []), thing])
  }
  return [...groups.values()]
    .flatMap((things) => {
      const who = there.filter((m) => things[0]!.carrier!.all.includes(m.asset.id))
      const many = who.length > 1 || who.some((m) => isPlural(m.asset.name))
      if (who.length === 0) return []
      return [`${upperFirst(listWords(who.map(nameOf)))} ${listWords(having(things, many ? 'are' : 'is'))}.`]
    })
    .join(' ')
}

/** "carrying the tray", "wearing the wig", "on the bicycle" */
function having(things: readonly VideoMember[], be = ''): string[] {
  const holds = [...new Set(things.map((thing) => thing.carrier!.hold))]
  return holds.map((hold, i) => {
    const what = listWords(things.filter((thing) => thing.carrier!.hold === hold).map(nameOf))
    return `${i === 0 && be ? `${be} ` : ''}${holdWords[hold]} ${what}`
  })
}

const holdWords: Readonly<Record<Hold, string>> = {
  hand: 'carrying',
  away: 'carrying',
  worn: 'wearing',
  on: 'on',
  in: 'in',
}

const carriedBy = ({ asset }: VideoMember, { members }: VideoBrief): VideoMember[] =>
  members.filter((thing) => thing.carrier?.first === asset.id)

/** Do the words of the action name it? */
const tellsOf = ({ text, textAfter, members }: VideoBrief, { asset }: VideoMember): boolean =>
  anchorNames(`${text} ${textAfter}`, members).includes(mention(asset.id))

/** Who is only seen on a photograph, poster or screen, or in a mirror (domain.md 1.8). */
function pictureLines({ members }: VideoBrief): string[] {
  return members.flatMap((m) =>
    m.picture === null ? [] : [`${upperFirst(nameOf(m))} is seen only ${m.picture}, not in person.`],
  )
}

function actionLine(text: string, members: readonly VideoMember[]): string {
  return text ? sentenceEnd(withoutCapitals(anchorNames(text, members))) : ''
}

interface Timed {
  at: number
  order: number
  when: string
  kind: TimedLine['kind']
  who: readonly VideoMember[]
  does: string
  /** The script's words for it without the side that is only the default. */
  told?: string | undefined
  /** It is the whole clause, told of the one who does it to them. */
  whole?: true
}

interface TimedLine {
  readonly kind: 'in' | 'out' | 'change'
  readonly ids: readonly string[]
  readonly text: string
}
interface SpokenLine {
  readonly text: string
  /** Ids of those who are in the shot. */
  readonly speakers: readonly string[]
}

/** Two who come or go so near to each other, in parts of the shot, may be told in one clause. */
const nearly = 0.15

/** What happens at its time, in order; those who do the same at the same time are told together. */
function timedLines(brief: VideoBrief): TimedLine[] {
  const seconds = (fraction: number) => secondsText(fraction * brief.seconds)
  const out: Timed[] = []
  brief.members.forEach((m, order) => {
    const { presence, enterAt, exitAt } = m.assignment
    if (m.picture !== null) return
    const handedAt = m.carrier?.handedAt ?? null
    if (m.carrier && handedAt !== null && !tellsOf(brief, m)) {
      const giver = brief.members.find(({ asset }) => asset.id === m.carrier!.first)
      const taker = brief.members.find(({ asset }) => asset.id === m.carrier!.last)
      if (giver && taker)
        out.push({
          at: handedAt,
          order,
          kind: 'change',
          when: `At about ${seconds(handedAt)}`,
          who: [giver],
          does: `hands ${nameOf(m)} to ${nameOf(taker)}`,
        })
    }
    // What is carried comes and goes in the clause of whoever carries it.
    if (m.carrier) return
    const manner = [anchorNames(m.manner, brief.members), ...carrying(m, brief)].filter(Boolean).join(', ')
    const words = (text: string) => anchorNames(withoutCapitals(text), brief.members)
    const told = m.told === null ? null : words(m.told)
    const bySide = presence === 'enters' ? m.assignment.enterFrom : m.assignment.exitTo
    const tell = (at: number, kind: TimedLine['kind'], does: string) =>
      out.push({
        at,
        order,
        kind,
        when: `At about ${seconds(at)}`,
        who: [m],
        does,
        told: kind !== 'change' && bySide === null && told !== null ? told : undefined,
      })
    const clause = m.toldOfAnother === null ? null : words(m.toldOfAnother)
    if (clause !== null && (presence === 'enters' || presence === 'exits')) {
      const [at, kind] = presence === 'enters' ? ([enterAt, 'in'] as const) : ([exitAt, 'out'] as const)
      const does = [clause.replace(/^(?:The|An?|He|She|They)\b/, lowerFirst), ...carrying(m, brief)].join(', ')
      out.push({ at, order, kind, when: `At about ${seconds(at)}`, who: [m], does, whole: true })
    }
    if (presence === 'passes_through')
      out.push({
        at: enterAt,
        order,
        kind: 'out',
        when: `Between ${seconds(enterAt)} and ${seconds(exitAt)}`,
        who: [m],
        does: crossing(m, manner, told),
      })
    // "The camera pulls back and reveals the kitchen" is told there.
    if (m.isRevealed || m.isTurnedInto) return
    if (presence === 'enters' && clause === null)
      tell(
        enterAt,
        'in',
        told === null ? entering(m, manner) : withCarried(withSide(told, fromWords(m.enterSide)), m, brief),
      )
    if (presence === 'exits' && clause === null)
      tell(
        exitAt,
        'out',
        told === null ? leaving(m, manner) : withCarried(withSide(told, toWords(m.exitSide)), m, brief),
      )
    for (const change of m.changes)
      tell(change.at, 'change', change.told === null ? changing(m, change) : words(change.told))
  })
  out.sort((a, b) => a.at - b.at || a.order - b.order)
  const together: Timed[] = []
  for (const one of out) {
    const [{ asset }] = one.who as [VideoMember]
    // "Followed by Wren": whoever another's clause brings along is told there.
    const brought = out.some(
      (t) =>
        t !== one &&
        !(t.whole && one.whole) &&
        t.kind === one.kind &&
        Math.abs(t.at - one.at) < nearly &&
        t.does.includes(mention(asset.id)),
    )
    if (brought && one.kind !== 'change') continue
    const same = together.find(
      (t) =>
        t.when === one.when &&
        t.kind === one.kind &&
        (t.does === one.does || (one.told !== undefined && t.told === one.told)),
    )
    if (same) {
      same.who = [...same.who, ...one.who]
      // "They speed off" in one car, and not to either side.
      if (same.does !== one.does) same.does = one.told!
    } else together.push({ ...one })
  }
  return together.map(({ when, who, does, kind, whole }) => {
    if (whole) return { kind, ids: who.map((m) => m.asset.id), text: sentenceEnd(`${when} ${does}`) }
    const many = who.length > 1 || isPlural(who[0]!.asset.name)
    const subject = listWords(who.map((m) => (m.assignment.presence === 'passes_through' ? crosser(m) : nameOf(m))))
    const { asset, assignment } = who[0]!
    const passed = asset.type === 'location' && assignment.presence === 'passes_through'
    const text = passed ? `${when} the camera passes ${subject}.` : `${when} ${subject} ${many ? ofMany(does) : does}.`
    return { kind, ids: who.map((m) => m.asset.id), text: text.replace(/\.\.$/, '.') }
  })
}

/** The script's own clause, with what it does not tell of. */
const withCarried = (told: string, m: VideoMember, brief: VideoBrief): string =>
  [told, ...carrying(m, brief)].join(', ')

/** "carrying the tray", unless the words tell of it. */
function carrying(m: VideoMember, brief: VideoBrief): string[] {
  const told = anchorNames(`${m.manner} ${m.told ?? ''} ${m.toldOfAnother ?? ''}`, brief.members)
  const tells = ({ asset }: VideoMember) =>
    told.includes(mention(asset.id)) || new RegExp(`\\b${escapeRegExp(asset.name)}(?:e?s)?\\b`, 'i').test(told)
  return having(carriedBy(m, brief).filter((thing) => !tells(thing)))
}

/** Words that tell a way or a side already. */
const tellsSide = /\b(?:left|right|above|below|background|foreground|camera|frame)\b/i

/** The script's own words, with the side where they tell none. */
function withSide(told: string, side: string): string {
  if (side === '' || tellsSide.test(told)) return told
  if (!side.startsWith('from')) return `${told}, ${side}`
  // "limps in from the left, bleeding from one knee"
  const [, head, rest] = /^(.*?)((?:,| and ).*)$/.exec(told) ?? [null, told, '']
  if (head.split(' ').length < 6) return `${head} ${side}${rest}`
  return `${head}, ${side}${rest.startsWith(' ') ? ',' : ''}${rest}`
}

/** Whoever only passes is in neither still, so the words carry the whole description. */
function crosser(m: VideoMember): string {
  const words = oneLine(m.dressed).replace(/[.\s]+$/, '')
  return `${withThe(m.asset.name, m.asset.type === 'prop', bareName(m.asset.id))}${words ? ` (${words})` : ''}`
}

/** "turns into a small ceramic gnome", "now looks like this: …" of a place or thing. */
function changing({ asset }: VideoMember, change: { lookName: string; description: string }): string {
  const words = lowerFirst(oneLine(change.description || change.lookName)).replace(/[.\s]+$/, '')
  if (asset.type !== 'character') return `now looks like this: ${words}`
  return `becomes ${takesArticle(words.split(/[,;]/)[0]!, true) ? `${/^[aeiou]/i.test(words) ? 'an' : 'a'} ` : ''}${words}`
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
  const side = toWords(m.exitSide)
  const verb = m.asset.type !== 'prop' ? 'leaves' : side.endsWith('out of frame') ? 'goes' : 'goes out of view'
  if (!action || tells(action, side)) return spaced(verb, action || side)
  return action.includes(',') ? spaced(verb, side, action) : `${spaced(verb, action)}, ${side}`
}

function crossing(m: VideoMember, action: string, told: string | null): string {
  const sideways = m.enterSide !== m.exitSide
  const to = toWords(m.exitSide).replace(/^frame /, 'to the ')
  const way = spaced(fromWords(m.enterSide), sideways && m.exitSide !== 'in_place' ? to : '')
  // "Comes back in, takes her coat and leaves again" says already that she goes.
  if (told !== null)
    return withSide(told, /\b(?:leaves?|goes|exits?|out|away|off)\b/i.test(told) ? fromWords(m.enterSide) : way)
  const verb = m.asset.type === 'character' ? 'crosses the frame' : 'passes through the frame'
  return !action || !way || tells(action, fromWords(m.enterSide))
    ? spaced(verb, action || way)
    : `${spaced(verb, way)}, ${action}`
}

function dialogueLines({ shot, members }: VideoBrief): SpokenLine[] {
  const memberOf = (cue: string) => members.find((m) => namesOf(m.asset).some((n) => foldName(n) === foldName(cue)))
  return shot.dialogue.flatMap((line) => {
    const words = oneLine(line.text).replace(/^["“](.*)["”]$/, '$1')
    if (!words) return []
    const whole = memberOf(line.character)
    const parts = whole ? [line.character] : line.character.split(/\s*(?:[&+/,]|\bAND\b)\s*/i).filter(Boolean)
    const speakers = parts.map(memberOf)
    const seen = speakers.flatMap((m) => (m ? [m.asset.id] : []))
    const name = listWords(
      parts.map((part, i) => {
        const spoken = speakers[i] ? bareName(speakers[i].asset.id) : titleCase(part)
        return withThe(speakers[i]?.asset.name ?? titleCase(part), false, spoken)
      }),
    )
    const said = (text: string, who: readonly string[]): SpokenLine[] => [{ text: upperFirst(text), speakers: who }]
    // Who is not in the shot can only be heard.
    const everyone = /^(?:all|both|everyone|everybody)$/i.test(line.character.trim())
    if (isUnseen(line.extension) || isUnseenAside(line.parenthetical))
      return said(`${voiceOf(name)} is heard: “${words}”`, [])
    if (!everyone && !speakers.some(Boolean)) return said(`${voiceOf(name)} is heard from off screen: “${words}”`, [])
    const many = everyone || parts.length > 1 || isPlural(speakers[0]?.asset.name ?? '')
    return said(`${name} ${many ? 'say' : 'says'}${manner(asideWords(line.parenthetical, members))}: “${words}”`, seen)
  })
}

/** "The voice of Bob"; of a cue VOICE just "a voice". */
const voiceOf = (name: string): string => (/^(?:the )?voice$/i.test(name) ? 'A voice' : `The voice of ${name}`)

/** "TO GRETA" of a script in capitals as "to Greta". */
function asideWords(parenthetical: string, members: readonly VideoMember[]): string {
  const aside = oneLine(parenthetical).replace(/^\(|\)$/g, '')
  if (/\p{Ll}/u.test(aside)) return aside
  return anchorNames(aside.toLowerCase(), members)
}

/** "whispering", "quietly", "after a pause" and "to Bob" go on the sentence; anything else stays in its brackets. */
function manner(how: string): string {
  if (!how) return ''
  // "into phone", as scripts write it.
  const thing = /^((?:in|on)?to|over|through) (phone|radio|microphone|mic|intercom|camera|receiver|mirror)$/i.exec(how)
  if (thing) return `, ${thing[1]!.toLowerCase()} the ${thing[2]!.toLowerCase()}`
  if (/^(?:an? )?(?:(?:long|short|brief) )?(?:pause|beat)$/i.test(how)) return ', after a pause'
  return /^(?:(?:not |still |\w+ly )?\w+ing\b|(?:very |quite )?\w+ly$|(?:to|into|in|on|with|over|under|through|from|at|after|without) )/i.test(
    how,
  )
    ? `, ${lowerFirst(how)}`
    : ` (${how})`
}
