import { darker, lighter, mix } from '../colour'
import { box, corners, oval } from '../pen'
import type { Backdrop } from './backdrop'

/** Things that stand in several sets. x, y: middle of the foot unless said otherwise; `k` magnifies. */

export function sky(s: Backdrop, horizon: number): void {
  s.pen.wash(
    box(-s.half - 20, s.top - 20, s.half * 2 + 40, horizon - s.top + 30),
    s.top,
    horizon,
    s.light.sky[0],
    s.light.sky[1],
  )
  heavens(s, horizon, -s.half, s.half)
}

/** Sun, moon, stars and clouds between two x. */
export function heavens(s: Backdrop, horizon: number, from: number, to: number): void {
  const { pen, light, choices, weather } = s
  const width = to - from
  if (weather) {
    for (let i = 0; i < 6; i++)
      cloud(
        s,
        from + width * choices.between(`cloud${i}`, i * 0.17 - 0.05, i * 0.17 + 0.1),
        horizon - choices.between(`cloudY${i}`, 250, 430),
        choices.between(`cloudK${i}`, 1.2, 2),
      )
    return
  }
  const x = from + width * (s.side > 0 ? 0.8 : 0.2)
  const y = horizon - Math.min(390, width * 0.34)
  if (light.hour === 'night') {
    for (let i = 0; i < 26; i++) {
      const size = choices.between(`star${i}`, 0.9, 2.2)
      pen.ops.push(
        dot(s, from + width * choices.number(`starX${i}`), horizon - 120 - 470 * choices.number(`starY${i}`), size),
      )
    }
    pen.glow(x, y, 170, '#cfd9ee', 0.4)
    rawOval(s, x, y, 40, '#eeead6')
    rawOval(s, x - 12, y - 8, 9, '#dcd7c2')
    rawOval(s, x + 13, y + 12, 6, '#dcd7c2')
    return
  }
  if (light.hour === 'day') {
    pen.glow(x, y, 150, '#fff6d8', 0.6)
    rawOval(s, x, y, 34, '#fbf0c8')
  } else {
    pen.glow(x, horizon - 70, 300, '#ffdca8', 0.65)
    rawOval(s, x, horizon - 62, 46, light.hour === 'dusk' ? '#f7c27d' : '#fbe3b8')
  }
  for (let i = 0; i < 3; i++)
    cloud(
      s,
      from + width * choices.between(`cloud${i}`, 0.05 + i * 0.3, 0.3 + i * 0.3),
      horizon - choices.between(`cloudY${i}`, 230, 430),
      choices.between(`cloudK${i}`, 0.7, 1.25),
    )
}

function dot(s: Backdrop, x: number, y: number, size: number) {
  const [px, py] = s.pen.at(x, y)
  return { op: 'ellipse' as const, x: px, y: py, rx: size, ry: size, fill: '#e8ecf5', alpha: 0.75 }
}

/** An oval in its own light. */
export function rawOval(s: Backdrop, x: number, y: number, r: number, colour: string, alpha = 1): void {
  const [px, py] = s.pen.at(x, y)
  const [qx] = s.pen.at(x + r, y)
  s.pen.ops.push({ op: 'ellipse', x: px, y: py, rx: Math.abs(qx - px), ry: Math.abs(qx - px), fill: colour, alpha })
}

function cloud(s: Backdrop, x: number, y: number, k: number): void {
  const d = `M ${x - 90 * k} ${y} C ${x - 95 * k} ${y - 26 * k} ${x - 55 * k} ${y - 34 * k} ${x - 45 * k} ${y - 24 * k} C ${x - 35 * k} ${y - 58 * k} ${x + 20 * k} ${y - 56 * k} ${x + 28 * k} ${y - 28 * k} C ${x + 52 * k} ${y - 42 * k} ${x + 92 * k} ${y - 26 * k} ${x + 86 * k} ${y} Z`
  s.pen.fill(
    d,
    s.weather ? darker(s.light.sky[1], 0.12) : s.light.hour === 'day' ? '#f7f5ee' : lighter(s.light.sky[1], 0.25),
    0.75,
  )
}

export function hills(s: Backdrop, base: number, height: number, colour: string, key: string): void {
  const step = s.half / 2
  let d = `M ${-s.half - 40} ${base + 60} L ${-s.half - 40} ${base - height * s.choices.number(`${key}0`)}`
  for (let i = 0; i < 5; i++) {
    const x = -s.half + step * i
    d += ` C ${x + step * 0.3} ${base - height * s.choices.between(`${key}a${i}`, 0.2, 1.2)} ${x + step * 0.7} ${base - height * s.choices.between(`${key}b${i}`, 0.2, 1.2)} ${x + step} ${base - height * s.choices.between(`${key}c${i}`, 0.1, 0.9)}`
  }
  s.pen.soft(`${d} L ${s.half + 80} ${base + 60} Z`, colour)
}

export function ground(s: Backdrop, horizon: number, colour: string): void {
  s.pen.soft(box(-s.half - 40, horizon, s.half * 2 + 80, s.bottom - horizon + 60), colour)
}

