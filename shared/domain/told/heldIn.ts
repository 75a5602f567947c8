import { isContinuous } from '../../language/text/splitHeading'
import type { FrameEnd } from '../../model/common'
import type { Shot } from '../../model/shot'
import { cached } from '../../records/cached'
import { sameValue } from '../../records/canonical'
import type { ReadRecords } from '../../records/recordStore'
import { activeMembers, existingShot, neighbour } from '../lookup'
import type { Subject } from '../manifest/manifest'
import { figureOf } from '../manifest/secondNames'
import { carrierIn } from '../presence/carrying'
import { handsAfter, handsAtStart, holdsOf, thingsByNoun, type Hands, type Held, type ToldHold } from './inHands'

const nothing: Hands = new Map()

/** What people of a scene have when each of its shots begins, by the ids of their figures: until it is told otherwise, they leave, or time has passed. */
const handsOfScene = cached<ReadonlyMap<string, Hands>>((store, sceneId) => {
  const out = new Map<string, Hands>()
  let now = handsFromBefore(store, sceneId)
  for (const shot of store.list('shotsOfScene', sceneId)) {
    if (shot.timeJump) now = nothing
    out.set(shot.id, now)
    now = after(store, now, shot)
  }
  return out
})

/** A scene that goes on without a break begins with what people had at the end of the one before. */
function handsFromBefore(store: ReadRecords, sceneId: string): Hands {
  if (!isContinuous(store.must('scenes', sceneId).timeOfDay)) return nothing
  const scenes = store.list('scenesInOrder')
  const before = scenes[scenes.findIndex(({ id }) => id === sceneId) - 1]
  const last = before && store.list('shotsOfScene', before.id).at(-1)
  return last ? after(store, handsOfScene(store, before.id).get(last.id) ?? nothing, last) : nothing
}

function after(store: ReadRecords, before: Hands, shot: Shot): Hands {
  const told = holdsOf(store, shot.id)
  const members = activeMembers(store, shot.id)
  if (before.size === 0 && told.length === 0 && !members.some((m) => m.assignment.carriedBy !== null)) return nothing
  const figures = (ids: readonly string[]) => ids.map((id) => figureOf(store, store.must('assets', id)).id)
  const held = new Map(
    handsAfter(
      before,
      told.map((one): ToldHold => ({ ...one, who: figures(one.who), taker: figures(one.taker) })),
    ),
  )
  for (const { asset, instance, assignment } of members) {
    if (asset.type !== 'prop') continue
    const carrier = carrierIn(store, assignment, 'end')
    const placed = store.first('blockingOf', `${shot.id}/${instance.id}/end`)
    if (assignment.exitAt < 1 || (placed && !placed.heldBy)) held.delete(asset.id)
    else if (carrier) held.set(asset.id, carriedBy(figures([carrier.asset.id]), asset, held.get(asset.id)))
  }
  const gone = new Set(
    members.flatMap((m) => (m.assignment.exitAt < 1 ? [m.asset.id] : [])).flatMap((id) => figures([id])),
  )
  return new Map(
    [...held].flatMap(([key, one]): [string, ToldHold][] => {
      const who = one.who.filter((id) => !gone.has(id))
      return one.stays && who.length > 0 ? [[key, { ...one, who }]] : []
    }),
  )
}

const carriedBy = (who: string[], { id, name }: { id: string; name: string }, had: ToldHold | undefined): ToldHold => ({
  kind: 'has',
  key: id,
  who,
  thing: id,
  words: had?.words ?? name,
  hold: had?.hold ?? 'hand',
  where: had?.where ?? '',
  taker: [],
  stays: true,
  isLater: false,
})

/** What people have when a shot begins, by the words and records of the shots of its scene before it (domain.md 4.5); by the ids of their figures. */
const handsBefore = cached<readonly (readonly [key: string, hold: ToldHold])[]>(
  (store, shotId) => [...(handsOfScene(store, existingShot(store, shotId).sceneId).get(shotId) ?? nothing)],
  sameValue,
)

/**
 * Who has what at one end of the shot by the words of the scene so far (domain.md 4.5): what was brought or taken and not put down again,
 * and what whoever drops it or hands it over had before. Not what the records have somebody carry or a user placed, but what a split held where it
 * was. A thing that nobody is told to have is not among them.
 */
