import type { Weather } from '../lexicon/weathers'
import { RowIndex } from '../rules/rowIndex'
import { weatherRows } from '../rules/weatherRows'
import { tokenize } from '../text/tokens'

const rows = new RowIndex(weatherRows)

/** The weather that the first of some texts tells that tells any. Null = fair. */
export function weatherOf(...texts: readonly string[]): Weather | null {
  for (const text of texts) {
    const tokens = tokenize(text)
    const hits = tokens.flatMap((_, i) => [...rows.at(tokens, i)])
    if (hits.length > 0) return hits.reduce((a, b) => (b.place < a.place ? b : a)).row.means
  }
  return null
}
