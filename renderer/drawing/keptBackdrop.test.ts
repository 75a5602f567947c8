import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { KeptBackdrop } from './keptBackdrop'

/** A canvas that writes down what is done with it. */
function canvasOf(width: number, height: number, moved: string) {
  const done: unknown[][] = []
  const note = (name: string) => (args: unknown[]) => void done.push([name, ...args])
  const fields: Record<string, unknown> = {
    canvas: { width, height },
    imageSmoothingQuality: 'high',
    getTransform: () => moved,
  }
  const context = new Proxy(fields, {
    get: (target, name: string) => target[name] ?? ((...args: unknown[]) => note(name)(args)),
  })
  return { context: context as unknown as CanvasRenderingContext2D, done }
}

let layers: { width: number; height: number; done: unknown[][] }[] = []
beforeEach(() => {
  layers = []
  class Layer {
    private readonly inner
    constructor(
      readonly width: number,
      readonly height: number,
    ) {
      this.inner = canvasOf(width, height, '')
      layers.push({ width, height, done: this.inner.done })
    }
    getContext = () => this.inner.context
  }
  vi.stubGlobal('OffscreenCanvas', Layer)
})
afterEach(() => void vi.unstubAllGlobals())

test('an equal place is painted once more, on a layer as the canvas stands, and then laid down as it is', () => {
  const { context, done } = canvasOf(640, 360, 'scaled')
  const keeper = new KeptBackdrop()
  const paint = vi.fn((on: { beginPath(): void }) => on.beginPath())
  keeper.draw(context, 'garden', paint)
  expect(done).toEqual([['beginPath']])
  expect(layers).toEqual([])
  for (let i = 0; i < 3; i++) keeper.draw(context, 'garden', paint)
  expect(paint).toHaveBeenCalledTimes(2)
  expect(layers).toMatchObject([{ width: 640, height: 360, done: [['setTransform', 'scaled'], ['beginPath']] }])
  const laid = done.slice(1, 5)
  expect(laid.map(([name]) => name)).toEqual(['save', 'setTransform', 'drawImage', 'restore'])
  expect(laid[1]).toEqual(['setTransform', 1, 0, 0, 1, 0, 0])
  expect(laid[2]!.slice(2)).toEqual([0, 0])
})

test('another place and another size of the canvas are painted anew', () => {
  const keeper = new KeptBackdrop()
  const paint = vi.fn()
  for (const key of ['garden', 'garden', 'house', 'garden']) keeper.draw(canvasOf(640, 360, '').context, key, paint)
  expect(paint).toHaveBeenCalledTimes(4)
  keeper.draw(canvasOf(1280, 720, '').context, 'garden', paint)
  expect(paint).toHaveBeenCalledTimes(5)
  expect(layers).toHaveLength(1)
})
