import type { FrameSide } from '../../model/assignment'
import type { FrameEnd } from '../../model/common'
import type { ReadRecords } from '../../records/recordStore'
import { defaultBlocking } from './defaultBlocking'
import { existingShot, projectOf, type Member } from '../lookup'
import { compareMembers, withLook } from '../manifest/manifest'
import { pictureOf } from './pictureOf'
import { isInCar } from '../../drawing/sets/kind'
import { focusIn, wordsOfStill } from './staging'
import { viewOf } from '../../language/reading/view'

/** Where an asset stands in a still, fractions of the frame; see model/transformation. */
export interface Placement {
  readonly x: number
  readonly y: number
  readonly scale: number
  readonly flip: boolean
  readonly depth: number
}

/** The key characters of a shot: marked by the user, else those with a cue in it (domain.md 5). */
export function keyCharacters(store: ReadRecords, shotId: string, members: readonly Member[]): Set<string> {
  const marked = members.filter((m) => m.asset.type === 'character' && m.asset.key)
  if (marked.length) return new Set(marked.map((m) => m.asset.id))
  const cues = new Set(existingShot(store, shotId).dialogue.map((d) => d.character.toLowerCase()))
  const speaks = (m: Member) =>
    [m.asset.name, ...m.asset.aliases.map((a) => a.name)].some((name) => cues.has(name.toLowerCase()))
  return new Set(members.filter((m) => m.asset.type === 'character' && speaks(m)).map((m) => m.asset.id))
}

/**
 * Where each of the given members stands: the user's blocking, else a default that depends only on this still: who is in it, its camera, its
 * place and its words. Who speaks moves nobody, except in shots that are of one person. By asset id.
 */
export function placements(
  store: ReadRecords,
  shotId: string,
  frame: FrameEnd,
  members: readonly Member[],
): Map<string, Placement> {
  const shot = existingShot(store, shotId)
  const project = projectOf(store)
  const placed = members.filter((m) => m.asset.type !== 'location').sort(compareMembers)
  const focuses = focusIn(
    shot,
    frame,
    placed.filter((m) => m.asset.type === 'character').map((m) => m.asset),
  )
  const { set, intExt } = store.must('scenes', shot.sceneId)
  const camera = {
    size: shot.size,
    angle: shot.angle,
    nearby: viewOf(wordsOfStill(shot, frame)).near,
    inCar: isInCar(intExt, set),
  }
  const defaults = defaultBlocking(
    placed.map((m) => {
      const { look, description } = withLook(store, m, frame)
      const { focus = false, shoulder = false } = focuses.get(m.asset.id) ?? {}
      return {
        id: m.asset.id,
        type: m.asset.type,
        key: m.asset.key,
        order: m.asset.ordinal,
        name: m.asset.name,
        traits: description,
        picture: pictureOf(store, look.mediaId),
        focus,
        shoulder,
      }
    }),
    camera,
    project.aspectWidth / project.aspectHeight,
  )
  const out = new Map<string, Placement>()
  for (const m of placed) {
    const own = store.first('blockingOf', `${shotId}/${m.instance.id}/${frame}`)
    const at = own ?? defaults.get(m.asset.id)!
    out.set(m.asset.id, { x: at.x, y: at.y, scale: at.scale, flip: at.flip, depth: at.depth })
  }
  return out
}

/** "at left third": the part of the frame a figure stands in. */
export function placeWords(x: number): string {
  if (x < 0.14) return 'at far left'
  if (x < 0.4) return 'at left third'
  if (x <= 0.6) return 'at centre'
  return x <= 0.86 ? 'at right third' : 'at far right'
}

/** "full figure", by how much of a figure of that height fits the frame. */
export function figureWords(scale: number): string {
  if (scale <= 0.45) return 'small in frame'
  if (scale <= 1) return 'full figure'
  if (scale <= 1.35) return 'knees up'
  if (scale <= 1.8) return 'waist up'
  return scale <= 2.6 ? 'head and shoulders' : 'face filling the frame'
}

/**
 * The frame edge nearest to where somebody is; depth does not count (domain.md 1). Whoever stands on the floor comes and goes by a side: the upper
 * edge is nearest only to what hangs by it whole, the lower one only to what is low all over.
 */
export function nearestSide(at: Placement | undefined): FrameSide {
  if (!at) return 'left'
  const side = Math.min(at.x, 1 - at.x)
  if (at.y < side) return 'top'
  if (1 - (at.y - at.scale) < side / 2) return 'bottom'
  return at.x > 0.5 ? 'right' : 'left'
}

/** Where somebody is at a moment of the shot, on the straight way between both ends. */
export function placementAt(
  start: Placement | undefined,
  end: Placement | undefined,
  moment: number,
): Placement | undefined {
  if (!start || !end) return start ?? end
  const between = (a: number, b: number) => a + (b - a) * moment
  return { ...start, x: between(start.x, end.x), y: between(start.y, end.y), scale: between(start.scale, end.scale) }
}
