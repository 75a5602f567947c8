import { darker, lighter } from '../colour'
import { corners, oval } from '../pen'
import type { Pen } from '../pen'
import type { Person } from './person'

/** What is worn on the head, over the hair. Head units, see head.ts. */
export function drawHat(pen: Pen, p: Person): void {
  const c = p.hatColour
  const band = darker(c, 0.4)
  switch (p.hat) {
    case 'none':
      return
    case 'hat':
    case 'cowboy': {
      const brim = p.hat === 'cowboy' ? 37 : 30
      const lift = p.hat === 'cowboy' ? 7 : 3
      pen.shape('M -17 -12 C -18 -34 -10 -38 2 -33 C 12 -39 22 -34 21 -12 Z', c)
      pen.shape('M -18 -14 Q 2 -7 22 -14 L 22 -20 Q 2 -13 -18 -20 Z', band, { width: 0.7 })
      pen.shape(
        `M ${2 - brim} ${-12 - lift} Q 2 1 ${2 + brim} ${-12 - lift} Q ${brim} -6 2 -4 Q ${-brim + 4} -6 ${2 - brim} ${-12 - lift} Z`,
        c,
      )
      return
    }
    case 'cap':
      pen.shape('M -18 -6 C -22 -30 -6 -33 4 -32 C 18 -31 23 -20 21 -9 Q 2 -14 -18 -6 Z', c)
      pen.shape('M 6 -11 C 18 -14 32 -12 37 -5 C 30 -8 18 -6 8 -5 Z', darker(c, 0.2))
      pen.fill(oval(3, -32, 2, 1.6), band)
      return
    case 'police':
      pen.shape('M -17 -10 L -23 -24 Q 0 -38 28 -25 L 21 -10 Q 2 -14 -17 -10 Z', c)
      pen.shape('M -17 -10 Q 2 -15 21 -10 L 21 -15 Q 2 -20 -18 -15 Z', '#2b2a30', { width: 0.7 })
      pen.shape('M 2 -12 Q 18 -13 26 -5 Q 16 -7 4 -7 Z', '#2b2a30', { width: 0.8 })
      pen.shape(oval(9, -22, 3.4, 3.8), '#d5b25a', { width: 0.6 })
      return
    case 'beret':
      pen.shape('M -20 -12 C -28 -24 -14 -34 4 -32 C 20 -32 26 -22 20 -14 Q 0 -18 -20 -12 Z', c)
      pen.line('M 2 -32 L 4 -37', { width: 1 })
      return
    case 'helmet':
      pen.shape('M -22 -6 C -26 -36 28 -38 25 -8 Q 2 -16 -22 -6 Z', c)
      pen.line('M -20 -14 Q 2 -24 24 -15', { width: 0.8, colour: band })
      return
    case 'beanie':
      pen.shape('M -18 -10 C -20 -34 24 -36 22 -11 Z', c)
      pen.shape('M -20 -6 Q 2 -14 23 -8 L 22 -17 Q 2 -22 -20 -15 Z', lighter(c, 0.2), { width: 0.8 })
      return
    case 'tophat':
      pen.shape(corners(-15, -14, -17, -46, 21, -46, 19, -14), c)
      pen.shape('M -16 -15 Q 2 -9 20 -15 L 20 -22 Q 2 -16 -16 -22 Z', '#74303c', { width: 0.7 })
      pen.shape('M -28 -15 Q 2 -4 32 -15 Q 28 -8 2 -7 Q -24 -8 -28 -15 Z', c)
      return
    case 'crown':
      pen.shape(corners(-15, -16, -18, -36, -8, -27, 2, -40, 12, -27, 22, -36, 19, -16), c)
      for (const x of [-8, 2, 12]) pen.fill(oval(x, -21, 2, 2), '#9e3243')
      return
    case 'chef':
      pen.shape('M -15 -22 C -34 -30 -22 -48 -8 -43 C -4 -54 12 -54 14 -43 C 30 -46 34 -28 19 -22 Z', c)
      pen.shape(corners(-16, -12, -15, -24, 19, -24, 20, -12), c)
      return
    case 'pointed':
      pen.shape('M -19 -10 C -14 -30 -6 -46 -4 -62 C 8 -48 20 -28 22 -11 Q 2 -18 -19 -10 Z', c)
      pen.line('M -8 -28 Q -2 -36 0 -44', { width: 0.7, colour: lighter(c, 0.3) })
      return
    case 'hood':
    case 'scarf': {
      const cloth = p.hat === 'hood' ? darker(p.cloth, 0.15) : c
      pen.shape(
        'M -12 27 C -30 20 -30 -31 3 -33 C 30 -33 31 -8 22 8 C 25 -8 19 -19 6 -19 C -10 -19 -15 -4 -11 10 Q -10 18 -2 23 Z',
        cloth,
      )
      return
    }
  }
}
