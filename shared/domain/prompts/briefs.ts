import type { Asset } from '../../model/asset'
import type { Rest } from '../../language/lexicon/poses'
import type { FrameSide } from '../../model/assignment'
import type { CameraMove } from '../../model/cameraMove'
import type { FrameEnd } from '../../model/common'
import type { Shown } from '../../model/transformation'
import type { Scene } from '../../model/scene'
import type { Shot } from '../../model/shot'
import type { ReadRecords } from '../../records/recordStore'
import { activeMembers, existingShot, settingsOf, type Member } from '../lookup'
import {
  compareMembers,
  manifestOf,
  oneLine,
  withLook,
  type Manifest,
  type PassSplit,
  type Subject,
} from '../manifest/manifest'
import { withSecondNames } from '../manifest/secondNames'
import { eyesOf, unseenByCamera } from '../manifest/cameraEyes'
import { carrierIn, carriersOf } from '../presence/carrying'
import { pictureWords } from '../../language/wording/pictures'
import { tellsDeed, tellsNoDoing } from '../../language/reading/clauses'
import { showing, standingAlone, standingAt } from '../../language/reading/seen'
import { upperFirst, withThe } from '../../language/wording/articles'
import { lowerFirst } from '../../language/wording/phrases'
import { mention } from '../manifest/mentions'
import { dayTimeOf } from '../time/dayTime'
import { framesToSeconds } from '../time/frames'
import { storyNames, type StoryNames } from '../manifest/storyNames'
import {
  hasTwoNames,
  isNamesAlone,
  momentTold,
  movesTold,
  sentencesOf,
  tellsChange,
  toldSentences,
  turnTold,
  withNames,
  withoutMoves,
  type ToldSentence,
} from '../told/toldSentences'
import { actionText } from './actionText'
import { otherHalves } from './otherHalves'
import { heldIn, isLetGoIn } from '../told/heldIn'
import { objectsNamed } from '../told/objectsNamed'
import type { Hold } from '../../language/reading/hands'
import type { Held } from '../told/inHands'
import { joinSentences, setOf, titleCard } from './shotWords'
import { speechIn, type Speech } from './speech'
import { dressedIn, withoutClothes, wornNow } from './wornNow'
import type { Placement } from '../blocking/blockingMember'
import { restingIn } from '../blocking/resting'
import { posturesIn } from '../blocking/staging'
import { defaultSides, placements, placeWords } from '../blocking/placement'

/** What every prompt writer gets for a still: the deterministic one and an LLM alike (domain.md 4). */
export interface FrameBrief {
  readonly frame: FrameEnd
  readonly shot: Shot
  readonly scene: Scene
  readonly manifest: Manifest
  readonly placements: ReadonlyMap<string, Placement>
  /** Visible assets, pictured or not, in manifest order. */
  readonly subjects: readonly Subject[]
  /** The action as far as it can be seen at this end: names nobody who is not in the frame. */
  readonly state: string
  /** The state is one deed that fills the shot: this end shows its beginning or its end. */
  readonly stateIsDeed: boolean
  /** How those seen sit, lie, kneel or stand, as far as it is known, by asset id. */
  readonly rests: ReadonlyMap<string, Rest>
  /** Those of whom the state tells that itself. */
  readonly restTold: ReadonlySet<string>
  /** The words of the shot tell of nothing that is done or said: a pause. */
  readonly isPause: boolean
  /** Whose eyes the camera is in a point-of-view shot; null where it is nobody's. */
  readonly eyes: Asset | null
  /** The camera's movement, without what it moves to when that is not in the frame. */
  readonly movement: string
  /** Who is seen and about to speak, or has just spoken; null where nobody is. */
  readonly speech: Speech | null
  /** Who has what in hand in this still: carrier by thing, by asset ids. */
  readonly carriers: ReadonlyMap<string, string>
  /** What the words of the scene have somebody seen hold, wear or sit in, where nobody placed it otherwise. */
  readonly held: readonly Held[]
  /** "two cold beers": things that the words count, by asset id. */
  readonly counted: ReadonlyMap<string, string>
  /** What somebody seen wears by the words of the scene though it is described otherwise, by asset id. */
  readonly worn: ReadonlyMap<string, string>
  /** Descriptions without the clothes that are not worn now, by asset id. */
  readonly dressed: ReadonlyMap<string, string>
  /** On or in what those are seen who are not there in person: "on the photograph", by asset id. */
  readonly pictures: ReadonlyMap<string, string>
  /** Those who are seen in part, by asset id. */
  readonly shown: ReadonlyMap<string, Shown>
  readonly style: string
}

