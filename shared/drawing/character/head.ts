import { darker, lighter, lightness, mix } from '../colour'
import { INK } from '../drawingColours'
import { oval } from '../pen'
import type { Pen } from '../pen'
import type { Person } from './person'

/** `toCamera`: the features in the middle of the face. `mouth`: open. */
export interface Expression {
  readonly toCamera?: boolean
  readonly mouth?: 'speaks' | 'laughs' | undefined
  readonly asleep?: boolean
}

/** How far to the left the features are drawn of somebody who looks into the camera. */
const AHEAD = -5.5

/**
 * Heads are drawn facing right, three quarters, around (0, 0): face 34 wide, 42 high, from -20 to 22.
 * `at` puts them on the neck.
 */
export function drawHead(pen: Pen, p: Person, look: Expression = {}): void {
  const jaw = 1 + (p.face.jaw - 0.5) * 0.16 + (p.woman ? -0.05 : 0.04)
  const face = `M -16.5 -3 C -18 -24 20 -25 20 -3 C 20.5 5 ${19 * jaw} 13 ${11 * jaw} 19.5 C 7 22.5 0 22 -4 18.5 C ${-13 * jaw} 13 -16 6 -16.5 -3 Z`
  const blush = mix(p.skin, '#c8503c', 0.28)
  pen.shape(face, p.skin)
  pen.shade(face, `M -30 -30 L -8 -30 C -14 0 -8 14 2 24 L -30 24 Z`, 0.1)
  pen.shape(`M -15 -1 C -21 -5 -22 6 -15 8 Z`, p.skin, { width: 0.8 })
  if (look.toCamera) pen.shape(`M 19 -1 C 25 -5 26 6 19 8 Z`, p.skin, { width: 0.8 })
  const ahead = look.toCamera ? AHEAD : 0
  pen.moved(ahead, 0, () => {
    pen.fill(oval(14, 7, 3.6, 2.5), blush, 0.45)
    pen.fill(oval(-3, 8, 3.6, 2.5), blush, 0.45)
  })
  beardBelow(pen, p, jaw)
  pen.moved(ahead, 0, () => features(pen, p, look))
  if (p.age === 'old') {
    pen.line('M -2 4 Q 0 6 3 5.5', { width: 0.45 })
    pen.line('M 12 5.5 Q 15 6 16.5 4', { width: 0.45 })
  }
}

function features(pen: Pen, p: Person, look: Expression): void {
  const brow =
    p.age === 'old'
      ? lighter(p.hairColour, 0.1)
      : lightness(p.hairColour) > 0.75
        ? darker(p.hairColour, 0.35)
        : darker(p.hairColour, 0.25)
  const tilt = (p.face.brows - 0.5) * 3
  const browWidth = p.woman ? 0.85 : 1.35
  const eye = p.woman ? 2.3 : 2
  for (const x of [1.5, 13]) {
    if (look.asleep || look.mouth === 'laughs') {
      pen.line(look.asleep ? `M ${x - 3} 0 Q ${x} 2.4 ${x + 3} 0` : `M ${x - 3} 1 Q ${x} -3 ${x + 3} 1`, { width: 1.1 })
      continue
    }
    pen.fill(oval(x, 0, eye * 0.86, eye * 1.12), INK)
    if (p.woman && p.age !== 'child') pen.line(`M ${x - 3} -1.2 Q ${x - 1} -3.6 ${x + 2.4} -2.6`, { width: 0.6 })
  }
  pen.line(`M -2.5 ${-6.5 + tilt * 0.5} Q 1 ${-9 - tilt * 0.2} 5 ${-7 - tilt * 0.5}`, {
    width: browWidth,
    colour: brow,
  })
  pen.line(`M 10.5 ${-7 - tilt * 0.5} Q 13.5 ${-9} 17 ${-6.5 + tilt * 0.5}`, { width: browWidth, colour: brow })
  const nose = 3 + p.face.nose * 3
  pen.line(`M 8.5 -1 C 9 3 ${9 + nose} 5.5 ${8.5 + nose * 0.8} 7.5 C ${8 + nose * 0.5} 8.6 8 8.5 7 7.8`, {
    width: 0.75,
  })
  const covered = p.beard === 'full' || p.beard === 'long'
  const smile = (p.face.mouth - 0.4) * 3
  const lips = p.woman && p.age !== 'child' ? mix(p.skin, '#9c2f37', 0.6) : covered ? darker(p.hairColour, 0.5) : INK
  if (look.mouth === 'speaks') pen.shape(oval(7.4, 14, 3.6, 3), '#6b2f30', { width: 0.7 })
  else if (look.mouth === 'laughs')
    pen.shape('M 1.5 11.6 Q 7.5 13.4 13 11.2 Q 12 18.6 7.2 18.6 Q 2.6 18.6 1.5 11.6 Z', '#6b2f30', { width: 0.7 })
  else
    pen.line(`M 2.5 ${13.4 - smile * 0.3} Q 7.5 ${13.8 + smile} 12 ${13 - smile * 0.4}`, {
      width: p.woman ? 1.2 : 0.95,
      colour: lips,
    })
  if (p.beard === 'moustache')
    pen.shape(
      'M -1 12 C 1 8.5 6 8.5 8 10 C 10 8.5 14 9 15.5 12 C 12 13.4 10 12.6 8 11.6 C 6 12.8 3 13.4 -1 12 Z',
      p.hairColour,
      { width: 0.6 },
    )
  if (p.beard === 'goatee')
    pen.shape('M 3 16 Q 7.5 14.5 11.5 16 Q 11.5 24 7 25 Q 3 23 3 16 Z', p.hairColour, { width: 0.6 })
  if (p.glasses !== 'none') glasses(pen, p.glasses === 'dark')
}

