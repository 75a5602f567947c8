import { secondsBeside, secondsText } from '../../language/unitWords'
import type { Asset, Look, SceneAssetInstance } from '../../model/asset'
import type { Shot } from '../../model/shot'
import type { Transformation } from '../../model/transformation'
import { framesToSeconds } from '../time/frames'
import { roundInput } from '../../records/canonical'
import type { ReadRecords } from '../../records/recordStore'
import { assignmentOf, settingsOf } from '../lookup'
import { settable } from '../presence/presenceTimes'
import { transformationsInOrder, resolveLook } from '../looks/resolveLook'
import type { Finding, Fix } from './finding'

interface TransformationInShot {
  readonly event: Transformation
  readonly instance: SceneAssetInstance
  readonly asset: Asset
  readonly shot: Shot
}

/**
 * The changes of look of a shot and of the cut after it (domain.md 2, 10). By the rule of domain.md 2 a cut itself never changes a look, so
 * "the look differs with no event" shows as an event whose `from` is not the look in force: FROM_LOOK_DIFFERS.
 */
export function transformationsInShot(store: ReadRecords, shot: Shot): Finding[] {
  return store
    .list('transformationsOfShot', shot.id)
    .filter((event) => !event.suspended)
    .flatMap((event): Finding[] => {
      const instance = store.must('sceneAssetInstances', event.sceneAssetInstanceId)
      const asset = store.must('assets', instance.assetId)
      if (asset.deleted) return []
      const change: TransformationInShot = { event, instance, asset, shot }
      return [...otherLook(store, change), ...outsidePresence(store, change)]
    })
}

/** The look in force just before an event. */
function lookBefore(store: ReadRecords, instance: SceneAssetInstance, event: Transformation): Look {
  const first = store.nth('shotsOfScene', instance.sceneId, 0)!
  let look = resolveLook(store, instance, { shotId: first.id, at: 'start' })
  for (const earlier of transformationsInOrder(store, instance)) {
    if (earlier.id === event.id) break
    const to = earlier.toLookId === null ? undefined : store.get('looks', earlier.toLookId)
    if (to?.assetId === instance.assetId) look = to
  }
  return look
}

const inputOf = ({ event }: TransformationInShot) => ({
  transformationId: event.id,
  sceneAssetInstanceId: event.sceneAssetInstanceId,
  kind: event.kind,
  shotId: event.shotId,
  ...(event.at === null ? {} : { at: event.at }),
  fromLookId: event.fromLookId,
  toLookId: event.toLookId,
  carries: event.carries,
})
const placeOf = ({ event, asset, shot }: TransformationInShot) => ({
  key: event.id,
  shotIds: [shot.id],
  assetIds: [asset.id],
})
const without = ({ event }: TransformationInShot): Fix => ({
  label: 'Remove the change',
  command: 'transformation.remove',
  input: { transformationId: event.id },
})

function otherLook(store: ReadRecords, change: TransformationInShot): Finding[] {
  const { event, instance, asset, shot } = change
  const from = event.fromLookId === null ? undefined : store.get('looks', event.fromLookId)
  if (!from || from.assetId !== asset.id) return []
  const inForce = lookBefore(store, instance, event)
  if (inForce.id === from.id) return []
  const where = event.kind === 'within_shot' ? `in ${shot.number}` : `after ${shot.number}`
  const takeOver: Fix = {
    label: `Change from “${inForce.name}”`,
    command: 'transformation.set',
    input: { ...inputOf(change), fromLookId: inForce.id },
  }
  const starts: Fix = {
    label: `Start the scene as “${from.name}”`,
    command: 'sceneAsset.update',
    input: { id: instance.id, lookId: from.id },
  }
  const isFirst = transformationsInOrder(store, instance)[0]?.id === event.id
  // A change from a look into itself would tell nothing.
  const fixes = inForce.id === event.toLookId ? [without(change), takeOver] : [takeOver, without(change)]
  return [
    {
      code: 'FROM_LOOK_DIFFERS',
      ...placeOf(change),
      facts: { from: from.id, inForce: inForce.id },
      message: () =>
        `${asset.name} changes from “${from.name}” ${where}, but is in the look “${inForce.name}” by then.`,
      fixes: () => (isFirst ? [...fixes, starts] : fixes),
    },
  ]
}

const tolerance = 1e-9

function outsidePresence(store: ReadRecords, change: TransformationInShot): Finding[] {
  const { event, instance, asset, shot } = change
  if (event.at === null) return []
  const at = event.at
  const here = assignmentOf(store, shot.id, instance.id)
  if (here && at >= here.enterAt - tolerance && at <= here.exitAt + tolerance) return []
  const edge = here && (at < here.enterAt ? here.enterAt : here.exitAt)
  const { fps } = settingsOf(store)
  const time = (fraction: number) => framesToSeconds(fraction * shot.durationFrames, fps)
  const seconds = (fraction: number) =>
    edge === undefined ? secondsText(time(fraction)) : secondsBeside(time(fraction), time(fraction === at ? edge : at))
  const fact = edge === undefined ? 'is not in it' : `${at < edge ? 'enters' : 'leaves'} at ${seconds(edge)}`
  const set = (label: string, times: object): Fix => ({
    label,
    command: 'assignment.set',
    input: { shotId: shot.id, assetId: asset.id, ...times },
  })
  const hull = here && { enterAt: Math.min(here.enterAt, at), exitAt: Math.max(here.exitAt, at) }
  const taken = hull && settable(hull, shot.durationFrames, { enter: at < here.enterAt, exit: at >= here.enterAt })
  const fixes: Fix[] = []
  if (taken && taken.enterAt <= at && at <= taken.exitAt)
    fixes.push(
      set(
        at < here.enterAt ? `Enters at ${seconds(at)}` : `Stays until ${seconds(at)}`,
        at < here.enterAt ? { enterAt: at } : { exitAt: at },
      ),
    )
  else fixes.push(set(`There throughout ${shot.number}`, { presence: 'throughout' }))
  if (edge !== undefined && edge > 0 && edge < 1)
    fixes.push({
      label: `Change at ${seconds(edge)}`,
      command: 'transformation.set',
      input: { ...inputOf(change), at: edge },
    })
  return [
    {
      code: 'EVENT_OUTSIDE_PRESENCE',
      ...placeOf(change),
      facts: { at: roundInput(at), presence: here ? [roundInput(here.enterAt), roundInput(here.exitAt)] : null },
      message: () => `${asset.name} changes look at ${seconds(at)} of shot ${shot.number} but ${fact}.`,
      fixes: () => [...fixes, without(change)],
    },
  ]
}
