import type { AliasProposalFound, FoundAsset, ParsedScript } from '../scriptTypes'
import { proposeAliases } from './aliases'
import type { SpeakTogether } from './aliases'
import { actionsOf, keyName } from './cast'
import type { Cast } from './cast'
import { readCue } from './cues'
import { findGroups } from './groups'
import { NameIndex } from './nameIndex'
import { displayName } from './names'
import { findPersons } from './persons'
import { properWords, shortForms } from './properNames'
import { readBeats } from './readings'
import type { CutScene } from './scenes'
import { playScene } from './stage'
import type { StageResult } from './stageTypes'

export interface PlayedScript {
  scenes: StageResult[]
  aliases: AliasProposalFound[]
  /** Name key -> first line it is named in the action. */
  firstLines: Map<string, number>
  nameOf: (key: string) => string
}

/** Reads all scenes against the names of the script and plays who comes and goes. */
export function playScenes(script: ParsedScript, cuts: readonly CutScene[], assets: readonly FoundAsset[], known?: Pick<Cast, 'groups' | 'proper'>): PlayedScript {
  const characters = assets.filter((a) => a.type === 'character')
  const names = characters.map(keyName)
  const actions = actionsOf(script)
  const groups = known?.groups ?? findGroups(actions, names, characters.filter((a) => a.cue).map(keyName))
  const aliases = proposeAliases(assets, script, speakTogether(cuts))
  const persons = findPersons(assets, groups, aliases)
  const index = new NameIndex([...names, ...groups.members.keys(), ...groups.parts.keys()])
  for (const [word, key] of shortForms(names, known?.proper ?? properWords(actions))) index.addForm(word, key)
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

/** Two names with a cue each in the same scene. */
function speakTogether(cuts: readonly CutScene[]): SpeakTogether {
  const scenes = new Map<string, Set<number>>()
  cuts.forEach(({ beats }, scene) => {
    for (const beat of beats) {
      if (beat.kind !== 'cue') continue
      for (const name of readCue(beat.text, beat.extension).names) {
        const set = scenes.get(name)
        if (set) set.add(scene)
        else scenes.set(name, new Set([scene]))
      }
    }
  })
  return (a, b) => {
    const [x, y] = [scenes.get(keyName(a)), scenes.get(keyName(b))]
    return x !== undefined && y !== undefined && [...x].some((s) => y.has(s))
  }
}
