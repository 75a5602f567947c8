import { existingShot, scenesInOrder, shotsInOrder } from '@shared/domain/lookup'
import type { AssetType } from '@shared/model/asset'
import type { Shot } from '@shared/model/shot'
import type { ReadRecords } from '@shared/records/recordStore'
import { unconfirmedOf, type Unconfirmed } from './unconfirmed'

export const groupings = ['doubt', 'person', 'scene'] as const
export type Grouping = (typeof groupings)[number]

/** Why something read from the script may be wrong, the most doubtful first. */
const doubts = [
  { kind: 'mention', title: 'Spoken of: is he there?', weight: 1 },
  { kind: 'thing', title: 'May be no prop', weight: 0.9 },
  { kind: 'where', title: 'One of two places', weight: 0.8 },
  { kind: 'moment', title: 'Comes or goes: when?', weight: 0.6 },
  { kind: 'stays', title: 'Stays, not named here', weight: 0.35 },
  { kind: 'named', title: 'Named in the shot', weight: 0.1 },
  { kind: 'speaks', title: 'Speaks in the shot', weight: 0.05 },
  { kind: 'place', title: 'Place of the heading', weight: 0.02 },
] as const
type DoubtKind = (typeof doubts)[number]['kind']
const weightOf = Object.fromEntries(doubts.map((d) => [d.kind, d.weight])) as Record<DoubtKind, number>
/** From here on it deserves a look of its own. */
const doubtful = 0.5

function doubtOf(shot: Shot, { kind, asset, presence, evidence }: Unconfirmed): DoubtKind {
  if (kind === 'suggestion') return asset.type === 'character' ? 'mention' : asset.type === 'prop' ? 'thing' : 'where'
  if (asset.type === 'location') return 'place'
  if (presence.presence !== 'throughout') return 'moment'
  const names = [asset.name, ...asset.aliases.map((a) => a.name)].map((name) => name.toLowerCase())
  if (shot.dialogue.some((d) => names.includes(d.character.toLowerCase()))) return 'speaks'
  const { sourceStart: start, sourceEnd: end } = shot
  const own = evidence && start !== null && evidence.line >= start && evidence.line <= (end ?? start)
  return own ? 'named' : 'stays'
}

/** What waits, put together so that one answer does for all of it. */
export interface Group {
  readonly id: string
  readonly title: string
  readonly type: AssetType | null
  readonly items: readonly Unconfirmed[]
  /** How many of them deserve a look of their own. */
  readonly doubtful: number
  readonly shots: number
  readonly firstShotId: string
}

/** Everything that waits in the story by kind of doubt, by person (place, thing) or by scene; the most doubtful groups first. */
export function groupsOf(records: ReadRecords, by: Grouping): Group[] {
  const made = new Map<
    string,
    {
      title: string
      type: AssetType | null
      items: Unconfirmed[]
      weights: number[]
      shots: Set<string>
      first: string
    }
  >()
  const sceneTitle = new Map(
    by === 'scene' ? scenesInOrder(records).map((s) => [s.id, `${s.number}  ${s.heading || s.title}`.trim()]) : [],
  )
  for (const shot of shotsInOrder(records))
    for (const item of unconfirmedOf(records, shot.id)) {
      const kind = doubtOf(shot, item)
      const id = by === 'doubt' ? kind : by === 'person' ? item.asset.id : shot.sceneId
      let group = made.get(id)
      if (!group) {
        const title =
          by === 'doubt'
            ? doubts.find((d) => d.kind === kind)!.title
            : by === 'person'
              ? item.asset.name
              : (sceneTitle.get(shot.sceneId) ?? existingShot(records, shot.id).number)
        group = {
          title,
          type: by === 'person' ? item.asset.type : null,
          items: [],
          weights: [],
          shots: new Set(),
          first: shot.id,
        }
        made.set(id, group)
      }
      // The first shot of a group is the one to look at first: where it is most doubtful.
      if (weightOf[kind] > Math.max(0, ...group.weights.slice(0, 1))) {
        group.first = shot.id
        group.weights.unshift(weightOf[kind])
      } else group.weights.push(weightOf[kind])
      group.items.push(item)
      group.shots.add(shot.id)
    }
  const mean = (weights: readonly number[]) => weights.reduce((sum, w) => sum + w, 0) / weights.length
  return [...made]
    .map(([id, g]) => ({ id, g, mean: mean(g.weights) }))
    .sort((a, b) => b.mean - a.mean)
    .map(({ id, g }) => ({
      id,
      title: g.title,
      type: g.type,
      items: g.items,
      doubtful: g.weights.filter((w) => w >= doubtful).length,
      shots: g.shots.size,
      firstShotId: g.first,
    }))
}
