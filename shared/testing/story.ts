import { renderPrompt } from '../domain/prompts/renderPrompt'
import { writtenPrompt } from '../domain/results/resultInputs'
import type { ShotFields } from '../domain/structure/shotRules'
import type { AssetType } from '../model/asset'
import { TestProject, type TestAssetFields } from './testProject'

export type Put = Parameters<TestProject['put']>[2]

/** One shot with the given assets, in a place of the given heading. */
export function story(
  fields: ShotFields,
  cast: readonly (readonly [AssetType, string, (TestAssetFields | undefined)?, (Put | null)?])[],
  heading = 'INT. HALL - NIGHT',
) {
  const p = new TestProject()
  const scene = p.scene(heading)
  const shot = p.shot(scene, fields)
  const assets = Object.fromEntries(
    cast.map(([type, name, extra, put]) => {
      const asset = p.asset(type, name, extra)
      if (put !== null) p.put(shot, asset, put)
      return [name, asset]
    }),
  )
  const say = (prompt: 'start' | 'end' | 'video') =>
    renderPrompt(p.store, shot.id, prompt, writtenPrompt(p.store, shot.id, prompt))
  const state = (prompt: 'start' | 'end') => /^As the \w+ \w+: .*$/m.exec(say(prompt))?.[0] ?? null
  const line = (matching: RegExp) =>
    say('video')
      .split('\n')
      .find((l) => matching.test(l)) ?? null
  return { p, scene, shot, assets, say, state, line }
}
