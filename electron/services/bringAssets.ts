import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { bringAssets, namesOfCopies } from '@shared/domain/assets/bringAssets'
import { projectOf } from '@shared/domain/lookup'
import { picturesOf, withPictures } from '@shared/domain/looks/turnaround'
import type { BringOffer } from '@shared/ipc/contract'
import type { Media } from '@shared/model/media'
import { Refusal } from '@shared/records/refusal'
import type { ReadRecords } from '@shared/records/recordStore'
import { commitRule } from '../commit/commitRule'
import { openProject } from '../store/openProject'
import type { OpenProject } from '../store/project'

/** Another project, read for what can be brought from it; it is closed again at once. @throws Refusal */
export function withOther<T>(folder: string, work: (other: OpenProject) => T): T {
  // One that was made by an older version is read as it would be today.
  const other = openProject(folder, 'read', new Refusal('READ_ONLY', { reason: 'only read to copy from it' }))
  try {
    return work(other)
  } finally {
    other.close()
  }
}

/** The assets of another project, each with the name its copy would get here. */
export function offerOf(into: OpenProject, other: OpenProject): BringOffer {
  const { records } = other
  const assets = records.list('assetsInOrder').filter((a) => !a.deleted)
  const names = namesOfCopies(into.records, assets)
  return {
    folder: other.folder,
    title: projectOf(records).title,
    assets: assets.map((asset, i) => ({
      id: asset.id,
      type: asset.type,
      name: asset.name,
      copyName: names[i]!,
      description: asset.description,
      looks: records.list('looksOfAsset', asset.id).map((look) => look.name),
      picture: workingOf(records, records.must('looks', asset.defaultLookId).mediaId)?.id ?? null,
    })),
  }
}

const workingOf = (records: ReadRecords, mediaId: string | null): Media | undefined => {
  const media = mediaId === null ? undefined : records.get('media', mediaId)
  return media?.workingId ? (records.get('media', media.workingId) ?? media) : media
}

/** Copies assets with their looks and pictures into a project, in one undo step. Pictures whose file is gone are named and left out. @returns the ids of the copies */
export async function bringFrom(
  into: OpenProject,
  folder: string,
  assetIds: readonly string[],
): Promise<{ assetIds: readonly string[]; missing: readonly string[] }> {
  const wanted = withOther(folder, (other) => {
    const brought = assetIds.flatMap((id) => {
      const asset = other.records.get('assets', id)
      return asset && !asset.deleted ? [{ asset, looks: [...other.records.list('looksOfAsset', id)] }] : []
    })
    if (!brought.length) throw new Refusal('NOT_FOUND', { what: 'The asset' })
    const ids = new Set(brought.flatMap(({ looks }) => looks.flatMap(picturesOf)))
    const media = [...ids].flatMap((id) => {
      const original = other.records.get('media', id)
      return original
        ? [{ original, working: original.workingId ? other.records.get('media', original.workingId) : undefined }]
        : []
    })
    const files = media.flatMap(({ original, working }) =>
      [original, ...(working ? [working] : [])].map((one) => ({
        id: one.id,
        path: other.media.pathToRead(one),
        there: other.media.has(one),
      })),
    )
    return { brought, media, files: new Map(files.map((file) => [file.id, file])) }
  })
  const kept = new Set<string>()
  for (const { original, working } of wanted.media) {
    const all = [...(working ? [working] : []), original]
    if (!all.every((one) => wanted.files.get(one.id)!.there)) continue
    for (const one of all) await keepCopy(into, one, wanted.files.get(one.id)!.path)
    kept.add(original.id)
  }
  const { told } = commitRule(
    into,
    'asset.bring',
    (draft) =>
      bringAssets(
        draft,
        wanted.brought.map(({ asset, looks }) => ({
          asset,
          looks: looks.map((look) => ({
            ...look,
            ...withPictures(look, (id) => (kept.has(id) ? id : null)),
          })),
        })),
      ),
    { step: { command: 'asset.bring', label: 'bring assets from another project' } },
  )
  const missing = wanted.brought.flatMap(({ asset, looks }) =>
    looks.some((look) => picturesOf(look).some((id) => !kept.has(id))) ? [asset.name] : [],
  )
  return { assetIds: told.created.assets ?? [], missing }
}

/** A picture file as it is, with its row; one that is here already stays. */
async function keepCopy(into: OpenProject, media: Media, path: string): Promise<void> {
  const copy = join(into.media.temporaryFolder(), `${media.id}.copy`)
  try {
    copyFileSync(path, copy)
    const id = await into.media.keepFile(copy, media.ext)
    if (id !== media.id) throw new Refusal('NOT_A_PICTURE', { file: media.name, reason: 'The file is damaged.' })
    if (!into.records.get('media', id))
      commitRule(into, 'media.keep', (draft) => draft.add('media', { ...media, ordinal: draft.nextOrdinal('media') }))
  } finally {
    rmSync(copy, { force: true })
  }
}
