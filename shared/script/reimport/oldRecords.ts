import { shotsInOrder } from '../../domain/lookup'
import type { Script } from '../../model/script'
import type { Shot } from '../../model/shot'
import type { ReadRecords } from '../../records/recordStore'
import type { ScriptBreakdown } from '../scriptTypes'
import { shotKey } from './matchBreakdowns'

/** Place of a broken shot as a key. */
export const placeKey = (scene: number, shot: number): string => `${scene}/${shot}`

export interface OldRecords {
  /** The records a broken shot lives on in: one, the halves of a split, a join it went into, copies; none when the user deleted it. */
  readonly of: ReadonlyMap<string, Shot[]>
  /** The broken shots a record came from, in order. */
  readonly from: ReadonlyMap<string, string[]>
}

/**
 * Which records the shots of a script's old breakdown became, by their source lines: both halves of a split keep the lines, a join covers those
 * of all its parts (domain.md 7). What lies in the tray is not in the old text.
 */
export function oldRecords(store: ReadRecords, script: Script, breakdown: Pick<ScriptBreakdown, 'scenes'>): OldRecords {
  const places = breakdown.scenes.flatMap((scene, s) => scene.shots.map((shot, i) => ({ key: placeKey(s, i), shot })))
  const of = new Map<string, Shot[]>()
  const from = new Map<string, string[]>()
  // One line may hold a speech that is cut into pieces which say the same: each record takes the next piece.
  const turns = new Map<string, number>()
  const turnOf = (record: Shot, pieces: number): number => {
    const key = `${record.sourceStart}/${record.sourceEnd}/${shotKey(record)}`
    const turn = turns.get(key) ?? 0
    turns.set(key, turn + 1)
    return Math.min(turn, pieces - 1)
  }
  for (const record of shotsInOrder(store)) {
    if (record.scriptId !== script.id || record.sourceStart === null) continue
    const [start, end] = [record.sourceStart, record.sourceEnd ?? record.sourceStart]
    const exact = places.filter((p) => p.shot.startLine === start && p.shot.endLine === end)
    const said = exact.length > 1 ? exact.filter((p) => shotKey(p.shot) === shotKey(record)) : exact
    const covered = said.length
      ? [said[turnOf(record, said.length)]!]
      : exact.length
        ? exact
        : places.filter((p) => p.shot.startLine >= start && p.shot.endLine <= end)
    for (const { key } of covered) of.set(key, [...(of.get(key) ?? []), record])
    from.set(
      record.id,
      covered.map((p) => p.key),
    )
  }
  return { of, from }
}
