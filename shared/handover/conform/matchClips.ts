import type { ReadRecords } from '../../records/recordStore'
import { filmOf } from '../film'
import { fileName } from '../handoverFiles'
import type { ClipSource } from './editedCut'

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** A name that stands for one shot only. */
class Names {
  private readonly ids = new Map<string, string | null>()

  add(name: string, shotId: string): void {
    const known = this.ids.get(name)
    this.ids.set(name, known === undefined || known === shotId ? shotId : null)
  }

  get(name: string): string | null {
    return this.ids.get(name) ?? null
  }
}

/** "012_4A_start.png", as pictures of a cut are called beside it. */
const mediaName = /^\d{3,}_(.+)_(?:start|end|clip)\.[a-z0-9]{1,8}$/i

/**
 * Which shot of the story a clip stands for: by the id it kept, else by the name of its file, else by its own name, where that names one shot
 * only. Editing programs drop the one or the other.
 */
export function clipMatcher(store: ReadRecords): (clip: ClipSource) => string | null {
  const [names, files] = [new Names(), new Names()]
  const film = filmOf(store, 'film')
  for (const { shot, name } of film.shots) {
    names.add(oneLine(name), shot.id)
    files.add(fileName(name, 'shot'), shot.id)
  }
  const known = new Set(film.shots.map(({ shot }) => shot.id))
  // A scene that was exported alone calls its shots by their numbers.
  for (const { shot } of film.shots) {
    if (names.get(oneLine(shot.number)) === null) names.add(oneLine(shot.number), shot.id)
    if (files.get(fileName(shot.number, 'shot')) === null) files.add(fileName(shot.number, 'shot'), shot.id)
  }
  return ({ shotId, fileName: file, name }) => {
    if (shotId !== null && known.has(shotId)) return shotId
    const [, called] = mediaName.exec(file ?? name) ?? []
    return (called === undefined ? null : files.get(called)) ?? names.get(oneLine(name))
  }
}
