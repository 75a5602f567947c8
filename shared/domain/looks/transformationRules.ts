import type { Transformation } from '../../model/transformation'
import type { Draft } from '../../records/draft'
import { InvalidInput, Refusal } from '../../records/refusal'
import { existingInstance, livingAsset, storyShot } from '../lookup'

export interface SetTransformationInput {
  transformationId?: string | undefined
  sceneAssetInstanceId: string
  kind: 'within_shot' | 'between_shots'
  shotId: string
  at?: number | undefined
  fromLookId: string | null
  toLookId: string | null
  carries?: 'scene' | 'story' | undefined
}

/**
 * `transformation.set`: a look change inside a shot or in the cut after it; with an id an existing one is changed (domain.md 2). From no look is
 * from whichever is in force.
 */
export function setTransformation(draft: Draft, input: SetTransformationInput): Transformation {
  const shot = storyShot(draft, input.shotId)
  const instance = existingInstance(draft, input.sceneAssetInstanceId)
  livingAsset(draft, instance.assetId)
  if (shot.sceneId !== instance.sceneId) throw new Refusal('OTHER_SCENE', { shot: shot.number })
  if (input.toLookId === null) throw new InvalidInput('toLookId', 'expected the look it changes to')
  for (const id of [input.fromLookId, input.toLookId])
    if (id !== null && draft.get('looks', id)?.assetId !== instance.assetId) throw new Refusal('DEFAULT_LOOK_ELSEWHERE')
  const at = input.kind === 'within_shot' ? (input.at ?? 0.5) : null
  const fields = {
    sceneAssetInstanceId: instance.id,
    kind: input.kind,
    shotId: shot.id,
    at,
    fromLookId: input.fromLookId,
    toLookId: input.toLookId,
    suspended: '',
  } as const
  if (input.transformationId !== undefined) {
    if (!draft.get('transformations', input.transformationId))
      throw new Refusal('NOT_FOUND', { what: 'The change of look' })
    return draft.update('transformations', input.transformationId, { ...fields, carries: input.carries, mergeId: null })
  }
  return draft.add('transformations', {
    id: draft.newId(),
    ...fields,
    carries: input.carries ?? 'scene',
    ordinal: draft.nextOrdinal('transformations'),
    mergeId: null,
  })
}

/** `transformation.remove` */
export function removeTransformation(draft: Draft, input: { transformationId: string }): void {
  if (!draft.get('transformations', input.transformationId))
    throw new Refusal('NOT_FOUND', { what: 'The change of look' })
  draft.remove('transformations', input.transformationId)
}