export function heldIn(
  store: ReadRecords,
  shot: Shot,
  frame: FrameEnd,
  subjects: readonly Subject[],
  carriers: ReadonlyMap<string, string>,
): Held[] {
  if (!subjects.some((s) => s.asset.type === 'character')) return []
  const before = handsBefore(store, shot.id)
  const told = holdsOf(store, shot.id)
  if (before.length === 0 && told.length === 0) return []
  const own = inShot(store, shot.id, before)
  const again = before.length > 0 && neighbour(store, shot, -1)?.text === shot.text
  const seen = new Map(subjects.map((s) => [s.asset.id, s]))
  return [...heldOf(frame, own, told, again).values()].flatMap((held) => {
    const who = held.who.filter((id) => seen.has(id))
    const thing = held.thing === null ? null : seen.get(held.thing)
    // What somebody is dressed in is told by the look. What is carried is told with its carrier; only that it is worn or ridden is more.
    if (who.length === 0 || thing === undefined || (thing === null && held.hold === 'worn')) return []
    if (thing && carriers.has(thing.asset.id) && held.hold === 'hand') return []
    const placed = thing && store.first('blockingOf', `${shot.id}/${thing.instance.id}/${frame}`)
    if (placed && !placed.heldBy) return []
    return [{ who, thing: held.thing, words: held.words, hold: held.hold, where: held.where }]
  })
}

/** The second half of a split shot, whose words are those of the first, begins as that one ended. */
function heldOf(frame: FrameEnd, before: Hands, told: readonly ToldHold[], again: boolean): Hands {
  if (frame === 'end') return handsAfter(before, told)
  return again ? before : handsAtStart(before, told)
}

/** What figures of the scene have, as members of a shot have it; a thing of which only words told is one of the shot now. */
function inShot(store: ReadRecords, shotId: string, before: readonly (readonly [string, ToldHold])[]): Hands {
  if (before.length === 0) return nothing
  const members = activeMembers(store, shotId)
  const memberOf = new Map(members.map(({ asset }) => [figureOf(store, asset).id, asset.id]))
  const things = thingsByNoun(members.map(({ asset }) => asset).filter(({ type }) => type === 'prop'))
  return new Map(
    before.map(([key, one]) => {
      const thing = one.thing ?? things.get(key) ?? null
      return [thing ?? key, { ...one, thing, key: thing ?? key, who: one.who.flatMap((id) => memberOf.get(id) ?? []) }]
    }),
  )
}

/**
 * What those seen in a still have by the shots before alone. An input of what does not tell it itself (domain.md 6.3).
 * @returns "two cold beers in hand" by asset id
 */
export function handsCarried(
  store: ReadRecords,
  shotId: string,
  frame: FrameEnd,
  subjects: readonly Subject[],
): Map<string, string[]> {
  const out = new Map<string, string[]>()
  if (handsBefore(store, shotId).length === 0) return out
  const told = new Set(holdsOf(store, shotId).map(({ words }) => words))
  for (const { who, words, hold } of heldIn(store, existingShot(store, shotId), frame, subjects, new Map()))
    if (!told.has(words)) for (const id of who) out.set(id, [...(out.get(id) ?? []), `${hold}: ${words}`])
  return out
}

/** Does a shot's own words have a thing taken only then, or let go by its end, whoever carries it by the records? */
export function isLetGoIn(store: ReadRecords, shotId: string, thing: string, frame: FrameEnd): boolean {
  const told = holdsOf(store, shotId).filter(({ key }) => key === thing)
  const one = frame === 'start' ? told[0] : told.at(-1)
  if (one === undefined) return false
  if (frame === 'end') return one.kind === 'drops'
  return one.kind === 'takes' && !handsBefore(store, shotId).some(([key]) => key === thing)
}

/** The one thing that people of a shot have in hand when it begins, whatever its words call "it"; null where they have none or several. */
export function onlyThingBefore(store: ReadRecords, shotId: string): ToldHold | null {
  const own = [...inShot(store, shotId, handsBefore(store, shotId)).values()].filter(
    ({ hold, who }) => (hold === 'hand' || hold === 'away') && who.length > 0,
  )
  return own.length === 1 ? own[0]! : null
}
