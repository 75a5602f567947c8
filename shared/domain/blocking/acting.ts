import type { Asset } from '../../model/asset'
import type { FrameEnd } from '../../model/common'
import type { Shot } from '../../model/shot'
import type { Pose } from '../../language/lexicon/poses'
import type { FrameSubject } from '../../drawing/frameDescription'
import type { ReadRecords } from '../../records/recordStore'
import type { Subject } from '../manifest/manifest'
import { figureOf } from '../manifest/secondNames'
import { roundTo } from '../../model/numbers'
import { handLift } from '../../drawing/character/handLift'
import { carrierIn } from '../presence/carrying'
import type { Held } from '../told/inHands'
import type { Placement } from './blockingMember'
import { withCarried } from './carriedPlaces'
import type { Resting } from './resting'
import type { Staging } from './staging'

/** As many as there are colours of clothes. */
const TONES = 12

/** How the drawn figure of somebody is told from others: by a tone of the clothes that nobody described, and by whom it is drawn as. */
export function figureIn(store: ReadRecords, asset: Asset): Pick<FrameSubject, 'tone' | 'drawnAs' | 'seated'> {
  const figure = figureOf(store, asset)
  const { id, name, ordinal } = figure
  return { tone: ordinal % TONES, ...(id === asset.id ? {} : { drawnAs: { assetId: id, name } }) }
}
/** Where somebody lies on the floor. */
const LYING_Y = 0.95

/** How a drawn figure acts; nothing of it where it only stands and looks ahead. */
export type Acting = Pick<FrameSubject, 'pose' | 'gaze' | 'mouth' | 'fromBehind' | 'tone' | 'drawnAs' | 'seated'>

/** What arms do, also of whoever sits. */
const whateverSeat: ReadonlySet<Pose> = new Set(['point', 'drink', 'phone', 'aim', 'hands_up', 'wave', 'carry'])

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
  store: ReadRecords,
  shot: Shot,
  people: readonly Subject[],
  staging: ReadonlyMap<string, Staging>,
  resting: ReadonlyMap<string, Resting>,
  asides: ReadonlyMap<string, Pose>,
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
    const { pose: own, moves, toCamera, laughs, speaks } = staging.get(asset.id)!
    const told = own ?? (speaks ? asides.get(asset.id) : undefined)
    // No still tells a coming or going, so none is drawn.
    const does = moves && (told === 'walk' || told === 'run') ? undefined : told
    const rest = resting.get(asset.id)?.rest ?? (inCar ? 'sit' : undefined)
    const pose: Pose | undefined =
      does === undefined || does === 'sit' || does === 'lie' || does === 'kneel'
        ? rest === 'stand'
          ? undefined
          : (rest ?? does)
        : does
    const away =
      speakerX !== undefined && !speaks && Math.abs(speakerX - place.x) > 0.01 && speakerX < place.x !== place.flip
    const gaze =
      toCamera || (shot.size === 'pov' && behind !== asset.id)
        ? ('camera' as const)
        : away
          ? ('back' as const)
          : undefined
    out.set(asset.id, {
      ...figureIn(store, asset),
      ...(pose && !(pose === 'lie' && place.scale > LYING) ? { pose } : {}),
      ...(rest === 'sit' && pose && whateverSeat.has(pose) ? { seated: true as const } : {}),
      ...(gaze ? { gaze } : {}),
      ...(speaks ? { mouth: 'speaks' as const } : laughs ? { mouth: 'laughs' as const } : {}),
      ...(behind === asset.id ? { fromBehind: true as const } : {}),
    })
  }
  return out
}

/**
 * Where those of a still are drawn, as far as nobody placed them: who lies, lies on the floor in front; what the words have in somebody's hand is
 * drawn there. All others are drawn where the words of the prompt have them. `aspect` is width / height.
 */
export function drawnAt(
  store: ReadRecords,
  shot: Shot,
  frame: FrameEnd,
  subjects: readonly Subject[],
  acting: ReadonlyMap<string, Acting>,
  held: readonly Held[],
  at: ReadonlyMap<string, Placement>,
  aspect: number,
): Map<string, Placement> {
  const isPlaced = ({ instance }: Subject) => {
    const own = store.first('blockingOf', `${shot.id}/${instance.id}/${frame}`)
    return own !== undefined && own.heldBy === null
  }
  const out = new Map(at)
  for (const s of subjects) {
    const place = at.get(s.asset.id)
    const does = acting.get(s.asset.id)
    if (!place || does?.pose !== 'lie' || does.fromBehind || shot.size === 'insert' || isPlaced(s)) continue
    const half = Math.min(0.5, place.scale / aspect / 2)
    out.set(s.asset.id, {
      ...place,
      x: Math.min(1 - half, Math.max(half, place.x)),
      y: LYING_Y,
      depth: Math.max(...[...at.values()].map((p) => p.depth)) + 1,
    })
  }
  const holders = new Map(
    subjects.flatMap((s): [string, string][] => {
      const holder =
        held.find(({ thing, hold }) => thing === s.asset.id && (hold === 'hand' || hold === 'worn'))?.who[0] ??
        carrierIn(store, s.assignment, frame)?.asset.id
      return holder !== undefined && out.has(holder) && out.has(s.asset.id) && !isPlaced(s)
        ? [[s.asset.id, holder]]
        : []
    }),
  )
  if (holders.size === 0) return out
  const members = subjects.map((s) => ({
    id: s.asset.id,
    type: s.asset.type,
    name: s.asset.name,
    traits: s.description,
    carrier: holders.get(s.asset.id) ?? null,
    own: null,
  }))
  const inHands = withCarried(members, aspect, out)
  for (const [thing, holder] of holders) {
    const place = inHands.get(thing)!
    const hand = out.get(holder)!
    const up = handLift(acting.get(holder)) * hand.scale
    inHands.set(thing, { ...place, y: roundTo(Math.max(place.scale, place.y - up), 4) })
  }
  return inHands
}

/** What the figures of a still have in hand that nothing else of it stands for: a thing told in words alone, or had by several. */
export function inHandOf(held: readonly Held[], id: string): string | null {
  const one = held.find(
    ({ who, hold, thing }) => hold === 'hand' && who.includes(id) && (thing === null || who[0] !== id),
  )
  return one ? one.words.slice(0, 200) : null
}
