import { secondsText } from '../../language/unitWords'
import type { Asset, AssetType, Look, LookView } from '../../model/asset'
import { assetTypes } from '../../model/asset'
import { visibleIn } from '../../model/assignment'
import type { FrameEnd } from '../../model/common'
import { framesToSeconds } from '../time/frames'
import type { ReadRecords } from '../../records/recordStore'
import { membersOf, settingsOf, type Member } from '../lookup'
import { unseenByCamera } from './cameraEyes'
import { effectiveDescription, resolveLook } from '../looks/resolveLook'
import { lentDescription } from './secondNames'

export type LeftOutReason =
  'enters_later' | 'left_before' | 'passes_through' | 'camera' | 'hidden' | 'over_cap' | 'deleted'

/** A visible asset with the look and words it has in this frame. */
export interface Subject extends Member {
  readonly look: Look
  readonly description: string
}
export interface ManifestEntry extends Subject {
  /** Number in send order, from 1. */
  readonly index: number
  readonly mediaId: string
  /** The pass that adds it, from 1. */
  readonly pass: number
}
export interface LeftOut {
  readonly asset: Asset
  readonly reason: LeftOutReason
  /** "enters at 1.5 s" */
  readonly detail: string
}
/** The numbered references of one frame; each assigned asset is in exactly one of the three lists (domain.md 3). */
export interface Manifest {
  readonly shotId: string
  readonly frame: FrameEnd
  readonly entries: readonly ManifestEntry[]
  /** The number of the marks, behind the references, where the plan sends them. */
  readonly marksIndex: number | null
  /** The style picture, numbered last, where the plan sends it. */
  readonly style: { readonly index: number; readonly mediaId: string } | null
  readonly alsoInFrame: readonly Subject[]
  readonly leftOut: readonly LeftOut[]
  readonly text: string
}

/** Which pass adds an asset, and which assets a refused plan leaves over; made by the pass planner. */
export interface PassSplit {
  readonly passOf: ReadonlyMap<string, number>
  readonly overCap: ReadonlySet<string>
  /** Are the marks sent? */
  readonly hasMarks?: boolean
  /** The style picture, where it is sent. */
  readonly stylePictureId?: string | null
}

/** Manifest order: characters, locations, props; then rank, first appearance, name (domain.md 3). */
export function compareMembers(a: Member, b: Member): number {
  const type = assetTypes.indexOf(a.asset.type) - assetTypes.indexOf(b.asset.type)
  return (
    type ||
    compareRank(rankOf(a), rankOf(b)) ||
    a.asset.ordinal - b.asset.ordinal ||
    (a.asset.name < b.asset.name ? -1 : a.asset.name > b.asset.name ? 1 : 0)
  )
}

const rankOf = (m: Member): number | null => m.assignment.rank ?? m.asset.rank

/** Smaller first, none last. */
function compareRank(a: number | null, b: number | null): number {
  if (a === b) return 0
  if (a === null) return 1
  return b === null ? -1 : a - b
}

/** Those of a shot who are seen in a frame, in manifest order: there at that moment, not behind the camera, not hidden (domain.md 3.1). */
export function seenIn(store: ReadRecords, shotId: string, frame: FrameEnd): Member[] {
  return membersOf(store, shotId)
    .filter((m) => leftOutOf(store, m, frame) === null)
    .sort(compareMembers)
}

/** The assets seen in a frame, in manifest order, with the look in force. */
export function subjectsOf(store: ReadRecords, shotId: string, frame: FrameEnd): Subject[] {
  return seenIn(store, shotId, frame).map((m) => withLook(store, m, frame))
}

/** Is somebody hidden in a still: behind something, under a table (domain.md 5.8)? */
export function isHidden(store: ReadRecords, { assignment, asset }: Member, frame: FrameEnd): boolean {
  const own = store.first('blockingOf', `${assignment.shotId}/${assignment.sceneAssetInstanceId}/${frame}`)
  return own?.shown === 'hidden' && asset.type !== 'location'
}

/** A member with its look and description at one end of the shot, or at a moment of it. */
export function withLook(store: ReadRecords, member: Member, at: FrameEnd | number): Subject {
  const look = resolveLook(store, member.instance, { shotId: member.assignment.shotId, at })
  const own = effectiveDescription(store, member.instance, look)
  // Somebody's other looks are not the other one's.
  const isAsEver = look.id === member.asset.defaultLookId
  return {
    ...member,
    look,
    description: isAsEver ? lentDescription(store, member.assignment.shotId, member.asset, own) : own,
  }
}

