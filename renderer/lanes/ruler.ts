import { countedRate } from '@shared/domain/time/frameRates'
import type { FrameRate } from '@shared/model/frameRate'

/** The marks of a ruler, in frames: one with a timecode every `label`, a small one every `tick`. */
export interface RulerSteps {
  readonly label: number
  readonly tick: number
}

const secondSteps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600]
const labelRoom = 84
const tickRoom = 9

/** The finest marks that there is room for. */
export function rulerSteps(fps: FrameRate, pxPerFrame: number): RulerSteps {
  const second = countedRate(fps)
  const parts = [1, 2, 5, 10].filter((n) => n < second / 2)
  const half = second % 2 === 0 ? [second / 2] : []
  const steps = [...parts, ...half, ...secondSteps.map((s) => s * second)]
  const least = (px: number, divides: (step: number) => boolean) =>
    steps.find((step) => step * pxPerFrame >= px && divides(step))
  const label = least(labelRoom, () => true) ?? steps.at(-1)!
  return { label, tick: least(tickRoom, (step) => label % step === 0) ?? label }
}