/** What every writer gets for the video prompt. */
export interface VideoBrief {
  readonly shot: Shot
  readonly scene: Scene
  readonly seconds: number
  readonly members: readonly VideoMember[]
  /** The action up to the first coming or going, and after it. */
  readonly text: string
  readonly textAfter: string
  /** Whose eyes the camera is; null where it is nobody's. */
  readonly eyes: Asset | null
  readonly movement: string
  /** How the camera goes from a first to a last framing; null = nobody set it. */
  readonly camera: CameraMove | null
  readonly style: string
}
export interface VideoMember extends Subject {
  /** The description as the words of the scene dress them. */
  readonly dressed: string
  /** What they do while coming or going, without those who are not in the shot. */
  readonly manner: string
  readonly enterSide: FrameSide
  readonly exitSide: FrameSide
  readonly place: string
  /** From 0 left to 1 right. */
  readonly x: number
  /** Look changes inside the shot, in order. */
  /** Who carries it, at first and after it was handed over; null = nobody of the shot. */
  readonly carrier: {
    readonly first: string
    readonly last: string
    /** Those who have it at first: two may sit in one car. */
    readonly all: readonly string[]
    readonly handedAt: number | null
    readonly hold: Hold
  } | null
  /** On or in what it is seen when it is not there in person; null = in person. */
  readonly picture: string | null
  readonly changes: readonly {
    readonly at: number
    readonly lookName: string
    readonly description: string
    /** The change in the script's own words: "turns into a gnome in a puff of smoke". */
    readonly told: string | null
  }[]
  /** A place that the action tells the camera to come to. */
  readonly isRevealed: boolean
  /** Coming, going or crossing in the script's own words: "storms out past the waiter"; null without any. */
  readonly told: string | null
  /** The same where another does it: "Mara throws Otto out". */
  readonly toldOfAnother: string | null
  /** Another turns into this one, which is told there. */
  readonly isTurnedInto: boolean
}

