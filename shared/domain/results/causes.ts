import { percentText, secondsText } from '../../language/unitWords'
import type { Presence } from '../../model/assignment'
import type { Snapshot } from '../../model/result'
import { canonicalJson } from '../../records/canonical'
import type { ReadRecords } from '../../records/recordStore'
import {
  changedDefaultSides,
  awayPath,
  cameraPath,
  changedInputs,
  eyesPath,
  halvesPath,
  handsPath,
  asidesPath,
  namesPath,
  restsPath,
  wornPath,
  samePlace,
  sameSide,
  sidesPath,
  timePath,
  turnsPath,
} from './compareInputs'
import { secondsInFrames } from '../time/frames'
import { activeMembers, existingShot, membersOf, neighbour, settingsOf, type Member } from '../lookup'
import { leftOutOf } from '../manifest/manifest'
import { presenceWords } from '../presence/presenceTimes'
import { listWords, lowerFirst } from '../../language/wording/phrases'
import { cameraWords } from '../prompts/cameraWords'
import { angleWords, sizeWords } from '../prompts/shotPhrases'

interface AssetInput {
  type: string
  look: string
  description: string
  picture?: string | null
  presence?: string
  enterAt?: number
  exitAt?: number
  action?: string
  changes?: unknown
}
interface PresenceNote {
  presence: Presence
  enterAt: number
  exitAt: number
}

