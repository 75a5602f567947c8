import { darker, lighter, mix } from '../colour'
import { box, corners, oval } from '../pen'
import { bush, facade, fir, ground, hills, lampPost, litBox, rawOval, sky, tree } from './parts'
import { FLOOR } from './stage'
import type { Stage } from './stage'

type Scenery = (s: Stage) => void

const HORIZON = FLOOR - 60

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
    for (const [x, k] of [[-700, 0.8], [-420, 0.65], [-140, 0.7], [200, 0.62], [460, 0.75], [740, 0.85]] as const) tree(s, x * s.side, HORIZON + 26, k, '#84a06a')
    ground(s, HORIZON + 20, '#90a873')
    path(s, -160 * s.side)
    bench(s, 430 * s.side, FLOOR + 60)
    lampPost(s, -520 * s.side, FLOOR + 50, 0.9)
  },
  forest: (s) => {
    sky(s, HORIZON)
    hills(s, HORIZON + 10, 300, '#72877a', 'far')
    ground(s, HORIZON, '#7b8a62')
    for (let i = 0; i < 9; i++) fir(s, -780 + i * 195 + s.choices.between(`fir${i}`, -50, 50), HORIZON + 20 + (i % 3) * 14, s.choices.between(`firK${i}`, 1.1, 1.7), i % 2 ? '#5f7d5c' : '#6b8867')
    for (const x of [-700, 640, 900]) trunk(s, x * s.side)
    tufts(s, '#657a4d')
  },
  street: (s) => {
    sky(s, HORIZON)
    let x = -s.half - 60
    for (let i = 0; x < s.half + 60 && i < 14; i++) {
      const w = s.choices.between(`houseW${i}`, 190, 300)
      facade(s, x, FLOOR - 10, w, s.choices.between(`houseH${i}`, 300, 470), s.choices.pick(`house${i}`, ['#b39b86', '#a4886f', '#9ea39b', '#b1a98f', '#98837b', '#8f979f']), `f${i}`)
      x += w + 4
    }
    ground(s, FLOOR - 10, '#aaa69c')
    s.pen.soft(box(-s.half - 40, FLOOR + 70, s.half * 2 + 80, s.bottom), '#7b7a7c')
    s.pen.soft(box(-s.half - 40, FLOOR + 62, s.half * 2 + 80, 14), '#c0bcb0', 0.6)
    for (let i = -6; i <= 6; i++) s.pen.fill(corners(i * 260, FLOOR + 180, i * 260 + 130, FLOOR + 180, i * 270 + 138, FLOOR + 196, i * 270, FLOOR + 196), '#d3ccb4', 0.8)
    lampPost(s, -430 * s.side, FLOOR + 56, 1.05)
    lampPost(s, 560 * s.side, FLOOR + 56, 1.05)
  },
  alley: (s) => {
    sky(s, HORIZON)
    facade(s, -150, FLOOR - 60, 300, 260, '#96938c', 'end')
    ground(s, FLOOR - 60, '#86837d')
    for (const side of [-1, 1] as const) {
      const wall = corners(side * 190, FLOOR - 60, side * 190, FLOOR - 430, side * (s.half + 60), s.top - 260, side * (s.half + 60), s.bottom + 40)
      const colour = side < 0 ? '#927868' : '#7f7168'
      s.pen.soft(wall, colour)
      s.pen.within(wall, () => {
        for (let i = 1; i < 9; i++) s.pen.line(`M ${side * 190} ${FLOOR - 60 - i * 44} L ${side * (s.half + 60)} ${FLOOR + 260 - i * 150}`, { width: 0.5, colour: darker(colour, 0.3) })
      })
    }
    s.pen.soft(box(300 * s.side - 50, FLOOR - 70, 110, 150), '#667064')
    lampPost(s, -240 * s.side, FLOOR + 10, 0.85)
  },
  beach: (s) => {
    sky(s, HORIZON - 40)
    water(s, HORIZON - 40, FLOOR + 40)
    s.pen.soft(`M ${-s.half - 40} ${FLOOR + 26} Q ${-s.half * 0.4} ${FLOOR + 64} 0 ${FLOOR + 30} Q ${s.half * 0.5} ${FLOOR} ${s.half + 40} ${FLOOR + 40} V ${s.bottom + 40} H ${-s.half - 40} Z`, '#d3c09a')
    palm(s, 620 * s.side, FLOOR + 70)
    tufts(s, '#b3a47d')
  },
  pool: (s) => {
    sky(s, HORIZON)
    hedge(s, HORIZON + 30)
    palm(s, -620 * s.side, HORIZON + 40)
    ground(s, HORIZON + 26, '#c4bba8')
    s.pen.soft(corners(-s.half * 0.62, FLOOR + 20, s.half * 0.62, FLOOR + 20, s.half * 0.95, FLOOR + 190, -s.half * 0.95, FLOOR + 190), '#ded8c9')
    const basin = corners(-s.half * 0.58, FLOOR + 34, s.half * 0.58, FLOOR + 34, s.half * 0.85, FLOOR + 172, -s.half * 0.85, FLOOR + 172)
    s.pen.soft(basin, '#79adb5')
    s.pen.within(basin, () => ripples(s, FLOOR + 50, FLOOR + 170, '#b5d3d2'))
    lounger(s, 480 * s.side, FLOOR + 6)
  },
  lake: (s) => {
    sky(s, HORIZON - 30)
    hills(s, HORIZON - 30, 170, '#8499a0', 'far')
    for (let i = 0; i < 6; i++) fir(s, -760 + i * 300, HORIZON - 16, 0.55)
    water(s, HORIZON - 30, FLOOR + 70)
    s.pen.soft(`M ${-s.half - 40} ${FLOOR + 50} Q 0 ${FLOOR + 96} ${s.half + 40} ${FLOOR + 40} V ${s.bottom + 40} H ${-s.half - 40} Z`, '#8f9d72')
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
    for (const [x, k] of [[-150, 0.3], [-290, 0.55], [-580, 1]] as const) pole(s, x * s.side, HORIZON + 20 + 60 * k, k)
    tufts(s, '#a39468')
  },
  desert: (s) => {
    sky(s, HORIZON)
    hills(s, HORIZON, 60, '#c2a67c', 'far')
    ground(s, HORIZON + 14, '#d3b98b')
    for (const [i, y] of [HORIZON + 40, FLOOR + 40, FLOOR + 130].entries()) s.pen.soft(`M ${-s.half - 40} ${y + 30} Q ${-s.half * 0.5} ${y - 34 - i * 8} ${s.half * s.choices.between(`dune${i}`, -0.2, 0.3)} ${y + 12} Q ${s.half * 0.6} ${y + 44} ${s.half + 40} ${y - 12} V ${s.bottom + 60} H ${-s.half - 40} Z`, i % 2 ? '#cfb282' : '#d9c193')
    for (const [x, k] of [[-560, 1], [640, 0.7]] as const) cactus(s, x * s.side, FLOOR + 30, k)
  },
  mountains: (s) => {
    sky(s, HORIZON)
    for (const [i, x] of [-640, -220, 260, 700].entries()) {
      const high = s.choices.between(`peak${i}`, 230, 380)
      s.pen.soft(corners(x - 330, HORIZON + 40, x, HORIZON - high, x + 330, HORIZON + 40), i % 2 ? '#8f98a0' : '#838d97')
      s.pen.soft(`M ${x - 60} ${HORIZON - high + 70} L ${x} ${HORIZON - high} L ${x + 60} ${HORIZON - high + 70} L ${x + 24} ${HORIZON - high + 56} L ${x} ${HORIZON - high + 82} L ${x - 26} ${HORIZON - high + 54} Z`, '#e8ebea', 0.5)
    }
    hills(s, HORIZON + 40, 70, '#7f9077', 'near')
    ground(s, HORIZON + 44, '#8d9a72')
    for (const [x, k] of [[-700, 0.9], [580, 0.8], [760, 1]] as const) fir(s, x * s.side, HORIZON + 80, k)
    tufts(s, '#75845d')
  },
  space: (s) => {
    s.pen.soft(box(-s.half - 40, s.top - 40, s.half * 2 + 80, s.bottom - s.top + 80), '#151a2b')
    for (let i = 0; i < 70; i++) rawOval(s, -s.half + s.half * 2 * s.choices.number(`sx${i}`), s.top + (FLOOR - s.top) * s.choices.number(`sy${i}`), s.choices.between(`sr${i}`, 1, 3), '#e8ecf5')
    rawOval(s, 430 * s.side, HORIZON - 260, 130, '#5c7fa6')
    rawOval(s, 400 * s.side, HORIZON - 290, 52, '#7c9c7c', 0.7)
    s.pen.soft(`M ${-s.half - 40} ${FLOOR + 20} Q 0 ${FLOOR - 70} ${s.half + 40} ${FLOOR + 20} V ${s.bottom + 60} H ${-s.half - 40} Z`, '#8f8c88')
    for (const [x, y, r] of [[-380, 110, 60], [250, 160, 90], [-80, 60, 34], [560, 70, 40]] as const) s.pen.soft(oval(x, FLOOR + y, r, r * 0.3), '#7b7874')
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
    for (let i = -5; i <= 5; i++) s.pen.line(`M ${i * 130} ${HORIZON + 40} L ${i * 230} ${FLOOR + 200}`, { width: 1.2, colour: '#cfcab8' })
    lampPost(s, -560 * s.side, FLOOR + 20, 1)
  },
  roof: (s) => {
    sky(s, HORIZON + 30)
    for (let i = 0; i < 12; i++) {
      const h = s.choices.between(`tower${i}`, 90, 330)
      const w = s.choices.between(`towerW${i}`, 80, 150)
      const x = -s.half + (i * s.half) / 5.5 - 40
      s.pen.soft(box(x, HORIZON + 40 - h, w, h + 40), mix('#8b929b', s.light.sky[1], s.choices.between(`towerC${i}`, 0.1, 0.5)))
      if (s.light.lamps) for (let k = 0; k < 6; k++) litBox(s, x + 12 + (k % 3) * (w / 3.4), HORIZON + 60 - h + Math.floor(k / 3) * 46, 10, 16)
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
    for (let i = 0; i < 6; i++) fir(s, -760 + i * 300 + s.choices.between(`f${i}`, -60, 60), HORIZON + 40, 0.9, '#8aa094')
    ground(s, HORIZON + 34, '#e2e4e0')
  },
} satisfies Record<string, Scenery>

