import type { AliasProposalFound, FoundAsset, NamesApart, ParsedScript } from '../../scriptTypes'
import { proposeAliases } from '../cast/aliases'
import type { SpeakTogether } from '../cast/aliases'
import { actionsOf, cueNames, keyName } from '../cast/cast'
import type { Cast } from '../cast/cast'
import { isVoiceName, readCue } from '../cast/cues'
import { findGroups } from '../cast/groups'
import { NameIndex } from '../../../language/text/nameIndex'
import { displayName } from '../../../language/text/names'
import { findPersons, type Persons } from '../cast/persons'
import { learnSexes } from '../cast/sexes'
import { wordsOfSet } from '../../../language/reading/ways'
import { capitalWords, properWords, shortForms } from '../cast/properNames'
import { findCutaways } from './cutaways'
import { readBeats, type ReadBeat } from './readBeats'
import type { CutScene } from '../shots/scenes'
import { playScene } from './playScene'
import type { PlayedScene } from './playedScene'

export interface PlayedScript {
  scenes: PlayedScene[]
  aliases: AliasProposalFound[]
  /** Name key -> first line it is named in the action. */
  firstLines: Map<string, number>
  nameOf: (key: string) => string
  /** Single words that the text uses for a name of several, with the key of that name. */
  short: readonly (readonly [word: string, key: string])[]
  /** Who the text surely tells to be a man or a woman, by name key. */
  sexes: ReadonlyMap<string, 'he' | 'she'>
}

/** Reads all scenes against the names of the script and plays who comes and goes. */
export function playScenes(
  script: ParsedScript,
  cuts: readonly CutScene[],
  assets: readonly FoundAsset[],
  known?: Omit<Cast, 'assets'>,
  apart: NamesApart = [],
): PlayedScript {
  const characters = assets.filter((a) => a.type === 'character')
  const names = characters.map(keyName)
  const actions = actionsOf(script)
  const cues = cueNames(script)
  const groups = known?.groups ?? findGroups(actions, names, characters.filter((a) => a.cue).map(keyName))
  const two = new Set(apart.flatMap(([a, b]) => [`${a}/${b}`, `${b}/${a}`]))
  const keyOf = new Map(assets.map((a) => [a.key, keyName(a)]))
  const aliases = proposeAliases(assets, script, speakTogether(cuts, cues)).filter(
    (p) => !two.has(`${keyOf.get(p.intoKey)}/${keyOf.get(p.fromKey)}`),
  )
  const index = new NameIndex([
    ...names.filter((name) => !isVoiceName(name)),
    ...groups.members.keys(),
    ...groups.numbered.keys(),
    ...groups.parts.keys(),
  ])
  const proper = new Set([...(known?.proper ?? properWords(actions)), ...(known?.capital ?? capitalWords(actions))])
  const short = shortForms(names, proper)
  for (const [word, key] of short) index.add(word, key)
  const firstLines = new Map<string, number>()
  const first = (name: string, line: number): void => {
    if (!firstLines.has(name)) firstLines.set(name, line)
  }
  const display = new Map(characters.map((a) => [keyName(a), a.name]))
  const read = cuts.map((cut) => readBeats(cut, index, cues, first))
  const learned = learnSexes(paragraphsOf(read))
  const persons = findPersons(assets, groups, aliases, learned)
  return {
    scenes: read.map((beats, i) =>
      played(beats, persons, wordsOfSet(`${cuts[i]!.scene.intExt} ${cuts[i]!.scene.set}`)),
    ),
    aliases,
    firstLines,
    short: usedAlone(read, short),
    sexes: new Map([...learned].flatMap(([name, { sex, sure }]) => (sure ? [[name, sex] as const] : []))),
    nameOf: (key) => display.get(key) ?? displayName(key),
  }
}

/** Those of the short names that stand by themselves somewhere: not the Smith of John Smith. */
function usedAlone(
  scenes: readonly ReadBeat[][],
  short: readonly (readonly [word: string, key: string])[],
): PlayedScript['short'] {
  const alone = new Set(
    scenes.flatMap((beats) =>
      beats.flatMap(({ sentences }) =>
        sentences.flatMap(({ tokens }) =>
          tokens.flatMap(({ name, low }) => (name === undefined ? [] : [`${low}/${name}`])),
        ),
      ),
    ),
  )
  return short.filter(([word, key]) => alone.has(`${word.toLowerCase()}/${key}`))
}

function* paragraphsOf(scenes: readonly ReadBeat[][]): Generator<ReadBeat['sentences']> {
  for (const beats of scenes) for (const { beat, sentences } of beats) if (beat.kind === 'action') yield sentences
}

/** A scene without its inserts and flashbacks, and those each by itself. */
function played(beats: readonly ReadBeat[], persons: Persons, set: ReadonlySet<string>): PlayedScene {
  const cutaways = findCutaways(beats)
  const away = new Set(cutaways.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, k) => from + k)))
  if (away.size === 0) {
    const scene = playScene(beats, persons, set)
    return { ...scene, cutaways: scene.otherEnds }
  }
  const scene = playScene(
    beats.filter(({ beat }) => !away.has(beat.shotIndex)),
    persons,
    set,
  )
  for (const { from, to } of cutaways) {
    const own = playScene(
      beats.filter(({ beat }) => beat.shotIndex >= from && beat.shotIndex <= to),
      persons,
      set,
    )
    for (const span of own.spans) scene.spans.push({ ...span, cutaway: true, to: span.to ?? { shot: to, at: 1 } })
    scene.events.push(...own.events)
    scene.doubts.push(...own.doubts)
  }
  return { ...scene, cutaways: new Set([...away, ...scene.otherEnds]) }
}

/**
 * Two names that speak by turns in one scene. One after the other alone proves nothing: many a script says JOHN SMITH
 * once and JOHN from then on.
 */
function speakTogether(cuts: readonly CutScene[], cues: ReadonlySet<string>): SpeakTogether {
  /** Name -> scene -> the places of its cues. */
  const spoken = new Map<string, Map<number, number[]>>()
  cuts.forEach(({ beats }, scene) => {
    beats.forEach((beat, place) => {
      if (beat.kind !== 'cue') return
      for (const name of readCue(beat.text, beat.extension, cues).names) {
        let scenes = spoken.get(name)
        if (!scenes) spoken.set(name, (scenes = new Map<number, number[]>()))
        const places = scenes.get(scene)
        if (places) places.push(place)
        else scenes.set(scene, [place])
      }
    })
  })
  return (a, b) => {
    const [x, y] = [spoken.get(keyName(a)), spoken.get(keyName(b))]
    if (!x || !y) return false
    return [...x].some(([scene, places]) => {
      const others = y.get(scene)
      return others !== undefined && places.at(-1)! >= others[0]! && others.at(-1)! >= places[0]!
    })
  }
}
