import type { Asset } from '../../model/asset'
import type { FrameSide } from '../../model/assignment'
import type { FrameEnd } from '../../model/common'
import type { Scene } from '../../model/scene'
import type { Shot } from '../../model/shot'
import type { ReadRecords } from '../../records/recordStore'
import { activeMembers, existingShot, foldName, namesOf, projectOf, type Member } from '../lookup'
import {
  compareMembers,
  manifestOf,
  oneLine,
  withLook,
  type Manifest,
  type PassSplit,
  type Subject,
} from '../manifest/manifest'
import { tellsDeed } from '../../language/reading/clauses'
import { namesStranger, splitSentences, tellsMovement, toldSentences, withNames, type ToldSentence } from './sentences'
import { nearestSide, placementAt, placements, placeWords, type Placement } from '../blocking/placement'
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
  readonly changes: readonly { readonly at: number; readonly lookName: string; readonly description: string }[]
}

export function frameBrief(
  store: ReadRecords,
  shotId: string,
  frame: FrameEnd,
  split?: PassSplit,
  traits = true,
): FrameBrief {
  const shot = existingShot(store, shotId)
  const scene = store.must('scenes', shot.sceneId)
  const manifest = manifestOf(store, shotId, frame, split, traits)
  const subjects = [...manifest.entries, ...manifest.alsoInFrame].sort(compareMembers)
  const state = stateText(
    store,
    shot,
    frame,
    subjects.map((s) => s.asset),
  )
  const cues = shot.dialogue
    .filter((d) => !isUnseen(d.extension) && !isUnseenAside(d.parenthetical))
    .map((d) => foldName(d.character))
  const cueOf = (s: Subject) => cues.findIndex((cue) => namesOf(s.asset).some((n) => foldName(n) === cue))
  const lastCueOf = (s: Subject) => cues.findLastIndex((cue) => namesOf(s.asset).some((n) => foldName(n) === cue))
  return {
    frame,
    shot,
    scene,
    manifest,
    subjects,
    placements: placements(store, shotId, frame, subjects),
    state: state.text,
    stateIsDeed: state.isDeed,
    movement: movementWords(
      store,
      shot,
      subjects.map((s) => s.asset),
    ),
    speakers: subjects
      .filter((s) => s.asset.type === 'character' && cueOf(s) >= 0)
      .sort((a, b) => (frame === 'start' ? cueOf(a) - cueOf(b) : lastCueOf(a) - lastCueOf(b))),
    style: projectOf(store).styleText.trim(),
  }
}

export function videoBrief(store: ReadRecords, shotId: string): VideoBrief {
  const shot = existingShot(store, shotId)
  const scene = store.must('scenes', shot.sceneId)
  const project = projectOf(store)
  const members = activeMembers(store, shotId).sort(compareMembers)
  const start = placements(store, shotId, 'start', members)
  const end = placements(store, shotId, 'end', members)
  return {
    shot,
    scene,
    seconds: shot.durationFrames / project.fps,
    members: members.map((m) => {
      const { id } = m.asset
      const at = m.assignment.enterAt === 0 ? start : end
      // Who enters or exits is placed in one still only; a crossing in none, so its way lies between both.
      const crosses = m.assignment.presence === 'passes_through'
      const changes = store
        .list('eventsOfShot', shotId)
        .filter((e) => e.sceneAssetInstanceId === m.instance.id && e.kind === 'within_shot' && !e.suspended)
        .sort((a, b) => a.at! - b.at! || a.ordinal - b.ordinal)
        .map((e) => {
          const look = e.toLookId ? store.get('looks', e.toLookId) : undefined
          return { at: e.at!, lookName: look?.name ?? '', description: look?.description ?? '' }
        })
      return {
        ...withLook(store, m, m.assignment.enterAt === 0 ? 'start' : m.assignment.enterAt),
        manner: oneLine(m.assignment.action)
          .split(/,\s+/)
          .filter(
            (part) =>
              !namesStranger(
                store,
                part,
                members.map((x) => x.asset),
                true,
              ),
          )
          .join(', '),
        enterSide:
          m.assignment.enterFrom ??
          nearestSide(crosses ? placementAt(start.get(id), end.get(id), m.assignment.enterAt) : end.get(id)),
        exitSide:
          m.assignment.exitTo ??
          nearestSide(crosses ? placementAt(start.get(id), end.get(id), m.assignment.exitAt) : start.get(id)),
        place: placeWords(at.get(id)?.x ?? 0.5),
        x: at.get(id)?.x ?? 0.5,
        changes,
      }
    }),
    ...actionText(store, shot, members),
    movement: movementWords(
      store,
      shot,
      members.map((m) => m.asset),
    ),
    style: project.styleText.trim(),
  }
}

/**
 * The state at one end: the user's words, else what the action says of this still. At the start that is its first sentence, and those up to the first
 * that is about somebody seen; at the end its last ones. Of several things done in one sentence it is the first or the last.
 */