/** The manifest of one frame. Without a split everything is sent in one pass. */
export function manifestOf(
  store: ReadRecords,
  shotId: string,
  frame: FrameEnd,
  split?: PassSplit,
  traits = true,
): Manifest {
  const entries: ManifestEntry[] = []
  const alsoInFrame: Subject[] = []
  const leftOut: LeftOut[] = []
  for (const subject of subjectsOf(store, shotId, frame)) {
    if (split?.overCap.has(subject.asset.id))
      leftOut.push({ asset: subject.asset, reason: 'over_cap', detail: 'more than the passes allow' })
    else if (subject.look.mediaId === null) alsoInFrame.push(subject)
    else
      entries.push({
        ...subject,
        index: entries.length + 1,
        mediaId: subject.look.mediaId,
        pass: split?.passOf.get(subject.asset.id) ?? 1,
      })
  }
  for (const member of membersOf(store, shotId).sort(compareMembers)) {
    const out = leftOutOf(store, member, frame)
    if (out) leftOut.push({ asset: member.asset, ...out })
  }
  const mediaId = split?.stylePictureId ?? null
  const marksIndex = split?.hasMarks ? entries.length + 1 : null
  const style = mediaId === null ? null : { index: (marksIndex ?? entries.length) + 1, mediaId }
  const text = manifestText(entries, alsoInFrame, traits, { marks: marksIndex, style: style?.index })
  return { shotId, frame, entries, marksIndex, style, alsoInFrame, leftOut, text }
}

/** Why somebody of a shot is not seen in a frame; null for who is. */
export function leftOutOf(store: ReadRecords, member: Member, frame: FrameEnd): Omit<LeftOut, 'asset'> | null {
  const { assignment, asset } = member
  if (asset.deleted) return { reason: 'deleted', detail: 'deleted from the project' }
  const unseen = unseenByCamera(store, assignment.shotId).get(asset.id)
  if (unseen !== undefined) return { reason: 'camera', detail: unseen }
  if (visibleIn(assignment, frame))
    return isHidden(store, member, frame) ? { reason: 'hidden', detail: 'is hidden from view' } : null
  const shot = store.must('shots', assignment.shotId)
  const { fps } = settingsOf(store)
  const seconds = (fraction: number) => secondsText(framesToSeconds(fraction * shot.durationFrames, fps))
  if (assignment.presence === 'passes_through')
    return {
      reason: 'passes_through',
      detail: `passes through from ${seconds(assignment.enterAt)} to ${seconds(assignment.exitAt)}`,
    }
  if (frame === 'start') return { reason: 'enters_later', detail: `enters at ${seconds(assignment.enterAt)}` }
  return { reason: 'left_before', detail: `leaves at ${seconds(assignment.exitAt)}` }
}

/** The exact text of domain.md 3; empty when nothing is in the frame. */
export function manifestText(
  entries: readonly (Pick<ManifestEntry, 'index' | 'description'> & {
    asset: Pick<Asset, 'name' | 'type'>
    look?: Pick<Look, 'view'>
  })[],
  alsoInFrame: readonly { asset: Pick<Asset, 'name' | 'type'>; description: string }[],
  traits = true,
  further: { readonly marks?: number | null | undefined; readonly style?: number | null | undefined } = {},
): string {
  const words = (asset: { name: string; type: AssetType }, description: string, view: LookView = 'front') => {
    const text = oneLine(description)
    return `${asset.name} (${asset.type}${shown[view]})${traits && text ? ` — ${text}` : ''}`
  }
  const lines: string[] = []
  const more = [
    ...(further.marks ? [`Image #${further.marks}: ${marksLine}`] : []),
    ...(further.style ? [`Image #${further.style}: ${styleLine}`] : []),
  ]
  if (entries.length || more.length) {
    lines.push(referencesTitle)
    for (const entry of entries)
      lines.push(`Image #${entry.index}: ${words(entry.asset, entry.description, entry.look?.view)}`)
    lines.push(...more)
  }
  if (alsoInFrame.length) {
    lines.push('ALSO IN FRAME (no reference image):')
    for (const subject of alsoInFrame) lines.push(words(subject.asset, subject.description))
  }
  return lines.join('\n')
}

/** The line over the references. */
export const referencesTitle = 'REFERENCE IMAGES (attached alongside this prompt):'

/** What is said of the picture of the marks. */
const marksLine =
  'marks — lines, arrows and words drawn over this picture, here on grey: follow what they say of where things go; draw none of them'

/** What is said of the style picture. */
const styleLine = 'style — take how it is drawn, its light and its colours; nothing of what it shows'

/** What a reference picture shows that is not the front. */
const shown: Record<LookView, string> = {
  front: '',
  side: ', seen from the side',
  back: ', seen from behind',
  expressions: ', expression sheet',
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
