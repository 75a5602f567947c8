import type { Status } from '@shared/domain/results/freshness'
import type { FrameEnd } from '@shared/model/common'

export interface FrameState {
  readonly status: Status
  readonly locked: boolean
  readonly causes: readonly string[]
}
export type FramePair = Readonly<Record<FrameEnd, FrameState>>

/** What the make button of a shot does: which frames, in which words; without frames, why there is nothing to do. */
export function frameWork({ start, end }: FramePair): { frames: FrameEnd[]; label: string; reason: string } {
  const open = (['start', 'end'] as const).filter((frame) => isOpen(frame === 'start' ? start : end))
  const of = (frame: FrameEnd) => (frame === 'start' ? start : end)
  if (open.length === 2)
    return {
      frames: open,
      label: open.every((f) => of(f).status === 'stale') ? 'Remake frames' : 'Make frames',
      reason: '',
    }
  if (open.length === 1) {
    const frame = open[0]!
    return { frames: open, label: `${of(frame).status === 'stale' ? 'Remake' : 'Make'} ${frame} frame`, reason: '' }
  }
  const stale = start.status === 'stale' || end.status === 'stale'
  return {
    frames: [],
    label: 'Remake frames',
    reason: stale ? 'What is stale is approved. Unlock it to make it again.' : 'Both frames are fresh.',
  }
}

const isOpen = ({ status, locked }: FrameState) =>
  status === 'missing' || status === 'failed' || (status === 'stale' && !locked)

/** Somebody else coming or going moves those whose place was never set; what made them move is said first. */
const follows = (text: string) => text.endsWith(' stands elsewhere.')
export const mainFirst = (causes: readonly string[]) => [
  ...causes.filter((c) => !follows(c)),
  ...causes.filter(follows),
]

/** Why frames are stale, one sentence each; `frame` is named where only one of two stale frames has that cause. */
export function causeLines({ start, end }: FramePair): { text: string; frame: FrameEnd | null }[] {
  const inStart = start.status === 'stale' ? mainFirst(start.causes) : []
  const inEnd = end.status === 'stale' ? mainFirst(end.causes) : []
  const both = inStart.length > 0 && inEnd.length > 0
  return [
    ...inStart.map((text) => ({ text, frame: both && !inEnd.includes(text) ? ('start' as const) : null })),
    ...inEnd.filter((text) => !inStart.includes(text)).map((text) => ({ text, frame: both ? ('end' as const) : null })),
  ]
}
