import type { DrawnMark, Mark, MarkColour, MarkKind } from '../model/mark'
import { barbed } from './barbed'
import type { DrawOp, PathStep } from './drawOp'
import { isRightToLeft, wrapText, type Measure } from './print/wrapText'
import { tidy } from './tidy'

interface Size {
  readonly width: number
  readonly height: number
}

/** The ink of marks: the same on every screen and on paper. */
export const markInks: Readonly<Record<MarkColour, string>> = {
  blue: '#3d8bf0',
  yellow: '#f2c230',
  red: '#ef5b66',
  white: '#f6f4ee',
  black: '#14161a',
}
/** What marks lie on where they are a picture of their own: each ink is seen on it. */
export const marksGround = '#7d7d7d'
/** Around each line, so that it is seen on any picture. */
const edgeOf = (colour: MarkColour) => (colour === 'black' ? '#f6f4ee' : '#0b0d12')
const edgeAlpha = 0.5

/** Letters of a text, in widths of a line. */
const lettersHigh = 7
const shorter = ({ width, height }: Size) => Math.min(width, height)

/** How high the letters of a text are, in the units of the size. */
export const markLetters = (mark: Pick<Mark, 'width'>, size: Size): number => mark.width * shorter(size) * lettersHigh

/** Marks over a picture of a size, the first one lowest. @param measure how wide words are */
export const markOps = (marks: readonly DrawnMark[], size: Size, measure: Measure): DrawOp[] =>
  marks.map((mark) => ({ op: 'group', alpha: mark.opacity, ops: opsOf[mark.kind](mark, size, measure) }))

const opsOf: Record<MarkKind, (mark: DrawnMark, size: Size, measure: Measure) => DrawOp[]> = {
  pen: (mark, size) => strokes(mark, size, [penPath(mark.points.map((point) => placed(point, size)))]),
  arrow: (mark, size) => strokes(mark, size, arrowPaths(...endsOf(mark, size), lineOf(mark, size))),
  box(mark, size) {
    const [[ax, ay], [bx, by]] = endsOf(mark, size)
    return strokes(mark, size, [[['M', ax, ay], ['L', bx, ay], ['L', bx, by], ['L', ax, by], ['Z']]])
  },
  text(mark, size, measure) {
    const { lines, ...box } = textBox(mark, size, measure)
    const letters = markLetters(mark, size)
    return [
      { op: 'rect', ...box, radius: tidy(letters * 0.25), fill: edgeOf(mark.colour), alpha: 0.86 },
      ...lines.map((text, i): DrawOp => {
        const turned = isRightToLeft(text)
        return {
          op: 'text',
          x: tidy(turned ? box.x + box.width - letters * 0.4 : box.x + letters * 0.4),
          y: tidy(box.y + letters * (1.05 + i * lineHigh)),
          // The marks around it keep the full stop at the end of the sentence.
          text: turned ? `\u200f${text}\u200f` : text,
          size: tidy(letters),
          weight: 600,
          align: turned ? 'right' : 'left',
          fill: markInks[mark.colour],
        }
      }),
    ]
  },
}

type Place = readonly [number, number]
const placed = ([x, y]: readonly [number, number], { width, height }: Size): Place => [
  tidy(x * width),
  tidy(y * height),
]
const endsOf = ({ points }: DrawnMark, size: Size): [Place, Place] => [
  placed(points[0]!, size),
  placed(points.at(-1)!, size),
]
const lineOf = (mark: Pick<Mark, 'width'>, size: Size) => tidy(mark.width * shorter(size))

/** Words are broken into lines beyond so much of the picture's width; lines follow each other at so many letters. */
const widest = 0.6
const lineHigh = 1.25

