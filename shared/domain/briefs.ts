import type { Asset } from '../model/asset'
import type { FrameSide } from '../model/assignment'
import type { FrameEnd } from '../model/common'
import type { PromptKind } from '../model/result'
import type { Scene } from '../model/scene'
import type { Shot } from '../model/shot'
import type { ReadRecords } from '../records/recordStore'
import { activeMembers, existingShot, foldName, projectOf } from './lookup'
import { compareMembers, manifestOf, withLook, type Manifest, type PassSplit, type Subject } from './manifest'
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
  const cues = new Set(shot.dialogue.filter((d) => !d.extension).map((d) => foldName(d.character)))
  return {
    frame, shot, scene, manifest, subjects,
    placements: placements(store, shotId, frame, subjects),
    state: stateText(store, shot, frame, subjects.map((s) => s.asset)),
    speakers: subjects.filter((s) => s.asset.type === 'character' && namesOf(s.asset).some((n) => cues.has(foldName(n)))),
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
    text: sentencesNaming(store, shot.text, members.map((m) => m.asset)).join(' '),
    style: project.styleText.trim(),
  }
}

/** The state at one end: the user's words, else the first or last sentence of the action that names nobody outside the frame. */
function stateText(store: ReadRecords, shot: Shot, frame: FrameEnd, visible: readonly Asset[]): string {
  const own = (frame === 'start' ? shot.startState : shot.endState).trim()
  if (own) return own
  const usable = sentencesNaming(store, shot.text, visible)
  return (frame === 'start' ? usable[0] : usable.at(-1)) ?? ''
}

export const namesOf = (asset: Asset): string[] => [asset.name, ...asset.aliases.map((a) => a.name)]

/** The sentences of a text that name no asset but the given ones. */
function sentencesNaming(store: ReadRecords, text: string, allowed: readonly Asset[]): string[] {
  const inside = new Set(allowed.flatMap((a) => namesOf(a).map(foldName)))
  const outside = [...store.list('assetsInOrder')].filter((a) => !allowed.some((b) => b.id === a.id)).flatMap((a) => namesOf(a).map(foldName)).filter((n) => !inside.has(n))
  return splitSentences(text).filter((sentence) => {
    // Longer names first, so that "John Smith" in the frame does not count as "John" outside it.
    let folded = ` ${foldName(sentence).replace(/[^\p{L}\p{N}]+/gu, ' ')} `
    for (const name of [...inside].sort((a, b) => b.length - a.length)) folded = folded.split(` ${plainName(name)} `).join('  ')
    return !outside.some((name) => folded.includes(` ${plainName(name)} `))
  })
}

const plainName = (folded: string) => folded.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

/** Sentences of a paragraph; script dashes and ellipses do not end one. */
export function splitSentences(text: string): string[] {
  return text.replace(/\s+/g, ' ').trim().split(/(?<=[.!?]["'”’)]?)\s+(?=["'“‘(]?[\p{Lu}\d])/u).filter(Boolean)
}

/** Which stills a prompt belongs to. */
export const frameOfPrompt = (prompt: PromptKind): FrameEnd | null => (prompt === 'video' ? null : prompt)