export function tree(s: Backdrop, x: number, y: number, k: number, colour = '#7f9a63'): void {
  const { pen } = s
  pen.soft(corners(x - 11 * k, y, x - 7 * k, y - 120 * k, x + 7 * k, y - 120 * k, x + 12 * k, y), '#7b5f49')
  const crown = `M ${x - 70 * k} ${y - 95 * k} C ${x - 105 * k} ${y - 130 * k} ${x - 85 * k} ${y - 185 * k} ${x - 50 * k} ${y - 190 * k} C ${x - 45 * k} ${y - 245 * k} ${x + 40 * k} ${y - 250 * k} ${x + 52 * k} ${y - 200 * k} C ${x + 98 * k} ${y - 195 * k} ${x + 105 * k} ${y - 125 * k} ${x + 66 * k} ${y - 98 * k} C ${x + 40 * k} ${y - 78 * k} ${x - 45 * k} ${y - 78 * k} ${x - 70 * k} ${y - 95 * k} Z`
  pen.soft(crown, colour)
  pen.shade(
    crown,
    `M ${x - 110 * k} ${y - 250 * k} L ${x - 40 * k} ${y - 250 * k} C ${x - 50 * k} ${y - 130 * k} ${x} ${y - 110 * k} ${x + 60 * k} ${y - 95 * k} L ${x - 100 * k} ${y - 70 * k} Z`,
    0.13,
  )
}

export function fir(s: Backdrop, x: number, y: number, k: number, colour = '#5f7d5c'): void {
  s.pen.soft(corners(x - 8 * k, y, x - 6 * k, y - 60 * k, x + 6 * k, y - 60 * k, x + 8 * k, y), '#6d5442')
  for (let i = 0; i < 3; i++) {
    const w = (74 - i * 18) * k
    const by = y - (40 + i * 62) * k
    s.pen.soft(`M ${x - w} ${by} Q ${x} ${by + 14 * k} ${x + w} ${by} L ${x} ${by - 118 * k} Z`, colour)
  }
}

export function bush(s: Backdrop, x: number, y: number, k: number, colour = '#7c9861'): void {
  s.pen.soft(
    `M ${x - 80 * k} ${y} C ${x - 98 * k} ${y - 40 * k} ${x - 60 * k} ${y - 60 * k} ${x - 42 * k} ${y - 48 * k} C ${x - 28 * k} ${y - 86 * k} ${x + 26 * k} ${y - 86 * k} ${x + 36 * k} ${y - 50 * k} C ${x + 66 * k} ${y - 64 * k} ${x + 98 * k} ${y - 34 * k} ${x + 80 * k} ${y} Z`,
    colour,
  )
}

/** A window in a wall; x, y: its top left. */
export function pane(s: Backdrop, x: number, y: number, w: number, h: number, frame = '#cbbfa6'): void {
  const { pen, light } = s
  pen.soft(box(x - 12, y - 12, w + 24, h + 24), frame)
  pen.wash(box(x, y, w, h), y, y + h, light.sky[0], light.sky[1])
  if (light.hour === 'night') {
    rawOval(s, x + w * 0.72, y + h * 0.26, Math.min(w, h) * 0.1, '#eeead6')
    for (let i = 0; i < 5; i++)
      rawOval(
        s,
        x + w * s.choices.number(`paneX${i}`),
        y + h * 0.6 * s.choices.number(`paneY${i}`),
        1.6,
        '#e8ecf5',
        0.8,
      )
  }
  pen.within(box(x, y, w, h), () =>
    pen.fill(
      `M ${x} ${y + h} V ${y + h * 0.8} Q ${x + w * 0.3} ${y + h * 0.6} ${x + w * 0.55} ${y + h * 0.8} Q ${x + w * 0.8} ${y + h * 0.68} ${x + w} ${y + h * 0.78} V ${y + h} Z`,
      light.hour === 'night' ? '#27334a' : '#8fa382',
      0.9,
    ),
  )
  pen.soft(box(x + w / 2 - 4, y, 8, h), frame, 0.6)
  pen.soft(box(x, y + h * 0.42, w, 8), frame, 0.6)
  pen.soft(box(x - 20, y + h + 10, w + 40, 12), lighter(frame, 0.15))
}

export function curtains(s: Backdrop, x: number, y: number, w: number, h: number, colour: string): void {
  const { pen } = s
  for (const side of [-1, 1] as const) {
    const edge = side < 0 ? x - 34 : x + w + 34
    const inner = side < 0 ? x + w * 0.12 : x + w * 0.88
    const d = `M ${edge} ${y - 26} L ${inner} ${y - 26} C ${inner} ${y + h * 0.4} ${(edge + inner) / 2 - side * 6} ${y + h * 0.55} ${edge - side * 26} ${y + h * 0.62} C ${edge - side * 20} ${y + h * 0.8} ${edge - side * 22} ${y + h} ${edge - side * 24} ${y + h + 48} L ${edge + side * 14} ${y + h + 48} Z`
    pen.soft(d, colour)
    for (const t of [0.35, 0.65])
      pen.line(
        `M ${edge + (inner - edge) * t} ${y - 22} Q ${edge + (inner - edge) * t} ${y + h * 0.35} ${edge - side * 12} ${y + h * 0.58}`,
        { width: 0.5, colour: darker(colour, 0.35) },
      )
  }
  pen.soft(box(x - 62, y - 36, w + 124, 10), '#6d5442')
}

