import type { FrameEnd } from '../../model/common'
import type { Shot } from '../../model/shot'
import type { Pose } from '../../language/lexicon/poses'
import type { FrameSubject } from '../../drawing/frameDescription'
import type { ReadRecords } from '../../records/recordStore'
import type { Subject } from '../manifest/manifest'
import type { Placement } from './blockingMember'
import type { Staging } from './staging'

/** A drawn figure with its arms, and a face with its hair, in figure heights; see drawList/subjectBox.ts. */
const [BODY, FACE] = [0.42, 0.24]
/** As many as there are colours of clothes. */
const TONES = 12

/** The tone of somebody whose clothes nobody described; the same in every still. */
export const toneOf = ({ ordinal }: { readonly ordinal: number }): number => ordinal % TONES
/** Where somebody lies on the floor. */
const LYING_Y = 0.95

/** How a drawn figure acts; nothing of it where it only stands and looks ahead. */
export type Acting = Pick<FrameSubject, 'pose' | 'gaze' | 'mouth' | 'fromBehind' | 'tone'>

/** Figures larger than this are not seen down to the floor they would lie on. */
const LYING = 1.1

/** Who is seen from behind: over a shoulder, the nearest of at least two. */
function seenFromBehind(
  shot: Pick<Shot, 'size'>,
  people: readonly Subject[],
  at: ReadonlyMap<string, Placement>,
): string | null {
  if (shot.size !== 'over_shoulder' || people.length < 2) return null
  const depth = (s: Subject) => at.get(s.asset.id)?.depth ?? 0
  return people.reduce((near, s) => (depth(s) > depth(near) ? s : near)).asset.id
}

/**
 * What the drawn people of a still do, by the words of the shot (staging.ts): a pose; whoever does not speak looks at
 * who does; in a point of view they look into the camera. Pictures are as they are.
 */
export function actingIn(
  shot: Shot,
  people: readonly Subject[],
  staging: ReadonlyMap<string, Staging>,
  at: ReadonlyMap<string, Placement>,
  inCar: boolean,
): Map<string, Acting> {
  const behind = seenFromBehind(shot, people, at)
  const speaker = people.find((s) => staging.get(s.asset.id)!.speaks)
  const speakerX = speaker && at.get(speaker.asset.id)?.x
  const out = new Map<string, Acting>()
  for (const { asset, look } of people) {
    const place = at.get(asset.id)
    if (look.mediaId || !place) continue
    const { pose: told, moves, toCamera, laughs, speaks } = staging.get(asset.id)!
    const pose: Pose | undefined = told ?? (moves ? 'walk' : inCar ? 'sit' : undefined)
    const away =
      speakerX !== undefined && !speaks && Math.abs(speakerX - place.x) > 0.01 && speakerX < place.x !== place.flip
    const gaze =
      toCamera || (shot.size === 'pov' && behind !== asset.id)
        ? ('camera' as const)
        : away
          ? ('back' as const)
          : undefined
    out.set(asset.id, {
      tone: toneOf(asset),
      ...(pose && !(pose === 'lie' && place.scale > LYING) ? { pose } : {}),
      ...(gaze ? { gaze } : {}),
      ...(speaks ? { mouth: 'speaks' as const } : laughs ? { mouth: 'laughs' as const } : {}),
      ...(behind === asset.id ? { fromBehind: true as const } : {}),
    })
  }
  return out
}

/**
 * Where the drawn people of a still are seen, as far as nobody placed them: who comes in or goes out and stands
 * outermost touches the edge of the frame, looking the way of going; who lies, lies on the floor in front. Of the
 * drawing alone: blocking, prompts and seams do not ask what somebody is about to do. `aspect` is width / height.
 */
export function drawnAt(
  store: ReadRecords,
  shot: Shot,
  frame: FrameEnd,
  people: readonly Subject[],
  staging: ReadonlyMap<string, Staging>,
  at: ReadonlyMap<string, Placement>,
  aspect: number,
): Map<string, Placement> {
  const out = new Map(at)
  const xs = people.map((s) => at.get(s.asset.id)?.x ?? 0.5)
  const behind = seenFromBehind(shot, people, at)
  for (const { asset, look, instance } of people) {
    const place = at.get(asset.id)
    if (
      !place ||
      look.mediaId ||
      asset.id === behind ||
      shot.size === 'insert' ||
      store.first('blockingOf', `${shot.id}/${instance.id}/${frame}`)
    )
      continue
    const { pose, moves, inPlace } = staging.get(asset.id)!
    const { x, scale, flip } = place
    if (pose === 'lie' && scale <= LYING) {
      const half = Math.min(0.5, scale / aspect / 2)
      out.set(asset.id, {
        ...place,
        x: Math.min(1 - half, Math.max(half, x)),
        y: LYING_Y,
        depth: Math.max(...[...at.values()].map((p) => p.depth)) + 1,
      })
      continue
    }
    const leftmost = x <= Math.min(...xs) && (people.length > 1 || !flip)
    if ((moves !== 'in' && moves !== 'out') || inPlace || !(leftmost || x >= Math.max(...xs))) continue
    // The body is half out of the picture, the face is not.
    const inset = Math.min(x, 1 - x, Math.max((scale * FACE) / aspect / 2, (scale * BODY) / aspect / 4))
    out.set(asset.id, { ...place, x: leftmost ? inset : 1 - inset, flip: leftmost ? moves === 'out' : moves === 'in' })
  }
  return out
}
