import type { FrameEnd } from '../model/common'
import type { DrawnMark } from '../model/mark'
import type { Film, FilmShot } from './film'

/** A file of what is handed over: words, one of the project's own files, or marks as a generator is sent them. `path` is below the folder it is written to, with "/". */
export type HandoverFile =
  | { readonly path: string; readonly text: string }
  | {
      readonly path: string
      readonly mediaId: string
      readonly of?: StillOfShot
      /** Written in this form, where the file has another one. */
      readonly as?: ImageForm
    }
  | { readonly path: string; readonly marks: readonly DrawnMark[]; readonly width: number; readonly height: number }

/** Forms a picture is written in: as it lies in the project, or made anew. */
export const imageForms = ['png', 'jpeg', 'webp'] as const
export type ImageForm = (typeof imageForms)[number]

/** A still by the shot it is of. */
export interface StillOfShot {
  readonly shotId: string
  readonly frame: FrameEnd
}

/** What the user should know of what was written. */
export interface HandoverWarning {
  readonly code:
    | 'SOUND_LEFT_OUT'
    | 'NO_PICTURE'
    | 'PLAN_REFUSED'
    | 'NO_DIALOGUE'
    | 'SEVERAL_LISTS'
    | 'NO_SHOTS'
    | 'MEDIA_MISSING'
    | 'FONT_MISSING'
  readonly message: string
}

/** What a writer answers: files, the one to open first leading, and warnings. */
export interface Handover {
  readonly files: readonly HandoverFile[]
  readonly warnings: readonly HandoverWarning[]
  /** Of formats that write each still: those that are not made yet. */
  readonly missing?: readonly StillOfShot[]
}

/** A name as a file may be called on every system: no signs that a path or a shell gives a meaning, not too long, never empty. */
export function fileName(text: string, otherwise = 'untitled'): string {
  const plain = text
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}.-]+/gu, '_')
    .replace(/^[._]+|[._]+$/g, '')
  const short = [...plain].slice(0, 80).join('')
  if (!short) return otherwise
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(short) ? `_${short}` : short
}

/** What a shot's files begin with: its place leads, so that files sort as the film runs. */
export function shotPrefix(film: Film, shot: FilmShot): string {
  const digits = Math.max(3, String(film.shots.length).length)
  return `${String(shot.place).padStart(digits, '0')}_${fileName(shot.name, 'shot')}`
}

/** A path as a part of an address. */
export const urlPath = (path: string): string => path.split('/').map(encodeURIComponent).join('/')

/** A warning that names the shots it is about, the first few of them; none where there are none. */
export function aboutShots(code: HandoverWarning['code'], what: string, shots: readonly FilmShot[]): HandoverWarning[] {
  if (!shots.length) return []
  const names = shots.slice(0, 8).map((shot) => shot.name)
  const more = shots.length - names.length
  return [{ code, message: `${what}: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}.` }]
}
