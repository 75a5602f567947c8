import { darker, mix } from '../colour'
import { box, corners, oval } from '../pen'
import { bush, facade, fir, ground, hills, lampPost, litBox, rawOval, sky, tree } from './parts'
import {
  HORIZON,
  bench,
  cabin,
  cactus,
  caravan,
  flowers,
  glass,
  hedge,
  house,
  lounger,
  palm,
  path,
  pole,
  pond,
  ripples,
  shopFront,
  trunk,
  tufts,
  water,
} from './exteriorParts'
import { FLOOR } from './backdrop'
import type { Backdrop } from './backdrop'

type Scenery = (s: Backdrop) => void

/** Places under the open sky. x is mirrored by `s.side`, so that two gardens differ. */
export const sceneries = {
  hills: (s) => {
    sky(s, HORIZON)
    hills(s, HORIZON, 130, '#93a593', 'far')
    hills(s, HORIZON + 30, 70, '#8ba27c', 'near')
    ground(s, HORIZON + 24, '#94a678')
    tree(s, -560 * s.side, HORIZON + 60, 1)
    bush(s, 520 * s.side, HORIZON + 56, 1)
    tufts(s, '#7d9163')
  },
  garden: (s) => {
    sky(s, HORIZON)
    hills(s, HORIZON, 120, '#8fa589', 'far')
    house(s, -610 * s.side, HORIZON + 30, 0.85, '#b39c84')
    hedge(s, HORIZON + 40)
    ground(s, HORIZON + 38, '#8aa26f')
    path(s, 120 * s.side)
    tree(s, 600 * s.side, HORIZON + 84, 1.15)
    pond(s, 430 * s.side, FLOOR + 120)
    flowers(s)
  },
  park: (s) => {
    sky(s, HORIZON)
    hills(s, HORIZON, 90, '#9aab95', 'far')
    for (const [x, k] of [
      [-700, 0.8],
      [-420, 0.65],
      [-140, 0.7],
      [200, 0.62],
      [460, 0.75],
      [740, 0.85],
    ] as const)
      tree(s, x * s.side, HORIZON + 26, k, '#84a06a')
    ground(s, HORIZON + 20, '#90a873')
    path(s, -160 * s.side)
    bench(s, 430 * s.side, FLOOR + 60)
    lampPost(s, -520 * s.side, FLOOR + 50, 0.9)
  },
  forest: (s) => {
    sky(s, HORIZON)
    hills(s, HORIZON + 10, 300, '#72877a', 'far')
    ground(s, HORIZON, '#7b8a62')
    for (let i = 0; i < 9; i++)
      fir(
        s,
        -780 + i * 195 + s.choices.between(`fir${i}`, -50, 50),
        HORIZON + 20 + (i % 3) * 14,
        s.choices.between(`firK${i}`, 1.1, 1.7),
        i % 2 ? '#5f7d5c' : '#6b8867',
      )
    for (const x of [-700, 640, 900]) trunk(s, x * s.side)
    tufts(s, '#657a4d')
  },
  street: (s) => {
    sky(s, HORIZON)
    let x = -s.half - 60
    for (let i = 0; x < s.half + 60 && i < 14; i++) {
      const w = s.choices.between(`houseW${i}`, 190, 300)
      facade(
        s,
        x,
        FLOOR - 10,
        w,
        s.choices.between(`houseH${i}`, 300, 470),
        s.choices.pick(`house${i}`, ['#b39b86', '#a4886f', '#9ea39b', '#b1a98f', '#98837b', '#8f979f']),
        `f${i}`,
      )
      x += w + 4
    }
    ground(s, FLOOR - 10, '#aaa69c')
    s.pen.soft(box(-s.half - 40, FLOOR + 70, s.half * 2 + 80, s.bottom), '#7b7a7c')
    s.pen.soft(box(-s.half - 40, FLOOR + 62, s.half * 2 + 80, 14), '#c0bcb0', 0.6)
    for (let i = -6; i <= 6; i++)
      s.pen.fill(
        corners(i * 260, FLOOR + 180, i * 260 + 130, FLOOR + 180, i * 270 + 138, FLOOR + 196, i * 270, FLOOR + 196),
        '#d3ccb4',
        0.8,
      )
    lampPost(s, -430 * s.side, FLOOR + 56, 1.05)
    lampPost(s, 560 * s.side, FLOOR + 56, 1.05)
  },
  alley: (s) => {
    sky(s, HORIZON)
    facade(s, -150, FLOOR - 60, 300, 260, '#96938c', 'end')
    ground(s, FLOOR - 60, '#86837d')
    for (const side of [-1, 1] as const) {
      const wall = corners(
        side * 190,
        FLOOR - 60,
        side * 190,
        FLOOR - 430,
        side * (s.half + 60),
        s.top - 260,
        side * (s.half + 60),
        s.bottom + 40,
      )
      const colour = side < 0 ? '#927868' : '#7f7168'
      s.pen.soft(wall, colour)
      s.pen.within(wall, () => {
        for (let i = 1; i < 9; i++)
          s.pen.line(`M ${side * 190} ${FLOOR - 60 - i * 44} L ${side * (s.half + 60)} ${FLOOR + 260 - i * 150}`, {
            width: 0.5,
            colour: darker(colour, 0.3),
          })
      })
    }
    s.pen.soft(box(300 * s.side - 50, FLOOR - 70, 110, 150), '#667064')
    lampPost(s, -240 * s.side, FLOOR + 10, 0.85)
  },
  beach: (s) => {
    sky(s, HORIZON - 40)
    water(s, HORIZON - 40, FLOOR + 40)
    s.pen.soft(
      `M ${-s.half - 40} ${FLOOR + 26} Q ${-s.half * 0.4} ${FLOOR + 64} 0 ${FLOOR + 30} Q ${s.half * 0.5} ${FLOOR} ${s.half + 40} ${FLOOR + 40} V ${s.bottom + 40} H ${-s.half - 40} Z`,
      '#d3c09a',
    )
    palm(s, 620 * s.side, FLOOR + 70)
    tufts(s, '#b3a47d')
  },
  pool: (s) => {
    sky(s, HORIZON)
    hedge(s, HORIZON + 30)
    palm(s, -620 * s.side, HORIZON + 40)
    ground(s, HORIZON + 26, '#c4bba8')
    s.pen.soft(
      corners(
        -s.half * 0.62,
        FLOOR + 20,
        s.half * 0.62,
        FLOOR + 20,
        s.half * 0.95,
        FLOOR + 190,
        -s.half * 0.95,
        FLOOR + 190,
      ),
      '#ded8c9',
    )
    const basin = corners(
      -s.half * 0.58,
      FLOOR + 34,
      s.half * 0.58,
      FLOOR + 34,
      s.half * 0.85,
      FLOOR + 172,
      -s.half * 0.85,
      FLOOR + 172,
    )
    s.pen.soft(basin, '#79adb5')
    s.pen.within(basin, () => ripples(s, FLOOR + 50, FLOOR + 170, '#b5d3d2'))
    lounger(s, 480 * s.side, FLOOR + 6)
  },
  lake: (s) => {
    sky(s, HORIZON - 30)
    hills(s, HORIZON - 30, 170, '#8499a0', 'far')
    for (let i = 0; i < 6; i++) fir(s, -760 + i * 300, HORIZON - 16, 0.55)
    water(s, HORIZON - 30, FLOOR + 70)
    s.pen.soft(
      `M ${-s.half - 40} ${FLOOR + 50} Q 0 ${FLOOR + 96} ${s.half + 40} ${FLOOR + 40} V ${s.bottom + 40} H ${-s.half - 40} Z`,
      '#8f9d72',
    )
    bush(s, -600 * s.side, FLOOR + 80, 0.8)
  },
  road: (s) => {
    sky(s, HORIZON)
    hills(s, HORIZON, 80, '#a59c89', 'far')
    ground(s, HORIZON, '#bda988')
    s.pen.soft(corners(-16, HORIZON, 16, HORIZON, s.half * 0.9, s.bottom + 40, -s.half * 0.9, s.bottom + 40), '#828083')
    for (let i = 0; i < 6; i++) {
      const y = HORIZON + 14 + i * i * 16
      const h = 8 + i * 9
      s.pen.fill(corners(-1.5 - i * 1.5, y, 1.5 + i * 1.5, y, 2 + i * 2, y + h, -2 - i * 2, y + h), '#dcd3b5')
    }
    for (const [x, k] of [
      [-150, 0.3],
      [-290, 0.55],
      [-580, 1],
    ] as const)
      pole(s, x * s.side, HORIZON + 20 + 60 * k, k)
    tufts(s, '#a39468')
  },
  desert: (s) => {
    sky(s, HORIZON)
    hills(s, HORIZON, 60, '#c2a67c', 'far')
    ground(s, HORIZON + 14, '#d3b98b')
    for (const [i, y] of [HORIZON + 40, FLOOR + 40, FLOOR + 130].entries())
      s.pen.soft(
        `M ${-s.half - 40} ${y + 30} Q ${-s.half * 0.5} ${y - 34 - i * 8} ${s.half * s.choices.between(`dune${i}`, -0.2, 0.3)} ${y + 12} Q ${s.half * 0.6} ${y + 44} ${s.half + 40} ${y - 12} V ${s.bottom + 60} H ${-s.half - 40} Z`,
        i % 2 ? '#cfb282' : '#d9c193',
      )
    for (const [x, k] of [
      [-560, 1],
      [640, 0.7],
    ] as const)
      cactus(s, x * s.side, FLOOR + 30, k)
  },
  mountains: (s) => {
    sky(s, HORIZON)
    for (const [i, x] of [-640, -220, 260, 700].entries()) {
      const high = s.choices.between(`peak${i}`, 230, 380)
      s.pen.soft(
        corners(x - 330, HORIZON + 40, x, HORIZON - high, x + 330, HORIZON + 40),
        i % 2 ? '#8f98a0' : '#838d97',
      )
      s.pen.soft(
        `M ${x - 60} ${HORIZON - high + 70} L ${x} ${HORIZON - high} L ${x + 60} ${HORIZON - high + 70} L ${x + 24} ${HORIZON - high + 56} L ${x} ${HORIZON - high + 82} L ${x - 26} ${HORIZON - high + 54} Z`,
        '#e8ebea',
        0.5,
      )
    }
    hills(s, HORIZON + 40, 70, '#7f9077', 'near')
    ground(s, HORIZON + 44, '#8d9a72')
    for (const [x, k] of [
      [-700, 0.9],
      [580, 0.8],
      [760, 1],
    ] as const)
      fir(s, x * s.side, HORIZON + 80, k)
    tufts(s, '#75845d')
  },
  space: (s) => {
    s.pen.soft(box(-s.half - 40, s.top - 40, s.half * 2 + 80, s.bottom - s.top + 80), '#151a2b')
    for (let i = 0; i < 70; i++)
      rawOval(
        s,
        -s.half + s.half * 2 * s.choices.number(`sx${i}`),
        s.top + (FLOOR - s.top) * s.choices.number(`sy${i}`),
        s.choices.between(`sr${i}`, 1, 3),
        '#e8ecf5',
      )
    rawOval(s, 430 * s.side, HORIZON - 260, 130, '#5c7fa6')
    rawOval(s, 400 * s.side, HORIZON - 290, 52, '#7c9c7c', 0.7)
    s.pen.soft(
      `M ${-s.half - 40} ${FLOOR + 20} Q 0 ${FLOOR - 70} ${s.half + 40} ${FLOOR + 20} V ${s.bottom + 60} H ${-s.half - 40} Z`,
      '#8f8c88',
    )
    for (const [x, y, r] of [
      [-380, 110, 60],
      [250, 160, 90],
      [-80, 60, 34],
      [560, 70, 40],
    ] as const)
      s.pen.soft(oval(x, FLOOR + y, r, r * 0.3), '#7b7874')
  },
  house: (s) => {
    sky(s, HORIZON)
    hills(s, HORIZON, 90, '#98a892', 'far')
    tree(s, -640 * s.side, HORIZON + 40, 1.1)
    ground(s, HORIZON + 30, '#93a577')
    house(s, 150 * s.side, HORIZON + 44, 1.5, '#bba78e')
    path(s, 150 * s.side)
    bush(s, 640 * s.side, HORIZON + 70, 0.9)
  },
  shack: (s) => {
    sky(s, HORIZON)
    hills(s, HORIZON, 150, '#85957f', 'far')
    for (const x of [-720, -560, 560, 740]) fir(s, x, HORIZON + 22, 1.25)
    ground(s, HORIZON + 24, '#93906a')
    cabin(s, 100 * s.side, HORIZON + 50)
    tufts(s, '#7f7d57')
  },
  trailer: (s) => {
    sky(s, HORIZON)
    hills(s, HORIZON, 90, '#a49e8c', 'far')
    ground(s, HORIZON + 16, '#b3a17d')
    caravan(s, 120 * s.side, HORIZON + 60)
    pole(s, -560 * s.side, HORIZON + 50, 0.9)
    tufts(s, '#988c62')
  },
  front: (s) => {
    sky(s, HORIZON)
    facade(s, -s.half - 80, FLOOR - 10, s.half - 300, 470, '#98938a', 'left')
    facade(s, 390, FLOOR - 10, s.half - 290, 410, '#a1917c', 'right')
    shopFront(s)
    ground(s, FLOOR - 10, '#aaa69c')
    s.pen.soft(box(-s.half - 40, FLOOR + 130, s.half * 2 + 80, s.bottom), '#7b7a7c')
    lampPost(s, 520 * s.side, FLOOR + 60, 1)
  },
  lot: (s) => {
    sky(s, HORIZON)
    hills(s, HORIZON, 60, '#a3a396', 'far')
    s.pen.soft(box(-360, HORIZON - 130, 760, 150), '#a89f8e')
    s.pen.soft(box(-380, HORIZON - 148, 800, 26), '#8e6a55')
    for (let i = 0; i < 5; i++) (s.light.lamps ? litBox : glass)(s, -320 + i * 140, HORIZON - 96, 90, 62)
    ground(s, HORIZON + 14, '#8a898b')
    for (let i = -5; i <= 5; i++)
      s.pen.line(`M ${i * 130} ${HORIZON + 40} L ${i * 230} ${FLOOR + 200}`, { width: 1.2, colour: '#cfcab8' })
    lampPost(s, -560 * s.side, FLOOR + 20, 1)
  },
  roof: (s) => {
    sky(s, HORIZON + 30)
    for (let i = 0; i < 12; i++) {
      const h = s.choices.between(`tower${i}`, 90, 330)
      const w = s.choices.between(`towerW${i}`, 80, 150)
      const x = -s.half + (i * s.half) / 5.5 - 40
      s.pen.soft(
        box(x, HORIZON + 40 - h, w, h + 40),
        mix('#8b929b', s.light.sky[1], s.choices.between(`towerC${i}`, 0.1, 0.5)),
      )
      if (s.light.lamps)
        for (let k = 0; k < 6; k++)
          litBox(s, x + 12 + (k % 3) * (w / 3.4), HORIZON + 60 - h + Math.floor(k / 3) * 46, 10, 16)
    }
    ground(s, HORIZON + 44, '#9a9690')
    s.pen.soft(box(-s.half - 40, HORIZON + 14, s.half * 2 + 80, 44), '#a8a39a')
    s.pen.soft(box(-560 * s.side - 80, HORIZON - 110, 170, 200), '#8d8a85')
  },
  graves: (s) => {
    sky(s, HORIZON)
    hills(s, HORIZON, 130, '#84968a', 'far')
    ground(s, HORIZON + 20, '#889a70')
    for (let i = 0; i < 7; i++) {
      const x = -660 + i * 220 + s.choices.between(`grave${i}`, -40, 40)
      const y = HORIZON + 60 + (i % 2) * 40
      s.pen.soft(`M ${x - 32} ${y} V ${y - 66} Q ${x} ${y - 108} ${x + 32} ${y - 66} V ${y} Z`, '#a3a39c')
    }
    tree(s, 620 * s.side, HORIZON + 40, 1.1, '#748463')
    tufts(s, '#71835c')
  },
  snow: (s) => {
    sky(s, HORIZON)
    hills(s, HORIZON, 330, '#b9c3cb', 'peaks')
    hills(s, HORIZON + 30, 110, '#d3d9da', 'near')
    for (let i = 0; i < 6; i++)
      fir(s, -760 + i * 300 + s.choices.between(`f${i}`, -60, 60), HORIZON + 40, 0.9, '#8aa094')
    ground(s, HORIZON + 34, '#e2e4e0')
  },
} satisfies Record<string, Scenery>

export type SceneryKind = keyof typeof sceneries
