import type { FrameBrief } from './briefs'
import { bareName, manifestToken, mention } from '../manifest/mentions'
import { sizeIn } from '../blocking/blockingFacts'
import { figureWords, placeWords } from '../blocking/placement'
import { anchorNames } from './anchorNames'
import { isGroupNoun, isPersonNoun } from '../../language/lexicon/people'
import { wordList } from '../../language/lexicon/wordList'
import { upperFirst, withThe } from '../../language/wording/articles'
import { placeName } from '../../language/wording/places'
import type { Rest } from '../../language/lexicon/poses'
import type { Voice } from '../../language/reading/seenManner'
import type { AssetType } from '../../model/asset'
import type { FrameEnd } from '../../model/common'
import { traitPhrase } from '../manifest/traitPhrase'
import { isPlural, listWords, lowerFirst, ofMany, sentenceEnd, withoutCapitals } from '../../language/wording/phrases'
import { glassWords, setWords, shotLine } from './shotPhrases'

/** The fixed clause that keeps the end frame true to the shot without naming anything of the start frame (domain.md 4). */
const constancy = 'Same set, same light and same lens as in the rest of the shot.'

/** The deterministic writer of start and end prompts; answers text with mention tokens. Source: domain.md 4. */
export function writeFramePrompt(brief: FrameBrief): string {
  const body = [
    [
      shotLine(
        { ...brief.shot, size: sizeIn(brief.shot, brief.frame) },
        anchorNames(brief.movement, brief.subjects),
      ).replace(
        /^Point-of-view shot/,
        (pov) => pov + (glassWords(brief.scene.heading, brief.shot.text) || eyesWords(brief.eyes)),
      ),
      setLine(brief),
    ]
      .filter(Boolean)
      .join(' '),
    stateLine(brief),
    compositionLine(brief),
    ...pictureLines(brief),
    brief.frame === 'end' ? constancy : '',
    brief.style ? `Style: ${sentenceEnd(brief.style)}` : '',
    constraints(brief),
  ]
  return `${manifestToken}\n\n${body.filter(Boolean).join('\n')}`
}

/** What a prompt says of the picture, whichever end it is of. */
export function frameWords(prompt: string): string {
  const lines = prompt.split('\n').filter((line) => line !== constancy)
  return lines.map((line) => line.replace(/^As the (?:shot|action) (?:begins|ends): /, '')).join('\n')
}

/** " through the eyes of Lena", who is not in the picture. */
const eyesWords = (eyes: FrameBrief['eyes']): string =>
  eyes === null ? '' : ` through the eyes of ${withThe(eyes.name, false, bareName(eyes.id))}`

function setLine(brief: FrameBrief): string {
  const locations = brief.subjects.filter((s) => s.asset.type === 'location').map((s) => mention(s.asset.id))
  return setWords(brief.scene, locations)
}

function stateLine(brief: FrameBrief): string {
  const when = brief.frame === 'start' ? 'As the shot begins' : 'As the shot ends'
  if (brief.state)
    return `${brief.stateIsDeed ? when.replace('shot', 'action') : when}: ${sentenceEnd(withoutCapitals(anchorNames(brief.state, brief.subjects)))}`
  const { speech } = brief
  if (!speech) {
    const resting = restingWords(brief) || emptyWords(brief)
    return resting ? `${when}: ${resting}` : ''
  }
  const { speaker, to } = speech
  const many = isPlural(speaker.asset.name)
  // "Maya, beer raised, …", "Maya is about to speak into the phone".
  const how = anchorNames(lowerFirst(speech.manner), brief.subjects)
    .replace(/^(into|on) (?=phone|radio)/, '$1 the ')
    .replace(/^The\b/, 'the')
  const into = /^(?:into|on|in) /.test(how)
  const mouth = /\b(?:mouth|lips|teeth|tongue)\b/.test(how)
    ? ''
    : mouthWords[speech.voice][brief.frame].replace(/^mouth/, many ? 'mouths' : 'mouth')
  const shows = [into ? '' : how, mouth].filter(Boolean)
  const who = upperFirst(named(speaker))
  // "Eyes closed" looks at nobody.
  if (to !== null && !/\b(?:eyes?|look\w*|star(?:es?|ing)|gaz\w+|turn\w*|watch\w*|read\w*|back)\b/.test(how)) {
    const whom = to === 'others' ? 'the others' : named(to)
    const listens =
      to === 'others' || isPlural(to.asset.name) ? 'who listen, mouths closed' : 'who listens, mouth closed'
    return `${when}: ${[who, ...shows].join(', ')}${shows.length ? ',' : ''} ${many ? 'look' : 'looks'} at ${whom}, ${listens}.`
  }
  const whom = to === null ? '' : ` to ${to === 'others' ? 'the others' : named(to)}`
  const speaks =
    brief.frame === 'start' ? `${many ? 'are' : 'is'} about to speak` : `${many ? 'have' : 'has'} just spoken`
  const doing = into || !how ? who : `${who}, ${how},`
  return `${when}: ${doing} ${speaks}${into ? ` ${how}` : whom}${mouth ? `, ${mouth.replace(' to speak', '')}` : ''}.`
}