export type SceneryKind = keyof typeof sceneries

function glass(s: Stage, x: number, y: number, w: number, h: number): void {
  s.pen.soft(box(x, y, w, h), '#8ea3aa', 0.7)
}

function tufts(s: Stage, colour: string): void {
  for (let i = 0; i < 12; i++) {
    const x = -s.half + s.half * 2 * s.choices.number(`tuft${i}`)
    const y = FLOOR + 40 + 230 * s.choices.number(`tuftY${i}`)
    s.pen.line(`M ${x - 12} ${y} L ${x - 16} ${y - 14} M ${x} ${y} V ${y - 19} M ${x + 12} ${y} L ${x + 17} ${y - 13}`, { width: 0.8, colour })
  }
}

function flowers(s: Stage): void {
  for (let i = 0; i < 14; i++) {
    const x = -640 * s.side + s.choices.between(`flower${i}`, -150, 170)
    const y = FLOOR + s.choices.between(`flowerY${i}`, 20, 110)
    s.pen.line(`M ${x} ${y} V ${y - 20}`, { width: 0.6, colour: '#5f7a4c' })
    s.pen.fill(oval(x, y - 22, 6.5, 6), s.choices.pick(`flowerC${i}`, ['#c98a86', '#d9c07a', '#b49ac0', '#e5ddcb']))
  }
}

