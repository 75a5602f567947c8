import { expect, test } from 'vitest'
import { StuckDecoder, withinLimits } from './withinLimits'

const forEver = () => new Promise<never>(() => {})
const plenty = { seconds: 60, bytes: 1e12 }

test('what ends in time and room answers, or fails, as it would', async () => {
  expect(await withinLimits(Promise.resolve(7), plenty)).toBe(7)
  await expect(withinLimits(Promise.reject(new Error('damaged')), plenty)).rejects.toThrow('damaged')
})

test('what does not end is given up after its time', async () => {
  const stuck = withinLimits(forEver(), { ...plenty, seconds: 0.2 })
  await expect(stuck).rejects.toThrow(StuckDecoder)
  await expect(stuck).rejects.toThrow('Drawing it takes too long.')
})

test('what takes too much memory is given up at once', async () => {
  // Whatever the process holds just now is too much.
  const stuck = withinLimits(forEver(), { ...plenty, bytes: -1e12 })
  await expect(stuck).rejects.toMatchObject({ fault: 'memory', errorClass: 'refused' })
})
