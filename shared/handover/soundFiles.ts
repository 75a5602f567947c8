import { counted } from '../language/unitWords'
import type { FilmSounds } from './filmSounds'
import { fileName, type HandoverWarning } from './handoverFiles'

/** The file of each sound beside the list, by the sound's id, in the order they are first heard of. */
export function soundFiles({ clips }: FilmSounds, folder: string): Map<string, { path: string; mediaId: string }> {
  const files = new Map<string, { path: string; mediaId: string }>()
  for (const { sound, media } of clips) {
    if (files.has(sound.id)) continue
    const called = fileName(media.name.replace(/\.[^.]*$/, ''), 'sound')
    const place = String(files.size + 1).padStart(3, '0')
    files.set(sound.id, { path: `${folder}/sound_${place}_${called}.${media.ext}`, mediaId: media.id })
  }
  return files
}

/** So many of them, for what is left out; nothing for none. */
export const soundsIn = (clips: readonly unknown[], before = ''): string =>
  clips.length ? `${before}${counted(clips.length, 'clip of sound', 'clips of sound')}` : ''

/** What of the sound a form has no word for. @param lacks what that is, in words; those that are empty are nothing */
export function soundLeftOut(form: string, { tooShort }: FilmSounds, lacks: readonly string[]): HandoverWarning[] {
  const all = [...lacks, tooShort.length ? `${soundsIn(tooShort)} shorter than a frame` : ''].filter(Boolean)
  if (!all.length) return []
  const list = [all.slice(0, -1).join(', '), all.at(-1)].filter(Boolean).join(' and ')
  return [{ code: 'SOUND_LEFT_OUT', message: `${form} has no place for ${list}. A movie has all of the sound.` }]
}

/** What a cutting room can be told of volume at most; FCPXML and xmeml alike. */
export const loudest = 12
