import { expect, test } from 'vitest'
import { parseFrameRate } from '@shared/domain/time/frameRates'
import { Transport } from '../app/transport'
import { MediaClock } from './mediaClock'

/** Two clocks that drift apart: the sound hardware runs slower by 300 parts in a million. */
function drifting() {
  let time = 5000
  const sound = { state: 'suspended', currentTime: 0 }
  let runs = false
  const clock = new MediaClock(
    () => sound,
    () => time,
  )
  let tick: (() => void) | null = null
  const pass = (ms: number, step = 16) => {
    for (let gone = 0; gone < ms; gone += step) {
      time += step
      if (runs) sound.currentTime += (step / 1000) * (1 - 300e-6)
      const next = tick
      tick = null
      next?.()
    }
  }
  const start = () => {
    runs = true
    sound.state = 'running'
  }
  const stall = () => (runs = false)
  const timer = {
    now: () => clock.now(),
    ask: (next: () => void) => ((tick = next), 1),
    cancel: () => (tick = null),
  }
  return { clock, sound, pass, start, stall, timer, time: () => time }
}

test.each([24, '23.976', '29.97', 25])(
  'picture and sound are together after ten minutes at %s frames a second',
  (rate) => {
    const { sound, pass, start, timer } = drifting()
    const { fps } = parseFrameRate(rate)!
    const player = new Transport(() => ({ total: 10_000_000, fps }), timer)
    start()
    pass(160)
    const began = sound.currentTime
    player.play()
    pass(600_000)
    const heard = ((sound.currentTime - began) * fps.num) / fps.den
    expect(Math.abs(player.now.frame - heard)).toBeLessThanOrEqual(1)
  },
)

test('time goes on without a jump when sound sets in, and when it stops', () => {
  const { clock, pass, start, stall, time } = drifting()
  const before = [clock.now(), time()]
  pass(1000)
  expect(clock.now() - before[0]!).toBe(time() - before[1]!)
  start()
  const at = clock.now()
  pass(1600)
  expect(clock.now() - at).toBeGreaterThan(1590)
  expect(clock.now() - at).toBeLessThanOrEqual(1601)
  stall()
  const stalled = clock.now()
  pass(3200)
  // Hardware that stands still does not hold the picture.
  expect(clock.now() - stalled).toBeGreaterThan(3100)
  expect(clock.now() - stalled).toBeLessThan(3300)
})
