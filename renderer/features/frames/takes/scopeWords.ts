import { plural, upperFirst } from '@shared/language/unitWords'
import type { FrameEnd } from '@shared/model/common'
import type { Status } from '@shared/domain/results/freshness'
import type { PlannedPass } from '@shared/domain/passes/passPlan'

/** What the primary button makes: "Make end frame", "Remake passes 2 to 4". `standing` passes keep their pictures. */
export function scopeWords(status: Status, frame: FrameEnd, passes: number, standing: number): string {
  if (status === 'missing') return `Make ${frame} frame`
  if (status === 'fresh') return 'Make another take'
  // With nothing changed in the pictures, the last pass is made again.
  const kept = Math.min(standing, passes - 1)
  if (kept < 1) return status === 'failed' ? `Make ${frame} frame again` : `Remake ${frame} frame`
  return kept + 1 === passes ? `Remake pass ${passes}` : `Remake passes ${kept + 1} to ${passes}`
}

/** "Pass 1 stays; 2 to 4 are built on it." Empty when all or none is made again. */
export function keptWords(passes: number, standing: number): string {
  if (standing < 1 || standing >= passes) return ''
  const stay = standing === 1 ? 'Pass 1 stays' : `Passes 1 to ${standing} stay`
  const rest =
    standing + 1 === passes
      ? `${passes} is built on ${plural(standing, 'it', 'them')}`
      : `${standing + 1} to ${passes} are built on ${plural(standing, 'it', 'them')}`
  return `${stay}; ${rest}.`
}

/** What a pass holds, in words: "Location, key characters". */
export function passWords(pass: PlannedPass, passes: number): string {
  const words: string[] = []
  if (pass.references.some((r) => r.role === 'set')) words.push('location')
  const characters = pass.references.filter((r) => r.role === 'identity').length
  const key = pass.index === 1 && passes > 1 ? 'key ' : ''
  if (characters) words.push(`${key}${plural(characters, 'character')}`)
  const props = pass.references.filter((r) => r.role === 'prop').length
  if (props) words.push(plural(props, 'prop'))
  return upperFirst(words.join(', ') || 'Empty set')
}