function path(s: Stage, x: number): void {
  s.pen.soft(`M ${x * 0.9 - 30} ${HORIZON + 44} Q ${x + 40} ${FLOOR + 60} ${x * 0.4 - 190} ${s.bottom + 40} L ${x * 0.4 + 250} ${s.bottom + 40} Q ${x + 150} ${FLOOR + 60} ${x * 0.9 + 34} ${HORIZON + 44} Z`, '#c2b493')
}

function pond(s: Stage, x: number, y: number): void {
  s.pen.soft(oval(x, y, 190, 36), '#b3ab97')
  s.pen.soft(oval(x, y, 172, 28), '#7fa3ad')
  s.pen.line(`M ${x - 90} ${y - 4} H ${x - 20} M ${x + 10} ${y + 8} H ${x + 90}`, { width: 0.7, colour: '#c3d6d8' })
}

function hedge(s: Stage, y: number): void {
  let d = `M ${-s.half - 40} ${y + 10} V ${y - 70}`
  for (let i = 0, x = -s.half - 40; x < s.half + 40 && i < 40; i++, x += 90) d += ` Q ${x + 45} ${y - 70 - s.choices.between(`hedge${i}`, 16, 50)} ${x + 90} ${y - 70}`
  s.pen.soft(`${d} V ${y + 10} Z`, '#6f8c5f')
}

