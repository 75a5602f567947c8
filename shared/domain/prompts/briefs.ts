import type { Asset } from '../../model/asset'
import type { FrameSide } from '../../model/assignment'
import type { CameraMove } from '../../model/cameraMove'
import type { FrameEnd } from '../../model/common'
import type { Shown } from '../../model/transformation'
import type { Scene } from '../../model/scene'
import type { Shot } from '../../model/shot'
import type { ReadRecords } from '../../records/recordStore'
import { activeMembers, existingShot, foldName, namesOf, settingsOf, type Member } from '../lookup'
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
import { unseenByCamera } from '../manifest/cameraEyes'
import { carrierIn, carriersOf } from '../presence/carrying'
import { pictureWords } from '../../language/wording/pictures'
import { tellsDeed } from '../../language/reading/clauses'
import { showing, standingAfter } from '../../language/reading/seen'
import { titleLines } from '../../language/reading/titleCard'
import { wayOf, wordsOfSet, type Way } from '../../language/reading/ways'
import { dayTimeOf } from '../time/dayTime'
import { framesToSeconds } from '../time/frames'
import { storyNames, type StoryNames } from '../manifest/storyNames'
import {
  changeOf,
  clauseOf,
  hasTwoNames,
  momentTold,
  moversOf,
  movesTold,
  predicateOf,
  sentencesOf,
  tellsChange,
  toldSentences,
  withNames,
  withoutMoves,
  type Moving,
  type ToldSentence,
} from './toldSentences'
import type { Placement } from '../blocking/blockingMember'
import { defaultSides, placements, placeWords } from '../blocking/placement'
import { isUnseen, isUnseenAside } from '../../language/text/unseenVoice'

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
  /** The camera's movement, without what it moves to when that is not in the frame. */
  readonly movement: string
  /** Who is seen and speaks, in the order of their first cues; of their last cues at the end. */
  readonly speakers: readonly Subject[]
  /** Who has what in hand in this still: carrier by thing, by asset ids. */
  readonly carriers: ReadonlyMap<string, string>
  /** On or in what those are seen who are not there in person: "on the photograph", by asset id. */
  readonly pictures: ReadonlyMap<string, string>
  /** Those who are seen in part, or hidden, by asset id. */
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
  readonly movement: string
  /** How the camera goes from a first to a last framing; null = nobody set it. */
  readonly camera: CameraMove | null
  readonly style: string
}
export interface VideoMember extends Subject {
  /** What they do while coming or going, without those who are not in the shot. */
  readonly manner: string
  readonly enterSide: FrameSide
  readonly exitSide: FrameSide
  readonly place: string
  /** From 0 left to 1 right. */
  readonly x: number
  /** Look changes inside the shot, in order. */
  /** Who carries it, at first and after it was handed over; null = nobody of the shot. */
  readonly carrier: { readonly first: string; readonly last: string; readonly handedAt: number | null } | null
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
      return carrier !== undefined && subjects.some((s) => s.asset.id === carrier) ? [[asset.id, carrier]] : []
    }),
  )
  const visible = subjects.map((s) => s.asset)
  const names = storyNames(store, visible, absentOf(store, shotId, visible))
  const state = stateText(store, names, shot, frame, visible)
  const cues = shot.dialogue
    .filter((d) => !isUnseen(d.extension) && !isUnseenAside(d.parenthetical))
    .map((d) => foldName(d.character))
  const cueOf = (s: Subject) => cues.findIndex((cue) => namesOf(s.asset).some((n) => foldName(n) === cue))
  const lastCueOf = (s: Subject) => cues.findLastIndex((cue) => namesOf(s.asset).some((n) => foldName(n) === cue))
  return {
    frame,
    shot,
    scene: { ...scene, timeOfDay: dayTimeOf(store, scene.id) },
    manifest,
    subjects,
    placements: placements(store, shotId, frame, [...manifest.entries, ...manifest.alsoInFrame]),
    carriers,
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
    movement: movementWords(shot, names),
    speakers: subjects
      .filter((s) => s.asset.type === 'character' && cueOf(s) >= 0)
      .sort((a, b) => (frame === 'start' ? cueOf(a) - cueOf(b) : lastCueOf(a) - lastCueOf(b))),
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
      const manner = oneLine(m.assignment.action)
        .split(/,\s+/)
        .filter((part) => !names.namesStranger(part) && !names.names(part, m.asset))
        .join(', ')
      const told = action.told.get(id) ?? null
      return {
        ...withLook(store, m, m.assignment.enterAt === 0 ? 'start' : m.assignment.enterAt),
        manner,
        carrier: carriers && {
          first: carriers.first.asset.id,
          last: carriers.last.asset.id,
          handedAt: carriers.handedAt,
        },
        picture: m.assignment.depicts === 'image' ? pictureWords(m.assignment.depictedOn, shot.text) : null,
        isRevealed:
          m.asset.type === 'location' &&
          m.assignment.enterAt > 0 &&
          sentencesOf(shot.text).some((s) => /\b(?:reveal|camera)/i.test(s) && names.names(s, m.asset)),
        // What the user wrote about it counts more than the script.
        told: told !== null && saysAllOf(told, manner) ? told : null,
        toldOfAnother: action.toldOfOthers.get(id) ?? null,
        enterSide: m.assignment.enterFrom ?? sides.enter,
        exitSide: m.assignment.exitTo ?? sides.exit,
        place: placeWords(at.get(id)?.x ?? 0.5),
        x: at.get(id)?.x ?? 0.5,
        changes: changes.map((change, i) => ({ ...change, told: i === 0 ? (action.changes.get(id) ?? null) : null })),
      }
    }),
    text: action.text,
    textAfter: action.textAfter,
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
  const told = toldSentences(store, names, shot.text).map((s) => (frame === 'end' ? asItEnds(s, names) : s))
  // No still shows a coming or going. Asked of everybody seen, since who else moves is no input of a still (domain.md
  // 6): who is seen at the start was
  // there before, who is seen at the end may have come.
  const moves = movesTold(told, { assets: visible, set: setOf(store, shot), here: () => frame === 'start' })
  const usable = told.filter(isSeen).flatMap((s) => {
    const moving = moves.get(s)!
    if (!moving.length) return [{ ...s, moment: momentTold(s, frame, names), whole: true }]
    const rest = withoutMoves(s, moving, names)
    if (!rest || (frame === 'start' && rest.later)) return []
    const words = (frame === 'end' ? standingAfter(rest.text) : null) ?? rest.text
    const part = { ...s, text: words, read: names.read(words) }
    return [{ ...part, moment: words.includes('{{') ? null : momentTold(part, frame, names), whole: false }]
  })
  const order = frame === 'start' ? usable : usable.toReversed()
  const reach = order.findIndex(aboutSomebody)
  const joined =
    reach > 0 && reach < 3 && order.slice(0, reach).every((s, i) => Math.abs(s.place - order[i + 1]!.place) === 1)
  const chosen = order.slice(0, joined ? reach + 1 : 1)
  if (frame === 'end') chosen.reverse()
  // "It has no face" needs what "it" is.
  const pointing = /^(?:It|This|That)\b/.test(chosen[0]?.text ?? '')
  const before = pointing ? told.find((s) => s.place === chosen[0]!.place - 1 && moves.get(s)!.length === 0) : undefined
  if (before) chosen.unshift({ ...before, moment: null, whole: true })
  const sentences = chosen.map((s, i) => {
    const text = s.moment ?? s.text
    return i === 0 ? withNames({ text, who: s.who }) : text
  })
  const [first] = chosen
  const isDeed =
    usable.length === 1 &&
    first !== undefined &&
    aboutSomebody(first) &&
    first.whole &&
    first.moment === null &&
    tellsDeed(first.read)
  // Alone it answers nothing that was said before.
  const text = joinSentences(sentences)
    .replace(/^(?:But|And then|And|Then|So),? (?=\S)/, '')
    .replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
  return { text, isDeed }
}

