import { unfinished, unfinishedCause } from './unfinished'
import { resultKinds, type ResultKind, type Snapshot, type Take } from '../../model/result'
import { cached } from '../../records/cached'
import { sameValue } from '../../records/canonical'
import type { ReadRecords } from '../../records/recordStore'
import { staleCauses } from './causes'
import { sameInputs } from './compareInputs'
import { currentPrompt, inputsOf, promptOfResult, takeOfResult } from './resultInputs'
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
): {
  id: string
  inputs: Snapshot
  generatorId: string
  profileRevision?: number | undefined
  imported: boolean
  /** A take that is judged by its own inputs, and not by those that were accepted for it. */
  take: Take | null
} | null {
  const prompt = promptOfResult[result]
  const record = prompt ? currentPrompt(store, shotId, prompt) : chosenTake(store, shotId, takeOfResult[result]!)
  if (!record) return null
  const accepted = store.get('resultMarks', record.id)?.accepted
  return {
    id: record.id,
    inputs: accepted?.inputs ?? record.inputs,
    generatorId: record.generatorId,
    profileRevision: 'profileRevision' in record ? record.profileRevision : undefined,
    imported: 'imported' in record && record.imported,
    take: accepted || !('mediaId' in record) ? null : record,
  }
}

/** A result without its causes: what lists and painters show of it. */
export type ResultStatus = Pick<Freshness, 'status' | 'locked'>
export type ShotStatuses = { readonly [K in ResultKind]: ResultStatus }

/** One result compared: what it was made from and what it would be made from today. */
interface Comparison extends ResultStatus {
  /** It was stopped after one of its passes. */
  readonly part: { made: number; of: number } | null
  readonly was: Snapshot
  readonly today: Snapshot
}

/** Null while there is no result. */
function compare(store: ReadRecords, shotId: string, result: ResultKind): Comparison | null {
  const source = resultSource(store, shotId, result)
  if (!source) return null
  const locked = store.get('resultMarks', source.id)?.locked ?? false
  const today = inputsOf(store, shotId, result, promptOfResult[result] ? undefined : source)
  const part = source.take && unfinished(store, source.take)
  return {
    status: !part && sameInputs(source.inputs, today) ? 'fresh' : 'stale',
    locked,
    part,
    was: source.inputs,
    today,
  }
}

/** Status of one result by comparing its snapshot with today's inputs; nothing is stored (domain.md 6). */
export function freshnessOf(store: ReadRecords, shotId: string, result: ResultKind): Freshness {
  const one = compare(store, shotId, result)
  if (!one) return { status: 'missing', causes: [], locked: false }
  const { status, locked, part, was, today } = one
  const causes = status === 'stale' ? staleCauses(store, shotId, was, today) : []
  return { status, causes: part ? [unfinishedCause(part), ...causes] : causes, locked }
}

/** Status of one result without its causes, which cost more. */
export function statusOfResult(store: ReadRecords, shotId: string, result: ResultKind): ResultStatus {
  const { status, locked } = compare(store, shotId, result) ?? { status: 'missing', locked: false }
  return { status, locked }
}

/** All six results of a shot without causes, remembered: every list and painter asks for them, the causes only for the shot that is shown. */
export const shotStatuses = cached<ShotStatuses>((store, shotId) =>
  shared(
    resultKinds.map((result) => {
      const { status, locked } = statusOfResult(store, shotId, result)
      return locked ? `${status} locked` : status
    }),
  ),
)

const sharedStatuses = new Map<string, ShotStatuses>()

/** Equal statuses are one object: ten thousand shots need no more memory for them than one. */
function shared(words: readonly string[]): ShotStatuses {
  const key = words.join()
  let statuses = sharedStatuses.get(key)
  if (!statuses) {
    statuses = Object.fromEntries(
      words.map((word, i) => [
        resultKinds[i]!,
        { status: word.split(' ')[0] as Status, locked: word.endsWith(' locked') },
      ]),
    ) as unknown as ShotStatuses
    sharedStatuses.set(key, statuses)
  }
  return statuses
}

/** All six results of a shot with the causes of those that are stale, remembered. */
export const shotFreshness = cached<ShotFreshness>((store, shotId) => {
  const statuses = shotStatuses(store, shotId)
  return Object.fromEntries(
    resultKinds.map((result) => [
      result,
      statuses[result].status === 'stale'
        ? freshnessOf(store, shotId, result)
        : { status: statuses[result].status, causes: [], locked: statuses[result].locked },
    ]),
  ) as unknown as ShotFreshness
}, sameValue)
