import type { AssetType } from '../../model/asset'
import type { FrameEnd } from '../../model/common'
import type { Snapshot } from '../../model/result'
import { roundInput } from '../../records/canonical'
import type { ReadRecords } from '../../records/recordStore'
import { chosenTake, takeKindOf } from '../lookup'
import { subjectsOf } from '../manifest/manifest'
import { sameDefaults, type BlockingFacts, type MemberFacts, type OtherFacts } from './blockingFacts'
import type { Placement } from './blockingMember'

/**
 * How the blocking of a still stands in the inputs of a result (domain.md 6.2). The facts it goes by are inputs: each
 * asset's own place in its value, what no other input holds under `frame/blocking`. Where everybody was drawn is a
 * note: kept with the result, never compared.
 */
const factsPath = 'frame/blocking'
const drawnPath = 'note:frame/placements'
/** Is it where the inputs of a still keep the facts of its blocking, also inside those of a video? */
export const isBlockingFacts = (path: string): boolean => path.replace(/^(?:start|end)\//, '') === factsPath

/** Facts of one member that its value in the inputs does not hold, and where that stands. */
type MoreFacts = Pick<
  MemberFacts,
  'name' | 'key' | 'order' | 'aliases' | 'picture' | 'crossing' | 'carrier' | 'side'
> & {
  readonly path: string
}

/** The facts that no other input holds. */
type FactsRecord = Partial<Pick<BlockingFacts, 'aspect'>> & {
  readonly words: Partial<Pick<BlockingFacts['words'], 'cues'>>
  readonly members: readonly MoreFacts[]
  /** Who else keeps a slot; missing in results of versions that knew of none. */
  readonly others?: readonly OtherFacts[]
}

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

/**
 * What the inputs of a still record of its blocking, beside each asset's own place.
 * @param drawn where everybody is drawn, by id
 */
export function recordedBlocking(
  facts: BlockingFacts,
  paths: ReadonlyMap<string, string>,
  drawn: ReadonlyMap<string, Placement>,
): Snapshot {
  return {
    [factsPath]: {
      aspect: roundInput(facts.aspect),
      words: { cues: facts.words.cues },
      members: facts.members.map(({ id, name, key, order, aliases, picture, crossing, carrier, side }): MoreFacts => ({
        path: paths.get(id)!,
        name,
        key,
        order,
        aliases,
        picture,
        crossing,
        carrier: carrier === null ? null : paths.get(carrier)!,
        side,
      })),
      others: comparedOthers(facts.others),
    },
    [drawnPath]: Object.fromEntries(
      facts.members.map(({ id }): [string, Placement] => [paths.get(id)!, roundedPlace(drawn.get(id)!)]),
    ),
  }
}

/** Those who only keep a slot, told by their names. */
function comparedOthers(others: readonly OtherFacts[]): OtherFacts[] {
  const paths = inputPaths(others)
  return others.map((other) => ({ ...other, id: `other:${paths.get(other.id)!}`, traits: other.traits.trim() }))
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
      carrier: m.carrier === null ? null : (paths.get(m.carrier) ?? null),
      traits: m.traits.trim(),
      own: m.own && roundedPlace(m.own),
    })),
    others: comparedOthers(facts.others),
  }
}

/** Facts as some version recorded them: what it did not know of is missing. */
export type RecordedFacts = Partial<Omit<BlockingFacts, 'words' | 'members'>> & {
  readonly words: Partial<BlockingFacts['words']>
  readonly members: readonly (Partial<MemberFacts> & { readonly id: string })[]
}

/**
 * Recorded facts with those that their version did not know of as they are today: what a later version asks for
 * besides moves nobody. Null where other members are there today.
 */
export function completedFacts(then: RecordedFacts, today: BlockingFacts): BlockingFacts | null {
  const now = new Map(today.members.map((m) => [m.id, m]))
  if (then.members.length !== now.size || !then.members.every((m) => now.has(m.id))) return null
  return {
    ...today,
    ...then,
    words: { ...today.words, ...then.words },
    members: then.members.map((m) => ({ ...now.get(m.id)!, ...m })),
  }
}

/**
 * The facts that the inputs of a still tell of, with the members' paths for ids; completed by today's.
 * @param prefix "start/" or "end/" in the inputs of a video
 */
export function factsIn(inputs: Snapshot, prefix: string, today: BlockingFacts): BlockingFacts | null {
  return completedFacts(recordedIn(inputs, prefix), today)
}

function recordedIn(inputs: Snapshot, prefix: string): RecordedFacts {
  const at = (path: string) => inputs[prefix + path]
  const record = at(factsPath) as FactsRecord | undefined
  const { members, words, ...more } = record ?? { members: null, words: {} }
  const placed = (path: string) => {
    const { type, description } = at(path) as PlacedInput
    return { id: path, type: type as AssetType, traits: description, own: ownPlaceIn(inputs, prefix, path) }
  }
  return {
    size: at('shot/size') as BlockingFacts['size'],
    angle: at('shot/angle') as BlockingFacts['angle'],
    intExt: at('scene/intExt') as BlockingFacts['intExt'],
    set: at('scene/set') as string,
    ...more,
    words: { text: at('shot/text') as string, state: at('shot/state') as string, ...words },
    members: members
      ? members.flatMap(({ path, ...facts }) => (at(path) ? [{ ...facts, ...placed(path) }] : []))
      : Object.keys(inputs).flatMap((full) => {
          const path = full.slice(prefix.length)
          const isMember = full.startsWith(`${prefix}asset:`) && (inputs[full] as PlacedInput).type !== 'location'
          return isMember ? [placed(path)] : []
        }),
  }
}

/** The facts that today's inputs tell of. */
export function factsOfToday(inputs: Snapshot, prefix: string): BlockingFacts {
  return recordedIn(inputs, prefix) as BlockingFacts
}

/**
 * Where the user had placed an asset when the inputs were taken; null = by default. Old inputs hold the place itself,
 * and tell in a note whose it was.
 */
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
 * Where the still that stands at one end of a shot was drawn with those whom nobody had placed, by asset id; empty
 * without one, and where its facts put somebody elsewhere by now. So a picture, what is drawn over it, its words and
 * its remake agree, whatever version made it.
 * @param facts of those that are to be placed now
 */
export function standingDefaults(
  store: ReadRecords,
  shotId: string,
  frame: FrameEnd,
  facts: BlockingFacts,
): ReadonlyMap<string, Placement> {
  const take = chosenTake(store, shotId, takeKindOf(frame))
  if (!take) return nowhere
  const inputs = store.get('resultMarks', take.id)?.accepted?.inputs ?? take.inputs
  const paths = inputPaths(subjectsOf(store, shotId, frame).map((s) => s.asset))
  if (!facts.members.every(({ id }) => paths.has(id))) return nowhere
  const today = comparedFacts(facts, paths)
  const then = factsIn(inputs, '', today)
  if (!then || !sameDefaults(then, today)) return nowhere
  return new Map(
    facts.members.flatMap(({ id }) => {
      const path = paths.get(id)!
      const place = ownPlaceIn(inputs, '', path) ? null : drawnPlaceIn(inputs, '', path)
      return place ? [[id, place] as const] : []
    }),
  )
}

const nowhere: ReadonlyMap<string, Placement> = new Map()
