import { resultKinds } from '@shared/model/result'
import type { Change } from '@shared/records/change'
import { propose } from '@shared/records/draft'
import { Refusal } from '@shared/records/refusal'
import type { CommandInputs, CommandName } from '@shared/ipc/inputs'
import { commands, type Command } from '@shared/ipc/rules'
import { shotFreshness } from '@shared/domain/results/freshness'
import { freshnessOfShot } from './freshnessCache'
import { recordsNow } from './projectStore'

export interface Preview {
  readonly change: Change
  /** Results that are fresh now and would be stale, and the shots they belong to. */
  readonly staleResults: number
  readonly staleShots: ReadonlySet<string>
  /** What the rule answered. */
  readonly answer: unknown
}

let next = 0

/** What a command would do, worked out in the window with the same rule; nothing is written. */
export function preview<C extends CommandName>(name: C, input: CommandInputs[C]): Preview | Refusal {
  const records = recordsNow()
  const command = commands[name] as unknown as Command
  const outcome = propose(
    records,
    () => `draft-${next++}`,
    (draft) => command.rule(draft, input as never),
    (store, change) => {
      const shots = touchedShots(change)
      const staleShots = new Set<string>()
      let staleResults = 0
      for (const id of shots) {
        if (!store.get('shots', id)) continue
        const before = freshnessOfShot(records, id)
        const after = shotFreshness(store, id)
        for (const result of resultKinds) {
          if (before[result].status !== 'fresh' || after[result].status !== 'stale') continue
          staleResults++
          staleShots.add(id)
        }
      }
      return { staleResults, staleShots }
    },
  )
  if (outcome instanceof Refusal) return outcome
  return { change: outcome.change, answer: outcome.answer, ...outcome.look }
}

/** The shots whose assignments a change touches; a change of look touches every shot it may be seen in. */
function touchedShots(change: Change): Set<string> {
  const records = recordsNow()
  const shots = new Set<string>()
  for (const a of [
    ...Object.values(change.added.assignments ?? {}),
    ...Object.values(change.removed.assignments ?? {}),
  ])
    shots.add(a.shotId)
  for (const id of Object.keys(change.updated.assignments ?? {})) {
    const assignment = records.get('assignments', id)
    if (assignment) shots.add(assignment.shotId)
  }
  const events = [
    ...Object.values(change.added.transformations ?? {}),
    ...Object.values(change.removed.transformations ?? {}),
    ...Object.keys(change.updated.transformations ?? {}).flatMap((id) => records.get('transformations', id) ?? []),
  ]
  for (const event of events) {
    const instance = records.get('sceneAssetInstances', event.sceneAssetInstanceId)
    // Edited to or from "the rest of the story", it may be seen in every scene.
    const inStory = event.carries === 'story' || event.id in (change.updated.transformations ?? {})
    for (const other of instance ? (inStory ? records.list('instancesOfAsset', instance.assetId) : [instance]) : [])
      for (const a of records.list('assignmentsOfInstance', other.id)) shots.add(a.shotId)
  }
  return shots
}
