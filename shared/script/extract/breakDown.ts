import type { FrameRate } from '../../model/frameRate'
import type { Breakdown } from '../../model/project'
import type {
  FoundAsset,
  FoundPresence,
  NamesApart,
  ParsedScript,
  ScriptBreakdown,
  ScriptWarning,
} from '../scriptTypes'
import { proposeAges } from './cast/aliases'
import { actionsOf, findCast, keyName } from './cast/cast'
import { findLocations } from './found/findLocations'
import { displayName } from '../../language/text/names'
import { playScenes } from './play/playScenes'
import { characterPresences, charactersByName, locationPresences } from './found/characterPresences'
import { proposePlaces } from './found/placeMerges'
import { PropFinder } from './found/props'
import { CarriedThings } from './found/carriedOn'
import { withCarriers } from './found/withCarriers'
import { isGroupName } from './cast/groups'
import { isAnimalNoun, sexOfWord } from '../../language/lexicon/people'
import type { CutScene } from './shots/scenes'
import { cutScenes } from './shots/scenes'
import { proposeLooks } from './found/transformations'

/**
 * Scenes, shots, assets and presences of a script by the default breakdown (domain.md 9 and 11). A suggestion to work on:
 * nothing is merged, props are candidates. Pure and linear in the length of the script.
 */
export function breakDown(
  script: ParsedScript,
  options: Breakdown & { fps: FrameRate; apart?: NamesApart },
): ScriptBreakdown {
  const cuts = cutScenes(script, options)
  numberScenes(cuts)
  const cast = findCast(script)
  const found = [...cast.assets, ...findLocations(cuts)]
  const played = playScenes(script, cuts, found, cast, options.apart)
  // "Guard exits" was told of the FIRST GUARD: nobody else is called GUARD.
  const seen = new Set(played.scenes.flatMap((s) => s.spans.flatMap((span) => [...span.evidence.keys()])))
  const assets = found.filter((a) => a.cue || !cast.groups.numbered.has(keyName(a)) || seen.has(keyName(a)))
  const byName = charactersByName(assets)
  for (const [name, line] of played.firstLines) {
    const asset = byName.get(name)
    if (asset) asset.firstLine = Math.min(asset.firstLine, line)
  }
  for (const asset of assets) {
    asset.description = describedSex(asset, played.sexes.get(keyName(asset)))
    const short = played.short.filter(([, key]) => asset.type === 'character' && key === keyName(asset))
    if (short.length > 0) asset.shortNames = short.map(([word]) => displayName(word))
  }
  assets.sort((a, b) => a.firstLine - b.firstLine)
  const warnings = sceneWarnings(script, cuts)
  const props = new PropFinder(assets)
  const lastPlaces = new Map<string, FoundPresence>()
  const carried = new CarriedThings(assets, played.aliases)
  const presences = cuts.flatMap((cut, i) => {
    const people = characterPresences(cut, i, played.scenes[i]!, byName, warnings)
    const things = withCarriers(props.presences(cut, i), people, assets)
    const places = locationPresences(cut, i, otherPlaces(cut, people, played.scenes[i]!.otherEnds, lastPlaces))
    for (const { assetKey, shotIndex } of people) {
      const place = places.find((one) => one.shotIndex === shotIndex)
      if (place) lastPlaces.set(assetKey, place)
    }
    return [...people, ...places, ...things, ...carried.carriedOn(cut, i, things, people)]
  })
  const aliased = new Set(played.aliases.flatMap((p) => [`${p.fromKey} ${p.intoKey}`, `${p.intoKey} ${p.fromKey}`]))
  const told = proposeLooks(assets, actionsOf(script), cast.groups)
  const pairs = new Set(told.map((p) => `${p.fromKey} ${p.intoKey}`))
  const ages = proposeAges(assets, script).filter((p) => !pairs.has(`${p.fromKey} ${p.intoKey}`))
  const looks = [...told, ...ages].filter((p) => !aliased.has(`${p.fromKey} ${p.intoKey}`))
  const place = new Map(assets.map((a, i) => [a.key, i]))
  presences.sort(
    (a, b) =>
      a.sceneIndex - b.sceneIndex || a.shotIndex - b.shotIndex || place.get(a.assetKey)! - place.get(b.assetKey)!,
  )
  return {
    scenes: cuts.map((c) => c.scene),
    assets,
    presences,
    aliasProposals: [...played.aliases, ...looks, ...proposePlaces(assets, script)].filter(
      (p) => place.has(p.fromKey) && place.has(p.intoKey),
    ),
    warnings,
  }
}

