import type { AssetType } from '../../model/asset'
import { propAspect } from '../../drawing/props/propKind'
import { roundTo } from '../../model/numbers'
import { ABOVE_EYES } from './framings'

/** Where an asset stands in a still: feet (x, y) and height as fractions of the frame; greater depth is nearer. */
export interface Placement {
  readonly x: number
  readonly y: number
  readonly scale: number
  readonly flip: boolean
  readonly depth: number
}

/** Somebody or something that is to be placed. */
export interface BlockingMember {
  readonly id: string
  readonly type: AssetType
  /** Marked by the user as a main character. */
  readonly key: boolean
  /** From left to right people stand by this, then by the order they are given in. Never of the shot: the same two stand the same way round in all shots. */
  readonly order?: number
  /** With its words a child is shorter than its mother and a cup smaller than a car; without, all are alike. */
  readonly name?: string
  readonly traits?: string
  /** Its picture: one with a background of its own is a card that hides what is behind it. */
  readonly picture?: { readonly width: number; readonly height: number; readonly alpha: boolean } | null
  /** Whom a close shot is of; whom an over-the-shoulder shot looks at. */
  readonly focus?: boolean
  /** The edge it is said to come or go by: alone in the picture it stands on that side. */
  readonly side?: 'left' | 'right' | null
  /** Over whose shoulder we look. */
  readonly shoulder?: boolean
}

/** Somebody or something that has its place; `layer` is how near. */
export interface Placed {
  readonly id: string
  readonly layer: number
  readonly y: number
  /** Share of the height that is head. */ readonly head: number
  readonly placement: Omit<Placement, 'depth'>
}

/** Feet of a figure whose eyes are level with the others'; a figure cut down for want of room still stands on the floor. */
export function grounded(eyes: number, height: number, wanted: number): number {
  const feet = eyes + height * (1 - ABOVE_EYES)
  return wanted >= 1 && feet < 0.9 ? 0.9 - (1 - height) * 0.04 : feet
}

/** Four decimals: finer than a pixel, and the same on every machine. */
export const tidy = (value: number): number => roundTo(value, 4)

/** Width over height. */
export function ratioOf(prop: BlockingMember): number {
  if (prop.picture) return prop.picture.width / prop.picture.height
  return prop.name === undefined ? 1 : propAspect(prop.name, prop.traits ?? '')
}
