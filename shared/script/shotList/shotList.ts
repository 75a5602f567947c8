import { longestNumber } from '../../model/common'
import { longestShotFrames } from '../../model/shot'
import type { AssetType } from '../../model/asset'
import type { FrameRate } from '../../model/frameRate'
import { splitHeading } from '../../language/text/splitHeading'
import type {
  BrokenScene,
  BrokenShot,
  FoundAsset,
  FoundPresence,
  ParsedScript,
  ScriptBreakdown,
  ScriptElement,
  ScriptWarning,
} from '../scriptTypes'
import type { Casting } from './casting'

/** A picture that belongs to a shot of the list, by its file name beside the list, best first. */
export interface ShotPicture {
  scene: number
  shot: number
  line: number
  files: string[]
}

/** A list of shots, read as a script is: shots are given, so no rule cuts them. */
export interface ShotList {
  script: ParsedScript
  breakdown: ScriptBreakdown
  pictures: ShotPicture[]
  /** Which asset is in which shot, where the table tells nothing else. */
  casting?: Casting
  /** The rate and shape of the pictures that the file itself tells. */
  film?: ListedFilm
}

/** What a list of shots tells of its film; null where it tells nothing. */
export interface ListedFilm {
  readonly fps: FrameRate | null
  readonly aspect: { readonly width: number; readonly height: number } | null
}

export interface ListedShot extends BrokenShot {
  people: string[]
  things: string[]
  /** Places beside that of the scene. */
  places?: string[]
}

/** Collects the scenes, shots and assets of a shot list; whoever a row names is in its shot throughout, to be confirmed. */
export class ShotListBuilder {
  readonly scenes: BrokenScene[] = []
  readonly warnings: ScriptWarning[] = []
  readonly pictures: ShotPicture[] = []
  private current = -1
  private readonly assets = new Map<string, FoundAsset>()
  private readonly presences: FoundPresence[] = []
  private readonly elements: ScriptElement[] = []

  /** `named`: the heading is known to name a place; else it does with INT. or EXT. before it, or a time of day behind it. */
  addScene(heading: string, number: string, line: number, named = false): void {
    const parts = splitHeading(heading)
    const { intExt, timeOfDay } = parts
    const set = named || intExt || timeOfDay ? parts.set : ''
    this.current = this.scenes.length
    this.scenes.push({ heading, number, intExt, set, timeOfDay, startLine: line, endLine: line, shots: [] })
    this.elements.push({ type: 'scene_heading', text: heading, line, endLine: line })
  }

  /** What follows belongs to a scene that was begun before. */
  goOnWith(index: number): void {
    this.current = index
  }

  addShot({ people, things, places = [], ...shot }: ListedShot): void {
    const scene = this.scenes[this.current]!
    scene.endLine = shot.endLine
    scene.shots.push({ ...shot, durationFrames: Math.min(longestShotFrames, Math.max(1, shot.durationFrames)) })
    const said = shot.dialogue.map((d) => (d.character ? `${d.character}: ${d.text}` : d.text))
    this.elements.push({
      type: 'action',
      text: [shot.text, ...said].filter(Boolean).join('\n') || `Shot ${shot.number ?? ''}`.trim(),
      line: shot.startLine,
      endLine: shot.endLine,
    })
    for (const name of people) this.found('character', name, shot)
    if (scene.set) this.found('location', scene.set, shot)
    for (const name of places) this.found('location', name, shot)
    for (const name of things) this.found('prop', name, shot)
  }

  private found(type: AssetType, name: string, shot: BrokenShot): void {
    const key = `${type}:${name.toUpperCase()}`
    if (!this.assets.has(key))
      this.assets.set(key, {
        key,
        type,
        name,
        forms: [name],
        firstLine: shot.startLine,
        cue: false,
        candidate: false,
        description: '',
      })
    const [sceneIndex, shotIndex] = [this.current, this.scenes[this.current]!.shots.length - 1]
    if (this.presences.some((p) => p.assetKey === key && p.sceneIndex === sceneIndex && p.shotIndex === shotIndex))
      return
    this.presences.push({
      sceneIndex,
      shotIndex,
      assetKey: key,
      presence: 'throughout',
      enterAt: 0,
      exitAt: 1,
      enterFrom: null,
      exitTo: null,
      confidence: 1,
      action: '',
      evidence: { line: shot.startLine, text: name },
    })
  }

  finish(format: 'csv' | 'storyboarder', lines: string[]): ShotList {
    return {
      script: { format, titlePage: [], elements: this.elements, lines, warnings: this.warnings },
      breakdown: {
        scenes: this.scenes,
        assets: [...this.assets.values()],
        presences: this.presences,
        aliasProposals: [],
        warnings: [],
      },
      pictures: this.pictures,
    }
  }
}

/** Where every scene counts its shots from the start again, their numbers get the scene's before them: a film has each number once. */
export function numberByScene(list: ShotListBuilder): void {
  const numbers = list.scenes.flatMap((s) => s.shots.flatMap(({ number }) => number ?? []))
  if (new Set(numbers).size === numbers.length || !list.scenes.every((s) => s.number !== '')) return
  for (const { number, shots } of list.scenes)
    for (const shot of shots)
      if (shot.number !== undefined) shot.number = `${number}-${shot.number}`.slice(0, longestNumber)
  list.warnings.push({
    line: 1,
    code: 'CSV_NUMBERS_RESTART',
    message: `Shot numbers begin anew in each scene, so the number of the scene stands before them: “${list.scenes[0]!.shots[0]?.number ?? ''}”.`,
  })
}

/** Names in one cell: "Alice, Bob; Mrs Finch". */
export const namesIn = (cell: string): string[] => [
  ...new Set(
    cell
      .split(/[,;/|\n]| and | & |\+/)
      .map((n) => n.trim())
      .filter((n) => n && n.length <= 200),
  ),
]
