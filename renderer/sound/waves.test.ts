import { expect, test } from 'vitest'
import { peaksOf, peaksPerSecond } from './waves'

test('a wave tells the loudest sample of each hundredth of a second, of all channels', () => {
  const left = new Float32Array(4800)
  const right = new Float32Array(4800)
  left[0] = 0.5
  right[490] = -1
  left[4799] = 0.25
  const wave = peaksOf({
    length: 4800,
    sampleRate: 48_000,
    numberOfChannels: 2,
    getChannelData: (channel) => (channel ? right : left),
  })
  expect(wave.length).toBe(4800 / (48_000 / peaksPerSecond))
  expect([wave[0], wave[1], wave[2], wave[9]]).toEqual([128, 255, 0, 64])
})