/** The mouth of whoever is about to speak, and has just spoken. */
const mouthWords: Readonly<Record<Voice, Readonly<Record<FrameEnd, string>>>> = {
  plain: { start: 'lips parting to speak', end: 'mouth still open on the last word' },
  loud: { start: 'mouth opening wide to shout', end: 'mouth still wide open' },
  low: { start: 'lips barely parted', end: 'lips barely parted' },
}

const restVerbs: Readonly<Record<Rest, string>> = { sit: 'sits', lie: 'lies there', kneel: 'kneels', stand: 'stands' }

/** "Ann and Bob sit, silent and still.": how those who are seen are where the words tell of nothing that could be. */
function restingWords({ subjects, shown, pictures, rests, isPause }: FrameBrief): string {
  const people = subjects.filter(
    ({ asset: { id, type } }) => type === 'character' && shown.get(id) !== 'hidden' && !pictures.has(id),
  )
  const restOf = ({ asset }: FrameBrief['subjects'][number]) => rests.get(asset.id) ?? 'stand'
  const parts = [...new Set(people.map(restOf))].map((rest) => {
    const ones = people.filter((s) => restOf(s) === rest)
    const many = ones.length > 1 || isPlural(ones[0]!.asset.name)
    return `${listWords(ones.map(named))} ${many ? ofMany(restVerbs[rest]) : restVerbs[rest]}`
  })
  return parts.length ? `${upperFirst(listWords(parts))}${isPause ? ', silent and still' : ''}.` : ''
}

/** "The Garage is empty but for the Porsche, in daylight.": a place where nobody is. */
function emptyWords({ subjects, scene, shot, frame, manifest }: FrameBrief): string {
  const isNear = /^(?:insert|pov|over_shoulder|extreme_close|close|medium_close)$/.test(sizeIn(shot, frame) ?? '')
  if (isNear || manifest.leftOut.some(({ reason }) => reason === 'camera' || reason === 'hidden')) return ''
  if (subjects.some(({ asset }) => asset.type === 'character')) return ''
  const place = subjects.find(({ asset }) => asset.type === 'location')
  if (!place) return ''
  const things = subjects.filter(({ asset }) => asset.type === 'prop')
  const light = lightOf(scene.timeOfDay, scene.intExt === 'EXT')
  const left = things.length ? ` but for ${listWords(things.map(named))}` : ''
  const { name, id } = place.asset
  const where = /\s[-–—/]\s/.test(name) ? 'The set' : upperFirst(placeName(name, mention(id)))
  return `${where} is empty${left}${light}.`
}

/** ", in daylight" */
function lightOf(timeOfDay: string, outside: boolean): string {
  const time = timeOfDay.toLowerCase()
  if (/\b(?:day|morning|noon|afternoon)\b/.test(time)) return ', in daylight'
  if (/\b(?:dawn|sunrise)\b/.test(time)) return ', in first light'
  if (/\b(?:dusk|sunset|evening)\b/.test(time)) return ', in the last light of the day'
  if (/\b(?:night|midnight)\b/.test(time)) return outside ? ', in the dark' : ', in dim light'
  return ''
}

const downWords: Readonly<Record<Exclude<Rest, 'stand'>, string>> = {
  sit: 'seated',
  lie: 'lying down',
  kneel: 'kneeling',
}

/** "seated", unless the action tells it. */
function restWords({ rests, restTold }: FrameBrief, id: string): string[] {
  const rest = rests.get(id)
  return rest === undefined || rest === 'stand' || restTold.has(id) ? [] : [downWords[rest]]
}