/** Why a result is stale: the difference of two snapshots, one sentence for each fact (domain.md 6). */
export function staleCauses(store: ReadRecords, shotId: string, before: Snapshot, today: Snapshot): string[] {
  const causes: string[] = []
  const assets = new Set<string>()
  for (const path of changedInputs(before, today)) {
    const bare = path.replace(/^(start|end|video)\//, '')
    if (bare === sidesPath) {
      for (const asset of changedDefaultSides(before, today, path))
        assets.add(`${asset.slice(6)} takes another way in or out.`)
    } else if (bare.startsWith('asset:')) {
      const name = bare.slice(6)
      for (const said of assetCauses(store, shotId, name, path, before, today)) assets.add(said)
    } else {
      const part = bare === path ? '' : `${path.split('/')[0]!} `
      const said =
        bare === 'take'
          ? `The ${part}frame changed.`
          : bare === 'prompt/text'
            ? `The ${part}prompt changed.`
            : plainCause(bare, before[path], today[path])
      if (said && !causes.includes(said)) causes.push(said)
    }
  }
  const all = [...assets, ...causes]
  // Order, plan and text follow from what was said already; alone they speak for themselves.
  const derived = [
    movedAside,
    'The order of the references changed.',
    'The plan of the passes changed.',
    'The prompt changed.',
    'The start prompt changed.',
    'The end prompt changed.',
    'The video prompt changed.',
    'The start frame changed.',
    'The end frame changed.',
  ]
  const main = all.filter((c) => !derived.includes(c) && !/^The figures (?:make room|close up)/.test(c))
  return [...(wasSplit(store, shotId, before, today) ? ['The shot was split.'] : []), ...(main.length ? main : all)]
}

/** Was the shot that a video was made of split since (domain.md 7)? Its end take went to another half, or the rest of it follows. */
function wasSplit(store: ReadRecords, shotId: string, before: Snapshot, today: Snapshot): boolean {
  const end = before['end/take']
  if (end === null) return restFollows(store, shotId, before, today)
  if (typeof end !== 'string' || end === today['end/take']) return false
  return store.list('takesOfMedia', end).some((take) => {
    const place = take.kind === 'endFrame' ? store.get('takePlaces', take.id) : undefined
    return place !== undefined && place.shotId !== shotId
  })
}

/** Do the next shots, of the same words, last as long as is missing of the duration? Tells a split of a shot that had no end take. */
function restFollows(store: ReadRecords, shotId: string, before: Snapshot, today: Snapshot): boolean {
  const { fps } = settingsOf(store)
  const seconds = Number(before['video/shot/duration']) - Number(today['video/shot/duration'])
  let missing = secondsInFrames(seconds, fps)
  for (
    let next = neighbour(store, existingShot(store, shotId), 1);
    next && missing > 0.5 && next.text.trim() === before['video/shot/text'];
    next = neighbour(store, next, 1)
  ) {
    missing -= next.durationFrames
    if (Math.abs(missing) < 0.5) return true
  }
  return false
}

function assetCauses(
  store: ReadRecords,
  shotId: string,
  name: string,
  path: string,
  before: Snapshot,
  today: Snapshot,
): string[] {
  const was = before[path] as AssetInput | undefined
  const is = today[path] as AssetInput | undefined
  const note = before[`note:${path}`] as PresenceNote | undefined
  const member = activeMembers(store, shotId).find((m) => m.asset.name === name)
  const now = member?.assignment
  if (!was && is) {
    const renamed = renamedFrom(before, today, is)
    if (renamed) return [`${renamed} is now called ${name}.`]
    if (now && now.presence !== 'throughout') return [`${name} was added; ${presenceVerb(now)}.`]
    return [`${name} was added.`]
  }
  if (was && !is) {
    if (renamedFrom(today, before, was)) return []
    if (!member || !now)
      return [
        membersOf(store, shotId).some((m) => m.asset.name === name && m.asset.deleted)
          ? `${name} was deleted.`
          : `${name} is no longer in the shot.`,
      ]
    // There as before, but not to be seen.
    const wasThere = was.presence ?? (note?.presence && presenceWords[note.presence])
    const unseen = wasThere === presenceWords[now.presence] ? unseenAs(store, member) : null
    if (unseen) return [`${name} ${unseen}.`]
    return [`${name} now ${presenceVerb(now)}${note?.presence ? ` (was ${wasWords(note)})` : ''}.`]
  }
  if (!was || !is) return []
  const facts: string[] = []
  const timesMoved = was.enterAt !== is.enterAt || was.exitAt !== is.exitAt
  if (was.presence !== undefined && was.presence !== is.presence)
    facts.push(`${name} now ${now ? presenceVerb(now) : is.presence} (was ${wasTimes(was)}).`)
  else if (was.presence !== undefined && timesMoved) {
    if (was.enterAt !== is.enterAt && was.exitAt !== is.exitAt)
      facts.push(
        `${name} now passes through from ${percentText(is.enterAt!)} to ${percentText(is.exitAt!)} (was ${percentText(was.enterAt!)} to ${percentText(was.exitAt!)}).`,
      )
    else if (was.enterAt !== is.enterAt)
      facts.push(`${name} now enters at ${percentText(is.enterAt!)} (was ${percentText(was.enterAt!)}).`)
    else facts.push(`${name} now leaves at ${percentText(is.exitAt!)} (was ${percentText(was.exitAt!)}).`)
  }
  if (was.type !== is.type) facts.push(`${name} is now a ${is.type} (was a ${was.type}).`)
  // Another look brings its own picture and words.
  if (was.look !== is.look) facts.push(`${name} is now in the look “${is.look}” (was “${was.look}”).`)
  else {
    if (was.picture !== is.picture)
      facts.push(
        was.picture === null
          ? `${name} now has a picture.`
          : is.picture === null
            ? `${name} has no picture any more.`
            : `${name} has another picture.`,
      )
    if (was.description !== is.description) facts.push(`The description of ${name} changed.`)
  }
  if (!samePlace(before, today, path)) facts.push(`${name} stands elsewhere.`)
  // A way in that is new with the entrance itself is not told again.
  const moves = { from: was.enterAt && is.enterAt, to: (was.exitAt ?? 1) < 1 && (is.exitAt ?? 1) < 1 }
  const otherWay = (edge: 'from' | 'to') => moves[edge] && !sameSide(before, today, path, edge)
  if (otherWay('from') || otherWay('to')) facts.push(`${name} takes another way in or out.`)
  if (was.action !== is.action) facts.push(`What ${name} does changed.`)
  if (facts.length === 0) facts.push(`The changes of look of ${name} changed.`)
  return facts
}

/** Why somebody who is there is not seen: "is hidden from view". */
const unseenAs = (store: ReadRecords, member: Member): string | null =>
  frameEnds
    .map((frame) => leftOutOf(store, member, frame))
    .find((out) => out?.reason === 'camera' || out?.reason === 'hidden')?.detail ?? null
const frameEnds = ['start', 'end'] as const

/** Default places shift when somebody comes or goes. */
const movedAside = 'The figures stand elsewhere.'
const roomFor = (names: readonly string[]) => `The figures make room for ${listWords(names)}.`
const roomOf = (names: readonly string[]) => `The figures close up without ${listWords(names)}.`

/** Who has a slot in a still, there or not, as its inputs keep them. */
interface SlotsInput {
  readonly members?: readonly { readonly name: string }[]
  readonly others?: readonly { readonly name: string }[]
}

/** Why figures stand elsewhere: for somebody who is not in the still, or who was. */
function asideCause(was: SlotsInput = {}, is: SlotsInput = {}): string {
  // Older results tell of nobody beside those in the still.
  if (!was.others) return movedAside
  const names = ({ members = [], others = [] }: SlotsInput) => [...members, ...others].map(({ name }) => name)
  const more = names(is).filter((name) => !names(was).includes(name))
  if (more.length) return roomFor(more)
  const less = names(was).filter((name) => !names(is).includes(name))
  return less.length ? roomOf(less) : movedAside
}

function renamedFrom(before: Snapshot, today: Snapshot, is: AssetInput): string | null {
  for (const [path, value] of Object.entries(before)) {
    const bare = path.replace(/^(start|end|video)\//, '')
    if (!bare.startsWith('asset:') || path in today) continue
    if (canonicalJson({ ...(value as AssetInput), blocking: 0 }) === canonicalJson({ ...is, blocking: 0 }))
      return bare.slice(6)
  }
  return null
}

function presenceVerb(a: { presence: Presence; enterAt: number; exitAt: number }): string {
  if (a.presence === 'enters') return `enters at ${percentText(a.enterAt)}`
  if (a.presence === 'exits') return `leaves at ${percentText(a.exitAt)}`
  if (a.presence === 'passes_through')
    return `passes through from ${percentText(a.enterAt)} to ${percentText(a.exitAt)}`
  return 'is there throughout'
}

function wasWords(note: PresenceNote): string {
  return note.presence === 'throughout'
    ? 'throughout'
    : wasTimes({ presence: presenceWords[note.presence], enterAt: note.enterAt, exitAt: note.exitAt })
}

function wasTimes(was: { presence?: string; enterAt?: number; exitAt?: number }): string {
  if (was.presence === presenceWords.enters) return `enters at ${percentText(was.enterAt!)}`
  if (was.presence === presenceWords.exits) return `leaves at ${percentText(was.exitAt!)}`
  if (was.presence === presenceWords.passes_through)
    return `passes through from ${percentText(was.enterAt!)} to ${percentText(was.exitAt!)}`
  return 'throughout'
}

const shown = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) || 'none' : 'none'

/** Whom the words name now that an asset was made, renamed or merged elsewhere. */
function namesCause(was: readonly string[] = [], is: readonly string[] = [], what = ''): string {
  const more = is.filter((name) => !was.includes(name))
  const less = was.filter((name) => !is.includes(name))
  if (more.length) return `The text of the shot now names ${listWords(more)}${what}.`
  return less.length
    ? `The text of the shot no longer names ${listWords(less)}${what}.`
    : 'The text of the shot names others.'
}

function plainCause(path: string, was: unknown, is: unknown): string | null {
  const fromTo = (what: string, words: (v: unknown) => string = shown) =>
    `${what} is now ${words(is)} (was ${words(was)}).`
  switch (path) {
    case 'shot/size':
      return fromTo('The shot size', (v) => (v ? lowerFirst(sizeWords[v as keyof typeof sizeWords]) : 'open'))
    case 'shot/angle':
      return fromTo('The angle', (v) => (v ? angleWords[v as keyof typeof angleWords] : 'open'))
    case 'shot/lens':
      return fromTo('The lens')
    case cameraPath:
      return `The camera now ${moveText(is)} (was ${was ? moveText(was) : 'still'}).`
    case 'shot/movement':
      return fromTo('The camera movement')
    case 'shot/duration':
      return fromTo('The duration', (v) => secondsText(Number(v)))
    case 'shot/text':
      return 'The action of the shot changed.'
    case namesPath:
      return namesCause(was as readonly string[] | undefined, is as readonly string[] | undefined)
    case 'shot/endSize':
      return 'The framing that the move ends in changed.'
    case 'shot/state':
      return 'The state of the action changed.'
    case 'shot/dialogue':
      return 'The dialogue changed.'
    case 'shot/speakers':
      return 'Other people speak in the shot.'
    case asidesPath:
      return 'How somebody speaks in the shot changed.'
    case eyesPath:
      return is ? `The camera is now the eyes of ${shown(is)}.` : `The camera is no longer the eyes of ${shown(was)}.`
    case turnsPath:
      return 'What the text tells of a change of look is told at another moment.'
    case halvesPath:
      return 'What the shot beside it with the same words shows changed.'
    case awayPath:
      return namesCause(was as readonly string[], is as readonly string[], ', which this still does not show')
    case wornPath:
      return 'In the shots before, somebody of this one now wears something else.'
    case handsPath:
      return 'In the shots before, somebody of this one now has something else in hand.'
    case restsPath:
      return 'In the shots before, somebody of this one now sits, lies, kneels or stands otherwise.'
    case 'scene/set':
      return fromTo('The set')
    case 'scene/intExt':
      return fromTo('Interior or exterior')
    case 'scene/timeOfDay':
      return fromTo('The time of day', (v) => shown(v).toLowerCase())
    case timePath:
      return fromTo('The time of day of the scene before', (v) => shown(v).toLowerCase())
    case 'project/style':
      return 'The style of the project changed.'
    case 'frame/stylePicture':
      return 'The style picture of the project changed.'
    case 'frame/marks':
      return 'The marks over the still changed.'
    case 'frame/aspect':
      return 'The aspect ratio of the project changed.'
    case 'frame/blocking':
      return asideCause(was as SlotsInput | undefined, is as SlotsInput | undefined)
    case 'frame/order':
      return 'The order of the references changed.'
    case 'frame/plan':
      return 'The plan of the passes changed.'
    case 'frame/startTake':
      return 'The start frame changed.'
    default:
      return path.startsWith('note:') ? null : `Something else changed (${path}).`
  }
}

/** "tilts up". */
const moveText = (move: unknown): string =>
  move ? cameraWords(move as Parameters<typeof cameraWords>[0], '') : 'holds still'