/** Where those at the other end of an INTERCUT are: where each was seen in the scene right before, unless it names other places. */
function otherPlaces(
  cut: CutScene,
  people: readonly FoundPresence[],
  otherEnds: ReadonlySet<number>,
  last: ReadonlyMap<string, FoundPresence>,
): Map<number, FoundPresence> {
  return new Map(
    people.flatMap(({ assetKey, sceneIndex, shotIndex }): [number, FoundPresence][] => {
      const place = otherEnds.has(shotIndex) ? last.get(assetKey) : undefined
      if (place?.sceneIndex !== sceneIndex - 1) return []
      const marks = cut.beats.flatMap(({ kind, text }) => (kind === 'mark' && /^\W*INTERCUT/.test(text) ? [text] : []))
      const isOther = marks.some((mark) => /\/|\b(?:BETWEEN|WITH|AND)\b/.test(mark) && !namesPlace(mark, place))
      return isOther ? [] : [[shotIndex, place]]
    }),
  )
}

const namesPlace = (mark: string, { assetKey }: FoundPresence): boolean => {
  const words = new Set(mark.toUpperCase().match(/[\p{L}\p{N}]{3,}/gu))
  return (assetKey.toUpperCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []).slice(1).some((word) => words.has(word))
}

/** "40, unshaven, man": what pictures need and a script tells with its "he" (domain.md 11.3). */
function describedSex({ type, name, description }: FoundAsset, sex: 'he' | 'she' | undefined): string {
  if (type !== 'character' || !sex || isGroupName(name)) return description
  const words = `${name} ${description}`.toLowerCase().match(/\p{L}+/gu) ?? []
  if (words.some((word) => sexOfWord(word) !== null || isAnimalNoun(word))) return description
  const years = Number(/^\d{1,2}\b(?!s)/.exec(description)?.[0] ?? 30)
  const noun = sex === 'he' ? (years < 14 ? 'boy' : 'man') : years < 14 ? 'girl' : 'woman'
  return description === '' ? noun : `${description}, ${noun}`
}

/** The script's own numbers stand; scenes without one are counted, with a letter where the number is taken. */
function numberScenes(cuts: readonly CutScene[]): void {
  const taken = new Set(cuts.map((c) => c.scene.number).filter((n) => n !== ''))
  cuts.forEach(({ scene }, i) => {
    if (scene.number !== '') return
    let number = `${i + 1}`
    for (let letter = 0; taken.has(number); letter++)
      number = `${i + 1}${String.fromCharCode(65 + (letter % 26)).repeat(1 + Math.floor(letter / 26))}`
    taken.add(number)
    scene.number = number
  })
}

function sceneWarnings(script: ParsedScript, cuts: readonly CutScene[]): ScriptWarning[] {
  const first = cuts[0]
  if (!first) {
    if (script.warnings.some((w) => w.code === 'EMPTY_SCRIPT')) return []
    return [
      {
        line: 1,
        code: 'EMPTY_SCRIPT',
        message: 'The script has no scenes: there is no text to break down. Write or choose a script with text.',
      },
    ]
  }
  if (!first.loose) return []
  const line = first.scene.startLine
  if (cuts.length === 1) {
    return [
      {
        line,
        code: 'NO_SCENE_HEADING',
        message:
          'The script has no scene heading, so all of it became one scene. Start each scene with a line such as INT. KITCHEN - DAY.',
      },
    ]
  }
  return [
    {
      line,
      code: 'TEXT_BEFORE_FIRST_HEADING',
      message: `The text from line ${line} stands before the first scene heading, so it became a scene of its own without a place. Put a heading above it, or delete that scene.`,
    },
  ]
}
