import { darker, lighter, lightness } from '../colour'
import { INK } from '../drawingColours'
import { box, corners, oval } from '../pen'
import type { Pen } from '../pen'
import type { Person } from './person'

/** Measures of a figure 200 units tall, feet at (0, 0), y upwards negative. */
export interface Build {
  readonly shoulderY: number
  readonly shoulder: number
  readonly waistY: number
  readonly waist: number
  readonly hipY: number
  readonly hip: number
  readonly headY: number
  readonly headScale: number
}

export function buildOf(person: Person): Build {
  const g = person.girth
  if (person.age === 'child')
    return {
      shoulderY: -124,
      shoulder: 23 * g,
      waistY: -88,
      waist: 18 * g,
      hipY: -74,
      hip: 20 * g,
      headY: -161,
      headScale: 1.3,
    }
  const stoop = person.age === 'old' ? 4 : 0
  if (person.woman)
    return {
      shoulderY: -141 + stoop,
      shoulder: 22.5 * g,
      waistY: -108,
      waist: 15.5 * g,
      hipY: -88,
      hip: 22 * g,
      headY: -173,
      headScale: 1.02,
    }
  return {
    shoulderY: -143 + stoop,
    shoulder: 28 * g,
    waistY: -106,
    waist: 22 * g,
    hipY: -88,
    hip: 22.5 * g,
    headY: -174,
    headScale: 1,
  }
}

/** Torso outline down to a hem: nipped at the waist for some, straight for others. */
function torso(b: Build, hemY: number, hem: number, waist: number): string {
  const s = b.shoulder
  return `M -8 ${b.shoulderY - 6} C ${-s * 0.6} ${b.shoulderY - 5} ${-s} ${b.shoulderY - 2} ${-s} ${b.shoulderY + 8} C ${-s * 0.98} ${b.shoulderY + 20} ${-waist} ${b.waistY - 12} ${-waist} ${b.waistY} C ${-waist} ${b.waistY + 12} ${-hem} ${hemY - 14} ${-hem} ${hemY} Q 0 ${hemY + 5} ${hem} ${hemY} C ${hem} ${hemY - 14} ${waist} ${b.waistY + 12} ${waist} ${b.waistY} C ${waist} ${b.waistY - 12} ${s * 0.98} ${b.shoulderY + 20} ${s} ${b.shoulderY + 8} C ${s} ${b.shoulderY - 2} ${s * 0.6} ${b.shoulderY - 5} 10 ${b.shoulderY - 6} Z`
}

