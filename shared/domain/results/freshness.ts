import { resultKinds, type ResultKind, type Snapshot } from '../../model/result'
import type { ReadRecords } from '../../records/recordStore'
import { staleCauses } from './causes'
import { sameInputs } from './compareInputs'
import { currentPrompt, inputsOf, promptOfResult, takeOfResult } from './inputs'
import { chosenTake } from '../lookup'

export type Status = 'missing' | 'fresh' | 'stale' | 'running' | 'failed'
export interface Freshness {
  readonly status: Status
  /** Why it is stale, one sentence each. */
  readonly causes: readonly string[]
  /** Approved takes are never replaced by batch runs. */
  readonly locked: boolean
}
export type ShotFreshness = { readonly [K in ResultKind]: Freshness }

/** What a result was made from and under which generator; null while there is none. */
export function resultSource(
  store: ReadRecords,
  shotId: string,
  result: ResultKind,
): { id: string; inputs: Snapshot; generatorId: string; imported: boolean } | null {
  const prompt = promptOfResult[result]
  const record = prompt ? currentPrompt(store, shotId, prompt) : chosenTake(store, shotId, takeOfResult[result]!)
  if (!record) return null
  const accepted = store.get('resultMarks', record.id)?.accepted
  return {
    id: record.id,
    inputs: accepted?.inputs ?? record.inputs,
    generatorId: record.generatorId,
    imported: 'imported' in record && record.imported,
  }
}

/** Status of one result by comparing its snapshot with today's inputs; nothing is stored (domain.md 6). */
export function freshnessOf(store: ReadRecords, shotId: string, result: ResultKind): Freshness {
  const source = resultSource(store, shotId, result)
  if (!source) return { status: 'missing', causes: [], locked: false }
  const locked = store.get('resultMarks', source.id)?.locked ?? false
  const today = inputsOf(store, shotId, result, promptOfResult[result] ? undefined : source.generatorId)
  if (sameInputs(source.inputs, today)) return { status: 'fresh', causes: [], locked }
  return { status: 'stale', causes: staleCauses(store, shotId, source.inputs, today), locked }
}

/** All six results of a shot. */
export function shotFreshness(store: ReadRecords, shotId: string): ShotFreshness {
  return Object.fromEntries(
    resultKinds.map((result) => [result, freshnessOf(store, shotId, result)]),
  ) as unknown as ShotFreshness
}
