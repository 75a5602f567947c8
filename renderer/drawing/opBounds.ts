import type { DrawOp } from '@shared/drawing/drawOp'

/** A box by its edges. */
export interface Bounds {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}
type Transform = readonly [number, number, number, number, number, number]

const identity: Transform = [1, 0, 0, 1, 0, 0]

/** The box around everything some operations draw, glows and line widths counted; clips are not. Null when nothing is drawn. */
export function opBounds(ops: readonly DrawOp[], transform: Transform = identity): Bounds | null {
  let all: Bounds | null = null
  for (const op of ops) {
    const box =
      op.op === 'group'
        ? opBounds(op.ops, op.transform ? times(transform, op.transform) : transform)
        : turnedBox(ownBox(op), transform)
    if (box)
      all = all
        ? {
            left: Math.min(all.left, box.left),
            top: Math.min(all.top, box.top),
            right: Math.max(all.right, box.right),
            bottom: Math.max(all.bottom, box.bottom),
          }
        : box
  }
  return all
}

function ownBox(op: Exclude<DrawOp, { op: 'group' }>): Bounds | null {
  switch (op.op) {
    case 'path': {
      const xs: number[] = []
      const ys: number[] = []
      // Control points lie outside the curve, never inside its reach.
      for (const step of op.path)
        for (let i = 1; i + 1 < step.length; i += 2) {
          xs.push(step[i] as number)
          ys.push(step[i + 1] as number)
        }
      return xs.length
        ? grown({ left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }, op)
        : null
    }
    case 'rect':
      return grown({ left: op.x, top: op.y, right: op.x + op.width, bottom: op.y + op.height }, op)
    case 'image':
      return { left: op.x, top: op.y, right: op.x + op.width, bottom: op.y + op.height }
    case 'ellipse': {
      const reach = op.rotation ? Math.max(op.rx, op.ry) : null
      return grown(
        {
          left: op.x - (reach ?? op.rx),
          top: op.y - (reach ?? op.ry),
          right: op.x + (reach ?? op.rx),
          bottom: op.y + (reach ?? op.ry),
        },
        op,
      )
    }
    // A letter is hardly wider than high.
    case 'text':
      return {
        left: op.x - op.text.length * op.size,
        top: op.y - op.size * 1.2,
        right: op.x + op.text.length * op.size,
        bottom: op.y + op.size * 0.4,
      }
  }
}

function grown(
  box: Bounds,
  { stroke, lineWidth = 1 }: { stroke?: string | undefined; lineWidth?: number | undefined },
): Bounds {
  const by = stroke === undefined ? 0 : lineWidth / 2
  return { left: box.left - by, top: box.top - by, right: box.right + by, bottom: box.bottom + by }
}

function times(m: Transform, n: Transform): Transform {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ]
}

function turnedBox(box: Bounds | null, m: Transform): Bounds | null {
  if (!box) return null
  const corners = [
    [box.left, box.top],
    [box.right, box.top],
    [box.right, box.bottom],
    [box.left, box.bottom],
  ] as const
  const xs = corners.map(([x, y]) => m[0] * x + m[2] * y + m[4])
  const ys = corners.map(([x, y]) => m[1] * x + m[3] * y + m[5])
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
}
