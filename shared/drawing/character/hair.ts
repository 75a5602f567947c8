import { darker, lighter } from '../colour'
import { oval } from '../pen'
import type { Pen } from '../pen'
import type { Person } from './person'

/** Hair that hangs behind the head and the shoulders. Head units, see head.ts. */
export function drawHairBehind(pen: Pen, p: Person): void {
  const colour = darker(p.hairColour, 0.12)
  switch (p.hair) {
    case 'long':
      pen.shape('M -17 -16 C -26 -4 -25 24 -27 48 Q -12 54 2 48 Q 16 52 24 44 C 22 22 24 4 18 -14 Z', colour)
      break
    case 'bob':
      pen.shape('M -16 -18 C -27 -8 -26 14 -22 24 Q -12 29 0 24 L 14 24 Q 22 26 23 18 C 25 6 22 -8 16 -18 Z', colour)
      break
    case 'ponytail':
      pen.shape(
        'M -12 -20 C -30 -26 -38 -8 -32 10 C -30 20 -32 26 -36 32 C -22 32 -17 16 -19 2 C -20 -6 -16 -10 -10 -10 Z',
        colour,
      )
      break
    case 'bun':
      pen.shape(oval(-10, -26, 10.5, 9.5), colour)
      break
    case 'braids':
      for (const [x, y] of [
        [-20, 12],
        [-22, 24],
        [-23, 36],
      ] as const)
        pen.shape(oval(x, y, 5.6, 7.4), colour, { width: 0.8 })
      pen.line('M -27 43 L -19 44', { width: 1.6, colour: '#b8473a' })
      break
    case 'afro':
      pen.shape('M -20 14 C -38 8 -36 -20 -22 -28 C -14 -42 16 -42 24 -28 C 36 -20 34 2 24 8 Z', colour)
      break
    case 'curly':
      if (p.woman)
        pen.shape(
          'M -14 -18 C -30 -20 -32 -4 -28 4 C -34 12 -30 24 -22 28 C -14 32 -6 26 -2 22 L 16 22 C 26 22 28 10 24 4 C 30 -6 26 -18 16 -20 Z',
          colour,
        )
      break
    default:
  }
}

/** Hair over the skull. */
export function drawHairFront(pen: Pen, p: Person): void {
  const c = p.hairColour
  const shine = lighter(c, 0.22)
  switch (p.hair) {
    case 'bald':
      pen.line('M 4 -16 Q 9 -16 12 -13', { width: 0.6, colour: lighter(p.skin, 0.5) })
      if (p.age === 'old') pen.shape('M -17.5 -6 C -22 -2 -21 6 -16 8 C -15 3 -15 -1 -16 -6 Z', c, { width: 0.8 })
      return
    case 'buzz':
      pen.shape(
        'M -17.5 -1 C -20 -18 -10 -25 3 -25 C 16 -25 22 -16 20 -8 C 16 -13 10 -15 3 -15 C -6 -15 -12 -11 -13 -4 L -14 2 Z',
        c,
      )
      return
    case 'receding':
      pen.shape('M -17 2 C -21 -12 -16 -22 -6 -23 C -8 -16 -10 -12 -12 -6 L -13 2 Z', c)
      pen.line('M -4 -21 Q 4 -24 11 -20', { width: 0.8, colour: c })
      return
    case 'short':
      pen.shape(
        'M -17.5 2 C -23 -14 -14 -29 3 -29 C 19 -29 25 -17 20.5 -7 C 17 -12 12 -14 6 -14 C 0 -12 -8 -14 -12 -6 C -12 -2 -13 2 -14 4 Z',
        c,
      )
      break
    case 'parted':
      pen.shape(
        'M -17.5 3 C -23 -12 -16 -28 0 -29 C 18 -32 28 -18 20.5 -6 C 19 -12 15 -16 9 -18 C 2 -12 -6 -11 -12 -7 C -12 -2 -13 3 -14 5 Z',
        c,
      )
      pen.line('M 8 -18 Q 2 -25 -6 -26', { width: 0.6, colour: darker(c, 0.4) })
      break
    case 'tousled':
      pen.shape(
        'M -17 4 C -25 0 -24 -10 -20 -14 C -24 -20 -16 -26 -12 -26 C -10 -33 0 -32 2 -29 C 8 -35 16 -30 17 -26 C 25 -25 25 -15 21 -8 L 18 -12 L 14 -9 L 10 -15 L 5 -10 L 0 -15 L -5 -9 L -10 -12 L -12 -4 Z',
        c,
      )
      break
    case 'curly':
    case 'afro':
      pen.shape(
        'M -16 4 C -25 2 -25 -8 -20 -11 C -26 -18 -18 -27 -11 -25 C -8 -34 4 -33 6 -28 C 12 -34 22 -28 20 -21 C 27 -18 25 -8 20 -7 C 18 -13 13 -11 12 -15 C 8 -11 4 -16 1 -13 C -3 -16 -6 -9 -10 -11 C -13 -8 -12 -2 -15 0 Z',
        c,
      )
      break
    case 'long':
      pen.shape(
        'M -17 4 C -25 -14 -15 -30 3 -30 C 22 -30 27 -13 21.5 4 C 21 -6 17 -13 9 -16 C 3 -11 -7 -9 -11 -3 C -14 8 -13 20 -17 32 C -23 30 -23 18 -22 8 Z',
        c,
      )
      break
    case 'bob':
      pen.shape(
        'M -17 8 C -26 -14 -15 -30 3 -30 C 22 -30 27 -13 22 6 C 20 2 21 -6 18 -12 C 10 -9 -4 -9 -12 -12 C -13 -2 -13 10 -15 20 C -20 20 -21 14 -21 8 Z',
        c,
      )
      break
    case 'bun':
    case 'ponytail':
    case 'braids':
      pen.shape(
        'M -17.5 4 C -23 -14 -15 -28 3 -28 C 20 -28 25 -15 21 -3 C 19 -11 14 -15 7 -16 C 0 -15 -9 -12 -13 -3 C -13 0 -14 4 -15 6 Z',
        c,
      )
      break
  }
  pen.line('M -12 -16 Q -7 -24 3 -25', { width: 0.7, colour: shine, alpha: 0.8 })
}