/** The words of a shot that is nothing but a card with words on it, quoted. */
function titleCard(store: ReadRecords, shot: Shot): string | null {
  const lines = titleLines(store.must('scenes', shot.sceneId).heading, shot.text)
  return lines && `“${lines.join(' ')}”`
}

/** What opens or shuts in a sentence stands so at its end: "The screen door stands open." */
function asItEnds(s: ToldSentence, names: StoryNames): ToldSentence {
  const text = standingAfter(s.text)
  return text === null ? s : { ...s, text, read: names.read(text) }
}

/** Members of the shot that are not in this still: things among them are not named in it. */
const absentOf = (store: ReadRecords, shotId: string, visible: readonly Asset[]): Asset[] =>
  activeMembers(store, shotId).flatMap(({ asset }) => (visible.some(({ id }) => id === asset.id) ? [] : [asset]))

/** Does an asset change its look in the shot? */
const changesIn = (store: ReadRecords, shot: Shot, asset: Asset): boolean =>
  store
    .list('transformationsOfShot', shot.id)
    .some(
      (e) =>
        e.kind === 'within_shot' &&
        !e.suspended &&
        store.must('sceneAssetInstances', e.sceneAssetInstanceId).assetId === asset.id,
    )

/** Words of the place that a shot's scene is set in. */
function setOf(store: ReadRecords, shot: Shot): ReadonlySet<string> {
  const { intExt, set } = store.must('scenes', shot.sceneId)
  return wordsOfSet(`${intExt} ${set}`)
}

