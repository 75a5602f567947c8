import { garments } from '../../language/lexicon/looks'
import type { FrameEnd } from '../../model/common'
import { cached } from '../../records/cached'
import { sameValue } from '../../records/canonical'
import type { ReadRecords } from '../../records/recordStore'
import { activeMembers, existingShot } from '../lookup'
import type { Subject } from '../manifest/manifest'
import { figureOf, withSecondNames } from '../manifest/secondNames'
import { storyNames } from '../manifest/storyNames'
import { wornTold, type WornTold } from '../told/inHands'

/** What people wear by the words of a scene, by the ids of their figures: a garment's noun and how it was told. */
type Worn = Readonly<Record<string, WornTold>>

/** What a shot tells of clothes, by the ids of those it is told of, in its order. */
const toldIn = cached<readonly (readonly [figure: string, told: WornTold])[]>((store, shotId) => {
  const { text } = existingShot(store, shotId)
  if (!(text.toLowerCase().match(/[\p{L}-]+/gu) ?? []).some((word) => garments.has(word))) return []
  const members = withSecondNames(store, shotId, activeMembers(store, shotId))
  const names = storyNames(
    store,
    members.map((m) => m.asset),
  )
  return wornTold(store, names, text).flatMap((told) =>
    told.who.map((id) => [figureOf(store, store.must('assets', id)).id, told] as const),
  )
}, sameValue)

function after(before: Worn, told: readonly (readonly [string, WornTold])[]): Worn {
  const now: Record<string, WornTold> = { ...before }
  for (const [figure, one] of told) {
    if (one.isOn && garments.has(one.garment)) now[figure] = one
    else if (now[figure]?.garment === one.garment) delete now[figure]
  }
  return now
}

/** What people wear by the words of the scene when each of its shots begins (domain.md 4.5). */
const wornOfScene = cached<ReadonlyMap<string, Worn>>((store, sceneId) => {
  const out = new Map<string, Worn>()
  let now: Worn = {}
  for (const { id } of store.list('shotsOfScene', sceneId)) {
    out.set(id, now)
    const told = toldIn(store, id)
    if (told.length > 0) now = after(now, told)
  }
  return out
})

const wornBefore = cached<Worn>(
  (store, shotId) => wornOfScene(store, existingShot(store, shotId).sceneId).get(shotId) ?? {},
  sameValue,
)

/** Clothes that the words tell of somebody who is described in others, or in none. */
export interface WornNow {
  /** "a green coat" */
  readonly words: string
  /** Only the shots before tell it. */
  readonly isCarried: boolean
}

/**
 * What those seen in a still wear by the words of the scene so far, where what describes them does not say so: "now in a green coat". By
 * asset id. Whoever changes the look in the scene wears what the look says.
 */
export function wornNow(
  store: ReadRecords,
  shotId: string,
  frame: FrameEnd,
  people: readonly Subject[],
): Map<string, WornNow> {
  const before = wornBefore(store, shotId)
  const told = toldIn(store, shotId)
  if (told.length === 0 && Object.keys(before).length === 0) return new Map()
  const has = told.filter(([, one], i) => one.isAlready && !told.slice(0, i).some(([who]) => who === told[i]![0]))
  const now = after(before, frame === 'start' ? has : told)
  return new Map(
    people.flatMap((s): [string, WornNow][] => {
      const figure = figureOf(store, s.asset).id
      const worn = now[figure]
      if (!worn || store.list('transformationsOfInstance', s.instance.id).some((e) => !e.suspended)) return []
      const described: readonly string[] = s.description.toLowerCase().match(/[\p{L}-]+/gu) ?? []
      if (described.includes(worn.garment) || s.look.id !== s.asset.defaultLookId) return []
      return [[s.asset.id, { words: worn.words, isCarried: before[figure] === worn }]]
    }),
  )
}

/** A description without the clothes it tells of: "red-haired woman in a blue dress" of one who wears a coat now is a "red-haired woman". */
export function withoutClothes(description: string): string {
  const tellsClothes = (part: string) =>
    (part.toLowerCase().match(/[\p{L}-]+/gu) ?? []).some((word) => garments.has(word))
  return description
    .split(/(?<=[,;])\s*/)
    .map((part) => {
      const cut = /^(.*?)\s+(?:in|wearing|dressed in)\s+(.*)$/i.exec(part)
      if (cut && tellsClothes(cut[2]!)) return cut[1]!
      return tellsClothes(part) ? '' : part
    })
    .filter(Boolean)
    .join(' ')
    .replace(/[,;\s]+$/, '')
}

/** A description in other clothes: "red-haired woman in a green coat". */
export function dressedIn(description: string, words: string): string {
  const bare = withoutClothes(description)
  if (bare === '') return description.trim() === '' ? '' : `in ${words}`
  if (/^(?:\d|early|mid|late|about)/i.test(bare)) return `${bare}, in ${words}`
  return bare.replace(/^[^,;]*/, (first) => `${first} in ${words}`)
}
