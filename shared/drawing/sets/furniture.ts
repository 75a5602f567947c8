import { darker, lighter } from '../colour'
import { box, corners, oval } from '../pen'
import { curtains, door, heavens, pane, pendant, picture, rawOval } from './parts'
import { FLOOR } from './backdrop'
import type { Backdrop } from './backdrop'

type Draw = (s: Backdrop, x: number, wall: string) => void

const woods = ['#86654b', '#94704f', '#75583f', '#7d6350'] as const
const wood = (s: Backdrop): string => s.choices.pick('wood', woods)

function legs(s: Backdrop, xs: readonly number[], from: number, to: number, colour: string): void {
  for (const x of xs) s.pen.soft(corners(x - 6, from, x + 6, from, x + 5, to, x - 5, to), colour)
}

function table(s: Backdrop, x: number): void {
  const colour = wood(s)
  s.pen.fill(oval(x, FLOOR + 92, 120, 14), '#1c1418', 0.18)
  s.pen.soft(corners(x - 9, FLOOR - 40, x + 9, FLOOR - 40, x + 9, FLOOR + 84, x - 9, FLOOR + 84), darker(colour, 0.2))
  s.pen.soft(oval(x, FLOOR + 86, 52, 9), darker(colour, 0.2))
  s.pen.soft(
    `M ${x - 128} ${FLOOR - 46} L ${x - 134} ${FLOOR + 2} Q ${x - 70} ${FLOOR + 26} ${x} ${FLOOR + 22} Q ${x + 70} ${FLOOR + 26} ${x + 134} ${FLOOR + 2} L ${x + 128} ${FLOOR - 46} Z`,
    '#cfc7b5',
  )
  s.pen.soft(oval(x, FLOOR - 46, 128, 17), '#ddd6c6')
}

function shelf(s: Backdrop, x: number): void {
  const colour = wood(s)
  const top = FLOOR - 330
  s.pen.soft(box(x - 120, top, 240, 336), darker(colour, 0.12))
  for (let row = 0; row < 4; row++) {
    const y = top + 10 + row * 82
    s.pen.soft(box(x - 110, y, 220, 72), darker(colour, 0.42), 0.6)
    let at = x - 106
    for (let i = 0; at < x + 92 && i < 16; i++) {
      const w = s.choices.between(`book${x}${row}${i}`, 9, 20)
      const h = s.choices.between(`bookH${x}${row}${i}`, 36, 62)
      if (s.choices.number(`gap${x}${row}${i}`) > 0.2)
        s.pen.soft(
          box(at, y + 72 - h, w, h),
          s.choices.pick(`bookC${x}${row}${i}`, ['#8f5a4c', '#5f7280', '#8a8255', '#6d5a78', '#a89672', '#5d7560']),
          0.5,
        )
      at += w + 2
    }
  }
}

function bottles(s: Backdrop, x: number): void {
  const top = FLOOR - 420
  s.pen.soft(box(x - 330, top, 660, 210), '#54423a')
  for (let row = 0; row < 2; row++) {
    const y = top + 96 + row * 96
    s.pen.soft(box(x - 322, y, 644, 10), '#7d614c', 0.6)
    for (let i = 0; i < 22; i++) {
      const bx = x - 306 + i * 28.5
      const h = s.choices.between(`bottle${row}${i}`, 44, 72)
      const colour = s.choices.pick(`glass${row}${i}`, [
        '#6f8a66',
        '#8c6a45',
        '#a9855a',
        '#7d929b',
        '#8a5a50',
        '#b4a878',
      ])
      s.pen.soft(
        `M ${bx - 7} ${y} V ${y - h * 0.6} Q ${bx - 3} ${y - h * 0.7} ${bx - 3} ${y - h} H ${bx + 3} Q ${bx + 3} ${y - h * 0.7} ${bx + 7} ${y - h * 0.6} V ${y} Z`,
        colour,
        0.5,
      )
    }
  }
}

