import type { Asset } from '../../model/asset'
import type { Assignment, Presence } from '../../model/assignment'
import type { Project } from '../../model/project'
import type { Shot } from '../../model/shot'
import type { Template } from '../../model/suggestion'
import type { Draft } from '../../records/draft'
import type { ReadRecords } from '../../records/recordStore'
import { Refusal } from '../../records/refusal'
import { markInitialised } from './initialised'
import { assignmentOf, inStoryOrder, instanceOf, livingAsset, projectOf, storyShot } from '../lookup'
import { bothEdges, fitToFrames, intervalFor, snappedByUser, type Interval } from './presenceTimes'
import { warnOfCrossings } from './crossings'
import { takeOutOfShot } from './removeAssignment'
import { addAssignment, ensureInstance } from './setAssignment'
import { stretchSteps, type TemplateStep } from './stretchSteps'

export const builtInTemplates = ['throughout', 'arrives', 'leaves', 'visits', 'cameo', 'clear'] as const
export type BuiltInTemplate = (typeof builtInTemplates)[number]

export interface ApplyTemplateInput {
  /** A built-in template, or the id or the name of one of the user's own. */
  template: string
  assetId: string
  /** More assets, which come and go in the same way, in the same step. */
  otherAssetIds?: readonly string[] | undefined
  shotIds: readonly string[]
}

/**
 * Presence in each of `count` shots, null = not in it (domain.md 9). Cameo: in the middle one of the shots (the earlier of two) throughout,
 * so that its stills show it; in no other.
 */
export function builtInSteps(template: BuiltInTemplate, count: number): (Presence | null)[] {
  const middle = Math.floor((count - 1) / 2)
  return Array.from({ length: count }, (_, i) => {
    const [first, last] = [i === 0, i === count - 1]
    switch (template) {
      case 'throughout':
        return 'throughout'
      case 'arrives':
        return first ? 'enters' : 'throughout'
      case 'leaves':
        return last ? 'exits' : 'throughout'
      case 'visits':
        return first && last ? 'passes_through' : first ? 'enters' : last ? 'exits' : 'throughout'
      case 'cameo':
        return i === middle ? 'throughout' : null
      case 'clear':
        return null
    }
  })
}

/** "Arrives", "all throughout": the names in any case. */
const builtInOf = (template: string): BuiltInTemplate | undefined =>
  builtInTemplates.find(
    (name) =>
      name ===
      template
        .trim()
        .toLowerCase()
        .replace(/^all[\s_-]+/, ''),
  )
const byName = (store: ReadRecords, name: string): Template | undefined =>
  store.list('templatesInOrder').find((t) => t.name.toLowerCase() === name.trim().toLowerCase())

function stepsOf(store: ReadRecords, project: Project, template: string, count: number): readonly TemplateStep[] {
  const builtIn = builtInOf(template)
  if (builtIn)
    return builtInSteps(builtIn, count).map((presence) =>
      presence === null ? null : pair(intervalFor(project, presence, undefined, undefined, undefined)),
    )
  const own = store.get('templates', template) ?? byName(store, template)
  if (!own) throw new Refusal('NOT_FOUND', { what: 'The template' })
  return stretchSteps(own.steps, count)
}

const pair = ({ enterAt, exitAt }: Interval): [number, number] => [enterAt, exitAt]

/** The chosen shots in story order, each once. @throws Refusal NOT_FOUND, IN_TRAY */
function chosenShots(store: ReadRecords, shotIds: readonly string[]): Shot[] {
  return inStoryOrder(
    store,
    [...new Set(shotIds)].map((id) => storyShot(store, id)),
  )
}

/**
 * `template.apply`: how an asset is in each of the chosen shots, in story order and over scenes too (domain.md 9). A template decides every
 * chosen shot: where it says nothing the asset is taken out. Presences already there keep their sides, action, rank and blocking; times are the
 * user's last ones or the defaults, those of an own template its own; they fit short shots and become nobody's last times.
 */
export function applyTemplate(draft: Draft, input: ApplyTemplateInput): void {
  const shots = chosenShots(draft, input.shotIds)
  const steps = stepsOf(draft, projectOf(draft), input.template, shots.length)
  const ids = [...new Set([input.assetId, ...(input.otherAssetIds ?? [])])]
  warnOfCrossings(
    draft,
    ids.flatMap((id) => applySteps(draft, livingAsset(draft, id), shots, steps)),
  )
}

/** Answers the assignments it made or changed. */
function applySteps(draft: Draft, asset: Asset, shots: readonly Shot[], steps: readonly TemplateStep[]): Assignment[] {
  const placed: Assignment[] = []
  for (const [i, shot] of shots.entries()) {
    const step = steps[i]
    markInitialised(draft, shot.sceneId)
    const instance = step ? ensureInstance(draft, shot.sceneId, asset.id) : instanceOf(draft, shot.sceneId, asset.id)
    const current = instance && assignmentOf(draft, shot.id, instance.id)
    if (!step) {
      if (current) takeOutOfShot(draft, current)
      continue
    }
    const fields = snappedByUser(
      draft,
      fitToFrames({ enterAt: step[0], exitAt: step[1] }, shot.durationFrames, bothEdges),
      shot.durationFrames,
      asset.name,
      shot.number,
    )
    placed.push(
      current
        ? draft.update('assignments', current.id, { ...fields, origin: 'preset' })
        : addAssignment(draft, shot.id, instance!.id, {
            ...fields,
            enterFrom: null,
            exitTo: null,
            action: '',
            rank: null,
            origin: 'preset',
            evidence: null,
          }),
    )
  }
  return placed
}

/** `template.save`: how an asset is in the chosen shots becomes a template of the user's; saving under a name again replaces it. @throws Refusal TEMPLATE_EMPTY */
export function saveTemplate(
  draft: Draft,
  input: { name: string; assetId: string; shotIds: readonly string[] },
): Template {
  const asset = livingAsset(draft, input.assetId)
  const steps = chosenShots(draft, input.shotIds).map((shot): TemplateStep => {
    const instance = instanceOf(draft, shot.sceneId, asset.id)
    const assignment = instance && assignmentOf(draft, shot.id, instance.id)
    return assignment ? pair(assignment) : null
  })
  if (steps.every((step) => step === null)) throw new Refusal('TEMPLATE_EMPTY', { asset: asset.name })
  const name = input.name.trim()
  const known = byName(draft, name)
  if (known) return draft.update('templates', known.id, { name, steps })
  return draft.add('templates', { id: draft.newId(), name, steps, ordinal: draft.nextOrdinal('templates') })
}

/** `template.delete`: presences made with it stay. */
export function deleteTemplate(draft: Draft, input: { templateId: string }): void {
  if (!draft.get('templates', input.templateId)) throw new Refusal('NOT_FOUND', { what: 'The template' })
  draft.remove('templates', input.templateId)
}
