import { parseTime } from '@shared/domain/time/parseTime'
import { create } from 'zustand'
import type { Timing } from '@shared/model/frameRate'

/** What is typed to move an end by: a whole number is frames, anything else a time ("1.5 s", "-00:00:12"). Frames, or one sentence why it is none. */
export function readOffset(text: string, timing: Timing): { readonly frames: number } | { readonly refused: string } {
  const bare = text.trim()
  if (/^[+-]?\d+$/.test(bare)) return { frames: Number(bare) }
  const [, sign = '', rest = ''] = /^([+-]?)\s*(.*)$/.exec(bare) ?? []
  const read = parseTime(rest, timing)
  if ('refused' in read) return { refused: 'Give frames, such as 12 or -12, or a time, such as 1.5 s.' }
  return { frames: Math.round(read.frames) * (sign === '-' ? -1 : 1) }
}

/** The first digit that was typed on a bar; null while no offset is typed. */
export const useOffset = create<{ digit: string | null }>(() => ({ digit: null }))

/** A digit on a bar begins an offset. */
export const startOffset = (digit: string): void => useOffset.setState({ digit })
export const endOffset = (): void => useOffset.setState({ digit: null })
