import { instanceOf, assignmentOf, projectOf } from '@shared/domain/lookup'
import { carriersOf } from '@shared/domain/presence/carrying'
import { resolveLook } from '@shared/domain/looks/resolveLook'
import { framesToSeconds } from '@shared/domain/time/frames'
import { secondsText } from '@shared/language/unitWords'
import type { ReadRecords } from '@shared/records/recordStore'
import { useContinuity } from '../app/continuity/useContinuity'
import type { CellRef } from '../app/viewStore'

/** A cell in words, for screen readers and live regions: "Alice, shot 4, enters at 1.5 s, to confirm". */
export function cellWords(records: ReadRecords, cell: CellRef): string {
  const asset = records.get('assets', cell.assetId)
  const shot = records.get('shots', cell.shotId)
  if (!asset || !shot) return ''
  const instance = instanceOf(records, shot.sceneId, asset.id)
  const assignment = instance && assignmentOf(records, shot.id, instance.id)
  const seconds = (fraction: number) =>
    secondsText(framesToSeconds(fraction * shot.durationFrames, projectOf(records).fps))
  const start = `${asset.name}, shot ${shot.number}`
  const waiting = records.list('suggestionsOfShot', shot.id).find((s) => s.assetId === asset.id && s.state === 'open')
  if (!assignment && !waiting) return `${start}, not in the shot`
  const { presence, enterAt, exitAt } = (assignment ?? waiting)!
  const words = {
    throughout: 'throughout',
    enters: `enters at ${seconds(enterAt)}`,
    exits: `leaves at ${seconds(exitAt)}`,
    passes_through: `passes through from ${seconds(enterAt)} to ${seconds(exitAt)}`,
  }[presence]
  if (!assignment)
    return `${start}, not in the shot; ${waiting!.evidence ? 'read from the script' : 'seen in the shots beside it'}: ${words}. Enter takes it, Delete puts it aside`
  const note = useContinuity.getState().atCut.get(`${asset.id}/${shot.id}`)
  const look = (at: 'start' | 'end') => resolveLook(records, instance, { shotId: shot.id, at })
  const [first, last] = [look('start'), look('end')]
  const turns = records
    .list('transformationsOfShot', shot.id)
    .find((e) => e.sceneAssetInstanceId === instance.id && e.at !== null && !e.suspended)
  const wears = turns
    ? `, turns from ${first.name} into ${last.name} at ${seconds(turns.at!)}`
    : first.id === asset.defaultLookId
      ? ''
      : `, in the look ${first.name}`
  const seen =
    assignment.depicts === 'image'
      ? `, only in a picture${assignment.depictedOn ? ` (${assignment.depictedOn})` : ''}`
      : ''
  const carriers = carriersOf(records, assignment)
  const held = !carriers
    ? ''
    : carriers.handedAt === null
      ? `, carried by ${carriers.first.asset.name}`
      : `, carried by ${carriers.first.asset.name}, handed to ${carriers.last.asset.name} at ${seconds(carriers.handedAt)}`
  return `${start}, ${words}${seen}${held}${wears}${assignment.origin === 'suggested' ? ', to confirm' : ''}${note ? `. ${note.message}` : ''}`
}
