import { darker, lighter } from '../colour'
import { box, corners, oval } from '../pen'
import type { Pen } from '../pen'
import type { DrawThing } from './drawThing'

function wheel(pen: Pen, x: number, r: number): void {
  pen.shape(oval(x, -r, r, r), '#38353a')
  pen.shape(oval(x, -r, r * 0.5, r * 0.5), '#b9b8b4', { width: 0.8 })
}

/** All drive to the right. */
export const vehicles = {
  car: (pen, colour, choices) => {
    const c = colour ?? choices.pick('paint', ['#8f4a43', '#5b7391', '#6f8064', '#b59a5f', '#7d7f86'])
    pen.shape('M -72 -58 L -50 -92 Q -46 -99 -36 -99 H 22 Q 32 -99 40 -90 L 70 -58 Z', darker(c, 0.06))
    pen.shape(corners(-60, -60, -43, -88, -10, -90, -10, -60), '#b3c4c6', { width: 0.8 })
    pen.shape(corners(-4, -60, -4, -90, 24, -90, 54, -60), '#b3c4c6', { width: 0.8 })
    const body =
      'M -122 -22 C -126 -50 -112 -60 -74 -61 H 68 C 100 -58 122 -48 124 -22 Q 124 -14 116 -14 H -114 Q -122 -14 -122 -22 Z'
    pen.shape(body, c)
    pen.shade(body, box(-130, -30, 260, 20), 0.18)
    pen.line('M -7 -60 V -18 M -70 -60 Q -72 -36 -64 -20 M 60 -60 Q 64 -40 58 -20', { width: 0.7 })
    pen.shape(box(-22, -50, 12, 4), lighter(c, 0.4), { width: 0.6 })
    pen.shape(oval(116, -42, 6, 8), '#f0dfa6', { width: 0.8 })
    pen.shape(box(-124, -48, 8, 12), '#b8473a', { width: 0.7 })
    pen.shape(box(-128, -24, 256, 9), '#9b9c9b', { width: 0.8 })
    wheel(pen, -76, 21)
    wheel(pen, 76, 21)
  },
  truck: (pen, colour, choices) => {
    const c = colour ?? choices.pick('paint', ['#7d8a94', '#a2614e', '#6e8070', '#b39b6c'])
    pen.shape(corners(-102, -98, 40, -98, 40, -16, -102, -16), lighter(c, 0.25))
    pen.line('M -90 -80 H 30 M -90 -36 H 30', { width: 0.7 })
    pen.shape('M 40 -16 V -80 H 74 Q 80 -80 84 -72 L 96 -46 Q 102 -44 102 -36 V -16 Z', c)
    pen.shape(corners(50, -72, 73, -72, 86, -46, 50, -46), '#b3c4c6', { width: 0.8 })
    pen.shape(oval(98, -30, 4, 6), '#f0dfa6', { width: 0.7 })
    pen.shape(box(-104, -20, 208, 7), '#6e6c6c', { width: 0.8 })
    wheel(pen, -66, 15)
    wheel(pen, 68, 15)
  },
  bicycle: (pen, colour) => {
    const c = colour ?? '#8d4a43'
    for (const x of [-48, 48]) {
      pen.line(oval(x, -32, 31, 31), { width: 2 })
      pen.line(`M ${x - 30} -32 H ${x + 30} M ${x} -62 V -2`, { width: 0.5 })
    }
    const frame = 'M -48 -32 L -18 -78 L 34 -78 L 48 -32 M -18 -78 L -2 -32 L 34 -78 M -48 -32 H -2'
    pen.line(frame, { width: 3.2 })
    pen.line(frame, { width: 1.6, colour: c })
    pen.line('M -18 -78 V -92 M 34 -78 L 30 -96 H 46', { width: 2 })
    pen.shape('M -34 -96 Q -18 -100 -4 -93 Q -16 -88 -34 -90 Z', '#3f3a3d')
  },
  boat: (pen, colour) => {
    const c = colour ?? '#9a6b48'
    pen.line('M -8 -46 V -100', { width: 2.4 })
    pen.shape('M -2 -98 Q 50 -80 66 -48 H -2 Z', '#ece6d6')
    pen.shape('M -130 -46 H 130 C 116 -14 96 0 70 0 H -76 C -104 0 -122 -20 -130 -46 Z', c)
    pen.line('M -122 -30 H 120', { width: 0.8 })
    pen.line('M -128 -44 H 128', { width: 1.4, colour: lighter(c, 0.4) })
  },
} satisfies Record<string, DrawThing>
