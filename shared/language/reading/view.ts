import { faceWords } from '../lexicon/things'
import { RowIndex } from '../rules/rowIndex'
import { focusRows, viewRows } from '../rules/viewRows'
import { tokenize, type Token } from '../text/tokens'
import type { ReadSentence } from './readText'

/** How the words of a shot say that it looks at things. */
export interface View {
  /** Faces are near: "from inches away", a face that fills the picture, a look through a glass. */
  readonly near: boolean
  /** What it looks through. */
  readonly glass: 'scope' | 'binoculars' | null
}

const views = new RowIndex(viewRows)
const focuses = new RowIndex(focusRows)

/** What a text says of the look of a shot. */
export function viewOf(text: string): View {
  const tokens = tokenize(text)
  const said = new Set(tokens.flatMap((_, i) => [...views.at(tokens, i)].map(({ row }) => row.means)))
  const glass = said.has('binoculars') ? 'binoculars' : said.has('scope') ? 'scope' : null
  return { near: said.has('near') || glass !== null, glass }
}

/** Whom the camera is said to be on, first of all, and over whose shoulders it looks; by the keys of their names. */
export function focusOf(sentences: readonly ReadSentence[]): { shown: string | null; shoulders: ReadonlySet<string> } {
  let shown: string | null = null
  const shoulders = new Set<string>()
  sentences.forEach(({ tokens }, s) =>
    tokens.forEach((token, i) => {
      if (showsFace(tokens, i)) shown ??= token.name!
      for (const { row, match } of focuses.at(tokens, i)) {
        if (row.first && (s > 0 || i > 0)) continue
        const name = tokens[match.object![0]]!.name!
        if (row.means === 'shown') shown ??= name
        else shoulders.add(name)
      }
    }),
  )
  return { shown, shoulders }
}

/** "Otto's eyes" */
const showsFace = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]!.possessive === true && faceWords.has(tokens[i + 1]?.low ?? '')
