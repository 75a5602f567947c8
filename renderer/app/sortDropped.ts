import { endingOf, foreignByName, pictureEndings, scriptEndings } from '@shared/model/fileKinds'

/** What becomes of dropped files. */
export interface Dropped {
  /** A project folder to open; then nothing else is taken. */
  readonly folder: string | null
  /** A project archive to open; then nothing else is taken either. */
  readonly archive: string | null
  /** An edited timeline to compare with the film. */
  readonly edit: string | null
  /** A script to import. */
  readonly script: string | null
  readonly pictures: readonly string[]
  /** What is not taken, and why, as sentences. */
  readonly notes: readonly string[]
}

const nameOf = (path: string) => path.split(/[\\/]/).at(-1) ?? path
/** What editing programs write. */
const timelineEndings = ['otio', 'fcpxml', 'fcpxmld', 'xml', 'edl']

const isThere = (path: string | null) => path !== null
const quoted = (paths: readonly string[]) => paths.map((path) => `“${nameOf(path)}”`).join(', ')

/**
 * Sorts dropped files by what can be done with them. One project is opened or one script imported, because each asks something of its own; pictures are
 * all taken. Whatever is left over is named.
 */
export function sortDropped(paths: readonly string[]): Dropped {
  const [folder = null, ...folders] = paths.filter((path) => endingOf(path) === 'exeunt')
  const ofKind = (endings: readonly string[]) => paths.filter((path) => endings.includes(endingOf(path)))
  const [script = null, ...scripts] = ofKind(scriptEndings)
  const [archive = null, ...archives] = ofKind(['zip'])
  const [edit = null, ...edits] = ofKind(timelineEndings)
  const pictures = ofKind(pictureEndings)
  const known = [folder, ...folders, archive, ...archives, edit, ...edits, script, ...scripts, ...pictures].filter(
    isThere,
  )
  const notes = paths.filter((path) => !known.includes(path)).map(unknownNote)
  const project = folder ?? archive
  if (project !== null) {
    const others = known.filter((path) => path !== project)
    if (others.length) notes.push(`Only “${nameOf(project)}” is opened. Drop ${quoted(others)} again when it is open.`)
    return { folder, archive: folder === null ? archive : null, edit: null, script: null, pictures: [], notes }
  }
  if (script !== null && scripts.length)
    notes.push(`“${nameOf(script)}” is imported first. Drop ${quoted(scripts)} again when it is in.`)
  if (edits.length) notes.push(`Only “${nameOf(edit!)}” is compared. Drop ${quoted(edits)} again afterwards.`)
  return { folder, archive, edit, script, pictures, notes }
}

function unknownNote(path: string): string {
  const kind = foreignByName(path)
  return kind === null
    ? `“${nameOf(path)}” cannot be used here. Drop a script, a picture, a project folder or its archive.`
    : `“${nameOf(path)}” is ${kind}, which cannot be read here. Save it as JPEG or PNG.`
}
