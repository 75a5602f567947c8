import type { Asset } from '../model/asset'
import type { FrameSide } from '../model/assignment'
import type { FrameEnd } from '../model/common'
import type { PromptKind } from '../model/result'
import type { Scene } from '../model/scene'
import type { Shot } from '../model/shot'
import type { ReadRecords } from '../records/recordStore'
import { activeMembers, existingShot, foldName, namesOf, projectOf, type Member } from './lookup'
import { compareMembers, manifestOf, withLook, type Manifest, type PassSplit, type Subject } from './manifest'
import { tellsMovement, toldSentences, withNames, type ToldSentence } from './prompts/sentences'
import { nearestSide, placements, placeWords, type Placement } from './placement'

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
  readonly text: string
  readonly style: string
}
export interface VideoMember extends Subject {
  readonly enterSide: FrameSide
  readonly exitSide: FrameSide
  readonly place: string
  /** Look changes inside the shot, in order. */
  readonly changes: readonly { readonly at: number; readonly lookName: string; readonly description: string }[]
}

export function frameBrief(store: ReadRecords, shotId: string, frame: FrameEnd, split?: PassSplit, traits = true): FrameBrief {
  const shot = existingShot(store, shotId)
  const scene = store.must('scenes', shot.sceneId)
  const manifest = manifestOf(store, shotId, frame, split, traits)
  const subjects = [...manifest.entries, ...manifest.alsoInFrame].sort(compareMembers)
  const cues = shot.dialogue.filter((d) => !d.extension).map((d) => foldName(d.character))
  const cueOf = (s: Subject) => cues.findIndex((cue) => namesOf(s.asset).some((n) => foldName(n) === cue))
  const lastCueOf = (s: Subject) => cues.findLastIndex((cue) => namesOf(s.asset).some((n) => foldName(n) === cue))
  return {
    frame, shot, scene, manifest, subjects,
    placements: placements(store, shotId, frame, subjects),
    state: stateText(store, shot, frame, subjects.map((s) => s.asset)),
    speakers: subjects.filter((s) => s.asset.type === 'character' && cueOf(s) >= 0).sort((a, b) => (frame === 'start' ? cueOf(a) - cueOf(b) : lastCueOf(a) - lastCueOf(b))),
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
    shot, scene,
    seconds: shot.durationFrames / project.fps,
    members: members.map((m) => {
      const { id } = m.asset
      const changes = store.list('eventsOfShot', shotId)
        .filter((e) => e.sceneAssetInstanceId === m.instance.id && e.kind === 'within_shot' && !e.suspended)
        .sort((a, b) => a.at! - b.at! || a.ordinal - b.ordinal)
        .map((e) => {
          const look = e.toLookId ? store.get('looks', e.toLookId) : undefined
          return { at: e.at!, lookName: look?.name ?? '', description: look?.description ?? '' }
        })
      return {
        ...withLook(store, m, m.assignment.enterAt === 0 ? 'start' : m.assignment.enterAt),
        enterSide: m.assignment.enterFrom ?? nearestSide(end.get(id)),
        exitSide: m.assignment.exitTo ?? nearestSide(start.get(id)),
        place: placeWords((m.assignment.enterAt === 0 ? start : end).get(id)?.x ?? 0.5),
        changes,
      }
    }),
    text: actionText(store, shot, members),
    style: project.styleText.trim(),
  }
}

/** The state at one end: the user's words, else the first or last sentence of the action that can be true of this still and names nobody outside it. */
function stateText(store: ReadRecords, shot: Shot, frame: FrameEnd, visible: readonly Asset[]): string {
  const own = (frame === 'start' ? shot.startState : shot.endState).trim()
  if (own) return own
  // No still shows a coming or going. Asked of everybody seen, since who else moves is no input of a still (domain.md 6).
  const usable = toldSentences(store, shot.text, visible).filter((s) => !tellsMovement(s, visible))
  const chosen = frame === 'start' ? usable[0] : usable.at(-1)
  // Alone it answers nothing that was said before.
  return chosen ? withNames(chosen).replace(/^(?:But|And then|And|Then|So),? (?=\S)/, '').replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : ''
}

/** The action for the video: without those who are not in it, and without the comings and goings that are told with their times. */
function actionText(store: ReadRecords, shot: Shot, members: readonly Member[]): string {
  const moving = members.filter((m) => m.assignment.presence !== 'throughout').map((m) => m.asset)
  const all = toldSentences(store, shot.text, members.map((m) => m.asset), true)
  let previous: ToldSentence | undefined
  const kept: string[] = []
  for (const sentence of all) {
    if (tellsMovement(sentence, moving)) continue
    // "He" is clear only right behind the sentence that names him.
    kept.push(previous && previous.place === sentence.place - 1 ? sentence.text : withNames(sentence))
    previous = sentence
  }
  return kept.join(' ')
}

/** Which stills a prompt belongs to. */
export const frameOfPrompt = (prompt: PromptKind): FrameEnd | null => (prompt === 'video' ? null : prompt)
