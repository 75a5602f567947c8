import { wholeFigure } from '../../model/transformation'
import type { FrameEnd } from '../../model/common'
import type { Draft } from '../../records/draft'
import { Refusal } from '../../records/refusal'
import { existingShot } from '../lookup'
import { seenIn } from '../manifest/manifest'
import { placements } from './placement'

/** `blocking.swap`: two assets change places from left to right in one still and turn round, so that they still face each other (domain.md 10). */
export function swapBlocking(
  draft: Draft,
  { shotId, frame, assetIds }: { shotId: string; frame: FrameEnd; assetIds: readonly string[] },
): void {
  const shot = existingShot(draft, shotId)
  const visible = seenIn(draft, shotId, frame)
  const places = placements(draft, shotId, frame, visible)
  const pair = assetIds.map((id) => {
    const member = visible.find((m) => m.asset.id === id)
    const at = places.get(id)
    if (!member || !at)
      throw new Refusal('NOT_IN_SHOT', { asset: draft.get('assets', id)?.name ?? 'The asset', shot: shot.number })
    return { member, at }
  })
  const [a, b] = pair
  if (!a || !b || a.member === b.member) throw new Refusal('NOT_FOUND', { what: 'The second figure' })
  for (const [own, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const { instance } = own.member
    const current = draft.first('blockingOf', `${shotId}/${instance.id}/${frame}`)
    const fields = { ...own.at, x: other.at.x, flip: !own.at.flip, heldBy: null }
    if (current) draft.update('blockings', current.id, fields)
    else
      draft.add('blockings', {
        ...wholeFigure,
        id: draft.newId(),
        shotId,
        sceneAssetInstanceId: instance.id,
        frame,
        ...fields,
      })
  }
}