function corridor(s: Backdrop, _x: number, colour: string): void {
  const { pen, half } = s
  const vx = 0
  const vy = FLOOR - 190
  const [w, h] = [150, 150]
  const left = corners(-half - 30, s.top - 30, vx - w, vy - h, vx - w, vy + h, -half - 30, s.bottom + 30)
  const right = corners(half + 30, s.top - 30, vx + w, vy - h, vx + w, vy + h, half + 30, s.bottom + 30)
  const floorColour = darker(colour, 0.3)
  pen.fill(box(-half - 30, s.top - 30, half * 2 + 60, s.bottom - s.top + 60), lighter(colour, 0.15))
  pen.soft(corners(-half - 30, s.bottom + 30, vx - w, vy + h, vx + w, vy + h, half + 30, s.bottom + 30), floorColour)
  pen.soft(
    corners(-half * 0.45, s.bottom + 30, vx - w * 0.4, vy + h, vx + w * 0.4, vy + h, half * 0.45, s.bottom + 30),
    '#8a5a50',
  )
  pen.soft(left, darker(colour, 0.06))
  pen.soft(right, darker(colour, 0.14))
  pen.soft(box(vx - w, vy - h, w * 2, h * 2), lighter(colour, 0.05))
  pen.soft(box(vx - 56, vy + h - 220, 112, 220), '#75583f')
  for (const side of [-1, 1] as const) {
    for (const [t0, t1] of [
      [0.12, 0.3],
      [0.45, 0.72],
    ] as const) {
      const at = (t: number, up: number): readonly [number, number] => [
        side * (w + (half - w) * t),
        vy + h + (s.bottom - vy - h) * t - up * (300 + 620 * t),
      ]
      const [a, b, c, d] = [at(t0, 0), at(t0, 0.8), at(t1, 0.8), at(t1, 0)]
      pen.soft(corners(a[0], a[1], b[0], b[1], c[0], c[1], d[0], d[1]), '#7d6350')
    }
  }
  for (const k of [0.5, 1]) {
    if (s.light.lamps) pen.glow(0, vy - h - 10 - k * 90, 200 * k, '#ffdf9e', 0.6)
    pen.soft(oval(0, vy - h - 6 - k * 90, 44 * k, 12 * k), s.light.lamps ? '#f2d9a0' : '#d8d3c4')
  }
}

/** A car from its windscreen: rear window, side windows, roof, the seats that people sit before. */
function carInside(s: Backdrop): void {
  const { pen, half, light, top, bottom } = s
  pen.wash(box(-half - 20, top - 20, half * 2 + 40, bottom - top + 40), top, FLOOR, light.sky[0], light.sky[1])
  heavens(s, 470, -half, half)
  pen.soft(box(-half - 20, 470, half * 2 + 40, 400), '#8b9a78')
  pen.soft(corners(-50, 470, 50, 470, 330, 800, -330, 800), '#77767a')
  // What is left of the body around four windows.
  const shell = `M ${-half - 30} ${top - 30} H ${half + 30} V ${bottom + 30} H ${-half - 30} Z`
  const rear = 'M -330 560 L 330 560 Q 318 330 270 290 Q 0 262 -270 290 Q -318 330 -330 560 Z'
  const side = (k: 1 | -1): string =>
    k > 0
      ? 'M 430 620 L 900 700 L 900 250 Q 640 215 400 300 Q 428 420 430 620 Z'
      : 'M -430 620 Q -428 420 -400 300 Q -640 215 -900 250 L -900 700 Z'
  pen.soft(`${shell} ${rear} ${side(1)} ${side(-1)}`, '#55534f')
  pen.line('M -400 300 Q 0 220 400 300', { width: 0.8, colour: '#3b3937' })
  pen.soft(box(-46, top - 20, 92, 30), '#474542')
  // The back seat, and the two in front.
  pen.soft('M -420 960 V 620 Q -400 560 0 556 Q 400 560 420 620 V 960 Z', '#6d5a4c')
  for (const x of [-300, 300]) {
    pen.soft(
      `M ${x - 66} 520 Q ${x - 70} 440 ${x} 436 Q ${x + 70} 440 ${x + 66} 520 Q ${x} 536 ${x - 66} 520 Z`,
      '#7d6757',
    )
    for (const rod of [-26, 18]) pen.soft(box(x + rod, 522, 8, 40), '#4a4744')
    pen.soft(
      `M ${x - 190} ${Math.max(980, bottom + 40)} V 640 Q ${x - 180} 556 ${x} 552 Q ${x + 180} 556 ${x + 190} 640 V ${Math.max(980, bottom + 40)} Z`,
      '#8a7260',
    )
    pen.line(`M ${x - 120} ${Math.max(980, bottom + 40)} V 640 M ${x + 120} ${Math.max(980, bottom + 40)} V 640`, {
      width: 0.6,
      colour: '#5d4b3f',
    })
  }
}