function trunk(s: Stage, x: number): void {
  s.pen.soft(`M ${x - 56} ${FLOOR + 130} Q ${x - 34} ${FLOOR - 60} ${x - 40} ${s.top - 30} L ${x + 44} ${s.top - 30} Q ${x + 30} ${FLOOR - 60} ${x + 66} ${FLOOR + 130} Q ${x} ${FLOOR + 112} ${x - 56} ${FLOOR + 130} Z`, '#6c5646')
}

function bench(s: Stage, x: number, y: number): void {
  for (const lx of [-90, 90]) s.pen.soft(box(x + lx - 6, y - 60, 12, 60), '#55595c')
  s.pen.soft(box(x - 120, y - 66, 240, 14), '#94704f')
  s.pen.soft(box(x - 120, y - 120, 240, 14), '#94704f')
  s.pen.soft(box(x - 120, y - 98, 240, 14), '#94704f')
}

function lounger(s: Stage, x: number, y: number): void {
  s.pen.soft(corners(x - 130, y - 40, x + 60, y - 40, x + 120, y - 104, x + 134, y - 98, x + 72, y - 22, x - 130, y - 22), '#d9cfb6')
  for (const lx of [-110, 60]) s.pen.soft(box(x + lx, y - 22, 9, 32), '#85786a')
}

function water(s: Stage, from: number, to: number): void {
  s.pen.soft(box(-s.half - 40, from, s.half * 2 + 80, to - from + 60), '#7ba1ac')
  ripples(s, from + 16, to, lighter('#7ba1ac', 0.4))
}

function ripples(s: Stage, from: number, to: number, colour: string): void {
  for (let i = 0; i < 16; i++) {
    const t = s.choices.number(`ripple${i}`)
    const x = -s.half + s.half * 2 * s.choices.number(`rippleX${i}`)
    const w = 30 + 70 * t
    const y = from + (to - from) * t
    s.pen.line(`M ${x} ${y} Q ${x + w / 2} ${y - 5} ${x + w} ${y}`, { width: 0.7, colour })
  }
}

function palm(s: Stage, x: number, y: number): void {
  s.pen.soft(`M ${x - 16} ${y} Q ${x + 20} ${y - 150} ${x - 4} ${y - 300} L ${x + 12} ${y - 302} Q ${x + 44} ${y - 150} ${x + 18} ${y} Z`, '#8d7355')
  for (const [dx, dy] of [[-150, 40], [-120, -50], [-20, -90], [100, -60], [150, 30]] as const) {
    s.pen.soft(`M ${x + 4} ${y - 300} Q ${x + dx * 0.5} ${y - 330 + dy} ${x + dx} ${y - 290 + dy} Q ${x + dx * 0.45} ${y - 290 + dy * 0.6} ${x + 4} ${y - 300} Z`, '#79986a')
  }
}

function pole(s: Stage, x: number, y: number, k: number): void {
  s.pen.soft(box(x - 8 * k, y - 420 * k, 16 * k, 420 * k), '#7b654f')
  s.pen.soft(box(x - 70 * k, y - 390 * k, 140 * k, 14 * k), '#7b654f')
}

