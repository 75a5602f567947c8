import { farToNear } from '@shared/drawing/drawList'
import type { FrameSubject } from '@shared/drawing/frameDescription'
import type { Placement } from '@shared/domain/blocking/blockingMember'
import { activeMembers } from '@shared/domain/lookup'
import { describeFrame } from '@shared/domain/blocking/describeFrame'
import { shotStatuses } from '@shared/domain/results/freshness'
import { percentText, turnStale } from '@shared/language/unitWords'
import type { FrameEnd } from '@shared/model/common'
import type { ReadRecords } from '@shared/records/recordStore'
import { hint } from '../../../app/hint'
import { run } from '../../../app/projectActions'
import { recordsNow, useProject } from '../../../app/projectStore'
import { saveTyped } from '../../../app/saveTyped'
import { announce } from '../../../app/toasts'
import { leaveAsset, useView } from '../../../app/viewStore'
import type { Saved, SavedStep } from '../../../common/typedText'
import { depthBeyond } from './figureMoves'
import { setFrames, useFrames, type FigureDraft } from '../model/framesStore'

/** The figures of the still that is shown, as recorded. */
export function figuresNow(): readonly FrameSubject[] {
  const { shotId, frame } = useView.getState()
  return shotId !== null && recordsNow().get('shots', shotId) ? describeFrame(recordsNow(), shotId, frame).subjects : []
}

/** Where a figure stands, the running gesture counted. */
export function placementNow(assetId: string): Placement | null {
  const { draft } = useFrames.getState()
  if (draft?.assetId === assetId) return draft
  return figuresNow().find((s) => s.assetId === assetId) ?? null
}

/** "Alice · Raincoat · facing right" */
export function figureLabel(figure: Pick<FrameSubject, 'name' | 'lookName' | 'flip'>): string {
  const look = figure.lookName && figure.lookName.toLowerCase() !== 'default' ? [figure.lookName] : []
  return [figure.name, ...look, `facing ${figure.flip ? 'left' : 'right'}`].join(' · ')
}

export function selectFigure(assetId: string | null): void {
  const figure = assetId === null ? undefined : figuresNow().find((s) => s.assetId === assetId)
  if (useFrames.getState().selected !== assetId) setFrames({ selected: assetId })
  if (!figure) {
    hint('')
    return
  }
  if (useView.getState().assetId !== null) leaveAsset()
  announce(`${figureLabel(figure)}, height ${percentText(figure.scale)}, x ${percentText(figure.x)}`)
}

/** Changes the draft only; nothing is saved. */
export function draftFigure(assetId: string, fields: Partial<Placement>): void {
  const at = placementNow(assetId)
  if (!at || useProject.getState().readOnly) return
  const { x, y, scale, flip, depth } = at
  setFrames({ draft: { assetId, x, y, scale, flip, depth, ...fields } })
}

export const dropDraft = (): void => setFrames({ draft: null })

/** Saves the draft as one step. It stays on screen until the project has it. */
export async function commitDraft(): Promise<void> {
  const { draft } = useFrames.getState()
  if (draft) await save(draft)
}

/** One change at once: a key, a button, a field. */
export async function setFigure(assetId: string, fields: Partial<Placement>): Promise<void> {
  draftFigure(assetId, fields)
  await commitDraft()
}

/** A place that is being typed, as one change of its field. */
export function typeFigure(
  assetId: string,
  fields: Partial<Placement>,
  continues: SavedStep | null,
): Promise<Saved> | void {
  const { shotId, frame } = useView.getState()
  const at = figuresNow().find((s) => s.assetId === assetId)
  const assignmentId = shotId === null ? undefined : assignmentOfFigure(shotId, assetId)
  if (!at || assignmentId === undefined) return
  const { x, y, scale, flip, depth } = at
  return saveTyped('blocking.set', { assignmentId, frame, x, y, scale, flip, depth, ...fields }, continues)
}

const assignmentOfFigure = (shotId: string, assetId: string) =>
  activeMembers(recordsNow(), shotId).find((m) => m.asset.id === assetId)?.assignment.id

async function save(draft: FigureDraft): Promise<void> {
  const { shotId, frame } = useView.getState()
  const assignmentId = shotId === null ? undefined : assignmentOfFigure(shotId, draft.assetId)
  const stands = figuresNow().find((s) => s.assetId === draft.assetId)
  const { x, y, scale, flip, depth } = draft
  const same =
    stands &&
    stands.x === x &&
    stands.y === y &&
    stands.scale === scale &&
    stands.flip === flip &&
    stands.depth === depth
  // All five fields: those left out would come from the suggested place, which may have moved on.
  if (assignmentId !== undefined && !same) await run('blocking.set', { assignmentId, frame, x, y, scale, flip, depth })
  if (useFrames.getState().draft === draft) dropDraft()
}

export async function flipFigure(assetId: string): Promise<void> {
  const at = placementNow(assetId)
  if (at) await setFigure(assetId, { flip: !at.flip })
}

/** One place farther (-1) or nearer (1). */
export async function moveInDepth(assetId: string, step: -1 | 1): Promise<void> {
  const figures = farToNear(figuresNow())
  const depth = depthBeyond(figures, assetId, step)
  if (depth === null)
    hint(
      `${figures.find((s) => s.assetId === assetId)?.name ?? 'The figure'} is ${step < 0 ? 'behind' : 'in front of'} all others already.`,
    )
  else await setFigure(assetId, { depth })
}

/** Back to the suggested place. */
export async function resetFigure(assetId: string): Promise<void> {
  const { shotId, frame } = useView.getState()
  const assignmentId = shotId === null ? undefined : assignmentOfFigure(shotId, assetId)
  dropDraft()
  if (assignmentId !== undefined) await run('blocking.set', { assignmentId, frame, reset: true })
}

/** Did the user place it in a still? Otherwise it stands where the rules put it. */
export function isPlacedIn(reads: ReadRecords, shotId: string | null, frame: FrameEnd, assetId: string): boolean {
  const member = shotId === null ? undefined : activeMembers(reads, shotId).find((m) => m.asset.id === assetId)
  return member !== undefined && reads.first('blockingOf', `${shotId}/${member.instance.id}/${frame}`) !== undefined
}

/** The same of the still that is shown. */
export function isPlaced(assetId: string): boolean {
  const { shotId, frame } = useView.getState()
  return isPlacedIn(recordsNow(), shotId, frame, assetId)
}

/** What a move of a figure makes stale, before it is done: " 2 results turn stale." or nothing. */
export function turningStale(): string {
  const { shotId, frame } = useView.getState()
  if (shotId === null) return ''
  const results = shotStatuses(recordsNow(), shotId)
  const count = [results[`${frame}Prompt`], results[`${frame}Frame`], results.video].filter(
    (r) => r.status === 'fresh',
  ).length
  return count ? ` ${turnStale(count)}.` : ''
}
