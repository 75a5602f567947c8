import type { Weather } from '../../language/lexicon/weathers'
import type { DrawOp, PathStep } from '../drawOp'
import { Choices } from '../choices'
import { tidy } from '../tidy'

/** What falls or hangs in the air of a picture, in frame pixels. */
export function drawWeather(weather: Weather, width: number, height: number, seed: number): DrawOp[] {
  const choices = new Choices(`weather${seed}`)
  const count = Math.round((150 * width) / Math.max(width, height * 1.2))
  if (weather === 'fog') {
    return [0.34, 0.55, 0.78].map((y): DrawOp => ({
      op: 'rect',
      x: 0,
      y: tidy(height * (y - 0.2)),
      width,
      height: tidy(height * 0.4),
      fill: {
        kind: 'linear',
        x0: 0,
        y0: tidy(height * (y - 0.2)),
        x1: 0,
        y1: tidy(height * (y + 0.2)),
        stops: [
          [0, '#e8ebea00'],
          [0.5, '#e8ebea9c'],
          [1, '#e8ebea00'],
        ],
      },
    }))
  }
  if (weather === 'snow') {
    return Array.from({ length: count }, (_, i): DrawOp => {
      const r = tidy(height * choices.between(`r${i}`, 0.003, 0.0075))
      return {
        op: 'ellipse',
        x: tidy(width * choices.number(`x${i}`)),
        y: tidy(height * choices.number(`y${i}`)),
        rx: r,
        ry: r,
        fill: '#f8fafc',
        alpha: 0.85,
      }
    })
  }
  const path = Array.from({ length: count }, (_, i): PathStep[] => {
    const [x, y, length] = [
      width * choices.between(`x${i}`, 0, 1.1),
      height * choices.between(`y${i}`, -0.1, 1),
      height * choices.between(`l${i}`, 0.05, 0.1),
    ]
    return [
      ['M', tidy(x), tidy(y)],
      ['L', tidy(x - length * 0.28), tidy(y + length)],
    ]
  }).flat()
  return [{ op: 'path', path, stroke: '#dfe8f0', lineWidth: tidy(height * 0.0022), alpha: 0.6 }]
}
