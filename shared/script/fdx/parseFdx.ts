import type { ParsedScript } from '../scriptTypes'

/** Final Draft scripts; written next. */
export function parseFdx(text: string): ParsedScript {
  return { format: 'fdx', titlePage: [], elements: [], lines: text.split('\n'), warnings: [{ line: 1, code: 'FDX_NOT_YET', message: 'Final Draft files are not read yet. Save the script as Fountain.' }] }
}
