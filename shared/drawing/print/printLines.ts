import type { PrintStyle } from './printDocument'
import { wrapText, type Measure } from './wrapText'

/** How a text looks on paper; sizes and heights of lines in points. */
export interface TextLook {
  readonly size: number
  readonly height: number
  readonly weight: 400 | 600
  readonly fill: string
}

export interface Line {
  readonly text: string
  readonly look: TextLook
}

const ink = '#111111'
const grey = '#555555'

export const paper = {
  heading: { size: 10.5, height: 14, weight: 600, fill: ink },
  name: { size: 9, height: 12, weight: 600, fill: ink },
  titleOfColumn: { size: 7.5, height: 10, weight: 600, fill: grey },
  quiet: { size: 7.5, height: 10, weight: 400, fill: grey },
  quietSmall: { size: 6.5, height: 8.5, weight: 400, fill: grey },
  body: { size: 8.5, height: 11, weight: 400, fill: ink },
  bodySmall: { size: 7, height: 9, weight: 400, fill: ink },
  spoken: { size: 8.5, height: 11, weight: 600, fill: ink },
  spokenSmall: { size: 7, height: 9, weight: 600, fill: ink },
} as const satisfies Record<string, TextLook>

const looks: Record<PrintStyle, readonly [normal: TextLook, small: TextLook]> = {
  body: [paper.body, paper.bodySmall],
  spoken: [paper.spoken, paper.spokenSmall],
  quiet: [paper.quiet, paper.quietSmall],
}

/** Texts into lines, by how wide a process says they are. */
export class Column {
  private readonly known = new Map<string, number>()

  constructor(private readonly measure: Measure) {}

  width(text: string, look: TextLook): number {
    if (!text) return 0
    const key = `${look.size} ${look.weight} ${text}`
    const known = this.known.get(key)
    if (known !== undefined) return known
    const width = this.measure(text, look.size, look.weight)
    if (text.length < 40) this.known.set(key, width)
    return width
  }

  wrap(text: string, look: TextLook, width: number): Line[] {
    return wrapText(text, width, (part) => this.width(part, look)).map((line) => ({ text: line, look }))
  }

  /** The one line that a head has room for, and whether that is all of it: what is shortened stands in full elsewhere. */
  cut(text: string, look: TextLook, width: number): { text: string; isWhole: boolean } {
    const room = Math.max(1, width - 6)
    const [first = '', more] = wrapText(text.replace(/\s+/g, ' '), room, (part) => this.width(part, look))
    return { text: more === undefined ? first : `${first}…`, isWhole: more === undefined }
  }

  panel(texts: readonly { style: PrintStyle; text: string }[], width: number, small: boolean): Line[] {
    return texts.flatMap(({ style, text }) => this.wrap(text, looks[style][small ? 1 : 0], width))
  }
}
