import { darker, lighter } from '../colour'
import { corners, oval } from '../pen'
import type { DrawThing } from './drawThing'

/** Animals, facing right. */
export const creatures = {
  dog: (pen, colour, choices) => {
    const c = colour ?? choices.pick('fur', ['#a87a4f', '#6f5848', '#c2a477', '#5a5152'])
    pen.line('M -48 -58 C -62 -66 -64 -82 -56 -90', { width: 4.2 })
    pen.line('M -48 -58 C -62 -66 -64 -82 -56 -90', { width: 2.4, colour: c })
    for (const x of [-40, 18]) pen.shape(corners(x - 6, -40, x + 7, -40, x + 7, 0, x - 5, 0), darker(c, 0.18))
    pen.shape(
      'M -52 -62 C -50 -76 10 -74 26 -76 C 40 -70 40 -44 30 -34 C 0 -28 -40 -26 -50 -34 C -56 -44 -54 -56 -52 -62 Z',
      c,
    )
    for (const x of [-28, 28]) pen.shape(corners(x - 6, -40, x + 7, -40, x + 9, 0, x - 5, 0), c)
    pen.shape(
      'M 12 -72 C 8 -96 30 -102 44 -94 C 52 -90 62 -84 64 -76 C 64 -66 46 -62 36 -60 C 22 -58 14 -62 12 -72 Z',
      c,
    )
    pen.shape('M 14 -92 C 4 -90 2 -70 10 -62 C 18 -66 22 -80 24 -90 Z', darker(c, 0.3))
    pen.fill(oval(40, -83, 2.4, 2.8), '#231d20')
    pen.shape(oval(62, -79, 4.4, 3.8), '#2b2729', { width: 0.6 })
    pen.line('M 12 -60 Q 22 -52 34 -58', { width: 2.2, colour: '#a8413a' })
  },
  cat: (pen, colour, choices) => {
    const c = colour ?? choices.pick('fur', ['#4f4a50', '#b5834f', '#97938d', '#d9cfbd'])
    pen.line('M -28 -6 C -58 -8 -56 -46 -42 -54', { width: 4.6 })
    pen.line('M -28 -6 C -58 -8 -56 -46 -42 -54', { width: 2.7, colour: c })
    pen.shape('M -30 0 C -40 -40 -12 -62 8 -62 C 28 -60 30 -30 28 0 Z', c)
    pen.line('M 10 0 V -24 M 20 0 V -24', { width: 0.8 })
    pen.shape('M -12 -70 L -10 -100 L 6 -86 H 20 L 36 -100 L 38 -68 C 36 -50 -10 -50 -12 -70 Z', c)
    for (const x of [4, 25]) pen.fill(oval(x, -72, 2.8, 3.4), '#231d20')
    pen.line('M 14 -64 L 11 -61 M 14 -64 L 18 -61', { width: 0.8 })
    pen.line('M 28 -63 L 46 -66 M 28 -60 L 45 -58', { width: 0.5 })
  },
  bird: (pen, colour, choices) => {
    const c = colour ?? choices.pick('feathers', ['#54606e', '#7a6a58', '#6f8a6a'])
    pen.line('M -4 -18 V 0 M 10 -18 V 0 M -10 0 H 2 M 4 0 H 18', { width: 1.2 })
    pen.shape(
      'M -48 -30 C -30 -60 0 -72 14 -66 C 12 -90 40 -100 46 -80 C 48 -60 44 -18 4 -16 C -14 -16 -30 -24 -48 -30 Z',
      c,
    )
    pen.shape('M -36 -34 C -20 -54 4 -54 12 -44 C 4 -30 -18 -26 -36 -34 Z', darker(c, 0.2))
    pen.shape(corners(45, -84, 62, -77, 45, -71), '#d0a04a')
    pen.fill(oval(33, -82, 2.8, 3), '#231d20')
  },
  horse: (pen, colour, choices) => {
    const c = colour ?? choices.pick('coat', ['#7d5a40', '#5c4437', '#a9835a', '#c9c0b0'])
    pen.shape('M -56 -62 C -70 -56 -70 -30 -62 -18 C -58 -32 -54 -44 -48 -52 Z', darker(c, 0.4))
    for (const x of [-44, 16]) pen.shape(corners(x - 5, -36, x + 6, -36, x + 4, 0, x - 4, 0), darker(c, 0.18))
    pen.shape(
      'M -56 -62 C -50 -70 0 -64 20 -70 C 24 -86 34 -98 44 -99 L 46 -94 C 58 -90 68 -76 66 -70 C 62 -66 54 -70 46 -72 C 42 -58 40 -40 26 -34 C 0 -28 -40 -28 -52 -34 C -60 -44 -58 -56 -56 -62 Z',
      c,
    )
    for (const x of [-34, 26]) pen.shape(corners(x - 5, -38, x + 7, -38, x + 5, 0, x - 4, 0), c)
    pen.shape('M 42 -99 C 24 -92 16 -80 14 -66 C 24 -68 30 -80 40 -88 Z', darker(c, 0.4))
    pen.fill(oval(52, -86, 2, 2.3), '#231d20')
    pen.line('M 62 -72 L 65 -75', { width: 0.8, colour: lighter(c, 0.3) })
  },
} satisfies Record<string, DrawThing>