const named = ({ asset }: FrameBrief['subjects'][number]): string =>
  withThe(asset.name, asset.type === 'prop', mention(asset.id))

/** "In frame: Alice (…) at left third, full figure, facing right." Nobody is said to stand: the action may have them sit. */
function compositionLine(brief: FrameBrief): string {
  const people = brief.subjects.filter((s) => s.asset.type === 'character')
  const places = placesApart(
    people.flatMap((s) => {
      const at = brief.placements.get(s.asset.id)
      return at ? [[s.asset.id, at.x] as const] : []
    }),
  )
  const parts = brief.subjects.flatMap((s) => {
    const at = brief.placements.get(s.asset.id)
    const shown = brief.shown.get(s.asset.id)
    if (!at || brief.carriers.has(s.asset.id) || isHeld(brief, s.asset.id)) return []
    const place = `${isTwin(brief, s) ? bare(s) : named(s)} ${places.get(s.asset.id) ?? placeWords(at.x)}`
    const seen = shown === 'part' ? 'only partly in view' : figureWords(at.scale)
    const figure =
      s.asset.type === 'prop'
        ? shown
          ? [seen]
          : []
        : [seen, ...restWords(brief, s.asset.id), `facing ${at.flip ? 'left' : 'right'}`]
    return [
      [
        place,
        ...figure,
        ...together([
          ...wearingWords(brief, s.asset.id),
          ...carryingWords(brief, s.asset.id),
          ...holdingWords(brief, s.asset.id),
        ]),
      ].join(', '),
    ]
  })
  return parts.length ? `In frame: ${parts.join('; ')}.` : ''
}

/** "wearing a silk robe and the Wig", "with the cap and the Letter in hand" */
function together(words: readonly string[]): string[] {
  const pick = (pattern: RegExp) => words.flatMap((one) => pattern.exec(one)?.[1] ?? [])
  const worn = pick(/^wearing (.*)$/)
  const held = pick(/^with (.*) in hand$/)
  return [
    ...(worn.length ? [`wearing ${listWords(worn)}`] : []),
    ...words.filter((one) => !/^wearing | in hand$/.test(one)),
    ...(held.length ? [`with ${listWords(held)} in hand`] : []),
  ]
}

const bare = ({ asset }: FrameBrief['subjects'][number]): string =>
  withThe(asset.name, asset.type === 'prop', bareName(asset.id))

/** Is somebody without a picture told from another one by the place, which is said here anyway? */
function isTwin({ subjects, manifest }: FrameBrief, { asset, description }: FrameBrief['subjects'][number]): boolean {
  const traitOf = (s: FrameBrief['subjects'][number]) =>
    traitPhrase(s.description, s.asset.name, undefined, s.asset.type).toLowerCase()
  const own = traitPhrase(description, asset.name, undefined, asset.type).toLowerCase()
  const unseen = subjects.filter((s) => !manifest.entries.some((entry) => entry.asset.id === s.asset.id))
  return (
    own !== '' && unseen.some((s) => s.asset.id === asset.id) && unseen.filter((s) => traitOf(s) === own).length > 1
  )
}

/** "carrying the tray (…)" */
function carryingWords(brief: FrameBrief, id: string): string[] {
  const { subjects, carriers, held } = brief
  const isTold = (thing: string) => held.some((one) => one.thing === thing && one.who.includes(id))
  const things = subjects.filter((s) => carriers.get(s.asset.id) === id && !isTold(s.asset.id))
  return things.length ? [`carrying ${listWords(things.map((s) => thingWords(brief, s)))}`] : []
}

/** "the Beer (the brown bottle from Image #5)", "two cold beers, each like the Beer (…)" */
function thingWords({ counted, manifest }: FrameBrief, s: FrameBrief['subjects'][number]): string {
  const many = counted.get(s.asset.id)
  if (many === undefined) return named(s)
  return manifest.entries.some((entry) => entry.asset.id === s.asset.id) ? `${many}, each like ${named(s)}` : many
}

const isHeld = ({ held }: FrameBrief, id: string): boolean => held.some(({ thing }) => thing === id)

/** "wearing a green coat", unless the state tells it. */
function wearingWords({ worn, state }: FrameBrief, id: string): string[] {
  const words = worn.get(id)
  return words === undefined || state.toLowerCase().includes(words.toLowerCase()) ? [] : [`wearing ${words}`]
}

