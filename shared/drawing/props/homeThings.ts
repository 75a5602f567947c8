import { darker, lighter } from '../colour'
import { box, corners, oval } from '../pen'
import type { Pen } from '../pen'
import type { DrawThing } from './drawThing'

const woods = ['#8a6549', '#9a7350', '#75563e'] as const

function legPair(pen: Pen, xs: readonly number[], top: number, colour: string, width = 5): void {
  for (const x of xs) pen.shape(corners(x - width, top, x + width, top, x + width * 0.7, 0, x - width * 0.7, 0), colour)
}

/** Furniture and what stands on the floor. */
export const homeThings = {
  lamp: (pen, colour) => {
    const shade = colour ?? '#e3c987'
    pen.glow(0, -78, 62, '#ffdf9c', 0.5)
    pen.shape(oval(0, -3, 14, 3.4), '#5d4f45')
    pen.shape(corners(-1.7, -4, -1.5, -70, 1.5, -70, 1.7, -4), '#7a6652')
    pen.shape('M -10 -99 L 10 -99 L 18 -70 Q 0 -66 -18 -70 Z', shade)
    pen.shade('M -10 -99 L 10 -99 L 18 -70 Q 0 -66 -18 -70 Z', 'M -14 -100 L -4 -100 L -8 -60 L -26 -60 Z')
  },
  sofa: (pen, colour, choices) => {
    const c = colour ?? choices.pick('cloth', ['#96563a', '#6d7f6a', '#5f708a', '#8a5f63'])
    legPair(pen, [-92, 92], -12, '#4d3a2f', 4)
    pen.shape('M -90 -20 C -98 -84 -92 -98 -70 -99 Q 0 -104 70 -99 C 92 -98 98 -84 90 -20 Z', c)
    pen.line('M 0 -98 V -48', { width: 0.7 })
    for (const x of [-60, -30, 30, 60]) pen.fill(oval(x, -74, 1.8, 1.8), darker(c, 0.5))
    pen.shape('M -84 -50 Q 0 -57 84 -50 L 84 -26 H -84 Z', lighter(c, 0.1))
    pen.line('M 0 -54 V -27', { width: 0.7 })
    pen.shape('M -88 -30 H 88 V -10 H -88 Z', darker(c, 0.12))
    for (const s of [-1, 1])
      pen.shape(
        `M ${s * 82} -10 V -56 C ${s * 82} -72 ${s * 110} -72 ${s * 110} -54 L ${s * 107} -10 Z`,
        lighter(c, 0.05),
      )
  },
  armchair: (pen, colour, choices) => {
    const c = colour ?? choices.pick('cloth', ['#7a6a8a', '#8a6a4a', '#5f7a72'])
    legPair(pen, [-36, 36], -12, '#4d3a2f', 4)
    pen.shape('M -38 -16 C -46 -90 -34 -100 0 -100 C 34 -100 46 -90 38 -16 Z', c)
    pen.shape('M -34 -46 Q 0 -54 34 -46 V -24 H -34 Z', lighter(c, 0.1))
    pen.shape('M -36 -26 H 36 V -8 H -36 Z', darker(c, 0.12))
    for (const s of [-1, 1])
      pen.shape(`M ${s * 32} -8 V -50 C ${s * 32} -64 ${s * 53} -64 ${s * 53} -48 L ${s * 50} -8 Z`, lighter(c, 0.05))
  },
  chair: (pen, colour, choices) => {
    const c = colour ?? choices.pick('wood', woods)
    pen.shape(corners(-24, -98, -18, -98, -17, 0, -22, 0), c)
    pen.shape(corners(16, -98, 22, -98, 20, -46, 15, -46), c)
    pen.shape('M -20 -94 H 18 V -80 H -20 Z', c)
    pen.shape('M -20 -72 H 18 V -62 H -20 Z', c)
    pen.shape(corners(-26, -48, 22, -48, 28, -38, -24, -38), lighter(c, 0.12))
    for (const x of [8, 24]) pen.shape(corners(x - 2.6, -38, x + 2.6, -38, x + 2, 0, x - 2, 0), c)
  },
  table: (pen, colour, choices) => {
    const c = colour ?? choices.pick('wood', woods)
    legPair(pen, [-66, 66], -78, c, 6)
    for (const x of [-46, 46]) pen.shape(corners(x - 4, -78, x + 4, -78, x + 3, -12, x - 3, -12), darker(c, 0.2))
    pen.shape(box(-72, -82, 144, 16), darker(c, 0.1))
    pen.shape(corners(-70, -99, 70, -99, 80, -82, -80, -82), lighter(c, 0.12))
  },
  bed: (pen, colour, choices) => {
    const c = choices.pick('wood', woods)
    pen.shape('M 84 0 V -88 Q 92 -100 104 -88 V 0 Z', c)
    pen.shape(box(-98, -46, 190, 34), '#e4dfd2')
    pen.shape('M 50 -46 Q 52 -68 66 -68 Q 86 -68 88 -46 Z', '#f0ece1')
    pen.shape('M -100 -48 Q -20 -58 46 -50 L 48 -14 H -100 Z', colour ?? '#7f8fae')
    pen.shape('M -108 0 V -58 Q -102 -66 -94 -58 V 0 Z', c)
  },
  television: (pen, colour) => {
    pen.shape(corners(-34, -8, 34, -8, 40, 0, -40, 0), '#4c4846')
    pen.line('M -6 -98 L -24 -100 M 6 -98 L 26 -100', { width: 1 })
    pen.shape('M -58 -94 H 58 Q 60 -50 56 -10 H -56 Q -60 -50 -58 -94 Z', colour ?? '#6f5a48')
    pen.shape('M -48 -84 Q -6 -90 34 -84 Q 38 -50 34 -22 Q -6 -16 -48 -22 Q -52 -50 -48 -84 Z', '#93a7ad')
    pen.line('M -38 -70 L -20 -78', { width: 1.2, colour: '#d4dfe0' })
    for (const y of [-74, -58]) pen.fill(oval(46, y, 4, 4), '#d5c9a8')
  },
  piano: (pen, colour) => {
    const c = colour ?? '#44393a'
    pen.shape(box(-62, -100, 124, 100), c)
    pen.shape(corners(-66, -58, 66, -58, 72, -46, -72, -46), lighter(c, 0.1))
    pen.shape(box(-60, -54, 120, 9), '#efe9da', { width: 0.7 })
    for (let x = -54; x < 58; x += 9) pen.fill(box(x, -54, 4, 5), '#2b2729')
    pen.line('M -52 -90 H 52 V -66 H -52 Z', { width: 0.6, colour: lighter(c, 0.4) })
  },
  door: (pen, colour, choices) => {
    const c = colour ?? choices.pick('wood', woods)
    pen.shape(box(-24.5, -100, 49, 100), darker(c, 0.25))
    pen.shape(box(-20.5, -96, 41, 96), c)
    for (const [y, h] of [
      [-90, 36],
      [-46, 38],
    ] as const)
      pen.shape(box(-14, y, 28, h), darker(c, 0.1), { width: 0.7 })
    pen.shape(oval(15.5, -50, 2, 2), '#d5b25a', { width: 0.6 })
  },
  window: (pen, colour) => {
    pen.shape(box(-44, -100, 88, 100), colour ?? '#b08b52')
    pen.shape(box(-34, -90, 68, 80), '#a9bfc4')
    pen.line('M -26 -50 L 0 -80 M -14 -44 L 12 -74', { width: 1.4, colour: '#dbe6e6' })
  },
  plant: (pen, colour) => {
    const c = colour ?? '#648858'
    for (const [x, y] of [
      [-34, -70],
      [-22, -92],
      [0, -100],
      [22, -92],
      [34, -70],
    ] as const)
      pen.shape(`M 0 -34 Q ${x * 0.2 - 8} ${y * 0.8} ${x} ${y} Q ${x * 0.8 + 8} ${y * 0.62} 0 -34 Z`, c)
    pen.shape(corners(-20, -36, 20, -36, 15, 0, -15, 0), '#a8673f')
    pen.shape(box(-23, -42, 46, 9), '#b77447')
  },
  box: (pen, colour) => {
    const c = colour ?? '#b08d60'
    pen.shape(corners(-54, -82, 54, -82, 54, 0, -54, 0), c)
    pen.shape(corners(-54, -82, -40, -99, 44, -99, 54, -82), lighter(c, 0.16))
    pen.shape(corners(-8, -99, 10, -99, 9, -82, 9, -58, -9, -58, -9, -82), lighter(c, 0.35), { width: 0.7 })
    pen.shade(box(-54, -82, 108, 82), box(-54, -82, 26, 82))
  },
  statue: (pen, colour) => {
    const hat = colour ?? '#b8473a'
    pen.shape('M -24 0 C -26 -12 -8 -14 -3 -6 L 3 -6 C 8 -14 26 -12 24 0 Z', '#4a3a33')
    pen.shape('M -20 -6 C -28 -30 -20 -48 0 -48 C 20 -48 28 -30 20 -6 Z', '#4d6f9c')
    pen.shape(box(-22, -22, 44, 6), '#3a3236', { width: 0.7 })
    pen.shape(oval(0, -50, 14, 13), '#e6b991')
    pen.shape('M -14 -54 C -16 -30 -8 -16 0 -14 C 8 -16 16 -30 14 -54 C 8 -46 -8 -46 -14 -54 Z', '#efeae0')
    pen.shape('M -17 -55 C -10 -80 -4 -92 3 -100 C 8 -86 14 -72 17 -55 Q 0 -62 -17 -55 Z', hat)
    for (const x of [-4, 6]) pen.fill(oval(x, -52, 1.7, 2), '#231d20')
    pen.shape(oval(1.5, -47, 3.4, 2.8), '#d99a72', { width: 0.6 })
  },
  guitar: (pen, colour) => {
    const c = colour ?? '#b9783f'
    pen.shape(corners(-3, -92, 3, -92, 3.4, -44, -3.4, -44), '#5b4231')
    pen.shape(corners(-5, -100, 5, -100, 4, -90, -4, -90), '#4a352a')
    pen.shape(
      'M -9 -50 C -16 -48 -15 -38 -12 -34 C -24 -26 -22 0 0 0 C 22 0 24 -26 12 -34 C 15 -38 16 -48 9 -50 C 4 -53 -4 -53 -9 -50 Z',
      c,
    )
    pen.shape(oval(0, -30, 5, 5), '#3a2c24', { width: 0.7 })
    pen.shape(box(-7, -14, 14, 3), '#4a352a', { width: 0.6 })
  },
} satisfies Record<string, DrawThing>
