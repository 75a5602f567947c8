/** x, y pairs of one path step: M move, L line, Q quadratic, C cubic, Z close. */
export type PathStep =
  | readonly ['M' | 'L', number, number]
  | readonly ['Q', number, number, number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['Z']

/** Colours are CSS colours; stops run from 0 to 1. */
export interface Gradient {
  readonly kind: 'linear' | 'radial'
  /** Linear: from (x0, y0) to (x1, y1). Radial: centre (x0, y0), radius the distance to (x1, y1). */
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
  readonly stops: readonly (readonly [number, string])[]
}

export interface Paint {
  readonly fill?: string | Gradient
  readonly stroke?: string
  /** In the units of the enclosing group; ends and joins are always round. */
  readonly lineWidth?: number
  readonly alpha?: number
}

export interface PathOp extends Paint {
  readonly op: 'path'
  readonly path: readonly PathStep[]
}
export interface RectOp extends Paint {
  readonly op: 'rect'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly radius?: number
}
export interface EllipseOp extends Paint {
  readonly op: 'ellipse'
  readonly x: number
  readonly y: number
  readonly rx: number
  readonly ry: number
  readonly rotation?: number
}
/** One line of text; y is the baseline. */
export interface TextOp extends Paint {
  readonly op: 'text'
  readonly x: number
  readonly y: number
  readonly text: string
  readonly size: number
  readonly weight: 400 | 600
  readonly align: 'left' | 'center' | 'right'
  readonly maxWidth?: number
}
/** A part (sx, sy, sw, sh) of a picture, in its own pixels, into a rectangle. */
export interface ImageOp {
  readonly op: 'image'
  readonly mediaId: string
  readonly sx: number
  readonly sy: number
  readonly sw: number
  readonly sh: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly alpha?: number
}
/** Draws its ops under a transform (canvas order a, b, c, d, e, f) and inside a clip, given in its own units. */
export interface GroupOp {
  readonly op: 'group'
  readonly transform?: readonly [number, number, number, number, number, number]
  readonly clip?: readonly PathStep[]
  readonly alpha?: number
  /** Set on the outermost group of a subject or a location, so that a stage can make it one node. */
  readonly assetId?: string
  readonly part?: 'location' | 'subject' | 'glass' | 'name'
  readonly ops: readonly DrawOp[]
}

/** One drawing operation: plain JSON, executed by execute.ts on any canvas. Units are frame pixels outside groups. */
export type DrawOp = PathOp | RectOp | EllipseOp | TextOp | ImageOp | GroupOp

/** The one family everything written on a frame is set in; resources/fonts holds it. */
export const FRAME_FONT = 'Exeunt Frame'
