import { expect, test } from 'vitest'
import { Transport } from './transport'

/** A player whose time the test makes. */
function player(total = 100, fps = { num: 25, den: 1 as const }) {
  let time = 0
  let tick: (() => void) | null = null
  const transport = new Transport(() => ({ total, fps }), {
    now: () => time,
    ask: (next) => {
      tick = next
      return 1
    },
    cancel: () => (tick = null),
  })
  const wait = (ms: number, steps = 1) => {
    for (let i = 0; i < steps; i++) {
      time += ms
      const run = tick
      tick = null
      run?.()
    }
  }
  return { transport, wait, frame: () => transport.now.frame }
}

test('it shows the frame that its time has come for, however often it is asked', () => {
  const { transport, wait, frame } = player()
  transport.play()
  wait(39)
  expect(frame()).toBe(0)
  wait(1)
  expect(frame()).toBe(1)
  wait(7, 100)
  expect(frame()).toBe(18)
  wait(1000)
  expect(frame()).toBe(43)
  expect(transport.playing).toBe(true)
})

test('at 23.976 nothing adds up: after 1001 s of it 24000 frames have gone by', () => {
  const { transport, wait, frame } = player(100_000, { num: 24000, den: 1001 } as never)
  transport.play()
  wait(100.1, 10_000)
  expect(frame()).toBe(24_000)
})

test('it stops on the last frame, and begins anew from there', () => {
  const { transport, wait, frame } = player(10)
  transport.play()
  wait(2000)
  expect([frame(), transport.playing]).toEqual([9, false])
  transport.play()
  expect(frame()).toBe(0)
})

test('L and J shuttle: faster each time, the other way at once, K stands', () => {
  const { transport, wait, frame } = player(1000)
  transport.seek(500)
  const speeds = ([1, 1, 1, 1, 1, -1, -1] as const).map((way) => {
    transport.shuttle(way)
    return transport.now.speed
  })
  expect(speeds).toEqual([1, 2, 4, 8, 8, -1, -2])
  wait(400)
  expect(frame()).toBe(480)
  transport.stop()
  wait(400)
  expect(frame()).toBe(480)
})

test('from the in to the out point, round and round', () => {
  const { transport, wait, frame } = player(100)
  transport.markIn(10)
  transport.markOut(20)
  transport.setLoop(true)
  transport.play()
  expect(frame()).toBe(10)
  wait(40 * 13)
  expect(frame()).toBe(13)
  transport.setLoop(false)
  wait(40 * 30)
  expect([frame(), transport.playing]).toEqual([19, false])
  transport.markOut(5)
  expect(transport.now).toMatchObject({ inAt: null, outAt: 5 })
})

test('a playhead that is put elsewhere while it plays goes on from there', () => {
  const { transport, wait, frame } = player()
  transport.play()
  wait(400)
  transport.seek(50)
  wait(80)
  expect(frame()).toBe(52)
})
