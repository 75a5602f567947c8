import { darker, lighter } from '../colour'
import { box, corners, oval } from '../pen'
import type { Pen } from '../pen'
import type { DrawThing } from './drawThing'

const steel = '#a9adb0'

function written(pen: Pen, x: number, y: number, width: number, count: number, gap: number): void {
  for (let i = 0; i < count; i++)
    pen.line(`M ${x} ${y + i * gap} H ${x + (i === count - 1 ? width * 0.6 : width)}`, {
      width: 0.55,
      colour: '#5b5560',
    })
}

/** What is held, drunk from, read and fired. */
export const smallThings = {
  cup: (pen, colour) => {
    const c = colour ?? '#e6e0d2'
    pen.shape(oval(0, -6, 62, 6), darker(c, 0.08))
    pen.line('M 34 -66 C 66 -70 66 -24 30 -26', { width: 2.6 })
    pen.line('M 34 -66 C 66 -70 66 -24 30 -26', { width: 1, colour: c })
    pen.shape('M -44 -82 C -42 -20 -30 -8 -2 -8 C 26 -8 40 -20 42 -82 Z', c)
    pen.shape(oval(-1, -82, 43, 9), '#7a5540')
    pen.line('M -12 -94 Q -18 -100 -10 -106 M 10 -94 Q 4 -100 12 -106', { width: 0.8, colour: '#f4efe4' })
  },
  teapot: (pen, colour) => {
    const c = colour ?? '#e3dcc8'
    pen.line('M 42 -66 C 78 -74 74 -18 38 -22', { width: 4 })
    pen.line('M 42 -66 C 78 -74 74 -18 38 -22', { width: 2, colour: c })
    pen.shape('M -38 -30 C -58 -34 -56 -62 -70 -72 L -58 -78 C -46 -72 -46 -58 -34 -54 Z', c)
    pen.shape('M -28 0 C -54 -10 -54 -74 0 -76 C 54 -74 54 -10 28 0 Z', c)
    pen.line('M -44 -30 Q 0 -18 44 -30', { width: 1.1, colour: '#6f8ca6' })
    pen.shape('M -26 -70 Q 0 -90 26 -70 Q 0 -64 -26 -70 Z', c)
    pen.shape(oval(0, -90, 8, 8), c)
  },
  bottle: (pen, colour, choices) => {
    const c = colour ?? choices.pick('glass', ['#6b4a2e', '#4f6b48', '#6f5636'])
    pen.shape('M -16 0 V -50 C -16 -62 -7 -64 -6.5 -76 V -98 H 6.5 V -76 C 7 -64 16 -62 16 -50 V 0 Z', c)
    pen.shape(box(-16, -44, 32, 26), '#e6dcc0', { width: 0.7 })
    pen.shape(box(-7.5, -100, 15, 7), '#c7a552', { width: 0.7 })
    pen.line('M -10 -52 V -12', { width: 0.9, colour: lighter(c, 0.5) })
  },
  glass: (pen, colour) => {
    pen.shape('M -28 -98 L -20 0 H 20 L 28 -98 Z', '#d3dedd')
    pen.shape('M -25 -62 L -20 -2 H 20 L 25 -62 Q 0 -68 -25 -62 Z', colour ?? '#c9953f')
    pen.line('M -19 -86 L -16 -30', { width: 1, colour: '#f6f6f0' })
  },
  plate: (pen, colour) => {
    pen.shape(oval(0, -18, 112, 18), '#e8e3d6')
    pen.shape(oval(0, -22, 80, 11), '#d6cfbf', { width: 0.7 })
    pen.shape('M -60 -26 C -66 -74 -20 -100 4 -92 C 40 -98 70 -66 58 -26 Q 0 -14 -60 -26 Z', colour ?? '#b9854f')
    pen.line('M -34 -58 Q -20 -70 -6 -64 M 10 -52 Q 24 -62 38 -52', { width: 0.9 })
  },
  lantern: (pen, colour) => {
    pen.glow(0, -46, 90, '#ffdc94', 0.6)
    pen.line('M -16 -78 C -16 -104 16 -104 16 -78', { width: 1.2 })
    pen.shape(corners(-14, -84, 14, -84, 20, -70, -20, -70), colour ?? '#5c5a55')
    pen.shape(corners(-16, -70, 16, -70, 19, -16, -19, -16), '#f0d48f')
    pen.shape('M 0 -56 C 10 -40 8 -26 0 -24 C -8 -26 -10 -40 0 -56 Z', '#d98b3f', { width: 0.7 })
    pen.shape(box(-23, -16, 46, 16), colour ?? '#5c5a55')
  },
  letter: (pen, colour) => {
    const c = colour ?? '#efe9da'
    pen.shape(corners(-34, -98, 42, -92, 34, 0, -42, -6), c)
    written(pen, -24, -76, 50, 5, 14)
    pen.shape(corners(42, -92, 26, -93.5, 39, -72), darker(c, 0.15), { width: 0.7 })
  },
  book: (pen, colour, choices) => {
    const c = colour ?? choices.pick('cover', ['#8a4a43', '#4d6a86', '#5f7a58', '#7a5b80'])
    pen.shape(corners(-52, -20, 0, -4, 0, -92, -52, -100), c)
    pen.shape(corners(52, -20, 0, -4, 0, -92, 52, -100), c)
    pen.shape('M 0 -10 Q -24 -28 -47 -26 V -98 Q -22 -98 0 -86 Z', '#f1ebdc', { width: 0.8 })
    pen.shape('M 0 -10 Q 24 -28 47 -26 V -98 Q 22 -98 0 -86 Z', '#f1ebdc', { width: 0.8 })
    written(pen, -40, -82, 30, 4, 12)
    written(pen, 10, -78, 30, 4, 12)
  },
  phone: (pen, colour) => {
    const c = colour ?? '#3d3a40'
    pen.shape('M -46 0 L -36 -52 Q 0 -62 36 -52 L 46 0 Z', c)
    pen.shape(oval(0, -26, 17, 16), lighter(c, 0.55), { width: 0.8 })
    pen.fill(oval(0, -26, 6, 5.6), c)
    pen.shape(
      'M -60 -60 C -64 -92 -36 -100 0 -100 C 36 -100 64 -92 60 -60 L 36 -60 C 34 -74 20 -76 0 -76 C -20 -76 -34 -74 -36 -60 Z',
      c,
    )
  },
  laptop: (pen, colour) => {
    pen.shape(corners(-46, -98, 46, -98, 48, -20, -48, -20), colour ?? '#5a5d62')
    pen.shape(corners(-40, -91, 40, -91, 41, -28, -41, -28), '#9fb6bf', { width: 0.8 })
    pen.shape(corners(-50, -20, 50, -20, 66, -2, -66, -2), '#8a8d91')
    pen.line('M -44 -12 H 44', { width: 0.7 })
  },
  radio: (pen, colour) => {
    const c = colour ?? '#8f6a4a'
    pen.line('M 40 -78 L 62 -104', { width: 1.2 })
    pen.shape('M -70 0 V -70 Q -68 -80 -58 -80 H 58 Q 68 -80 70 -70 V 0 Z', c)
    pen.shape(oval(-34, -40, 26, 26), darker(c, 0.35))
    pen.line(oval(-34, -40, 13, 13), { width: 0.7, colour: lighter(c, 0.3) })
    pen.shape(box(8, -64, 50, 22), '#e7dcb9', { width: 0.8 })
    for (const x of [18, 44]) pen.shape(oval(x, -22, 7, 7), '#e7dcb9', { width: 0.7 })
  },
  camera: (pen, colour) => {
    const c = colour ?? '#3f3d42'
    pen.shape(corners(-20, -84, -12, -100, 20, -100, 26, -84), c)
    pen.shape('M -60 0 V -84 H 60 V 0 Z', c)
    pen.shape(box(-60, -66, 120, 14), '#8f8b86', { width: 0.7 })
    pen.shape(oval(2, -38, 31, 31), '#76737a')
    pen.shape(oval(2, -38, 18, 18), '#2a2b33')
    pen.fill(oval(-4, -45, 5, 5), '#c9d6df')
  },
  gun: (pen, colour) => {
    const c = colour ?? '#54555a'
    pen.shape('M -70 -86 L -64 -96 H 58 Q 66 -94 66 -84 V -66 H -6 L -70 -62 Z', c)
    pen.shape('M 18 -66 L 62 -66 C 60 -40 70 -18 72 0 H 38 C 36 -24 30 -42 18 -48 Z', '#6b4a35')
    pen.line('M -4 -64 C -2 -38 20 -38 26 -46', { width: 1.5 })
    pen.line('M -56 -79 H 52', { width: 0.7 })
  },
  rifle: (pen, colour) => {
    pen.shape(corners(-200, -78, 40, -84, 40, -66, -200, -70), '#54555a')
    pen.shape(
      'M -70 -60 L 50 -70 L 110 -64 L 205 -30 V 0 L 175 -4 C 130 -34 100 -36 80 -40 L -70 -44 Z',
      colour ?? '#80583b',
    )
    pen.line('M 60 -42 C 62 -22 90 -22 92 -38', { width: 1.5 })
  },
  knife: (pen, colour) => {
    pen.shape('M -165 -36 C -110 -86 -20 -90 50 -86 V -18 H -90 C -130 -18 -150 -26 -165 -36 Z', steel)
    pen.shape(corners(46, -98, 62, -98, 62, -4, 46, -4), '#4a4744')
    pen.shape('M 62 -84 H 155 Q 172 -56 155 -22 H 62 Z', colour ?? '#6b4a35')
  },
  sword: (pen, colour) => {
    const c = colour ?? '#8a6a4a'
    pen.shape('M -3 -18 L -2.4 -100 L 2.4 -100 L 3 -18 Z', c)
    pen.shape('M -8 -20 H 8 V -14 H -8 Z', darker(c, 0.3), { width: 0.8 })
    pen.shape(box(-2.6, -14, 5.2, 14), darker(c, 0.4))
  },
  umbrella: (pen, colour, choices) => {
    const c = colour ?? choices.pick('cloth', ['#5a6f96', '#8f4a4f', '#6b7a55'])
    pen.line('M 0 -90 V -14 C 0 0 16 0 16 -12', { width: 2.2 })
    pen.line('M 0 -88 V -14 C 0 -2 14 -2 15 -12', { width: 0.9, colour: '#a5794d' })
    pen.shape(
      'M -56 -46 C -52 -84 -24 -97 0 -97 C 24 -97 52 -84 56 -46 Q 46 -56 36 -47 Q 28 -57 18 -47 Q 0 -58 -18 -47 Q -28 -57 -36 -47 Q -46 -56 -56 -46 Z',
      c,
    )
    pen.line('M 0 -97 Q -18 -80 -18 -48 M 0 -97 Q 18 -80 18 -48', { width: 0.7 })
    pen.line('M 0 -97 V -101', { width: 1.4 })
  },
  bear: (pen, colour) => {
    const c = colour ?? '#a97c4e'
    for (const s of [-1, 1]) {
      pen.shape(oval(s * 22, -10, 14, 11), c)
      pen.shape(oval(s * 30, -40, 9, 15), c)
      pen.shape(oval(s * 19, -93, 9, 9), c)
    }
    pen.shape(oval(0, -32, 25, 28), c)
    pen.shape(oval(0, -74, 25, 22), c)
    pen.shape(oval(2, -68, 10, 8), lighter(c, 0.4), { width: 0.7 })
    for (const x of [-8, 12]) pen.fill(oval(x, -78, 2.4, 2.8), '#231d20')
    pen.fill(oval(2, -71, 3.4, 2.4), '#231d20')
  },
  bag: (pen, colour) => {
    const c = colour ?? '#7a5238'
    pen.line('M -24 -62 C -24 -104 24 -104 24 -62', { width: 2.2 })
    pen.shape('M -44 -64 H 44 L 52 -4 Q 0 6 -52 -4 Z', c)
    pen.shape('M -44 -64 H 44 L 46 -38 Q 0 -24 -46 -38 Z', lighter(c, 0.1))
    pen.shape(oval(0, -34, 5, 5), '#d5b25a', { width: 0.7 })
  },
  suitcase: (pen, colour) => {
    const c = colour ?? '#7d5a3c'
    pen.line('M -18 -80 V -97 H 18 V -80', { width: 2.4 })
    pen.shape('M -66 -74 Q -66 -82 -58 -82 H 58 Q 66 -82 66 -74 V -2 H -66 Z', c)
    for (const x of [-40, 28]) pen.shape(box(x, -82, 12, 80), darker(c, 0.3), { width: 0.7 })
    pen.line('M -66 -46 H 66', { width: 0.8 })
    pen.shape(box(-7, -53, 14, 12), '#d5b25a', { width: 0.7 })
  },
  key: (pen, colour) => {
    const c = colour ?? '#c7a552'
    pen.shape(corners(-20, -62, 106, -62, 106, -8, 90, -8, 90, -40, 74, -40, 74, -14, 58, -14, 58, -40, -20, -40), c)
    pen.shape(oval(-62, -50, 46, 46), c)
    pen.shape(oval(-66, -50, 20, 20), '#e9e3d6', { width: 0.8 })
  },
  ring: (pen, colour) => {
    pen.line(oval(0, -34, 34, 32), { width: 4.6 })
    pen.line(oval(0, -34, 34, 32), { width: 2.4, colour: '#d5b25a' })
    pen.shape(corners(-20, -90, -10, -100, 10, -100, 20, -90, 0, -66), colour ?? '#8fc0cc')
  },
  hat: (pen, colour) => {
    const c = colour ?? '#6d5844'
    pen.shape('M -46 -22 C -50 -92 -24 -102 0 -88 C 24 -102 50 -92 46 -22 Z', c)
    pen.shape('M -48 -40 Q 0 -24 48 -40 V -20 Q 0 -4 -48 -20 Z', darker(c, 0.4), { width: 0.8 })
    pen.shape('M -84 -26 Q 0 4 84 -26 Q 62 0 0 0 Q -62 0 -84 -26 Z', c)
  },
  flowers: (pen, colour) => {
    const c = colour ?? '#c4707a'
    for (const [x, y] of [
      [-20, -76],
      [0, -90],
      [20, -78],
      [-9, -66],
      [11, -64],
    ] as const) {
      pen.line(`M 0 -36 Q ${x * 0.4} -52 ${x} ${y}`, { width: 1.2, colour: '#587a4c' })
      pen.shape(oval(x, y, 10, 9.5), c, { width: 0.8 })
      pen.fill(oval(x, y, 3.4, 3.2), '#ead9a0')
    }
    pen.shape('M -17 -44 C -8 -36 -26 -22 -16 -2 Q 0 2 16 -2 C 26 -22 8 -36 17 -44 Z', '#8fa8b5')
  },
  clock: (pen, colour) => {
    for (const s of [-1, 1]) {
      pen.shape(oval(s * 26, -88, 14, 10), colour ?? '#8d4a43')
      pen.line(`M ${s * 24} -12 L ${s * 32} 0`, { width: 1.8 })
    }
    pen.shape(oval(0, -46, 44, 42), colour ?? '#8d4a43')
    pen.shape(oval(0, -46, 33, 31), '#f1ebdc', { width: 0.8 })
    pen.line('M 0 -68 V -46 L 15 -38', { width: 1.3 })
  },
  ball: (pen, colour) => {
    const c = colour ?? '#b8574a'
    pen.shape(oval(0, -49, 49, 49), c)
    pen.line('M -40 -74 Q 0 -50 -30 -12 M 40 -74 Q 4 -50 30 -12', { width: 0.9 })
    pen.fill(oval(-14, -74, 12, 8), lighter(c, 0.4), 0.8)
  },
  cigarette: (pen) => {
    pen.shape('M -76 -30 Q 0 -52 76 -30 L 58 0 H -58 Z', '#8f9aa0')
    pen.shape(corners(-50, -54, 40, -78, 45, -64, -45, -40), '#f1ebdc')
    pen.shape(corners(-50, -54, -22, -61.5, -17, -47.5, -45, -40), '#c98f52', { width: 0.8 })
    pen.line('M 46 -74 Q 38 -86 50 -92 Q 60 -98 52 -106', { width: 0.9, colour: '#f4efe4' })
  },
  rope: (pen, colour) => {
    const c = colour ?? '#b59a6b'
    for (const [y, rx] of [
      [-18, 66],
      [-44, 60],
      [-70, 54],
    ] as const)
      pen.shape(oval(0, y, rx, 19), c)
    pen.shape(oval(0, -76, 30, 9), darker(c, 0.55), { width: 0.8 })
    pen.line('M 52 -20 Q 78 -16 70 -2', { width: 2.4 })
  },
} satisfies Record<string, DrawThing>
