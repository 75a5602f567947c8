import { wholeRate } from '../../../domain/time/frameRates'
import { defaultBreakdown } from '../../../model/project'
import type { ParsedScript, ScriptBreakdown } from '../../scriptTypes'
import { playScenes } from './playScenes'
import { cutScenes } from '../shots/scenes'

/** An entrance or exit that the text tells, for scoring against marked plays. */
export interface PresenceEvent {
  sceneIndex: number
  assetName: string
  kind: 'entrance' | 'exit'
  line: number
}

/** The entrances and exits behind the breakdown's presences, with the name each uses. */
export function presenceEvents(script: ParsedScript, breakdown: ScriptBreakdown): PresenceEvent[] {
  const cuts = cutScenes(script, { ...defaultBreakdown, fps: wholeRate(24) })
  const { scenes, nameOf } = playScenes(script, cuts, breakdown.assets)
  return scenes.flatMap(({ events }, sceneIndex) =>
    events.map(({ kind, name, line }) => ({ sceneIndex, assetName: nameOf(name), kind, line })),
  )
}
