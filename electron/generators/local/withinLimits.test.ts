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
  const kept: Buffer[] = []
  const stuck = withinLimits(forEver(), { ...plenty, bytes: 20_000_000 })
  for (let i = 0; i < 12; i++) kept.push(Buffer.alloc(5_000_000, i + 1))
  await expect(stuck).rejects.toMatchObject({ fault: 'memory', errorClass: 'refused' })
  expect(kept).toHaveLength(12)
})
