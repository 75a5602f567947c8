import { lookViews } from '../../model/asset'
import type { TakeKind } from '../../model/result'
import type { ReadRecords } from '../../records/recordStore'
import { pictureIn, viewWords } from '../looks/turnaround'

const kindWords: Record<TakeKind, string> = {
  startFrame: 'the start frame',
  endFrame: 'the end frame',
  video: 'the clip',
}

/**
 * Where a film uses each of its files, as a user would say it: "Alice, Red coat", "the start frame of shot 4", "the sound of the film". The copy that
 * is drawn from is used where its original is; a file that nothing uses is not there.
 */
export function mediaUses(store: ReadRecords): ReadonlyMap<string, readonly string[]> {
  const uses = new Map<string, string[]>()
  const add = (mediaId: string | null, words: string) => {
    if (mediaId === null) return
    const known = uses.get(mediaId)
    if (!known) uses.set(mediaId, [words])
    else if (!known.includes(words)) known.push(words)
  }
  const ofShot = (shotId: string) => `shot ${store.get('shots', shotId)?.number ?? '?'}`
  for (const look of store.all('looks')) {
    const asset = store.get('assets', look.assetId)
    if (!asset) continue
    const words = asset.defaultLookId === look.id ? asset.name : `${asset.name}, ${look.name}`
    for (const view of lookViews)
      add(pictureIn(look, view), look.view === view ? words : `${words}, ${viewWords[view]}`)
  }
  for (const { stylePictureId, logoId } of store.all('project')) {
    add(stylePictureId, 'the style of the film')
    add(logoId, 'the logo of the film')
  }
  for (const take of store.all('takes')) add(take.mediaId, `${kindWords[take.kind]} of ${ofShot(take.shotId)}`)
  for (const pass of store.all('passes')) {
    const take = store.get('takes', pass.takeId)
    if (take) add(pass.mediaId, `pass ${pass.index} of ${kindWords[take.kind]} of ${ofShot(take.shotId)}`)
  }
  for (const clip of store.all('soundClips')) {
    const scene = clip.sceneId === null ? null : store.get('scenes', clip.sceneId)
    const of = clip.shotId !== null ? ofShot(clip.shotId) : scene ? `scene ${scene.number}` : 'the film'
    add(clip.soundId, `the sound of ${of}`)
  }
  for (const { id, workingId } of store.all('media'))
    if (workingId !== null) for (const words of uses.get(id) ?? []) add(workingId, words)
  return uses
}
