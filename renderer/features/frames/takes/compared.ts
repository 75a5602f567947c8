import { staleCauses } from '@shared/domain/results/causes'
import type { Take } from '@shared/model/result'
import type { ReadRecords } from '@shared/records/recordStore'

/** So many takes fit beside each other. */
export const mostCompared = 4

/** What is compared at first: the chosen take and the newest other one. */
export function takesToCompare({ takes, chosen }: { takes: readonly Take[]; chosen: Take | null }): string[] {
  const first = chosen ?? takes.at(-1)
  const other = takes.findLast((take) => take.id !== first?.id)
  return [first, other].flatMap((take) => take?.id ?? [])
}

/** With a take more, or one less; two are left at least, and the oldest but the first goes for a fifth. */
export function withTake(compared: readonly string[], takeId: string): readonly string[] {
  if (compared.includes(takeId)) return compared.length > 2 ? compared.filter((id) => id !== takeId) : compared
  const [first, ...others] = compared
  return [first!, ...others.slice(compared.length >= mostCompared ? 1 : 0), takeId]
}

/** How a take differs from another one, in sentences about what it was made from; the other one is "now". */
export function takeDifferences(reads: ReadRecords, shotId: string, take: Take, other: Take): string[] {
  const made = (one: Take) => (one.imported ? 'a picture of yours' : generatorName(reads, one))
  return [
    ...(made(take) === made(other) ? [] : [`Made by ${made(take)} (now ${made(other)}).`]),
    // Of a picture from outside nobody knows what it was made from.
    ...(take.imported || other.imported ? [] : staleCauses(reads, shotId, take.inputs, other.inputs)),
  ]
}

/** Who made it, in the words of the window. */
export function generatorName(reads: ReadRecords, { generatorId, imported }: Take): string {
  if (imported) return 'your picture'
  return generatorId === 'local' ? 'this computer' : (reads.get('profiles', generatorId)?.name ?? generatorId)
}
