import { create, type StoreApi, type UseBoundStore } from 'zustand'
import type { FrameRate } from '@shared/model/frameRate'
import type { FrameIndex } from '@shared/model/units'

/** What a player plays: how long it is, and how fast its frames go by. Asked at every frame, so it may change while it plays. */
export interface Reel {
  readonly total: number
  readonly fps: FrameRate
  /** The part of it that is played while no in or out point is set; all of it where it is left out. */
  readonly part?: { readonly from: FrameIndex; readonly to: FrameIndex } | undefined
}

export interface TransportState {
  /** Where the playhead stands: a frame of the clock it runs over. */
  readonly frame: FrameIndex
  /** How many times faster than life it plays; negative is backwards, 0 is standing. */
  readonly speed: number
  readonly loop: boolean
  /** The range that is played: its first frame and the one after its last; null = from the start, to the end. */
  readonly inAt: FrameIndex | null
  readonly outAt: FrameIndex | null
  /** Goes up whenever it begins to count anew: at play, at a jump, at each round. What is heard begins anew then. */
  readonly runs: number
}

const speeds = [1, 2, 4, 8]

/**
 * A player's clock, outside React: which frame shows now. It counts whole frames of the film from the moment it began to play, by the time that
 * went by, so that nothing adds up: a late picture is left out, time never waits.
 */
export class Transport {
  readonly use: UseBoundStore<StoreApi<TransportState>>
  private began: { readonly time: number; readonly frame: FrameIndex } | null = null
  private asked = 0

  constructor(
    private readonly reel: () => Reel,
    private readonly timer: {
      now(): number
      ask(tick: () => void): number
      cancel(id: number): void
    } = {
      now: () => performance.now(),
      ask: (tick) => requestAnimationFrame(tick),
      cancel: (id) => cancelAnimationFrame(id),
    },
  ) {
    this.use = create<TransportState>(() => ({ frame: 0, speed: 0, loop: false, inAt: null, outAt: null, runs: 0 }))
  }

  get now(): TransportState {
    return this.use.getState()
  }

  get playing(): boolean {
    return this.now.speed !== 0
  }

  /** The range that plays: first frame, and the one after the last. */
  get range(): { readonly from: FrameIndex; readonly to: FrameIndex } {
    const { total, part } = this.reel()
    const from = Math.min(this.now.inAt ?? part?.from ?? 0, Math.max(0, total - 1))
    return { from, to: Math.max(from + 1, Math.min(this.now.outAt ?? part?.to ?? total, total)) }
  }

  /** Puts the playhead on a frame; a player that runs goes on from there. */
  seek(frame: FrameIndex): void {
    const at = Math.min(Math.max(0, this.reel().total), Math.max(0, Math.round(frame)))
    if (this.began) {
      this.began = { time: this.timer.now(), frame: at }
      this.use.setState({ frame: at, runs: this.now.runs + 1 })
    } else this.use.setState({ frame: at })
  }

  /** Plays, or changes the speed; 0 stops. From the end of the range it begins anew. */
  play(speed = 1): void {
    if (this.reel().total <= 0) return
    const { from, to } = this.range
    let { frame } = this.now
    if (speed > 0 && (frame >= to - 1 || frame < from)) frame = from
    if (speed < 0 && (frame <= from || frame >= to)) frame = to - 1
    this.timer.cancel(this.asked)
    this.began = speed === 0 ? null : { time: this.timer.now(), frame }
    this.use.setState({ frame, speed, runs: this.now.runs + 1 })
    if (speed !== 0) this.ask()
  }

  stop(): void {
    this.timer.cancel(this.asked)
    this.began = null
    if (this.playing) this.use.setState({ speed: 0 })
  }

  toggle(): void {
    if (this.playing) this.stop()
    else this.play()
  }

  /** L and J: faster each time that way; from the other way back to once. */
  shuttle(way: 1 | -1): void {
    const { speed } = this.now
    const step = Math.sign(speed) === way ? speeds.indexOf(Math.abs(speed)) + 1 : 0
    this.play(way * speeds[Math.min(step, speeds.length - 1)]!)
  }

  setLoop(loop: boolean): void {
    this.use.setState({ loop })
  }

  /** Begins the range here; an end before it goes. */
  markIn(frame: FrameIndex | null = this.now.frame): void {
    const { outAt } = this.now
    this.use.setState({ inAt: frame, outAt: frame !== null && outAt !== null && outAt <= frame ? null : outAt })
  }

  /** Ends the range after this frame; a beginning behind it goes. */
  markOut(frame: FrameIndex | null = this.now.frame + 1): void {
    const { inAt } = this.now
    this.use.setState({ outAt: frame, inAt: frame !== null && inAt !== null && inAt >= frame ? null : inAt })
  }

  private ask(): void {
    this.asked = this.timer.ask(() => this.tick())
  }

  private tick(): void {
    if (!this.began) return
    const { speed, loop, frame } = this.now
    const { num, den } = this.reel().fps
    const { from, to } = this.range
    const gone = Math.floor(((this.timer.now() - this.began.time) * num * Math.abs(speed)) / (den * 1000) + 1e-6)
    const at = this.began.frame + Math.sign(speed) * gone
    if (at >= from && at < to) {
      if (at !== frame) this.use.setState({ frame: at })
      this.ask()
      return
    }
    if (!loop) {
      this.use.setState({ frame: speed > 0 ? to - 1 : from, speed: 0 })
      this.began = null
      return
    }
    const length = to - from
    const again = from + ((((at - from) % length) + length) % length)
    this.began = { time: this.timer.now(), frame: again }
    this.use.setState({ frame: again, runs: this.now.runs + 1 })
    this.ask()
  }
}