/** @param only the assets that this pass and those before it bring; all of the frame by default (domain.md 5.5) */
export function frameBrief(
  store: ReadRecords,
  shotId: string,
  frame: FrameEnd,
  split?: PassSplit,
  traits = true,
  only?: ReadonlySet<string>,
): FrameBrief {
  const shot = existingShot(store, shotId)
  const scene = store.must('scenes', shot.sceneId)
  const manifest = manifestOf(store, shotId, frame, split, traits)
  const subjects = withSecondNames<Subject>(
    store,
    shotId,
    [...manifest.entries, ...manifest.alsoInFrame]
      .filter(({ asset }) => !only || only.has(asset.id))
      .sort(compareMembers),
  )
  const carriers = new Map(
    subjects.flatMap(({ asset, assignment }): [string, string][] => {
      const carrier = carrierIn(store, assignment, frame)?.asset.id
      const isHere = carrier !== undefined && subjects.some((s) => s.asset.id === carrier)
      return isHere && !isLetGoIn(store, shotId, asset.id, frame) ? [[asset.id, carrier]] : []
    }),
  )
  const visible = subjects.map((s) => s.asset)
  const names = storyNames(store, visible, absentOf(store, shotId, visible))
  const state = stateText(store, names, shot, frame, visible)
  const people = subjects.filter((s) => s.asset.type === 'character')
  const worn = wornNow(store, shotId, frame, people)
  const held = heldIn(store, shot, frame, subjects, carriers)
  return {
    frame,
    shot,
    scene: { ...scene, timeOfDay: dayTimeOf(store, scene.id) },
    manifest,
    subjects,
    placements: placements(store, shotId, frame, [...manifest.entries, ...manifest.alsoInFrame]),
    carriers,
    held,
    counted: new Map(
      heldIn(store, shot, frame, subjects, new Map()).flatMap(({ thing, words }) =>
        thing !== null && /^(?:two|three|four|five|six|several|some)\b/i.test(words) ? [[thing, words] as const] : [],
      ),
    ),
    worn: new Map([...worn].map(([id, { words }]) => [id, words])),
    dressed: new Map(
      people.flatMap((s) => (worn.has(s.asset.id) ? [[s.asset.id, withoutClothes(s.description)] as const] : [])),
    ),
    pictures: new Map(
      subjects.flatMap(({ asset, assignment }) =>
        assignment.depicts === 'image' ? [[asset.id, pictureWords(assignment.depictedOn, shot.text)] as const] : [],
      ),
    ),
    shown: new Map(
      subjects.flatMap(({ asset, instance }) => {
        const own = store.first('blockingOf', `${shotId}/${instance.id}/${frame}`)
        return own && own.shown !== 'full' ? [[asset.id, own.shown] as const] : []
      }),
    ),
    state: state.text,
    stateIsDeed: state.isDeed,
    rests: new Map([
      ...held.flatMap(({ hold, who }) =>
        hold === 'in' || hold === 'on' ? who.map((id): [string, Rest] => [id, 'sit']) : [],
      ),
      ...[...restingIn(store, shotId, frame, people)].map(([id, { rest }]): [string, Rest] => [id, rest]),
    ]),
    restTold: restToldIn(state.text, frame, people),
    isPause: shot.dialogue.length === 0 && sentencesOf(shot.text).every((sentence) => showing(sentence) !== 'seen'),
    eyes: eyesOf(store, shotId),
    movement: movementWords(shot, names),
    speech: speechIn(shot, frame, subjects, names),
    style: settingsOf(store).styleText.trim(),
  }
}

