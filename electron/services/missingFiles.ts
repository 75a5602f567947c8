import { copyFileSync } from 'node:fs'
import { lstat, readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { MissingFile } from '@shared/ipc/contract'
import { mediaUses } from '@shared/domain/results/mediaUses'
import type { Media } from '@shared/model/media'
import { picturesOf, withPictures } from '@shared/domain/looks/turnaround'
import { Refusal } from '@shared/records/refusal'
import type { AppContext } from '../commit/context'
import { commitRule } from '../commit/commitRule'
import type { PictureDoneEvent } from '../generators/generatorContract'
import { hashFile } from '../store/mediaStore'
import type { OpenProject } from '../store/project'
import { onDisk } from '../store/worldErrors'
import { importPicture } from './importPicture'

/** So many entries of a folder tree are looked at: a whole disk ends somewhere. */
const mostEntries = 500_000

/** What looking for missing files came to. */
export interface FoundFiles {
  /** How many came back into the media folder. */
  readonly found: number
  readonly missing: readonly MissingFile[]
  /** Files with the name of a missing one and other bytes, by media id: what the user has changed since. */
  readonly changed: ReadonlyMap<string, string>
}

/**
 * Files that the project names and that are not in its media folder. A copy to draw from is missing with its original only when that is there.
 * @param all reads every file to its end: those whose bytes are others are missing too
 */
export async function missingFiles(project: OpenProject, all = false): Promise<MissingFile[]> {
  const { records } = project
  const missing: Media[] = []
  const damaged = new Set<string>()
  for (const media of records.all('media')) {
    if (!project.media.has(media)) missing.push(media)
    else if (all && (await hashFile(project.media.pathOf(media)).catch(() => '')) !== media.id) {
      missing.push(media)
      damaged.add(media.id)
    }
  }
  if (!missing.length) return []
  const uses = mediaUses(records)
  const ofLooks = new Set([...records.all('looks')].flatMap(picturesOf))
  const gone = new Set(missing.map(({ id }) => id))
  const withOriginal = new Set([...records.all('media')].filter(({ id }) => gone.has(id)).map((m) => m.workingId))
  return missing
    .filter(({ id }) => !withOriginal.has(id))
    .map(({ id, name, kind, bytes }) => ({
      mediaId: id,
      name,
      kind,
      bytes,
      damaged: damaged.has(id),
      changed: false,
      ofLook: ofLooks.has(id),
      uses: [...(uses.get(id) ?? [])],
    }))
}

/**
 * Looks through folders for the files that are missing and puts each that has the very bytes back into the media folder; copies to draw from are
 * made anew from their originals. The records do not change, so this is no step of the history.
 * @param folders looked through with what lies in them, without following links
 * @param all as `missingFiles`
 * @throws Refusal READ_ONLY, MEDIA_GONE, DISK
 */
export async function findFiles(
  context: AppContext,
  project: OpenProject,
  folders: readonly string[],
  all = false,
): Promise<FoundFiles> {
  const { records, media } = project
  const before = await missingFiles(project, all)
  // Refused at once where nothing may be written.
  media.temporaryFolder()
  const sought = new Map<string, Media>()
  for (const { mediaId } of before) {
    const file = records.get('media', mediaId)!
    sought.set(file.id, file)
    const working = file.workingId === null ? undefined : records.get('media', file.workingId)
    if (working && !media.has(working)) sought.set(working.id, working)
  }
  const changed = new Map<string, string>()
  const bySize = new Map<number, Media[]>()
  for (const file of sought.values()) bySize.set(file.bytes, [...(bySize.get(file.bytes) ?? []), file])
  // A copy to draw from is called as its original.
  const byName = new Map(before.map((file) => [file.name.toLowerCase(), file]))
  for await (const { path, bytes } of filesIn(folders)) {
    const candidates = bySize.get(bytes)?.filter(({ id }) => sought.has(id))
    const named = byName.get(basename(path).toLowerCase())
    if (!candidates?.length && !named) continue
    const id = await hashFile(path).catch(() => null)
    const file = candidates?.find((candidate) => candidate.id === id)
    if (file) {
      await putBack(project, path, file)
      sought.delete(file.id)
      changed.delete(file.id)
    } else if (id !== null && named && sought.has(named.mediaId)) changed.set(named.mediaId, path)
    if (!sought.size) break
  }
  await remakeWorkingCopies(context, project)
  const missing = (await missingFiles(project, all)).map((file) => ({ ...file, changed: changed.has(file.mediaId) }))
  return { found: before.length - missing.length, missing, changed }
}

/** The files below some folders. What cannot be read is passed over. */
async function* filesIn(folders: readonly string[]): AsyncGenerator<{ path: string; bytes: number }> {
  const waiting = [...folders]
  let entries = 0
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
      if (++entries > mostEntries) return
      const path = join(folder, entry.name)
      if (entry.isDirectory()) waiting.push(path)
      else if (entry.isFile()) {
        const info = await lstat(path).catch(() => null)
        if (info?.isFile()) yield { path, bytes: info.size }
      }
    }
  }
}

/** Copies the bytes of a file into the media folder, where they have their place by their hash. */
async function putBack(project: OpenProject, path: string, { id, ext }: Media): Promise<void> {
  const copy = join(project.media.temporaryFolder(), `${id}.found`)
  onDisk(() => copyFileSync(path, copy), 'saved', project.folder)
  await project.media.keepFile(copy, ext)
}

/** Copies to draw from that are missing are made from their originals again, where the same bytes come of it. */
async function remakeWorkingCopies(context: AppContext, project: OpenProject): Promise<void> {
  const { records, media } = project
  for (const original of records.all('media')) {
    const working = original.workingId === null ? undefined : records.get('media', original.workingId)
    if (!working || media.has(working) || !media.has(original) || original.kind !== 'picture') continue
    for (const cutOut of [true, false]) {
      const made = await workingCopy(context, project, media.pathOf(original), cutOut)
      if (made && (await media.keepFile(made.path, made.ext)) === working.id) break
    }
  }
}

async function workingCopy(context: AppContext, project: OpenProject, path: string, cutOut: boolean) {
  let done: PictureDoneEvent | undefined
  const outFolder = project.media.temporaryFolder()
  await context.generators
    .run({ type: 'picture', id: context.newId(), path, cutOut, outFolder }, (event) => {
      if (event.type === 'pictureDone') done = event
    })
    .catch(() => undefined)
  return done?.working
}

/**
 * Takes a file that was changed since as the picture of every look that had the old one, in one undo step.
 * @param path of the changed file
 * @throws Refusal NOT_FOUND when no look has the old picture, and those of `importPicture`
 */
export async function takeChanged(
  context: AppContext,
  project: OpenProject,
  mediaId: string,
  path: string,
): Promise<void> {
  const looksOf = () => [...project.records.all('looks')].filter((look) => picturesOf(look).includes(mediaId))
  const asset = project.records.get('assets', looksOf()[0]?.assetId ?? '')
  if (!asset) throw new Refusal('NOT_FOUND', { what: 'A look with that picture' })
  const { mediaId: taken } = await importPicture(context, project, path, asset.type !== 'location')
  commitRule(
    project,
    'look.repicture',
    (draft) => {
      for (const look of looksOf())
        draft.update(
          'looks',
          look.id,
          withPictures(look, (id) => (id === mediaId ? taken : id)),
        )
    },
    { step: { command: 'look.repicture', label: `Picture of ${asset.name}` } },
  )
}
