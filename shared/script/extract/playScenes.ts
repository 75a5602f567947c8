import type { AliasProposalFound, FoundAsset, ParsedScript } from '../scriptTypes'
import { proposeAliases } from './aliases'
import { actionsOf, keyName } from './cast'
import { findGroups } from './groups'
import type { Groups } from './groups'
import { NameIndex } from './nameIndex'
import { displayName } from './names'
import { findPersons } from './persons'
import { readBeats } from './readings'
import type { CutScene } from './scenes'
import type { StageResult } from './stage'
import { playScene } from './stage'

export interface PlayedScript {
  scenes: StageResult[]
  aliases: AliasProposalFound[]
  /** Name key -> first line it is named in the action. */
  firstLines: Map<string, number>
  nameOf(key: string): string
}

/** Reads all scenes against the names of the script and plays who comes and goes. */
export function playScenes(script: ParsedScript, cuts: readonly CutScene[], assets: readonly FoundAsset[], known?: Groups): PlayedScript {
  const characters = assets.filter((a) => a.type === 'character')
  const names = characters.map(keyName)
  const groups = known ?? findGroups(actionsOf(script), names, characters.filter((a) => a.cue).map(keyName))
  const aliases = proposeAliases(assets, script)
  const persons = findPersons(assets, groups, aliases)
  const index = new NameIndex([...names, ...groups.members.keys(), ...groups.parts.keys()])
  const firstLines = new Map<string, number>()
  const first = (name: string, line: number): void => {
    if (!firstLines.has(name)) firstLines.set(name, line)
  }
  const display = new Map(characters.map((a) => [keyName(a), a.name]))
  return {
    scenes: cuts.map((cut) => playScene(readBeats(cut, index, first), persons, `${cut.scene.intExt} ${cut.scene.set}`)),
    aliases,
    firstLines,
    nameOf: (key) => display.get(key) ?? displayName(key),
  }
}