function curtainsOfStage(s: Backdrop): void {
  const { pen, half, top, light } = s
  pen.glow(-160, FLOOR + 60, 380, '#ffe2a8', light.lamps ? 0.5 : 0.3)
  pen.glow(200, FLOOR + 70, 380, '#ffe2a8', light.lamps ? 0.5 : 0.3)
  const red = '#8d3b3b'
  for (const side of [-1, 1] as const) {
    const edge = side * (half + 40)
    pen.soft(
      `M ${edge} ${top - 40} H ${side * half * 0.5} Q ${side * half * 0.62} ${FLOOR - 220} ${side * half * 0.8} ${FLOOR + 10} L ${edge} ${FLOOR + 10} Z`,
      red,
    )
    for (const k of [0.66, 0.78, 0.9])
      pen.line(
        `M ${side * half * k} ${top - 20} Q ${side * half * (k + 0.03)} ${FLOOR - 240} ${side * half * (0.82 + (k - 0.66) * 0.6)} ${FLOOR + 4}`,
        { width: 0.7, colour: darker(red, 0.4) },
      )
  }
  pen.soft(
    `M ${-half - 40} ${top - 40} H ${half + 40} V ${FLOOR - 440} ${[0.75, 0.5, 0.25, 0, -0.25, -0.5, -0.75, -1].map((k) => `Q ${half * (k + 0.125)} ${FLOOR - 380} ${half * k} ${FLOOR - 440}`).join(' ')} L ${-half - 40} ${FLOOR - 440} Z`,
    darker(red, 0.12),
  )
}

function columns(s: Backdrop): void {
  const { pen, half, top } = s
  for (const k of [-0.86, -0.46, 0.46, 0.86]) {
    const x = half * k
    pen.soft(box(x - 34, top - 20, 68, FLOOR - top + 20), '#cbbfa4')
    pen.soft(box(x - 46, FLOOR - 26, 92, 34), '#bdb08f')
    for (const dx of [-14, 6]) pen.line(`M ${x + dx} ${top} V ${FLOOR - 28}`, { width: 0.5, colour: '#8f8468' })
  }
  pen.line(`M 0 ${top - 20} V ${FLOOR - 430}`, { width: 1 })
  if (s.light.lamps) pen.glow(0, FLOOR - 390, 300, '#ffe0a0', 0.7)
  pen.soft(`M -150 ${FLOOR - 430} H 150 L 96 ${FLOOR - 370} H -96 Z`, '#d6b766')
  for (let x = -132; x <= 132; x += 44) rawOval(s, x, FLOOR - 442, 10, '#fff1c4')
}

function rocks(s: Backdrop): void {
  const { pen, half, top, choices } = s
  for (const side of [-1, 1] as const)
    pen.soft(
      `M ${side * (half + 40)} ${top - 40} H ${side * half * 0.45} Q ${side * half * 0.7} ${FLOOR - 260} ${side * half * 0.62} ${FLOOR - 60} Q ${side * half * 0.6} ${FLOOR + 30} ${side * (half + 40)} ${FLOOR + 90} Z`,
      '#5f5a58',
    )
  for (let i = 0; i < 9; i++) {
    const x = -half + (half * 2 * (i + 0.5)) / 9
    pen.soft(
      `M ${x - 46} ${top - 30} L ${x + choices.between(`drip${i}`, -10, 10)} ${top + choices.between(`dripY${i}`, 60, 210)} L ${x + 46} ${top - 30} Z`,
      '#4d4947',
    )
  }
}