/** A door; x: its middle, y: the floor. */
export function door(s: Backdrop, x: number, y: number, colour: string, height = 380): void {
  const w = height * 0.46
  s.pen.soft(box(x - w / 2 - 14, y - height - 14, w + 28, height + 14), darker(colour, 0.2))
  s.pen.soft(box(x - w / 2, y - height, w, height), colour)
  for (const [py, ph] of [
    [0.08, 0.36],
    [0.52, 0.38],
  ] as const)
    s.pen.soft(box(x - w * 0.32, y - height + height * py, w * 0.64, height * ph), darker(colour, 0.08), 0.6)
  s.pen.soft(oval(x + (s.side > 0 ? 1 : -1) * w * 0.38, y - height * 0.47, 6, 6), '#c7a552')
}

export function picture(s: Backdrop, x: number, y: number, w: number, h: number): void {
  const { pen, choices } = s
  pen.soft(box(x - 9, y - 9, w + 18, h + 18), '#a98550')
  pen.fill(box(x, y, w, h), '#b9c7bf')
  pen.within(box(x, y, w, h), () => {
    pen.fill(
      corners(x, y + h, x + w * choices.between('peak', 0.25, 0.45), y + h * 0.35, x + w * 0.62, y + h),
      '#7f9385',
    )
    pen.fill(corners(x + w * 0.35, y + h, x + w * 0.7, y + h * 0.5, x + w, y + h), '#94a794')
  })
  pen.line(box(x, y, w, h), { width: 0.6, colour: '#5d4a34' })
}

export function pendant(s: Backdrop, x: number, y: number, k: number, colour = '#6f6a58'): void {
  const { pen, light } = s
  pen.line(`M ${x} ${s.top - 10} V ${y}`, { width: 0.8 })
  if (light.lamps) pen.glow(x, y + 34 * k, 250 * k, '#ffd893', 0.5)
  pen.soft(
    `M ${x - 44 * k} ${y + 36 * k} Q ${x - 40 * k} ${y} ${x} ${y} Q ${x + 40 * k} ${y} ${x + 44 * k} ${y + 36 * k} Z`,
    colour,
  )
  rawOval(s, x, y + 38 * k, 9 * k, light.lamps ? '#ffeec2' : '#e9e4d4')
}

export function lampPost(s: Backdrop, x: number, y: number, k: number): void {
  const { pen, light } = s
  pen.soft(corners(x - 7 * k, y, x - 4 * k, y - 380 * k, x + 4 * k, y - 380 * k, x + 7 * k, y), '#565a60')
  pen.soft(
    corners(x - 15 * k, y - 380 * k, x - 22 * k, y - 424 * k, x + 22 * k, y - 424 * k, x + 15 * k, y - 380 * k),
    light.lamps ? '#e9c987' : '#cfd3cb',
  )
  pen.soft(corners(x - 26 * k, y - 424 * k, x, y - 446 * k, x + 26 * k, y - 424 * k), '#565a60')
  if (light.lamps) {
    pen.glow(x, y - 402 * k, 230 * k, '#ffdf9e', 0.75)
    pen.glow(x, y, 200 * k, '#ffdf9e', 0.28)
  }
}

/** A house front with rows of windows; x, y: its foot's left end. */
export function facade(s: Backdrop, x: number, y: number, w: number, h: number, colour: string, key: string): void {
  const { pen, light, choices } = s
  pen.soft(box(x, y - h, w, h), colour)
  pen.soft(box(x - 5, y - h - 12, w + 10, 16), darker(colour, 0.15))
  const columns = Math.max(2, Math.round(w / 95))
  const rows = Math.max(1, Math.floor((h - 150) / 105))
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const lit = light.lamps && choices.number(`${key}lit${r}.${c}`) < 0.4
      const glass = lit ? null : mix('#7f97a3', colour, 0.25)
      const wx = x + (w / columns) * (c + 0.5) - 22
      const wy = y - h + 34 + r * 105
      if (glass) pen.soft(box(wx, wy, 44, 62), glass, 0.7)
      else litBox(s, wx, wy, 44, 62)
      pen.line(`M ${wx} ${wy + 28} H ${wx + 44}`, { width: 0.5, colour: darker(colour, 0.5) })
    }
  }
  const dx = x + w * choices.between(`${key}door`, 0.2, 0.7)
  pen.soft(box(dx, y - 112, 56, 112), mix(colour, '#5b4636', 0.7))
}

/** A window with light in it, unaffected by the night. */
export function litBox(s: Backdrop, x: number, y: number, w: number, h: number): void {
  const [px, py] = s.pen.at(x, y)
  const [qx, qy] = s.pen.at(x + w, y + h)
  s.pen.ops.push({
    op: 'rect',
    x: px,
    y: py,
    width: qx - px,
    height: qy - py,
    fill: '#efc880',
    stroke: '#6b5232',
    lineWidth: 2,
  })
}