export function videoBrief(store: ReadRecords, shotId: string): VideoBrief {
  const shot = existingShot(store, shotId)
  const scene = store.must('scenes', shot.sceneId)
  const project = settingsOf(store)
  const unseen = unseenByCamera(store, shotId)
  const members = withSecondNames(
    store,
    shotId,
    activeMembers(store, shotId)
      .filter((m) => !unseen.has(m.asset.id))
      .sort(compareMembers),
  )
  const start = placements(store, shotId, 'start', members)
  const end = placements(store, shotId, 'end', members)
  const assets = members.map((m) => m.asset)
  const names = storyNames(store, assets)
  const action = actionText(store, names, shot, members)
  const seen = members.map((m) => withLook(store, m, 'start'))
  const holds = new Map(
    (['end', 'start'] as const).flatMap((frame) =>
      heldIn(store, shot, frame, seen, new Map()).flatMap((one) => (one.thing ? [[one.thing, one] as const] : [])),
    ),
  )
  /** Whoever sits in a car or on a bicycle, or wears it, and comes and goes with it. */
  const ridersOf = ({ asset, assignment: a }: Member): string[] => {
    const held = holds.get(asset.id)
    if (held === undefined || held.hold === 'hand' || held.hold === 'away') return []
    const isRider = (m: Member) =>
      held.who.includes(m.asset.id) && m.assignment.enterAt === a.enterAt && m.assignment.exitAt === a.exitAt
    return members.filter(isRider).map((m) => m.asset.id)
  }
  return {
    shot,
    scene,
    seconds: framesToSeconds(shot.durationFrames, project.fps),
    members: members.map((m) => {
      const { id } = m.asset
      const at = m.assignment.enterAt === 0 ? start : end
      const sides = defaultSides(m.assignment, start.get(id), end.get(id))
      const changes = store
        .list('transformationsOfShot', shotId)
        .filter((e) => e.sceneAssetInstanceId === m.instance.id && e.kind === 'within_shot' && !e.suspended)
        .sort((a, b) => a.at! - b.at! || a.ordinal - b.ordinal)
        .map((e) => {
          const look = e.toLookId ? store.get('looks', e.toLookId) : undefined
          return { at: e.at!, lookName: look?.name ?? '', description: look?.description ?? '' }
        })
      const carriers = carriersOf(store, m.assignment)
      const riders = carriers ? [] : ridersOf(m)
      const [rider] = riders
      const manner = oneLine(m.assignment.action)
        .split(/,\s+/)
        .filter((part) => !names.namesStranger(part) && !names.names(part, m.asset))
        .join(', ')
      const told = action.told.get(id) ?? null
      const subject = withLook(store, m, m.assignment.enterAt === 0 ? 'start' : m.assignment.enterAt)
      const worn = m.asset.type === 'character' ? wornNow(store, shotId, 'end', [subject]).get(id) : undefined
      return {
        ...subject,
        dressed: worn ? dressedIn(subject.description, worn.words) : subject.description,
        manner,
        carrier: carriers
          ? {
              first: carriers.first.asset.id,
              last: carriers.last.asset.id,
              all: [carriers.first.asset.id],
              handedAt: carriers.handedAt,
              hold: holds.get(id)?.hold ?? 'hand',
            }
          : rider === undefined
            ? null
            : { first: rider, last: rider, all: riders, handedAt: null, hold: holds.get(id)!.hold },
        picture: m.assignment.depicts === 'image' ? pictureWords(m.assignment.depictedOn, shot.text) : null,
        isRevealed:
          m.asset.type === 'location' &&
          m.assignment.enterAt > 0 &&
          sentencesOf(shot.text).some((s) => /\b(?:reveal|camera)/i.test(s) && names.names(s, m.asset)),
        // What the user wrote about it counts more than the script.
        told: told !== null && saysAllOf(told, manner) ? told : null,
        toldOfAnother: action.toldOfOthers.get(id) ?? null,
        isTurnedInto: action.turnedInto.has(id),
        enterSide: m.assignment.enterFrom ?? sides.enter,
        exitSide: m.assignment.exitTo ?? sides.exit,
        place: placeWords(at.get(id)?.x ?? 0.5),
        x: at.get(id)?.x ?? 0.5,
        changes: changes.map((change, i) => ({ ...change, told: i === 0 ? (action.changes.get(id) ?? null) : null })),
      }
    }),
    text: action.text,
    textAfter: action.textAfter,
    eyes: eyesOf(store, shotId),
    movement: movementWords(shot, names),
    camera: store.get('cameraMoves', shotId) ?? null,
    style: project.styleText.trim(),
  }
}

/**
 * The state at one end: the user's words, else what the action says of this still. At the start that is its first
 * sentence, and those up to the first that is about somebody seen; at the end its last ones. Of several things done
 * in one sentence it is the first or the last.
 */
