import { expect, test } from 'vitest'
import { testServer } from '../../testing/servers/httpServer'
import { fetchResult, resultLimits } from './fetchResult'
import { pollAfter } from './throughTask'

async function served(size: number) {
  const bytes = Buffer.alloc(size, 7)
  const server = await testServer(() => ({ body: bytes }))
  const shares: number[] = []
  const limits = { mostBytes: 10_000, timeoutMs: 20_000, idleMs: 1000 }
  const fetched = (given: Partial<typeof limits> = {}) =>
    fetchResult(
      `${server.url}/made`,
      { baseUrl: server.url, key: null },
      'a clip',
      { ...limits, ...given },
      new AbortController().signal,
      (share) => shares.push(share),
    )
  return { bytes, server, shares, fetched }
}

test('a slow drip is waited for as long as something comes, and tells how much is here', async () => {
  const { bytes, server, shares, fetched } = await served(40)
  server.trouble({ at: 'GET /made', does: 'drip' })
  expect(await fetched()).toEqual(bytes)
  expect(shares.length).toBeGreaterThan(5)
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  expect(shares.at(-1)).toBe(1)
})

test('a line that sends nothing more, or never ends, is given up with what it was', async () => {
  const { server, fetched } = await served(1000)
  server.trouble({ at: 'GET /made', does: 'halt' })
  await expect(fetched({ idleMs: 300 })).rejects.toThrow(/sent nothing more for 0\.3 s\./)
  server.trouble({ at: 'GET /made', does: 'drip' })
  await expect(fetched({ timeoutMs: 600 })).rejects.toThrow(/gave no answer within/)
})

test('what was made is waited for as long as its making, with a minute of silence at most', () => {
  expect(resultLimits({ timeoutSeconds: 1800 }, 5)).toEqual({ mostBytes: 5, timeoutMs: 1_800_000, idleMs: 60_000 })
  expect(resultLimits({ timeoutSeconds: 20 }, 5).idleMs).toBe(20_000)
})

test('a task is asked for as the profile says, or soon at first and then every five seconds', () => {
  expect([0, 1, 2, 3, 99].map((asked) => pollAfter({ pollSeconds: null }, asked))).toEqual([
    1000, 2000, 5000, 5000, 5000,
  ])
  expect([0, 99].map((asked) => pollAfter({ pollSeconds: 30 }, asked))).toEqual([30_000, 30_000])
})