function consoles(s: Backdrop): void {
  const { pen, half } = s
  const view = `M -430 ${FLOOR - 150} L -360 ${FLOOR - 430} H 360 L 430 ${FLOOR - 150} Z`
  pen.soft(view, '#171b2c')
  pen.within(view, () => {
    for (let i = 0; i < 40; i++)
      rawOval(
        s,
        s.choices.between(`sx${i}`, -420, 420),
        s.choices.between(`sy${i}`, FLOOR - 430, FLOOR - 150),
        s.choices.between(`sr${i}`, 1.2, 3.4),
        '#e6ecf6',
      )
    rawOval(s, 190, FLOOR - 210, 110, '#6f86a8')
  })
  pen.soft(
    corners(-half - 30, FLOOR - 120, half + 30, FLOOR - 120, half + 60, FLOOR + 20, -half - 60, FLOOR + 20),
    '#6c737d',
  )
  for (let i = 0; i < 14; i++)
    pen.soft(
      box(-half + 30 + (i * (half * 2 - 60)) / 14, FLOOR - 84, 46, 26),
      s.choices.pick(`key${i}`, ['#b8574a', '#c9a24a', '#5f8a74', '#4a78a5']),
      0.6,
    )
}

const bed: Draw = (s, x) => {
  const colour = wood(s)
  s.pen.soft(box(x + 150, FLOOR - 170, 34, 210), colour)
  s.pen.soft(box(x - 190, FLOOR - 70, 350, 100), '#d8d2c4')
  s.pen.soft(
    corners(x - 190, FLOOR - 76, x + 70, FLOOR - 84, x + 74, FLOOR + 20, x - 190, FLOOR + 26),
    s.choices.pick('quilt', ['#8a93a8', '#a3837a', '#8b9a80']),
  )
  s.pen.soft(
    `M ${x + 76} ${FLOOR - 72} Q ${x + 84} ${FLOOR - 112} ${x + 112} ${FLOOR - 110} Q ${x + 148} ${FLOOR - 108} ${x + 148} ${FLOOR - 72} Z`,
    '#ebe6da',
  )
  s.pen.soft(box(x - 204, FLOOR - 100, 24, 140), colour)
}

