/** How numbers with units are said, everywhere: in the window, in refusals, causes and prompts, and on the command line. */

/** "1.4 s"; with two decimals "1.42 s". */
export const secondsText = (seconds: number, decimals = 1): string => `${seconds.toFixed(decimals)} s`

/** Seconds as fine as it takes to tell them from another time or from a limit they are under: "0.46 s" beside 0.5 s. */
export function secondsBeside(seconds: number, other: number): string {
  const decimals = [1, 2].find((n) => seconds.toFixed(n) !== other.toFixed(n)) ?? 3
  return secondsText(seconds, decimals)
}

/** A length that nobody counts in tenths, such as a scene's: "94 s", and from ten minutes on "12 min". */
export function lengthText(seconds: number): string {
  const whole = Math.round(seconds)
  return whole < 600 ? `${whole} s` : `${Math.round(whole / 60)} min`
}

/** A part of a whole: "35 %". @param fraction 0 to 1 */
export const percentText = (fraction: number): string => `${Math.round(fraction * 100)} %`

/** A stretch of a whole: "12–35 %". @param from 0 to 1 @param to 0 to 1 */
export const percentRange = (from: number, to: number): string => `${Math.round(from * 100)}–${Math.round(to * 100)} %`

/** A size of a file or folder: "120 kB", "7 MB", "1.2 GB". */
export function bytesText(bytes: number): string {
  if (bytes < 1e6) return `${Math.ceil(bytes / 1e3)} kB`
  return bytes < 1e9 ? `${Math.round(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(1)} GB`
}

/** A number as it is typed over: at most so many decimals, no unit, no zeros at its end. */
export const plainNumber = (value: number, decimals: number): string => String(Number(value.toFixed(decimals)))

/** A whole number to read: "1,200". */
export const numberText = (n: number): string => n.toLocaleString('en')

/** The word for one or for many: "shot", "shots". */
export const plural = (n: number, one: string, many = `${one}s`): string => (n === 1 ? one : many)

/** A number of things: "1 shot", "25 shots", "1 assignment moves". */
export const counted = (n: number, one: string, many?: string): string => `${numberText(n)} ${plural(n, one, many)}`

/** What an edit makes stale: "2 results turn stale", "1 shot turns stale", "nothing turns stale". */
export const turnStale = (n: number, thing: 'result' | 'shot' = 'result'): string =>
  n ? `${counted(n, `${thing} turns`, `${thing}s turn`)} stale` : 'nothing turns stale'

/** With a capital at its start. */
export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
