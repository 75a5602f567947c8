import type { CommandInputs } from '@shared/ipc/inputSchemas'
import { upperFirst } from '@shared/language/unitWords'
import { Refusal } from '@shared/records/refusal'
import { hint } from '../../app/hint'
import { preview, staleWords } from '../../app/preview'
import { run } from '../../app/projectActions'
import { recordsNow } from '../../app/projectStore'
import { announce } from '../../app/toasts'
import type { MoveDraft } from './moves'

/** What moving a scene would do; sent on release. */
export interface SceneMoveDraft extends Omit<MoveDraft, 'command' | 'input'> {
  readonly input: CommandInputs['scene.move']
}

/** Works out what moving a scene before the one that stands at `index` now would do. */
export function draftOfSceneMove(sceneId: string, index: number): SceneMoveDraft {
  const records = recordsNow()
  const scenes = records.list('scenesInOrder')
  const now = scenes.findIndex((s) => s.id === sceneId)
  const others = scenes.filter((s) => s.id !== sceneId)
  const at = Math.max(0, Math.min(others.length, index > now ? index - 1 : index))
  const input = { sceneId, index: at }
  const scene = `scene ${scenes[now]?.number ?? ''}`
  const draft = { input, staleResults: 0, staleWords: '', staleShots: new Set<string>(), refused: false }
  if (at === now) return { ...draft, sentence: `${upperFirst(scene)} stays where it is`, idle: true }
  const outcome = preview('scene.move', input)
  if (outcome instanceof Refusal) return { ...draft, sentence: outcome.message, idle: true, refused: true }
  const [before, after] = [others[at - 1], others[at]]
  const place = after ? `before scene ${after.number}` : `after scene ${before?.number ?? ''}`
  return {
    input,
    sentence: `Move ${scene} ${place}; numbers stay`,
    staleResults: outcome.staleResults,
    staleWords: upperFirst(staleWords(outcome)),
    staleShots: outcome.staleShots,
    idle: false,
    refused: false,
  }
}

/** Does what a draft says, and says it. */
export async function commitSceneMove({ input, sentence, staleWords: stale, idle }: SceneMoveDraft): Promise<void> {
  hint('')
  if (idle) announce(sentence)
  else if (await run('scene.move', input)) announce(`${sentence}. ${stale}.`)
}

/** By so many scenes: later positive. */
export function moveSceneBy(sceneId: string, by: 1 | -1): void {
  const now = recordsNow()
    .list('scenesInOrder')
    .findIndex((s) => s.id === sceneId)
  if (now >= 0) void commitSceneMove(draftOfSceneMove(sceneId, by > 0 ? now + 2 : Math.max(0, now - 1)))
}
