import type { Pen } from '../pen'
import type { Choices } from '../choices'

/** Draws a prop 100 units high, its base in the middle at (0, 0). `colour` is its own, or null for what it usually has. */
export type DrawThing = (pen: Pen, colour: string | null, choices: Choices) => void
