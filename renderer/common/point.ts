/** A place in a space of pixels or fractions; which one its holder says. */
export interface Point {
  readonly x: number
  readonly y: number
}