function stateText(
  store: ReadRecords,
  shot: Shot,
  frame: FrameEnd,
  visible: readonly Asset[],
): { text: string; isDeed: boolean } {
  const own = (frame === 'start' ? shot.startState : shot.endState).trim()
  // Nobody outside the frame is named, not even by the user's own words for its state.
  const told = own ? toldSentences(store, own, visible) : []
  if (own && told.length === splitSentences(own).length) return { text: own, isDeed: false }
  if (told.length) return { text: told.map(withNames).join(' '), isDeed: false }
  // No still shows a coming or going. Asked of everybody seen, since who else moves is no input of a still (domain.md 6).
  const last = splitSentences(shot.text).length - 1
  const aboutSomebody = (s: ToldSentence) => s.refers || s.names.some((a) => a.type === 'character')
  const isSeen = (s: ToldSentence): boolean => {
    if (isOutcry(s.text)) return false
    // "Where the gnome stood is now John" is true of the end; "The door opens" is over when something follows.
    if (frame === 'start') return !visible.some((asset) => hasTwoNames(s.text, asset))
    return aboutSomebody(s) || s.place === last || !tellsDeed(s.text)
  }
  const usable = toldSentences(store, shot.text, visible)
    .filter(isSeen)
    .flatMap((s) =>
      !tellsMovement(s, visible)
        ? [s]
        : s.rest
          ? [{ ...s, text: s.rest.text, moments: { start: null, end: null } }]
          : [],
    )
  const order = frame === 'start' ? usable : usable.toReversed()
  const reach = order.findIndex(aboutSomebody)
  const joined =
    reach > 0 && reach < 3 && order.slice(0, reach).every((s, i) => Math.abs(s.place - order[i + 1]!.place) === 1)
  const chosen = order.slice(0, joined ? reach + 1 : 1)
  if (frame === 'end') chosen.reverse()
  const sentences = chosen.map((s, i) => {
    const moment = { ...s, text: s.moments[frame] ?? s.text }
    return i === 0 ? withNames(moment) : moment.text
  })
  const [first] = chosen
  const isDeed =
    usable.length === 1 &&
    first !== undefined &&
    aboutSomebody(first) &&
    !first.rest &&
    first.moments[frame] === null &&
    tellsDeed(first.text)
  // Alone it answers nothing that was said before.
  const text = sentences
    .join(' ')
    .replace(/^(?:But|And then|And|Then|So),? (?=\S)/, '')
    .replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
  return { text, isDeed }
}

/** The action for the video: without those who are not in it, and without the comings and goings that are told with their times. */
function actionText(store: ReadRecords, shot: Shot, members: readonly Member[]): { text: string; textAfter: string } {
  const moving = members.filter((m) => m.assignment.presence !== 'throughout').map((m) => m.asset)
  const changing = members
    .filter((m) =>
      store
        .list('eventsOfShot', shot.id)
        .some((e) => e.sceneAssetInstanceId === m.instance.id && e.kind === 'within_shot' && !e.suspended),
    )
    .map((m) => m.asset)
  let previous: ToldSentence | undefined
  let moved = false
  const before: string[] = []
  const after: string[] = []
  for (const sentence of toldSentences(
    store,
    shot.text,
    members.map((m) => m.asset),
    true,
  )) {
    const movement = tellsMovement(sentence, moving)
    // "Where the gnome stood is now John" is the change of look, which is told with its time.
    if (changing.some((asset) => hasTwoNames(sentence.text, asset))) continue
    const told = movement ? sentence.rest && { ...sentence, text: sentence.rest.text } : sentence
    if (movement && !(sentence.rest && !sentence.rest.later)) moved = true
    if (!told) continue
    // "He" is clear only right behind the sentence that names him.
    const clear = previous !== undefined && previous.place === sentence.place - 1 && (!moved || after.length > 0)
    ;(moved ? after : before).push(clear ? told.text : withNames(told))
    if (movement) moved = true
    previous = sentence
  }
  return { text: before.join(' '), textAfter: after.join(' ') }
}

/** "To destiny!" is said to the reader; there is nothing to see. */
const isOutcry = (sentence: string) => sentence.endsWith('!') && sentence.split(' ').length < 4

/** Does a sentence call one asset by two of its names? */
function hasTwoNames(sentence: string, asset: Asset): boolean {
  let text = ` ${foldName(sentence).replace(/[^\p{L}\p{N}]+/gu, ' ')} `
  return (
    namesOf(asset)
      .map(foldName)
      .sort((a, b) => b.length - a.length)
      .filter((name) => {
        const found = text.includes(` ${name} `)
        text = text.replaceAll(` ${name} `, ' | ')
        return found
      }).length > 1
  )
}

/** "Pan to Bob" without Bob where he is not in the picture. */
function movementWords(store: ReadRecords, shot: Shot, allowed: readonly Asset[]): string {
  const movement = oneLine(shot.movement)
  if (!namesStranger(store, movement, allowed)) return movement
  const bare = movement.replace(
    /,?\s+(?:to|with|on|onto|towards?|past|after|around|over|behind|along|from|off|away|between|as|while|until|following)\b.*$/i,
    '',
  )
  return namesStranger(store, bare, allowed) ? '' : bare
}
