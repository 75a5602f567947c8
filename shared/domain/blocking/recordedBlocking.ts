import type { AssetType } from '../../model/asset'
import type { FrameEnd } from '../../model/common'
import type { Snapshot } from '../../model/result'
import { canonicalJson, roundInput } from '../../records/canonical'
import type { ReadRecords } from '../../records/recordStore'
import { chosenTake, takeKindOf } from '../lookup'
import { subjectsOf } from '../manifest/manifest'
import { blockingFacts, sameDefaults, type BlockingFacts, type MemberFacts } from './blockingFacts'
import type { Placement } from './blockingMember'

/**
 * How the blocking of a still stands in the inputs of a result (domain.md 6). The facts it goes by are inputs: each asset's own place in its value,
 * what no other input holds under `frame/blocking`. Where everybody was drawn is a note: kept with the result, never compared.
 */
const factsPath = 'frame/blocking'
const drawnPath = 'note:frame/placements'
export const isBlockingFacts = (path: string): boolean => path.replace(/^(?:start|end)\//, '') === factsPath

/** Facts of one member that its value in the inputs does not hold, and where that stands. */
type MoreFacts = Pick<MemberFacts, 'name' | 'key' | 'order' | 'aliases' | 'picture'> & { readonly path: string }

/** An asset's value in the inputs, as far as its place goes. */
interface PlacedInput {
  readonly type: string
  readonly description: string
  readonly blocking?: Placement | null
}

/** The place of an asset among the inputs: by its name, namesakes are counted. In the order given. */
export function inputPaths(assets: readonly { readonly id: string; readonly name: string }[]): Map<string, string> {
  const taken = new Set<string>()
  const paths = new Map<string, string>()
  for (const { id, name } of assets) {
    let path = `asset:${name}`
    for (let n = 2; taken.has(path); n++) path = `asset:${name} (${n})`
    taken.add(path)
    paths.set(id, path)
  }
  return paths
}

/** A place with its numbers as inputs hold them. */
export function roundedPlace({ x, y, scale, flip, depth }: Placement): Placement {
  return { x: roundInput(x), y: roundInput(y), scale: roundInput(scale), flip, depth: roundInput(depth) }
}

/** What the inputs of a still record of its blocking, beside each asset's own place. @param drawn where everybody is drawn, by id */
export function recordedBlocking(
  facts: BlockingFacts,
  paths: ReadonlyMap<string, string>,
  drawn: ReadonlyMap<string, Placement>,
): Snapshot {
  return {
    [factsPath]: {
      aspect: roundInput(facts.aspect),
      cues: facts.words.cues,
      members: facts.members.map(({ id, name, key, order, aliases, picture }): MoreFacts => ({
        path: paths.get(id)!,
        name,
        key,
        order,
        aliases,
        picture,
      })),
    },
    [drawnPath]: Object.fromEntries(
      facts.members.map(({ id }): [string, Placement] => [paths.get(id)!, roundedPlace(drawn.get(id)!)]),
    ),
  }
}

/** Facts as they are compared: with the members' paths for ids and rounded numbers. */
export function comparedFacts(facts: BlockingFacts, paths: ReadonlyMap<string, string>): BlockingFacts {
  return {
    ...facts,
    aspect: roundInput(facts.aspect),
    words: { ...facts.words, text: facts.words.text.trim(), state: facts.words.state.trim() },
    members: facts.members.map((m) => ({
      ...m,
      id: paths.get(m.id)!,
      traits: m.traits.trim(),
      own: m.own && roundedPlace(m.own),
    })),
  }
}

/**
 * The facts that the inputs of a still tell of; null for one of a version that kept none. Members have their paths for ids.
 * @param prefix "start/" or "end/" in the inputs of a video
 */
export function factsIn(inputs: Snapshot, prefix = ''): BlockingFacts | null {
  const more = inputs[prefix + factsPath] as
    { aspect: number; cues: BlockingFacts['words']['cues']; members: readonly MoreFacts[] } | undefined
  if (!more) return null
  const at = (path: string) => inputs[prefix + path]
  const members = more.members.flatMap(({ path, ...facts }): MemberFacts[] => {
    const value = at(path) as PlacedInput | undefined
    if (!value) return []
    const { type, description, blocking } = value
    return [{ ...facts, id: path, type: type as AssetType, traits: description, own: blocking ?? null }]
  })
  return {
    size: at('shot/size') as BlockingFacts['size'],
    angle: at('shot/angle') as BlockingFacts['angle'],
    intExt: at('scene/intExt') as BlockingFacts['intExt'],
    set: at('scene/set') as string,
    words: { text: at('shot/text') as string, state: at('shot/state') as string, cues: more.cues },
    aspect: more.aspect,
    members,
  }
}

/** Where the user had placed an asset when the inputs were taken; null = by default. Old inputs hold the place itself, and tell in a note whose it was. */
export function ownPlaceIn(inputs: Snapshot, prefix: string, path: string): Placement | null {
  const { blocking } = (inputs[prefix + path] ?? {}) as Partial<PlacedInput>
  if (!blocking) return null
  if (inputs[prefix + factsPath] !== undefined) return blocking
  return (inputs[`note:${prefix}${path}`] as { placed?: boolean } | undefined)?.placed ? blocking : null
}

/** Where an asset was drawn when the inputs were taken. */
export function drawnPlaceIn(inputs: Snapshot, prefix: string, path: string): Placement | null {
  const drawn = inputs[`note:${prefix}${drawnPath.slice('note:'.length)}`] as
    Readonly<Record<string, Placement>> | undefined
  return drawn?.[path] ?? (inputs[prefix + path] as Partial<PlacedInput> | undefined)?.blocking ?? null
}

/** Where everybody was drawn, to go with another result that shows the same picture. */
export const drawnIn = (inputs: Snapshot): Snapshot => (drawnPath in inputs ? { [drawnPath]: inputs[drawnPath] } : {})

/**
 * Where the still that stands at one end of a shot was drawn with everybody, by asset id; null without one, or where its facts put somebody elsewhere
 * by now. So a picture, what is drawn over it, its words and its remake agree, whatever version made it.
 */
export function standingPlacements(store: ReadRecords, shotId: string, frame: FrameEnd): Map<string, Placement> | null {
  const take = chosenTake(store, shotId, takeKindOf(frame))
  if (!take) return null
  const inputs = store.get('resultMarks', take.id)?.accepted?.inputs ?? take.inputs
  const subjects = subjectsOf(store, shotId, frame)
  const paths = inputPaths(subjects.map((s) => s.asset))
  const today = comparedFacts(blockingFacts(store, shotId, frame, subjects), paths)
  const then = factsIn(inputs) ?? oldFacts(inputs, today)
  if (!then || !sameDefaults(then, today)) return null
  return new Map(
    subjects.flatMap(({ asset }) => {
      const place = drawnPlaceIn(inputs, '', paths.get(asset.id)!)
      return place ? [[asset.id, place] as const] : []
    }),
  )
}

/** The facts of inputs that kept only some of them, the others as they are today; null where other members were there. */
function oldFacts(inputs: Snapshot, today: BlockingFacts): BlockingFacts | null {
  const old = Object.keys(inputs).filter(
    (path) => path.startsWith('asset:') && (inputs[path] as PlacedInput).type !== 'location',
  )
  if (canonicalJson(old.sort()) !== canonicalJson(today.members.map((m) => m.id).sort())) return null
  return {
    ...today,
    size: inputs['shot/size'] as BlockingFacts['size'],
    angle: inputs['shot/angle'] as BlockingFacts['angle'],
    intExt: inputs['scene/intExt'] as BlockingFacts['intExt'],
    set: inputs['scene/set'] as string,
    words: { ...today.words, text: inputs['shot/text'] as string, state: inputs['shot/state'] as string },
    members: today.members.map((m) => {
      const { type, description } = inputs[m.id] as PlacedInput
      return { ...m, type: type as AssetType, traits: description }
    }),
  }
}
