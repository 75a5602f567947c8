import type { Asset, Look } from '../../model/asset'
import type { Shot } from '../../model/shot'
import type { ReadRecords } from '../../records/recordStore'
import { activeMembers, membersOf, type Member } from '../lookup'
import { resolveLook } from '../looks/resolveLook'
import { leftOutOf } from '../manifest/manifest'
import { shotNumbers, type Finding, type Fix } from './finding'

/** Who is seen in a look without a picture (domain.md 10): one note for each look, whatever number of shots shows it. */
export function missingPictures(store: ReadRecords, shot: Shot): Finding[] {
  return activeMembers(store, shot.id).flatMap((member) =>
    unpicturedLooks(store, member).map((look) => noPicture(store, shot, member.asset, look)),
  )
}

function unpicturedLooks(store: ReadRecords, member: Member): Look[] {
  const { asset, instance, assignment } = member
  const looks = store.list('looksOfAsset', asset.id)
  if (looks.every((look) => look.mediaId !== null)) return []
  const seen = (['start', 'end'] as const)
    .filter((frame) => leftOutOf(store, member, frame) === null)
    .map((at) => (looks.length === 1 ? looks[0]! : resolveLook(store, instance, { shotId: assignment.shotId, at })))
  return [...new Map(seen.filter((look) => look.mediaId === null).map((look) => [look.id, look])).values()]
}

function noPicture(store: ReadRecords, shot: Shot, asset: Asset, look: Look): Finding {
  const looks = store.list('looksOfAsset', asset.id)
  const named = looks.length > 1 ? ` as “${look.name}”` : ''
  const lend = looks
    .filter((other) => other.mediaId !== null)
    .map((other): Fix => ({
      label: `Use the picture of “${other.name}”`,
      command: 'look.update',
      input: { lookId: look.id, mediaId: other.mediaId },
    }))
  return {
    code: 'NO_PICTURE',
    key: look.id,
    shotIds: [shot.id],
    assetIds: [asset.id],
    facts: { look: look.id },
    message: (shots) => `${asset.name} is seen${named} in ${shotNumbers(shots)} without a picture.`,
    // Another look's picture is a choice of the user's, never the first thing offered: the look exists because it looks different.
    fixes: (shots) => [
      {
        label: 'Keep as text',
        command: 'continuity.dismiss',
        input: { code: 'NO_PICTURE', shotIds: shots.map((s) => s.id), assetIds: [asset.id], reason: 'Kept as text' },
      },
      ...lend.slice(0, 3),
    ],
  }
}

/** Roles of deleted assets: one note for each asset, with Restore and Recast (domain.md 8, 10). */
export function vacantRoles(store: ReadRecords, shot: Shot): Finding[] {
  return membersOf(store, shot.id)
    .filter((m) => m.asset.deleted)
    .map(({ asset }): Finding => {
      const remove = (shots: readonly Shot[]): Fix => ({
        label: 'Remove the role',
        command: 'assignment.setMany',
        input: { cells: shots.map((s) => ({ shotId: s.id, assetId: asset.id, remove: true })) },
      })
      const restore: Fix = { label: `Restore ${asset.name}`, command: 'asset.restore', input: { assetId: asset.id } }
      const recast = (shots: readonly Shot[]): Fix => ({
        label: 'Recast…',
        command: 'asset.recast',
        input: { oldId: asset.id, shotIds: shots.map((s) => s.id) },
        ask: 'newId',
      })
      return {
        code: 'ROLE_VACANT',
        key: asset.id,
        shotIds: [shot.id],
        assetIds: [asset.id],
        facts: { deleted: true },
        message: (shots) => `${asset.name} is deleted; the role in ${shotNumbers(shots)} is vacant.`,
        // A merged source cannot be restored (domain.md 8).
        fixes: (shots) => [
          ...(asset.mergedIntoId === null ? [restore] : []),
          ...(asset.mergedIntoId === null ? [recast(shots), remove(shots)] : [remove(shots), recast(shots)]),
        ],
      }
    })
}