function stateText(
  store: ReadRecords,
  names: StoryNames,
  shot: Shot,
  frame: FrameEnd,
  visible: readonly Asset[],
): { text: string; isDeed: boolean } {
  const own = (frame === 'start' ? shot.startState : shot.endState).trim()
  const card = own ? null : titleCard(store, shot)
  if (card) return { text: `A title card that reads ${card}.`, isDeed: false }
  // Nobody outside the frame is named, not even by the user's own words for its state.
  const said = own ? toldSentences(store, names, own) : []
  if (own && said.length === sentencesOf(own).length) return { text: own, isDeed: false }
  if (said.length) return { text: said.map(withNames).join(' '), isDeed: false }
  const last = sentencesOf(shot.text).length - 1
  const aboutSomebody = (s: ToldSentence) => s.refers || s.names.some((a) => a.type === 'character')
  const isSeen = (s: ToldSentence): boolean => {
    if (
      showing(s.text) !== 'seen' ||
      isOutcry(s.text) ||
      visible.some((asset) => changesIn(store, shot, asset) && tellsChange(s, asset))
    )
      return false
    // "Where the gnome stood is now John" is true of the end; "The door opens" is over when something follows. What
    // comes after somebody has come or gone is not in the start.
    if (frame === 'start') return !s.later && !visible.some((asset) => hasTwoNames(s, asset))
    return aboutSomebody(s) || s.place === last || !tellsDeed(s.read)
  }
  const told = toldSentences(store, names, shot.text).map((s) => asItStands(s, frame, names))
  // No still shows a coming or going. Asked of everybody seen, since who else moves is no input of a still (domain.md
  // 6): who is seen at the start was
  // there before, who is seen at the end may have come.
  const moves = movesTold(told, { assets: visible, set: setOf(store, shot), here: () => frame === 'start', sure: true })
  const turning = new Set(
    activeMembers(store, shot.id).flatMap((m) => (m.assignment.enterFrom === 'in_place' ? [m.asset.id] : [])),
  )
  const usable = told.filter(isSeen).flatMap((s) => {
    const turn = turnTold(s, (id) => turning.has(id))
    const moving = [...moves.get(s)!, ...(turn ? [turn] : [])]
    if (!moving.length) return [{ ...s, moment: momentTold(s, frame, names), whole: true }]
    const rest = withoutMoves(s, moving, names)
    if (!rest || (frame === 'start' && rest.later)) return []
    const words = standingAt(rest.text, frame) ?? rest.text
    const part = { ...s, text: words, read: names.read(words) }
    return [{ ...part, moment: words.includes('{{') ? null : momentTold(part, frame, names), whole: false }]
  })
  const order = frame === 'start' ? usable : usable.toReversed()
  // What is only heard parts nothing: "Traffic. Horns. Juno weaves through the cars."
  const heard = new Set(told.filter((s) => showing(s.text) === 'film').map((s) => s.place))
  const isNext = (a: ToldSentence, b: ToldSentence): boolean => {
    const [from, to] = a.place < b.place ? [a.place, b.place] : [b.place, a.place]
    for (let place = from + 1; place < to; place++) if (!heard.has(place)) return false
    return true
  }
  const doing = order.findIndex((s) => aboutSomebody(s) && !isFragment(s))
  const reach = doing < 0 ? order.findIndex(aboutSomebody) : doing
  const joined = reach > 0 && reach < 3 && order.slice(0, reach).every((s, i) => isNext(s, order[i + 1]!))
  let end = joined ? reach + 1 : 1
  // "Barefoot. Heavy coat. A bucket in each hand." is all to be seen at once.
  while (
    end < Math.min(order.length, 3) &&
    isFragment(order[end - 1]) &&
    isFragment(order[end]) &&
    isNext(order[end - 1]!, order[end]!)
  )
    end++
  const chosen = order.slice(0, end)
  if (frame === 'end') chosen.reverse()
  // "It has no face" needs what "it" is.
  const pointing = /^(?:It|This|That)\b/.test(chosen[0]?.text ?? '')
  const before = pointing ? told.find((s) => s.place === chosen[0]!.place - 1 && moves.get(s)!.length === 0) : undefined
  if (before) chosen.unshift({ ...before, moment: null, whole: true })
  else if (pointing && chosen[0]!.place > 0) {
    // Behind a coming or going it is named, or goes: "The envelope slides out. It reads …", "They get out. It opens."
    const things = told.find((s) => s.place === chosen[0]!.place - 1)?.names.filter((a) => a.type === 'prop') ?? []
    const it = things.length === 1 ? `${upperFirst(withThe(things[0]!.name, true, mention(things[0]!.id)))} ` : null
    if (it === null) chosen.shift()
    else chosen[0] = { ...chosen[0]!, text: chosen[0]!.text.replace(/^(?:It|This|That)\s/, it), moment: null }
  }
  const sentences = chosen.map((s, i) => {
    const text = standingAlone(s.moment ?? s.text, true)
    const isNamed = i > 0 && chosen[i - 1]!.names.some((asset) => asset.type === 'character')
    const named = isNamed ? text : withNames({ text, who: s.who })
    return isNamed ? named : objectsNamed(store, shot.id, names, named, s, told)
  })
  const [first] = chosen
  if (!first) return { text: '', isDeed: false }
  const isDeed =
    usable.length === 1 && aboutSomebody(first) && first.whole && first.moment === null && tellsDeed(first.read)
  const all = joinSentences(sentences)
  const whose = isFragment(first) ? namedAlone(shot, first.place, names) : null
  return { text: whose === null ? all : `${whose}: ${lowerFirst(all)}`, isDeed }
}

