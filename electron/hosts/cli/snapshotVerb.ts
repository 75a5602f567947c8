import { resolve } from 'node:path'
import { Refusal } from '@shared/records/refusal'
import { keepAfterVisit } from '../../app/snapshotKeeper'
import { openSession } from '../../app/session'
import type { AppContext } from '../../commit/context'
import {
  bringTakesBack,
  checkSnapshot,
  goBack,
  readableRecords,
  recoveryView,
  saveReadable,
} from '../../services/recovery'
import { snapshotLabel } from '../../store/snapshots'
import { UsageError, type Arguments } from './arguments'

/** `snapshots DIR`: the snapshots of a project, also of a damaged one, and what is done with them. */
export function snapshotVerb(context: AppContext, args: Arguments): unknown {
  const [folder, what, number] = [resolve(args.positional(0, 'DIR')), args.optional(1), args.option('restore')]
  if (number !== undefined) return restore(context, folder, nameOf(folder, number))
  switch (what) {
    case undefined:
      return list(folder)
    case 'keep':
      return keep(context, folder, args.optional(2) ?? '')
    case 'check':
      return checkSnapshot(folder, nameOf(folder, args.positional(2, 'N')))
    case 'save':
      return saveReadable(folder, resolve(args.positional(2, 'OUT')))
    default:
      throw new UsageError('expected snapshots DIR, --restore N, keep [LABEL], check N or save OUT')
  }
}

/** The newest first, each read to its end: `ok` tells whether one can go back to it. */
function list(folder: string): unknown {
  return recoveryView(folder).snapshots.map(({ counts, ...snapshot }, i) => ({
    index: i + 1,
    ...snapshot,
    scenes: counts?.scenes ?? null,
    shots: counts?.shots ?? null,
    assets: counts?.assets ?? null,
    takes: counts?.takes ?? null,
    ok: canBeRead(folder, snapshot.name),
  }))
}

function canBeRead(folder: string, name: string): boolean {
  try {
    checkSnapshot(folder, name)
    return true
  } catch {
    return false
  }
}

/** A snapshot by its number in the list. @throws Refusal NOT_FOUND */
function nameOf(folder: string, number: string): string {
  const found = recoveryView(folder).snapshots[Number(number) - 1]
  if (!found) throw new Refusal('NOT_FOUND', { what: `The snapshot ${number}` })
  return found.name
}

async function keep(context: AppContext, folder: string, label: string): Promise<{ name: string }> {
  const session = openSession(context, folder, undefined, false)
  try {
    return { name: await session.project.keepSnapshot(context.now(), 'kept', snapshotLabel(label)) }
  } finally {
    session.close()
  }
}

/** Goes back to a snapshot; takes whose files are there come back unchosen. */
function restore(context: AppContext, folder: string, name: string): unknown {
  checkSnapshot(folder, name)
  const found = readableRecords(folder)
  const { setAside } = goBack(folder, name, context.now(), false)
  const session = openSession(context, folder, undefined, false)
  const keepSnapshot = keepAfterVisit(context, session.project)
  try {
    return { restored: name, setAside, takes: found ? bringTakesBack(session.project, found) : 0 }
  } finally {
    keepSnapshot()
    session.close()
  }
}
