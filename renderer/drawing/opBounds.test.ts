import { expect, test } from 'vitest'
import type { DrawOp } from '@shared/drawing/drawOp'
import { opBounds } from './opBounds'

test('the box holds lines with their width, curves and glows', () => {
  const ops: DrawOp[] = [
    { op: 'path', path: [['M', 0, 0], ['Q', 50, -40, 100, 0], ['Z']], stroke: '#000', lineWidth: 4 },
    { op: 'ellipse', x: 50, y: 0, rx: 200, ry: 80, fill: '#fff' },
  ]
  expect(opBounds(ops)).toEqual({ left: -150, top: -80, right: 250, bottom: 80 })
  expect(opBounds(ops.slice(0, 1))).toEqual({ left: -2, top: -42, right: 102, bottom: 2 })
})

test('groups carry their contents along, mirrored ones too', () => {
  const inner: DrawOp[] = [{ op: 'rect', x: 10, y: -20, width: 30, height: 20, fill: '#fff' }]
  expect(
    opBounds([
      {
        op: 'group',
        transform: [-1, 0, 0, 1, 100, 50],
        ops: [{ op: 'group', transform: [2, 0, 0, 2, 0, 0], ops: inner }],
      },
    ]),
  ).toEqual({ left: 20, top: 10, right: 80, bottom: 50 })
})

test('nothing drawn has no box', () => {
  expect(opBounds([])).toBeNull()
  expect(opBounds([{ op: 'group', ops: [] }])).toBeNull()
})