/** Everything worn above the legs, arms apart. */
export function drawTorso(pen: Pen, p: Person, b: Build, seated = false): void {
  const mid = 3
  const top = b.shoulderY - 6
  const [standingHem, standingWidth, waist] = hemOf(p, b)
  // What is long lies over the thighs; see seated.ts.
  const hemY = seated ? Math.min(standingHem, b.hipY + 8) : standingHem
  const hem = seated ? Math.min(standingWidth, b.hip * 1.08) : standingWidth
  const d = torso(b, hemY, hem, waist)
  pen.shape(d, p.cloth)
  pen.shade(
    d,
    `M -70 ${top - 5} L ${-b.shoulder * 0.5} ${top - 5} C ${-waist * 0.2} ${b.waistY} ${-waist * 0.6} ${b.waistY + 10} ${-hem * 0.35} ${hemY + 8} L -70 ${hemY + 8} Z`,
  )
  const trim = lightness(p.cloth) > 0.45 ? darker(p.cloth, 0.4) : lighter(p.cloth, 0.3)

  switch (p.outfit) {
    case 'suit':
    case 'waiter': {
      const depth = b.waistY + (p.outfit === 'waiter' ? -8 : -2)
      pen.shape(corners(-9 + mid, top, 9 + mid, top, mid + 1, depth), p.outfit === 'waiter' ? '#f1eee6' : p.second, {
        width: 0.8,
      })
      if (p.outfit === 'waiter') bowTie(pen, mid, top + 4, p.tie ?? INK)
      else if (p.tie) tie(pen, mid, top + 2, depth - 4, p.tie)
      pen.shape(
        corners(-10 + mid, top - 2, -15 + mid, top + 12, -8 + mid, top + 17, mid + 1, depth + 2, -2 + mid, top + 14),
        lighter(p.cloth, 0.1),
        { width: 0.8 },
      )
      pen.shape(
        corners(10 + mid, top - 2, 15 + mid, top + 12, 9 + mid, top + 17, mid + 1, depth + 2, 4 + mid, top + 14),
        lighter(p.cloth, 0.1),
        { width: 0.8 },
      )
      pen.line(`M ${mid + 1} ${depth} L ${mid + 2} ${hemY + 2}`, { width: 0.8 })
      buttons(pen, mid - 3, depth + 7, 2, 9)
      break
    }
    case 'jacket': {
      pen.shape(corners(-9 + mid, top, 9 + mid, top, mid, top + 20), p.second, { width: 0.8 })
      pen.shape(
        corners(-10 + mid, top - 2, -15 + mid, top + 9, -5 + mid, top + 15, mid, top + 20),
        lighter(p.cloth, 0.12),
        { width: 0.8 },
      )
      pen.shape(
        corners(10 + mid, top - 2, 15 + mid, top + 9, 6 + mid, top + 15, mid, top + 20),
        lighter(p.cloth, 0.12),
        { width: 0.8 },
      )
      pen.line(`M ${mid} ${top + 20} L ${mid + 1} ${hemY + 2}`, { width: 0.9 })
      pen.line(`M ${-hem} ${hemY - 6} Q 0 ${hemY - 1} ${hem} ${hemY - 6}`, { width: 0.7 })
      pen.line(`M ${waist * 0.4} ${b.waistY - 12} L ${waist * 0.78} ${b.waistY - 15}`, { width: 0.8 })
      break
    }
    case 'coat': {
      pen.shape(corners(-8 + mid, top, 8 + mid, top, mid, top + 15), p.second, { width: 0.8 })
      pen.shape(
        corners(-10 + mid, top - 3, -19 + mid, top + 11, -6 + mid, top + 17, mid, top + 16),
        lighter(p.cloth, 0.14),
        { width: 0.8 },
      )
      pen.shape(
        corners(10 + mid, top - 3, 12 + mid, top + 10, 7 + mid, top + 17, mid, top + 16),
        lighter(p.cloth, 0.14),
        { width: 0.8 },
      )
      pen.line(`M ${mid} ${top + 16} L ${mid + 3} ${hemY + 3}`, { width: 0.9 })
      pen.shape(
        corners(
          -waist - 0.5,
          b.waistY - 4,
          waist + 0.5,
          b.waistY - 4,
          waist + 1.5,
          b.waistY + 5,
          -waist - 1.5,
          b.waistY + 5,
        ),
        darker(p.cloth, 0.22),
        { width: 0.8 },
      )
      pen.shape(box(mid - 1, b.waistY - 5, 9, 10), darker(p.cloth, 0.35), { width: 0.7 })
      buttons(pen, mid - 5, top + 22, 2, 9)
      buttons(pen, mid - 5, b.waistY + 19, 2, 14)
      break
    }
    case 'dress':
    case 'gown': {
      pen.shape(`M ${-9 + mid} ${top - 1} Q ${mid} ${top + 16} ${9 + mid} ${top - 1} Z`, p.skin, { width: 0.8 })
      pen.shape(
        corners(
          -waist - 0.5,
          b.waistY - 3,
          waist + 0.5,
          b.waistY - 3,
          waist + 1,
          b.waistY + 3,
          -waist - 1,
          b.waistY + 3,
        ),
        trim,
        { width: 0.7 },
      )
      pen.line(`M ${-hem * 0.35} ${hemY - (hemY - b.waistY) * 0.5} L ${-hem * 0.5} ${hemY + 3}`, { width: 0.6 })
      pen.line(`M ${hem * 0.25} ${hemY - (hemY - b.waistY) * 0.6} L ${hem * 0.4} ${hemY + 3}`, { width: 0.6 })
      break
    }
    case 'shirt': {
      collar(pen, mid, top, p.cloth)
      pen.line(`M ${mid} ${top + 8} L ${mid + 1} ${hemY + 2}`, { width: 0.7 })
      buttons(pen, mid, top + 18, 3, 12)
      pen.line(
        corners(6 + mid, b.waistY - 16, 15 + mid, b.waistY - 17, 15 + mid, b.waistY - 7, 7 + mid, b.waistY - 6),
        { width: 0.6 },
      )
      if (p.tie) tie(pen, mid, top + 4, b.waistY, p.tie)
      break
    }
    case 'tshirt':
      pen.shape(`M ${-9 + mid} ${top - 1} Q ${mid} ${top + 11} ${9 + mid} ${top - 1} Z`, p.skin, { width: 0.8 })
      pen.within(d, () => pen.fill(box(-60, b.waistY - 16, 120, 9), trim, 0.75))
      pen.line(d)
      break
    case 'sweater':
      pen.shape(
        `M ${-10 + mid} ${top - 3} Q ${mid} ${top + 8} ${10 + mid} ${top - 3} L ${9 + mid} ${top + 3} Q ${mid} ${top + 13} ${-9 + mid} ${top + 3} Z`,
        darker(p.cloth, 0.16),
        { width: 0.8 },
      )
      pen.line(`M ${-hem} ${hemY - 8} Q 0 ${hemY - 3} ${hem} ${hemY - 8}`, { width: 0.7 })
      for (let i = -2; i <= 2; i++) pen.line(`M ${i * hem * 0.33} ${hemY - 4} V ${hemY + 2}`, { width: 0.5 })
      break
    case 'hoodie':
      pen.shape(
        `M ${-15 + mid} ${top + 4} Q ${-17 + mid} ${top - 8} ${-6 + mid} ${top - 8} L ${8 + mid} ${top - 8} Q ${18 + mid} ${top - 8} ${15 + mid} ${top + 4} Q ${mid} ${top + 17} ${-15 + mid} ${top + 4} Z`,
        darker(p.cloth, 0.16),
        { width: 0.9 },
      )
      pen.line(`M ${-3 + mid} ${top + 9} V ${top + 27}`, { width: 0.6, colour: '#ece8de' })
      pen.line(`M ${5 + mid} ${top + 9} V ${top + 24}`, { width: 0.6, colour: '#ece8de' })
      pen.line(
        `M ${-waist * 0.7} ${hemY - 4} L ${-waist * 0.45} ${b.waistY} H ${waist * 0.55} L ${waist * 0.8} ${hemY - 4}`,
        { width: 0.7 },
      )
      break
    case 'uniform':
      collar(pen, mid, top, p.cloth)
      if (p.tie) tie(pen, mid, top + 4, b.waistY - 2, p.tie)
      pen.line(`M ${mid} ${top + 8} L ${mid + 1} ${hemY + 2}`, { width: 0.7 })
      pen.shape(
        corners(
          -waist - 0.5,
          b.waistY + 2,
          waist + 0.5,
          b.waistY + 2,
          waist + 1,
          b.waistY + 9,
          -waist - 1,
          b.waistY + 9,
        ),
        '#3a3236',
        { width: 0.8 },
      )
      pen.shape(box(mid - 4, b.waistY + 1, 8, 9), '#cda349', { width: 0.7 })
      pen.shape(
        corners(
          b.shoulder * 0.5,
          top + 17,
          b.shoulder * 0.72,
          top + 16,
          b.shoulder * 0.74,
          top + 24,
          b.shoulder * 0.62,
          top + 28,
          b.shoulder * 0.5,
          top + 24,
        ),
        '#d5b25a',
        { width: 0.7 },
      )
      pen.shape(
        corners(
          -b.shoulder * 0.98,
          b.shoulderY + 1,
          -b.shoulder * 0.5,
          b.shoulderY - 5,
          -b.shoulder * 0.46,
          b.shoulderY - 1,
          -b.shoulder * 0.95,
          b.shoulderY + 6,
        ),
        trim,
        { width: 0.7 },
      )
      pen.shape(
        corners(
          b.shoulder * 0.98,
          b.shoulderY + 1,
          b.shoulder * 0.5,
          b.shoulderY - 5,
          b.shoulder * 0.46,
          b.shoulderY - 1,
          b.shoulder * 0.95,
          b.shoulderY + 6,
        ),
        trim,
        { width: 0.7 },
      )
      break
    case 'robe':
      pen.shape(corners(-9 + mid, top, 9 + mid, top, mid - 1, b.waistY - 6), p.second, { width: 0.8 })
      pen.line(`M ${mid - 1} ${b.waistY - 6} L ${mid + 5} ${hemY + 3}`, { width: 0.9 })
      pen.shape(
        corners(
          -waist - 0.5,
          b.waistY - 4,
          waist + 0.5,
          b.waistY - 4,
          waist + 1,
          b.waistY + 4,
          -waist - 1,
          b.waistY + 4,
        ),
        trim,
        { width: 0.8 },
      )
      pen.line(`M ${mid + 4} ${b.waistY + 3} L ${mid + 8} ${b.waistY + 24}`, { width: 1.2 })
      break
    case 'vest':
      pen.shape(corners(-8 + mid, top, 8 + mid, top, mid, b.waistY - 8), p.second, { width: 0.8 })
      collar(pen, mid, top, p.second)
      pen.line(`M ${mid} ${b.waistY - 8} L ${mid + 1} ${hemY + 2}`, { width: 0.8 })
      buttons(pen, mid - 3, b.waistY - 2, 3, 8)
      break
  }
  if (p.apron && !seated) {
    const apron = `M ${-b.waist * 0.55 + 2} ${top + 20} L ${b.waist * 0.65 + 2} ${top + 20} L ${b.waist * 0.75 + 2} ${b.waistY} L ${b.hip + 1} ${b.waistY + 3} L ${b.hip} ${b.hipY * 0.55} Q 0 ${b.hipY * 0.5} ${-b.hip} ${b.hipY * 0.55} L ${-b.hip - 1} ${b.waistY + 3} L ${-b.waist * 0.7 + 2} ${b.waistY} Z`
    pen.shape(apron, p.apron, { width: 0.9 })
    pen.line(`M ${-b.hip} ${b.waistY + 4} H ${b.hip}`, { width: 0.7 })
  }
}