/** The ground that a text stands on, with its lines. It stays in the picture as far as it can. */
function textBox(mark: DrawnMark, size: Size, measure: Measure) {
  const letters = markLetters(mark, size)
  const wide = (text: string) => measure(text, letters, 600)
  const lines = wrapText(mark.text, size.width * widest, wide)
  const width = Math.max(...lines.map(wide)) + letters * 0.8
  const height = letters * (1.4 + (lines.length - 1) * lineHigh)
  const [x, y] = placed(mark.points[0]!, size)
  return {
    x: tidy(Math.max(0, Math.min(x, size.width - width))),
    y: tidy(Math.max(0, Math.min(y, size.height - height))),
    width: tidy(width),
    height: tidy(height),
    lines,
  }
}

function strokes(mark: DrawnMark, size: Size, paths: readonly (readonly PathStep[])[]): DrawOp[] {
  const lineWidth = lineOf(mark, size)
  const under = { stroke: edgeOf(mark.colour), lineWidth: tidy(lineWidth * 1.7), alpha: edgeAlpha }
  return [
    ...paths.map((path): DrawOp => ({ op: 'path', path, ...under })),
    ...paths.map((path): DrawOp => ({ op: 'path', path, stroke: markInks[mark.colour], lineWidth })),
  ]
}

/** A line through points, round where it turns. */
function penPath(points: readonly Place[]): PathStep[] {
  const [first, ...rest] = points as [Place, ...Place[]]
  const path: PathStep[] = [['M', ...first]]
  if (!rest.length) return [...path, ['L', first[0] + 0.01, first[1]]]
  rest.slice(0, -1).forEach(([x, y], i) => {
    const next = rest[i + 1]!
    path.push(['Q', x, y, tidy((x + next[0]) / 2), tidy((y + next[1]) / 2)])
  })
  return [...path, ['L', ...rest.at(-1)!]]
}

/** A line with two barbs at its end. */
function arrowPaths([ax, ay]: Place, [bx, by]: Place, line: number): PathStep[][] {
  const length = Math.hypot(bx - ax, by - ay)
  const barb = Math.min(Math.max(line * 5, length * 0.12), Math.max(length * 0.6, line * 2))
  return barbed([ax, ay], [bx, by], barb)
}

/** How far a point lies from the ink of a mark, in the units of the size; 0 on a text's ground. */
export function distanceToMark(mark: DrawnMark, at: { x: number; y: number }, size: Size, measure: Measure): number {
  if (mark.kind === 'text') {
    const { x, y, width, height } = textBox(mark, size, measure)
    return Math.hypot(Math.max(x - at.x, 0, at.x - x - width), Math.max(y - at.y, 0, at.y - y - height))
  }
  const line = cornersOf(mark).map((point) => placed(point, size))
  const gaps = line.slice(1).map((to, i) => distanceToLine([at.x, at.y], line[i]!, to))
  const nearest = gaps.length ? Math.min(...gaps) : Math.hypot(at.x - line[0]![0], at.y - line[0]![1])
  return Math.max(0, nearest - lineOf(mark, size) / 2)
}

function cornersOf({ kind, points }: DrawnMark): readonly (readonly [number, number])[] {
  if (kind === 'pen') return points
  const [a, b] = [points[0]!, points.at(-1)!]
  return kind === 'arrow' ? [a, b] : [a, [b[0], a[1]], b, [a[0], b[1]], a]
}

function distanceToLine([x, y]: Place, [ax, ay]: Place, [bx, by]: Place): number {
  const [dx, dy] = [bx - ax, by - ay]
  const long = dx * dx + dy * dy
  const part = long ? Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / long)) : 0
  return Math.hypot(x - ax - part * dx, y - ay - part * dy)
}

/** The part of a picture that the ink of a mark takes up, in the units of the size. */
export function markBounds(mark: DrawnMark, size: Size, measure: Measure) {
  if (mark.kind === 'text') return textBox(mark, size, measure)
  const at = mark.points.map((point) => placed(point, size))
  const [xs, ys] = [at.map(([x]) => x), at.map(([, y]) => y)]
  const half = lineOf(mark, size) / 2
  const [x, y] = [Math.min(...xs) - half, Math.min(...ys) - half]
  return { x, y, width: Math.max(...xs) + half - x, height: Math.max(...ys) + half - y }
}