/** Is it a phrase without a verb: "Barefoot.", "A bucket in each hand."? */
const isFragment = (s: ToldSentence | undefined): boolean => s !== undefined && tellsNoDoing(s.read)

/** Whom phrases describe that stand behind a name alone: "INES (60s). Barefoot." */
function namedAlone(shot: Shot, place: number, names: StoryNames): string | null {
  const before = sentencesOf(shot.text)[place - 1]
  const read = before === undefined ? null : names.read(before.replace(/\s*\([^()]*\)/g, ''))
  const { inside, outside } = read && isNamesAlone(read) ? names.namedIn(read.tokens) : { inside: [], outside: true }
  return inside.length === 1 && !outside && inside[0]!.type === 'character'
    ? withThe(inside[0]!.name, false, mention(inside[0]!.id))
    : null
}

/** What opens or shuts in a sentence is seen before and after it: "The screen door is shut", "The screen door stands open." */
function asItStands(s: ToldSentence, frame: FrameEnd, names: StoryNames): ToldSentence {
  const text = standingAt(s.text, frame)
  return text === null ? s : { ...s, text, read: names.read(text) }
}

/** Those of whom a state tells how they rest. */
function restToldIn(state: string, frame: FrameEnd, people: readonly Subject[]): Set<string> {
  const text = state.replace(
    /\{\{[^{}:]+:([^{}]+)\}\}/g,
    (token, id: string) => people.find((s) => s.asset.id === id)?.asset.name ?? token,
  )
  const told = posturesIn(
    { text, state: '', cues: [] },
    frame,
    people.map((s) => s.asset),
    new Set(),
  )
  return new Set([...told].flatMap(([id, { rest, restBefore }]) => (rest || restBefore ? [id] : [])))
}

/** Members of the shot that are not in this still: things among them are not named in it. */
export const absentOf = (store: ReadRecords, shotId: string, visible: readonly Asset[]): Asset[] =>
  activeMembers(store, shotId).flatMap(({ asset }) => (visible.some(({ id }) => id === asset.id) ? [] : [asset]))

/** Does an asset change its look in the shot, or in another half of it, whose words these are? */
export const changesIn = (store: ReadRecords, shot: Shot, asset: Asset): boolean =>
  otherHalves(store, shot.id).turns.includes(asset.id) ||
  store
    .list('transformationsOfShot', shot.id)
    .some(
      (e) =>
        e.kind === 'within_shot' &&
        !e.suspended &&
        store.must('sceneAssetInstances', e.sceneAssetInstanceId).assetId === asset.id,
    )

/** Does one text hold the words of another? */
const saysAllOf = (text: string, words: string): boolean => {
  const said = new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu))
  return (words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).every((word) => said.has(word))
}

/** "To destiny!" is said to the reader; there is nothing to see. */
const isOutcry = (sentence: string) => sentence.endsWith('!') && sentence.split(' ').length < 4

/** "Pan to Bob" without Bob where he is not in the picture. */
function movementWords(shot: Shot, names: StoryNames): string {
  const movement = oneLine(shot.movement)
  if (!names.namesStranger(movement)) return movement
  const bare = movement.replace(
    /,?\s+(?:to|with|on|onto|towards?|past|after|around|over|behind|along|from|off|away|between|as|while|until|following)\b.*$/i,
    '',
  )
  return names.namesStranger(bare) ? '' : bare
}
