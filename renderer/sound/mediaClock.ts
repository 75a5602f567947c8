/** What keeps time while it runs: the sound hardware, by an AudioContext. */
interface SoundTime {
  readonly state: string
  /** Seconds. */
  readonly currentTime: number
}

/** If the hardware's time stands still for so long, it is not asked any more; ms. */
const patience = 300

/**
 * The clock that playing goes by, in ms. While sound runs its hardware is the master: two clocks drift apart, and an ear hears it after minutes. Else the
 * window's time goes on from the same moment, without a jump.
 */
export class MediaClock {
  private offset = 0
  private bySound = false
  private lastSound = -1
  private movedAt = 0

  constructor(
    private readonly sound: () => SoundTime | null,
    private readonly windowTime: () => number = () => performance.now(),
  ) {}

  now(): number {
    const time = this.windowTime()
    const sound = this.sound()
    const seconds = sound?.currentTime ?? 0
    if (seconds !== this.lastSound) {
      this.lastSound = seconds
      this.movedAt = time
    }
    const runs = sound?.state === 'running' && time - this.movedAt < patience
    if (runs !== this.bySound) {
      const at = (this.bySound ? this.movedSeconds * 1000 + (time - this.movedAt) : time) + this.offset
      this.bySound = runs
      this.offset = at - (runs ? seconds * 1000 : time)
    }
    this.movedSeconds = seconds
    return (runs ? seconds * 1000 : time) + this.offset
  }

  private movedSeconds = 0
}