/** The same seen from behind: no lapels, no buttons. */
export function drawBack(pen: Pen, p: Person, b: Build): void {
  const top = b.shoulderY - 6
  const [hemY, hem, waist] = hemOf(p, b)
  const d = torso(b, hemY, hem, waist)
  pen.shape(d, p.cloth)
  pen.shade(
    d,
    `M 70 ${top - 5} L ${b.shoulder * 0.5} ${top - 5} C ${waist * 0.2} ${b.waistY} ${waist * 0.6} ${b.waistY + 10} ${hem * 0.35} ${hemY + 8} L 70 ${hemY + 8} Z`,
  )
  if (p.outfit === 'suit' || p.outfit === 'jacket' || p.outfit === 'coat')
    pen.line(`M 1 ${top + 8} L 1 ${hemY + 3}`, { width: 0.7 })
  if (
    p.outfit === 'shirt' ||
    p.outfit === 'uniform' ||
    p.outfit === 'suit' ||
    p.outfit === 'jacket' ||
    p.outfit === 'coat' ||
    p.outfit === 'waiter'
  )
    pen.shape(
      `M -11 ${top + 1} Q 1 ${top - 6} 13 ${top + 1} L 11 ${top + 6} Q 1 ${top} -9 ${top + 6} Z`,
      lighter(p.cloth, 0.14),
      { width: 0.8 },
    )
  if (p.outfit === 'hoodie')
    pen.shape(
      `M -16 ${top + 2} Q 1 ${top - 8} 18 ${top + 2} Q 12 ${top + 26} 1 ${top + 27} Q -10 ${top + 26} -16 ${top + 2} Z`,
      darker(p.cloth, 0.16),
      { width: 0.9 },
    )
}

