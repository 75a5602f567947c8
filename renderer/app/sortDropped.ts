import { endingOf, foreignByName, pictureEndings, scriptEndings } from '@shared/model/fileKinds'

/** What becomes of dropped files. */
export interface Dropped {
  /** A project folder to open; then nothing else is taken. */
  readonly folder: string | null
  /** A script to import. */
  readonly script: string | null
  readonly pictures: readonly string[]
  /** What is not taken, and why, as sentences. */
  readonly notes: readonly string[]
}

const nameOf = (path: string) => path.split(/[\\/]/).at(-1) ?? path
const quoted = (paths: readonly string[]) => paths.map((path) => `“${nameOf(path)}”`).join(', ')

/**
 * Sorts dropped files by what can be done with them. One project is opened or one script imported, because each asks something of its own; pictures are
 * all taken. Whatever is left over is named.
 */
export function sortDropped(paths: readonly string[]): Dropped {
  const [folder = null, ...folders] = paths.filter((path) => endingOf(path) === 'exeunt')
  const ofKind = (endings: readonly string[]) => paths.filter((path) => endings.includes(endingOf(path)))
  const [script = null, ...scripts] = ofKind(scriptEndings)
  const pictures = ofKind(pictureEndings)
  const unknown = paths.filter(
    (path) => path !== folder && ![...folders, ...pictures, ...scripts].includes(path) && path !== script,
  )
  const notes = unknown.map(unknownNote)
  if (folder !== null) {
    const others = [...folders, ...(script === null ? [] : [script]), ...scripts, ...pictures]
    if (others.length) notes.push(`Only “${nameOf(folder)}” is opened. Drop ${quoted(others)} again when it is open.`)
    return { folder, script: null, pictures: [], notes }
  }
  if (script !== null && scripts.length)
    notes.push(`“${nameOf(script)}” is imported first. Drop ${quoted(scripts)} again when it is in.`)
  return { folder, script, pictures, notes }
}

function unknownNote(path: string): string {
  const kind = foreignByName(path)
  return kind === null
    ? `“${nameOf(path)}” cannot be used here. Drop a script, a picture, or a project folder.`
    : `“${nameOf(path)}” is ${kind}, which cannot be read here. Save it as JPEG or PNG.`
}