function glasses(pen: Pen, dark: boolean): void {
  for (const x of [1.5, 13.5]) {
    pen.fill(oval(x, 0, 5, 4.6), dark ? '#2b2a30' : '#ffffff', dark ? 0.92 : 0.28)
    pen.line(oval(x, 0, 5, 4.6), { width: 0.75 })
  }
  pen.line('M 6.5 -0.5 Q 7.5 -1.5 8.5 -0.5', { width: 0.75 })
  pen.line('M -3.5 -0.8 L -15 -2.5', { width: 0.75 })
}

function beardBelow(pen: Pen, p: Person, jaw: number): void {
  if (p.beard === 'stubble') {
    pen.fill(
      `M -14 4 C -12 14 -4 19 -3 18.5 C 0 22 7 22.5 11 19.5 C 16 15 19 10 19.5 4 C 17 10 14 10 8 9.6 C 2 10 -8 12 -14 4 Z`,
      p.hairColour,
      0.25,
    )
    return
  }
  if (p.beard !== 'full' && p.beard !== 'long') return
  const drop = p.beard === 'long' ? 42 : 27
  const beard = `M -16.5 -4 C -15 4 -11 8 -5 8.5 C 0 8.5 3 7.2 7.5 8.6 C 12 7.4 15 8 17.5 6 C 18.6 4 19.4 0 20 -4 C 21.5 ${6 * jaw} 20 ${drop - 8} 7 ${drop} C -8 ${drop - 2} -17.5 14 -16.5 -4 Z`
  pen.shape(beard, p.hairColour)
  pen.fill('M 2 12.6 Q 7.5 10.8 12.5 12.2 Q 11 16 7.5 16 Q 4 16 2 12.6 Z', mix(p.skin, '#7c3a33', 0.35))
}

/** A head from behind: hair, and ears on both sides. */
export function drawHeadFromBehind(pen: Pen, p: Person): void {
  for (const side of [-1, 1])
    pen.shape(`M ${1 + side * 17} -1 C ${1 + side * 23} -5 ${1 + side * 24} 6 ${1 + side * 17} 8 Z`, p.skin, {
      width: 0.8,
    })
  const bald = p.hair === 'bald' || p.hair === 'receding'
  const skull = 'M -17 -3 C -19 -29 21 -29 19 -3 C 19.5 9 15 18 10 20.5 L -8 20.5 C -13 18 -17.5 9 -17 -3 Z'
  pen.shape(skull, bald ? p.skin : p.hairColour)
  if (bald)
    pen.shape('M -17 -1 C -17 10 -13 17 -8 19 L 10 19 C 15 17 19 10 19 -1 Q 14 6 1 7 Q -12 6 -17 -1 Z', p.hairColour, {
      width: 0.8,
    })
  pen.shade(skull, 'M 30 -30 L 8 -30 C 14 0 8 14 -2 24 L 30 24 Z', 0.12)
  const c = p.hairColour
  switch (p.hair) {
    case 'long':
      pen.shape('M -17 -10 C -24 10 -23 32 -22 46 Q 1 52 24 46 C 25 32 25 10 19 -10 C 14 -29 -12 -29 -17 -10 Z', c)
      break
    case 'bob':
      pen.shape('M -17 -8 C -25 4 -23 18 -20 25 Q 1 31 22 25 C 25 18 27 4 19 -8 C 14 -29 -12 -29 -17 -8 Z', c)
      break
    case 'afro':
    case 'curly':
      pen.shape(
        'M -18 12 C -32 6 -30 -18 -20 -26 C -10 -38 14 -38 22 -26 C 32 -18 34 6 20 12 C 14 22 -12 22 -18 12 Z',
        c,
      )
      break
    case 'bun':
      pen.shape(oval(1, -24, 11, 10), c)
      break
    case 'ponytail':
      pen.shape('M -4 -16 C -12 4 -9 30 -4 42 C 4 34 10 8 6 -16 Z', darker(c, 0.1))
      break
    case 'braids':
      for (const x of [-10, 12]) for (const y of [22, 33, 44]) pen.shape(oval(x, y, 5.4, 6.8), c, { width: 0.8 })
      break
    default:
      pen.line('M -9 14 Q 1 18 11 14', { width: 0.7, colour: darker(c, 0.35) })
  }
}