/** "with the Phone (…) in hand", "wearing the Wig", "in the Car"; what the state tells in words is not told again. */
function holdingWords(brief: FrameBrief, id: string): string[] {
  const { held, subjects, state } = brief
  const told = state.toLowerCase()
  const said = (words: string) => told.includes((/\p{L}+$/u.exec(words)?.[0] ?? words).toLowerCase())
  return held.flatMap(({ who, thing, words, hold, where }) => {
    const subject = thing === null ? null : subjects.find((s) => s.asset.id === thing)
    if (!who.includes(id) || subject === undefined || (subject === null && said(words))) return []
    // "a red hat" of the Hat that nothing else describes.
    const like = /^(?:an?|the|his|her|their) (\p{Ll}[\p{Ll} -]*) \S+$/u.exec(words)?.[1]
    const it = !subject
      ? words
      : like && !subject.description.trim()
        ? `the ${like} ${mention(subject.asset.id)}`
        : thingWords(brief, subject)
    return [
      {
        hand: `with ${it} in hand`,
        worn: `wearing ${it}`,
        on: `on ${it}`,
        in: `in ${it}`,
        away: `with ${it} ${where}`,
      }[hold],
    ]
  })
}

/** Who is only seen on a photograph, poster or screen, or in a mirror (domain.md 1.8). */
function pictureLines({ subjects, pictures }: FrameBrief): string[] {
  return subjects.flatMap((s) => {
    const where = pictures.get(s.asset.id)
    return where === undefined ? [] : [`Seen only ${where}, not in person: ${named(s)}.`]
  })
}

const ordinals = wordList('first second third fourth fifth sixth seventh eighth ninth tenth')

/** The part of the frame each person stands in; two never share one word (domain.md 4.5), a crowd is counted. */
function placesApart(people: readonly (readonly [id: string, x: number])[]): ReadonlyMap<string, string> {
  const words = people.map(([, x]) => placeWords(x))
  if (new Set(words).size === words.length) return new Map(people.map(([id], i) => [id, words[i]!]))
  const fromLeft = people.toSorted((a, b) => a[1] - b[1])
  return new Map(fromLeft.map(([id], i) => [id, `${ordinals[i] ?? `${i + 1}th`} from left`]))
}

/**
 * Nobody else, where the looks are those of people; people that the words tell of without a name are no others. Words
 * to be read may be shown.
 */
function constraints({ subjects, state }: FrameBrief): string {
  const shown = subjects.some(
    ({ asset, description }) => asset.type === 'character' || isPersonLook(asset.type, description),
  )
  const told = tellsOfOthers(state)
  const people = told ? 'Nobody but those described' : shown ? 'No other people' : 'No people'
  return /["“”«»「」]|\breads?:/.test(state) ? `${people}.` : `${people}, no text.`
}

/** "A hand", "the guests", "two nurses", but not "his father" or "the old man", who are named. */
function tellsOfOthers(state: string): boolean {
  const words = state.toLowerCase().match(/\{\{[^{}]*\}\}|\p{L}+/gu) ?? []
  return words.some((word, i) => {
    const before = words.slice(Math.max(0, i - 3), i)
    if (before.some((one) => /^(?:his|her|their|its)$/.test(one))) return false
    // "She hands him the ring" tells of no hands.
    if (word === 'hands' && /^(?:him|her|it|them|the|an?|over|back|\{\{.*)$/.test(words[i + 1] ?? '')) return false
    if (isGroupNoun(word) || /^(?:feet|hands|stagehands|figures)$/.test(word)) return !words[i - 1]?.startsWith('{{')
    return (
      (isPersonNoun(word) || word === 'hand') &&
      before.some((one) => /^(?:an?|another|some|one)$/.test(one)) &&
      !words[i + 1]?.startsWith('{{')
    )
  })
}

/** "Garden Gnome (prop) — lanky boy in a yellow raincoat" */
const isPersonLook = (type: AssetType, description: string): boolean =>
  type === 'prop' && /\p{L}+/u.test(description) && isPersonNoun(personWord(description))

const personWord = (description: string): string =>
  traitPhrase(description)
    .split(/ (?:in|with|of|at|on|from|who|wearing|holding) /)[0]!
    .split(' ')
    .at(-1)!
    .toLowerCase()
