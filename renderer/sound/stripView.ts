/** Where the time of a strip lies: frame n of the film begins `n * pxPerFrame - scrollX` pixels right of the lane heads. */
export interface StripPlace {
  readonly pxPerFrame: number
  readonly scrollX: number
  /** Room right of the lane heads, in pixels. */
  readonly width: number
}

/** A view of time that several strips share, so that they scroll and zoom together. Outside React. */
export interface StripView {
  now(): StripPlace
  subscribe(listener: () => void): () => void
  scrollBy(px: number): void
  /** Zooms around a pixel right of the lane heads. */
  zoomAt(factor: number, x: number): void
}

/** Room of the lane heads, in pixels. */
export const stripHead = 176