function house(s: Stage, x: number, y: number, k: number, colour: string): void {
  const { pen } = s
  pen.soft(box(x - 150 * k, y - 190 * k, 300 * k, 190 * k), colour)
  pen.soft(corners(x - 180 * k, y - 186 * k, x - 110 * k, y - 300 * k, x + 110 * k, y - 300 * k, x + 180 * k, y - 186 * k), '#8a5f52')
  pen.soft(box(x + 60 * k, y - 340 * k, 34 * k, 66 * k), '#96705f')
  pen.soft(box(x - 28 * k, y - 120 * k, 60 * k, 120 * k), '#6f5743')
  for (const wx of [-116, 68]) (s.light.lamps ? litBox : glass)(s, x + wx * k, y - 140 * k, 58 * k, 62 * k)
}

function cabin(s: Stage, x: number, y: number): void {
  const { pen } = s
  pen.soft(box(x - 260, y - 230, 520, 230), '#8d6f55')
  for (let i = 1; i < 6; i++) pen.line(`M ${x - 260} ${y - i * 38} H ${x + 260}`, { width: 0.6, colour: '#5d4636' })
  pen.soft(corners(x - 300, y - 222, x - 60, y - 370, x + 300, y - 222), '#6f5a4b')
  pen.soft(box(x - 60, y - 160, 90, 160), '#5d4636')
  for (const wx of [-210, 110]) (s.light.lamps ? litBox : glass)(s, x + wx, y - 160, 86, 70)
  pen.soft(box(x - 130, y - 6, 230, 18), '#7b6350')
}

function caravan(s: Stage, x: number, y: number): void {
  const { pen } = s
  pen.fill(oval(x, y + 6, 320, 18), '#1c1418', 0.2)
  for (const wx of [-150, 120]) pen.soft(oval(x + wx, y - 12, 34, 34), '#4a4744')
  const body = `M ${x - 310} ${y - 30} V ${y - 210} Q ${x - 306} ${y - 250} ${x - 260} ${y - 252} H ${x + 250} Q ${x + 306} ${y - 250} ${x + 312} ${y - 200} V ${y - 30} Z`
  pen.soft(body, '#d2ccbb')
  pen.within(body, () => pen.fill(box(x - 330, y - 104, 660, 34), '#8fa39a'))
  pen.soft(box(x + 20, y - 200, 90, 168), '#b9b29f')
  for (const wx of [-250, -120, 170]) (s.light.lamps ? litBox : glass)(s, x + wx, y - 196, 92, 62)
}

function shopFront(s: Stage): void {
  const { pen } = s
  const foot = FLOOR - 10
  pen.soft(box(-390, foot - 480, 780, 480), '#a88f78')
  pen.soft(box(-360, foot - 250, 720, 250), '#5f5348')
  for (const [x, w] of [[-340, 250], [90, 250]] as const) (s.light.lamps ? litBox : glass)(s, x, foot - 220, w, 170)
  pen.soft(box(-60, foot - 220, 120, 220), '#7d614c')
  glass(s, -40, foot - 195, 80, 100)
  pen.soft(box(-370, foot - 330, 740, 72), '#54423a')
  pen.text(s.name.toUpperCase(), 0, foot - 278, 46, '#e9d9b0', 690)
  const awning = '#8f5a50'
  for (let i = 0; i < 10; i++) pen.soft(corners(-380 + i * 76, foot - 262, -304 + i * 76, foot - 262, -300 + i * 77, foot - 214, -382 + i * 77, foot - 214), i % 2 ? '#ddd3be' : awning, 0.6)
}

function cactus(s: Stage, x: number, y: number, k: number): void {
  s.pen.soft(`M ${x - 20 * k} ${y} V ${y - 190 * k} Q ${x} ${y - 230 * k} ${x + 20 * k} ${y - 190 * k} V ${y} Z`, '#6f8a5c')
  for (const side of [-1, 1]) s.pen.soft(`M ${x + side * 18 * k} ${y - 80 * k} H ${x + side * 62 * k} V ${y - 150 * k} H ${x + side * 38 * k} V ${y - 108 * k} H ${x + side * 18 * k} Z`, '#6f8a5c')
}
