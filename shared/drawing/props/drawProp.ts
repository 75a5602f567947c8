import type { DrawOp } from '../drawOp'
import { INK } from '../drawingColours'
import { Pen, box } from '../pen'
import { Choices, hashOf } from '../choices'
import { firstColour, wordsOf } from '../traitWords'
import { creatures } from './creatures'
import type { DrawThing } from './drawThing'
import { homeThings } from './homeThings'
import { propKindOf } from './propKind'
import type { PropKind } from './propKind'
import { smallThings } from './smallThings'
import { vehicles } from './vehicles'

const things: Readonly<Record<PropKind, DrawThing>> = { ...homeThings, ...smallThings, ...vehicles, ...creatures }

export interface PropOptions {
  readonly seed: string
  /** Frame pixels. */
  readonly height: number
  readonly line: number
  readonly tremble: number
  readonly tint: (colour: string) => string
  /** Strength of the pale line around it, 0 to 1. */
  readonly halo: number
  /** It is drawn mirrored; what is written on it is not. */
  readonly mirrored: boolean
}

/** A prop by the words of its name and traits, in frame pixels, its base at (0, 0). */
export function drawProp(name: string, traits: string, assetId: string, options: PropOptions): DrawOp[] {
  const pen = new Pen({
    seed: hashOf(options.seed),
    unit: options.height / 100,
    line: options.line,
    tremble: options.tremble,
    tint: options.tint,
  })
  const kind = propKindOf(name, traits)
  const colour = firstColour([...wordsOf(name), ...wordsOf(traits)])
  if (kind) things[kind](pen, colour, new Choices(assetId))
  else crate(pen, name, colour, options.mirrored)
  return [...pen.halo(options.line * 2.4, options.halo), ...pen.ops]
}

/** What has no drawing of its own: a crate that says what is in it. */
function crate(pen: Pen, name: string, colour: string | null, mirrored: boolean): void {
  const wood = colour ?? '#a98a63'
  pen.shape(box(-56, -100, 112, 100), wood)
  pen.line('M -56 -76 H 56 M -56 -24 H 56', { width: 0.7 })
  pen.shape(box(-50, -70, 100, 40), '#efe8d8', { width: 0.7 })
  pen.text(name, 0, -43, 21, INK, 92, mirrored)
}