/** What stands in rooms; x: its middle. Mostly against the wall, so that people stand in front of it. */
export const furniture = {
  door: (s, x) => door(s, x, FLOOR, s.choices.pick('doorColour', ['#7f6149', '#8a6b52', '#6f6a5c'])),
  picture: (s, x) => picture(s, x - 80, FLOOR - 400, 160, 112),
  window: (s, x) => {
    pane(s, x - 130, FLOOR - 430, 260, 250)
    curtains(
      s,
      x - 130,
      FLOOR - 430,
      260,
      250,
      s.choices.pick('curtain', ['#9c5f52', '#6f8272', '#8a7597', '#a08a5a', '#6a7d93']),
    )
  },
  opening: (s, x) => pane(s, x - 130, FLOOR - 420, 260, 220),
  smallPane: (s, x) => pane(s, x - 80, FLOOR - 420, 160, 150, '#8a6f52'),
  till: (s, x) => {
    s.pen.soft(box(x - 190, FLOOR - 150, 380, 190), '#9a8467')
    s.pen.soft(box(x - 204, FLOOR - 168, 408, 24), '#7d6a53')
    s.pen.soft(corners(x - 60, FLOOR - 168, x - 48, FLOOR - 226, x + 40, FLOOR - 226, x + 52, FLOOR - 168), '#77797c')
    s.pen.fill(box(x - 34, FLOOR - 216, 62, 18), '#a9bfae')
  },
  blinds: (s, x) => {
    pane(s, x - 150, FLOOR - 420, 300, 220, '#b9bab4')
    for (let y = FLOOR - 412; y < FLOOR - 290; y += 15) s.pen.soft(box(x - 150, y, 300, 9), '#d5d1c4', 0.4)
  },
  sideboard: (s, x) => {
    const colour = wood(s)
    legs(s, [x - 110, x + 110], FLOOR - 20, FLOOR + 26, colour)
    s.pen.soft(box(x - 130, FLOOR - 128, 260, 116), colour)
    s.pen.line(`M ${x} ${FLOOR - 122} V ${FLOOR - 16}`, { width: 0.6, colour: darker(colour, 0.5) })
    s.pen.soft(
      `M ${x + 52} ${FLOOR - 128} Q ${x + 40} ${FLOOR - 170} ${x + 62} ${FLOOR - 176} Q ${x + 90} ${FLOOR - 166} ${x + 78} ${FLOOR - 128} Z`,
      '#8aa0a8',
    )
    s.pen.soft(box(x - 96, FLOOR - 162, 60, 34), '#b08f6a')
  },
  rug: (s, x) => {
    const colour = s.choices.pick('rug', ['#96574b', '#5d6f82', '#7d7a55', '#84637a'])
    s.pen.soft(oval(x, FLOOR + 165, 470, 82), colour)
    s.pen.line(oval(x, FLOOR + 165, 410, 66), { width: 1.2, colour: lighter(colour, 0.35) })
  },
  bed,
  cupboards: (s, x) => {
    for (let i = 0; i < 3; i++) {
      s.pen.soft(box(x - 180 + i * 120, FLOOR - 450, 116, 150), '#b39b78')
      s.pen.fill(oval(x - 80 + i * 120, FLOOR - 322, 5, 5), '#6b5741')
    }
  },
  counter: (s, x) => {
    for (let i = 0; i < 6; i++) s.pen.soft(box(x - 390 + i * 130, FLOOR - 130, 128, 138), '#b09a7b')
    s.pen.soft(box(x - 400, FLOOR - 148, 800, 20), '#7e7a73')
    s.pen.soft(box(x - 330, FLOOR - 128, 120, 130), '#8d8f90')
    s.pen.soft(`M ${x - 306} ${FLOOR - 148} V ${FLOOR - 190} H ${x - 240} V ${FLOOR - 148} Z`, '#77797c')
    s.pen.line(`M ${x + 90} ${FLOOR - 148} V ${FLOOR - 196} Q ${x + 92} ${FLOOR - 214} ${x + 116} ${FLOOR - 208}`, {
      width: 1.6,
      colour: '#8b8f91',
    })
  },
  fridge: (s, x) => {
    s.pen.soft(box(x - 80, FLOOR - 360, 160, 376), '#c9ccc6')
    s.pen.line(`M ${x - 80} ${FLOOR - 230} H ${x + 80}`, { width: 0.8, colour: '#6e716e' })
    s.pen.line(`M ${x - 58} ${FLOOR - 262} V ${FLOOR - 310} M ${x - 58} ${FLOOR - 200} V ${FLOOR - 130}`, {
      width: 1.6,
      colour: '#7d807d',
    })
  },
  pendant: (s, x) => pendant(s, x, FLOOR - 470, 1),
  bottles,
  barCounter: (s, x) => {
    const colour = wood(s)
    s.pen.soft(box(x - 560, FLOOR - 150, 1120, 200), darker(colour, 0.2))
    for (let i = 0; i < 7; i++)
      s.pen.line(box(x - 545 + i * 158, FLOOR - 118, 140, 140), { width: 0.6, colour: darker(colour, 0.5) })
    s.pen.soft(box(x - 580, FLOOR - 172, 1160, 28), lighter(colour, 0.12))
    for (const bx of [-400, -170, 190, 420]) {
      s.pen.soft(
        corners(x + bx - 5, FLOOR - 70, x + bx + 5, FLOOR - 70, x + bx + 6, FLOOR + 86, x + bx - 6, FLOOR + 86),
        '#55504c',
      )
      s.pen.soft(oval(x + bx, FLOOR - 72, 44, 13), '#8a5a50')
      s.pen.soft(oval(x + bx, FLOOR + 86, 36, 8), '#55504c')
    }
  },
  table,
  cabinet: (s, x) => {
    s.pen.soft(box(x - 60, FLOOR - 250, 120, 262), '#8a9095')
    for (let i = 0; i < 4; i++) {
      s.pen.soft(box(x - 52, FLOOR - 242 + i * 63, 104, 56), '#979da1', 0.6)
      s.pen.line(`M ${x - 14} ${FLOOR - 218 + i * 63} H ${x + 14}`, { width: 1.4, colour: '#5d6265' })
    }
  },
  clock: (s, x) => {
    s.pen.soft(oval(x, FLOOR - 380, 40, 40), '#ece7da')
    s.pen.line(`M ${x} ${FLOOR - 406} V ${FLOOR - 380} L ${x + 17} ${FLOOR - 370}`, { width: 1, colour: '#4a4440' })
  },
  shelf,
  desk: (s, x) => {
    const colour = wood(s)
    legs(s, [x - 150, x + 150], FLOOR - 80, FLOOR + 60, colour)
    s.pen.soft(box(x + 50, FLOOR - 84, 104, 116), colour)
    s.pen.soft(box(x - 176, FLOOR - 102, 352, 20), lighter(colour, 0.1))
    s.pen.soft(box(x - 74, FLOOR - 190, 120, 74), '#4b4e52')
    s.pen.fill(box(x - 66, FLOOR - 182, 104, 58), '#8fa4ad')
    s.pen.soft(box(x - 26, FLOOR - 116, 24, 14), '#4b4e52')
  },
  corridor,
  stove: (s, x) => {
    s.pen.soft(box(x - 14, s.top - 20, 28, FLOOR - s.top - 120), '#55524f')
    s.pen.soft(
      `M ${x - 80} ${FLOOR + 16} V ${FLOOR - 110} Q ${x - 80} ${FLOOR - 150} ${x} ${FLOOR - 150} Q ${x + 80} ${FLOOR - 150} ${x + 80} ${FLOOR - 110} V ${FLOOR + 16} Z`,
      '#5a5653',
    )
    if (s.light.lamps) s.pen.glow(x, FLOOR - 50, 130, '#ffb061', 0.6)
    s.pen.soft(box(x - 40, FLOOR - 90, 80, 62), s.light.lamps ? '#e2964e' : '#3f3b3a')
  },
  mirror: (s, x) => s.pen.soft(oval(x, FLOOR - 330, 90, 120), '#c6d5d6'),
  basin: (s, x) => {
    s.pen.soft(corners(x - 24, FLOOR - 110, x + 24, FLOOR - 110, x + 18, FLOOR + 12, x - 18, FLOOR + 12), '#d9dcd8')
    s.pen.soft(
      `M ${x - 100} ${FLOOR - 140} H ${x + 100} Q ${x + 80} ${FLOOR - 92} ${x} ${FLOOR - 92} Q ${x - 80} ${FLOOR - 92} ${x - 100} ${FLOOR - 140} Z`,
      '#e6e7e2',
    )
  },
  bath: (s, x) => {
    s.pen.soft(
      `M ${x - 230} ${FLOOR - 100} H ${x + 230} Q ${x + 214} ${FLOOR + 30} ${x + 150} ${FLOOR + 30} H ${x - 150} Q ${x - 214} ${FLOOR + 30} ${x - 230} ${FLOOR - 100} Z`,
      '#e3e4df',
    )
    s.pen.soft(box(x - 244, FLOOR - 116, 488, 20), '#eeeeea')
  },
  board: (s, x) => {
    s.pen.soft(box(x - 300, FLOOR - 430, 600, 230), '#8f6f50')
    s.pen.soft(box(x - 284, FLOOR - 414, 568, 198), '#52685d')
    s.pen.line(
      `M ${x - 230} ${FLOOR - 360} Q ${x - 150} ${FLOOR - 390} ${x - 60} ${FLOOR - 356} M ${x - 230} ${FLOOR - 310} H ${x - 20} M ${x - 230} ${FLOOR - 270} H ${x - 90}`,
      { width: 0.9, colour: '#cfd8cf' },
    )
  },
  crates: (s, x) => {
    for (const [cx, cy, k] of [
      [x - 70, FLOOR + 20, 1],
      [x + 74, FLOOR + 14, 0.95],
      [x - 10, FLOOR - 124, 0.85],
    ] as const) {
      s.pen.soft(box(cx - 70 * k, cy - 140 * k, 140 * k, 140 * k), '#9a7b58')
      s.pen.line(
        `M ${cx - 70 * k} ${cy - 140 * k} L ${cx + 70 * k} ${cy} M ${cx - 70 * k} ${cy - 46 * k} H ${cx + 70 * k} M ${cx - 70 * k} ${cy - 94 * k} H ${cx + 70 * k}`,
        { width: 0.6, colour: '#5d4833' },
      )
    }
  },
  bars: (s) => {
    for (let x = -Math.ceil(s.half / 90) * 90; x <= s.half; x += 90)
      s.pen.soft(box(x - 8, s.top - 20, 16, FLOOR - s.top + 26), '#6d7072')
    s.pen.soft(box(-s.half - 20, FLOOR - 320, s.half * 2 + 40, 18), '#6d7072')
  },
  arch: (s, x) => {
    s.pen.soft(
      `M ${x - 100} ${FLOOR} V ${FLOOR - 300} Q ${x - 96} ${FLOOR - 420} ${x} ${FLOOR - 460} Q ${x + 96} ${FLOOR - 420} ${x + 100} ${FLOOR - 300} V ${FLOOR} Z`,
      '#8f8878',
    )
    s.pen.wash(
      `M ${x - 70} ${FLOOR - 90} V ${FLOOR - 300} Q ${x - 66} ${FLOOR - 390} ${x} ${FLOOR - 424} Q ${x + 66} ${FLOOR - 390} ${x + 70} ${FLOOR - 300} V ${FLOOR - 90} Z`,
      FLOOR - 420,
      FLOOR - 90,
      s.light.sky[0],
      s.light.sky[1],
    )
    s.pen.line(`M ${x} ${FLOOR - 424} V ${FLOOR - 90} M ${x - 70} ${FLOOR - 260} H ${x + 70}`, {
      width: 1,
      colour: '#6b6456',
    })
  },
  altar: (s, x) => {
    s.pen.soft(box(x - 14, FLOOR - 440, 28, 200), '#8a6b4c')
    s.pen.soft(box(x - 66, FLOOR - 386, 132, 26), '#8a6b4c')
    s.pen.soft(box(x - 190, FLOOR - 110, 380, 130), '#d8d0be')
    for (const cx of [-150, 150]) {
      s.pen.soft(box(x + cx - 7, FLOOR - 170, 14, 60), '#ece5d2')
      if (s.light.lamps) s.pen.glow(x + cx, FLOOR - 180, 70, '#ffd893', 0.8)
      rawOval(s, x + cx, FLOOR - 178, 7, '#ffe6a8')
    }
  },
  seats: (s, x) => {
    for (const k of [-1, 1])
      s.pen.soft(
        `M ${x + k * 100 - 80} ${FLOOR + 60} V ${FLOOR - 150} Q ${x + k * 100 - 76} ${FLOOR - 180} ${x + k * 100} ${FLOOR - 180} Q ${x + k * 100 + 76} ${FLOOR - 180} ${x + k * 100 + 80} ${FLOOR - 150} V ${FLOOR + 60} Z`,
        '#6f7f8a',
      )
  },
  carInside,
  curtainsOfStage,
  columns,
  rocks,
  consoles,
  lift: (s) => {
    for (const side of [-1, 1] as const) s.pen.soft(box(side > 0 ? 4 : -184, FLOOR - 400, 180, 400), '#a3a6a8')
    s.pen.soft(box(220, FLOOR - 260, 44, 110), '#77797c')
    for (const y of [-236, -196]) s.pen.fill(oval(242, FLOOR + y, 9, 9), '#e0c36a')
  },
  stairs: (s, x) => {
    for (let i = 0; i < 8; i++)
      s.pen.soft(box(x - 330 + i * 76, FLOOR + 20 - (i + 1) * 54, 640 - i * 76, 56), i % 2 ? '#9c8870' : '#a8947b')
  },
} satisfies Record<string, Draw>

export type Furniture = keyof typeof furniture