/** A scarf lies over coat and sleeves. */
export function drawScarf(pen: Pen, p: Person, b: Build): void {
  const mid = 3
  const top = b.shoulderY - 6
  if (p.scarf) {
    pen.shape(
      `M ${mid - 14} ${top + 1} Q ${mid} ${top + 13} ${mid + 14} ${top + 1} L ${mid + 13} ${top - 8} Q ${mid} ${top + 2} ${mid - 13} ${top - 8} Z`,
      p.scarf,
    )
    pen.shape(corners(mid + 3, top + 6, mid + 13, top + 4, mid + 16, top + 34, mid + 6, top + 35), p.scarf)
  }
}

/** Height and half width of the lower edge, and the half width at the waist. */
function hemOf(p: Person, b: Build): readonly [number, number, number] {
  const nipped = p.woman && p.age !== 'child' ? b.waist : (b.waist + b.hip) / 2
  switch (p.outfit) {
    case 'coat':
      return [p.woman ? b.hipY * 0.46 : b.hipY * 0.5, b.hip * 1.28, nipped + 1.5]
    case 'dress':
      return [b.hipY * 0.52, b.hip * 1.42, nipped]
    case 'gown':
      return [-6, b.hip * 1.85, nipped]
    case 'robe':
      return [-14, b.hip * 1.3, nipped + 2]
    case 'suit':
    case 'waiter':
    case 'jacket':
    case 'hoodie':
      return [b.hipY + 4, b.hip * 1.08, nipped + 1]
    default:
      return [b.hipY + 1, b.hip * 1.02, nipped]
  }
}

function tie(pen: Pen, x: number, top: number, bottom: number, colour: string): void {
  pen.shape(
    corners(
      x - 3.5,
      top,
      x + 4.5,
      top,
      x + 3,
      top + 6,
      x + 5.5,
      bottom - 5,
      x + 1,
      bottom,
      x - 3.5,
      bottom - 5,
      x - 2,
      top + 6,
    ),
    colour,
    { width: 0.7 },
  )
}

function bowTie(pen: Pen, x: number, y: number, colour: string): void {
  pen.shape(corners(x, y, x - 8, y - 4.5, x - 8, y + 4.5, x, y, x + 8, y - 4.5, x + 8, y + 4.5), colour, { width: 0.7 })
}

function collar(pen: Pen, x: number, top: number, colour: string): void {
  pen.shape(corners(x - 10, top - 3, x, top + 8, x - 8, top + 11, x - 14, top + 2), lighter(colour, 0.18), {
    width: 0.8,
  })
  pen.shape(corners(x + 10, top - 3, x, top + 8, x + 9, top + 11, x + 14, top + 2), lighter(colour, 0.18), {
    width: 0.8,
  })
}

function buttons(pen: Pen, x: number, y: number, count: number, gap: number): void {
  for (let i = 0; i < count; i++) pen.fill(oval(x, y + i * gap, 1.5, 1.5), INK)
}