/** Does one text hold the words of another? */
const saysAllOf = (text: string, words: string): boolean => {
  const said = new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu))
  return (words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).every((word) => said.has(word))
}

/** The action of a video: what is not told with a time, and the script's own words for what is. */
interface Action {
  readonly text: string
  readonly textAfter: string
  /** By asset. */
  readonly told: ReadonlyMap<string, string>
  readonly toldOfOthers: ReadonlyMap<string, string>
  readonly changes: ReadonlyMap<string, string>
}

/**
 * The action for the video: without those who are not in it, and without the comings, goings and changes that are told
 * with their times.
 */
function actionText(store: ReadRecords, names: StoryNames, shot: Shot, members: readonly Member[]): Action {
  const card = titleCard(store, shot)
  if (card)
    return {
      text: `A title card reads ${card}.`,
      textAfter: '',
      told: new Map(),
      toldOfOthers: new Map(),
      changes: new Map(),
    }
  const moving = members.filter((m) => m.assignment.presence !== 'throughout')
  const changing = members
    .filter((m) =>
      store
        .list('transformationsOfShot', shot.id)
        .some((e) => e.sceneAssetInstanceId === m.instance.id && e.kind === 'within_shot' && !e.suspended),
    )
    .map((m) => m.asset)
  const isHere = (asset: Asset | null) => moving.some((m) => m.asset.id === asset?.id && m.assignment.enterAt === 0)
  const sentences = toldSentences(store, names, shot.text)
  const movers = moving.map((m) => m.asset).filter((a) => a.type !== 'location')
  const of: Moving = { assets: movers, set: setOf(store, shot), here: isHere }
  const moves = movesTold(sentences, of)
  const told = new Map<string, string>()
  const toldOfOthers = new Map<string, string>()
  const changes = new Map<string, string>()
  let previous: ToldSentence | undefined
  let moved = false
  const before: string[] = []
  const after: string[] = []
  for (const sentence of sentences) {
    const movement = moves.get(sentence)!
    for (const m of moving) {
      const mine = movement.filter((move) =>
        moversOf(sentence, move, of).some((a) => a === null || a.id === m.asset.id),
      )
      const fitting = mine.filter((move) => fitsPresence(m, wayOf(move, of.set, isHere(m.asset))))
      const which =
        { enters: fitting.slice(0, 1), exits: fitting.slice(-1) }[m.assignment.presence as 'enters' | 'exits'] ??
        fitting
      const [done] = which.filter((move) => move.done)
      const clause = done && clauseOf(sentence, done, names)
      if (clause && !told.has(m.asset.id)) toldOfOthers.set(m.asset.id, clause)
      const words = fitting.length > 0 && !done ? predicateOf(sentence, which) : null
      if (words !== null && !told.has(m.asset.id) && !names.names(words, m.asset)) told.set(m.asset.id, words)
    }
    const turned = changing.find((asset) => tellsChange(sentence, asset))
    const change = turned && changeOf(sentence, turned)
    if (turned && change && !changes.has(turned.id)) changes.set(turned.id, change)
    // "Where the gnome stood is now John" is the change of look, which is told with its time.
    if (turned || changing.some((asset) => hasTwoNames(sentence, asset))) continue
    // "Comes in, takes her coat and leaves" of a crossing is told whole.
    const isWhole =
      movement.length > 1 && moving.some((m) => m.assignment.presence === 'passes_through' && told.has(m.asset.id))
    const rest = movement.length && !isWhole ? withoutMoves(sentence, movement, names) : null
    const kept = movement.length ? rest && { ...sentence, text: rest.text } : sentence
    if (movement.length && !(rest && !rest.later)) moved = true
    if (!kept) continue
    // "He" is clear only right behind the sentence that names him.
    const clear = previous !== undefined && previous.place === sentence.place - 1 && (!moved || after.length > 0)
    ;(moved ? after : before).push(clear ? kept.text : withNames(kept))
    if (movement.length) moved = true
    previous = sentence
  }
  return { text: joinSentences(before), textAfter: joinSentences(after), told, toldOfOthers, changes }
}

/** Is a move what a presence tells? A crossing comes and goes. */
function fitsPresence({ assignment: { presence } }: Member, way: Way | null): boolean {
  if (presence === 'passes_through') return way !== null
  return way === (presence === 'enters' ? 'in' : 'out')
}

/** With a space between, which Chinese and Japanese do without. */
const joinSentences = (sentences: readonly string[]): string => sentences.join(' ').replace(/([。！？」』]) /gu, '$1')

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
