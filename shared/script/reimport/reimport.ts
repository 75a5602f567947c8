import { joinTexts } from '../../domain/intervals/joinTexts'
import { neighbour, scenesInOrder, shotsOfScene } from '../../domain/lookup'
import { followCarriers } from '../../domain/presence/carrying'
import { numberForNew, isTaken } from '../../domain/structure/numbering'
import { keyAt } from '../../domain/structure/ordering'
import { moveScene, headingPlaceOf } from '../../domain/structure/sceneRules'
import { moveShot } from '../../domain/structure/shotRules'
import { shotsInTray, trayScene, trayShot, traysOf, untrayScene } from '../../domain/structure/tray'
import { markInitialised } from '../../domain/presence/initialised'
import { moveShotToScene } from '../../domain/structure/moveShotToScene'
import type { Breakdown } from '../../model/project'
import type { Scene } from '../../model/scene'
import type { Script } from '../../model/script'
import type { Shot } from '../../model/shot'
import { canonicalJson } from '../../records/canonical'
import type { Draft } from '../../records/draft'
import { addBrokenShot, importProposals, type Imported } from '../importBreakdown'
import type { BrokenScene, BrokenShot, FoundAsset, ParsedScript, ScriptBreakdown } from '../scriptTypes'
import { matchBreakdowns, shotKey, type BreakdownMatch, type ShotPlace } from './matchBreakdowns'
import { oldRecords, placeKey, type OldRecords } from './oldRecords'
import { PresenceDiff } from './presenceDiff'
import { proposeRenamed } from './renamed'

/** What a re-import did or would do: shots by id, so that a preview can show them. */
export interface Reimported extends Imported {
  scriptId: string
  unchanged: string[]
  changed: string[]
  added: string[]
  moved: string[]
  /** Back from the tray. */
  restored: string[]
  /** In the tray now. */
  removed: string[]
  /** The script says something else, but the user's own words or times stand. */
  keptEdited: string[]
  /** Scenes of the project by id. `changed`: another heading, place or time. */
  scenesChanged: string[]
  scenesRemoved: string[]
  /** Names that the script did not have before, and those it has no more. */
  newNames: ReimportedNames
  goneNames: ReimportedNames
}

export interface ReimportedNames {
  character: string[]
  location: string[]
  prop: string[]
}

export interface ReimportInput {
  scriptId: string
  fileName: string
  script: Pick<ParsedScript, 'format' | 'lines'>
  /** The rule of the new breakdown. */
  rule: Breakdown
  /** The stored text, broken down by the rule it was imported with. */
  before: ScriptBreakdown
  after: ScriptBreakdown
}

/**
 * A new version of an imported script, put over the old one by content (domain.md 11): unchanged shots keep identity and work, in changed ones what
 * still is as the script had it follows the script and what the user changed stays, new ones are added where they belong, removed ones go to
 * the tray. Shots that the user deleted, split, joined, copied or moved stay so.
 */
export function reimport(draft: Draft, input: ReimportInput): Reimported {
  return new Reimport(draft, input).run()
}

class Reimport {
  private readonly report: Reimported
  private readonly match: BreakdownMatch
  private readonly old: OldRecords
  private readonly stored: Script
  private readonly inTray: ReadonlySet<string>
  private readonly presences: PresenceDiff
  /** For each new scene its record; null = the user deleted it. */
  private readonly sceneRecords: (Scene | null)[] = []
  private readonly kept = new Set<string>()
  private readonly restoredScenes: string[] = []

  constructor(
    private readonly draft: Draft,
    private readonly input: ReimportInput,
  ) {
    this.stored = draft.must('scripts', input.scriptId)
    this.match = matchBreakdowns(input.before, input.after)
    this.inTray = new Set(shotsInTray(draft).map((s) => s.id))
    this.old = oldRecords(draft, this.stored, input.before)
    this.report = {
      scriptId: input.scriptId,
      scenes: 0,
      shots: 0,
      assets: { character: 0, location: 0, prop: 0 },
      assignments: 0,
      aliasProposals: [],
      unchanged: [],
      changed: [],
      added: [],
      moved: [],
      restored: [],
      removed: [],
      keptEdited: [],
      scenesChanged: [],
      scenesRemoved: [],
      newNames: { character: [], location: [], prop: [] },
      goneNames: { character: [], location: [], prop: [] },
    }
    this.presences = new PresenceDiff(draft, input.before, input.after, this.report)
  }

  run(): Reimported {
    const { draft, input } = this
    draft.update('scripts', input.scriptId, {
      fileName: input.fileName,
      format: input.script.format,
      text: input.script.lines.join('\n'),
      breakdown: input.rule,
    })
    this.placeScenes()
    input.after.scenes.forEach((_, n) => this.placeShots(n))
    this.updateKept()
    this.removeWhatIsGone()
    this.tellNames()
    const wanted = new Set(this.presences.wantedAssets)
    importProposals(
      draft,
      {
        ...input.after,
        aliasProposals: [
          ...input.after.aliasProposals.filter((p) => wanted.has(p.fromKey) || wanted.has(p.intoKey)),
          ...proposeRenamed(input, this.match, wanted, this.presences.goneKeys),
        ],
      },
      this.presences.assets,
      this.report,
    )
    followCarriers(draft, draft.change())
    return this.report
  }

  private tellNames(): void {
    const { report, presences, input } = this
    const tell = (into: ReimportedNames, found: FoundAsset) => {
      const asset = presences.assets.get(found.key)
      if (asset && !into[asset.type].includes(asset.name)) into[asset.type].push(asset.name)
    }
    const wanted = new Set(presences.wantedAssets)
    for (const found of input.after.assets) if (wanted.has(found.key)) tell(report.newNames, found)
    for (const found of input.before.assets) if (presences.goneKeys.has(found.key)) tell(report.goneNames, found)
  }

  private broken({ scene, shot }: ShotPlace): BrokenShot {
    return this.input.before.scenes[scene]!.shots[shot]!
  }

  /** The record of an old scene; null when the user deleted it. */
  private oldScene(index: number): Scene | null {
    const { startLine, endLine } = this.input.before.scenes[index]!
    const own = scenesInOrder(this.draft).filter((s) => s.scriptId === this.stored.id && s.sourceStart !== null)
    return (
      own.find((s) => s.sourceStart === startLine) ??
      own.find((s) => s.sourceStart! >= startLine && s.sourceStart! <= endLine) ??
      null
    )
  }

  private placeScenes(): void {
    const { input } = this
    // Before any scene gets its new lines.
    const records = this.match.scenes.map(({ old }) => (old === null ? undefined : this.oldScene(old)))
    let previous: Scene | null = null
    input.after.scenes.forEach((broken, n) => {
      const { old, moved } = this.match.scenes[n]!
      let scene = records[n]
      if (scene === undefined) scene = this.restoredScene(broken, previous) ?? this.addScene(broken, previous)
      else if (scene) scene = this.updateScene(scene, input.before.scenes[old!]!, broken, moved ? previous : undefined)
      this.sceneRecords[n] = scene
      if (scene) previous = scene
    })
  }

  private indexAfter(previous: Scene | null): number {
    const scenes = scenesInOrder(this.draft)
    if (previous) return scenes.findIndex((s) => s.id === previous.id) + 1
    const first = scenes.findIndex((s) => s.scriptId === this.stored.id)
    return first < 0 ? scenes.length : first
  }

  private addScene(broken: BrokenScene, previous: Scene | null): Scene {
    const { draft } = this
    const scenes = scenesInOrder(draft)
    const index = this.indexAfter(previous)
    this.report.scenes++
    return draft.add('scenes', {
      id: draft.newId(),
      orderKey: keyAt(scenes, index),
      number: freeNumber(scenes, broken.number, previous),
      heading: broken.heading,
      intExt: broken.intExt,
      set: broken.set,
      timeOfDay: broken.timeOfDay,
      title: '',
      notes: '',
      outOfStoryOrder: broken.outOfStoryOrder ?? false,
      tray: false,
      trayOfId: null,
      scriptId: this.stored.id,
      sourceStart: broken.startLine,
      sourceEnd: broken.endLine,
    })
  }

  /** A scene of the tray that the script has again: same heading, and at least one shot says the same. */
  private restoredScene(broken: BrokenScene, previous: Scene | null): Scene | null {
    const keys = new Set(broken.shots.map(shotKey))
    const tray = traysOf(this.draft).find(
      (s) =>
        s.trayOfId === null &&
        s.scriptId === this.stored.id &&
        s.heading === broken.heading &&
        shotsOfScene(this.draft, s.id).some((shot) => keys.has(shotKey(shot))),
    )
    if (!tray) return null
    this.restoredScenes.push(tray.id)
    untrayScene(this.draft, tray.id, this.indexAfter(previous))
    return this.draft.update('scenes', tray.id, { sourceStart: broken.startLine, sourceEnd: broken.endLine })
  }

  private updateScene(
    scene: Scene,
    before: BrokenScene,
    now: BrokenScene,
    movedAfter: Scene | null | undefined,
  ): Scene {
    const { draft } = this
    if (movedAfter !== undefined) {
      const others = scenesInOrder(draft).filter((s) => s.id !== scene.id)
      const first = others.findIndex((s) => s.scriptId === this.stored.id)
      moveScene(draft, {
        sceneId: scene.id,
        index: movedAfter ? others.findIndex((s) => s.id === movedAfter.id) + 1 : Math.max(first, 0),
      })
    }
    const heading =
      scene.heading === before.heading && now.heading !== before.heading
        ? { heading: now.heading, ...headingPlaceOf(now.heading) }
        : {}
    const number =
      this.isNumbered(now) &&
      scene.number === before.number &&
      !scenesInOrder(draft).some((s) => s.number === now.number)
        ? { number: now.number }
        : {}
    const [was, is] = [before.outOfStoryOrder ?? false, now.outOfStoryOrder ?? false]
    const order = scene.outOfStoryOrder === was && was !== is ? { outOfStoryOrder: is } : {}
    if (Object.keys({ ...heading, ...order }).length) this.report.scenesChanged.push(scene.id)
    return draft.update('scenes', scene.id, {
      ...heading,
      ...order,
      ...number,
      sourceStart: now.startLine,
      sourceEnd: now.endLine,
    })
  }

  /** Does the script itself number the scene (`#12A#`)? Counted numbers follow nothing: the project's stay. */
  private isNumbered(scene: BrokenScene): boolean {
    return /#[^#]+#\s*$/.test(this.input.script.lines[scene.startLine - 1] ?? '')
  }

  private placeShots(n: number): void {
    const scene = this.sceneRecords[n]
    const broken = this.input.after.scenes[n]!
    let previous: Shot | null = null
    broken.shots.forEach((shot, i) => {
      const { old, moved } = this.match.shots[n]![i]!
      const records = old ? (this.old.of.get(placeKey(old.scene, old.shot)) ?? []) : []
      for (const record of records) {
        this.kept.add(record.id)
        if (!scene) continue
        const now = this.draft.must('shots', record.id)
        // Moved by the script, and not by the user before.
        const elsewhere = now.sceneId !== scene.id && old!.scene !== this.match.scenes[n]!.old
        if (moved && (elsewhere || (now.sceneId === scene.id && records.length === 1))) {
          this.moveAfter(now, scene, previous)
          this.report.moved.push(record.id)
        }
        previous = this.draft.must('shots', record.id)
      }
      if (old || !scene) return
      previous = this.restoredShot(shot, scene, previous) ?? this.addShot(n, i, shot, scene, previous)
    })
    if (scene && broken.shots.length) markInitialised(this.draft, scene.id)
  }

  private moveAfter(shot: Shot, scene: Scene, previous: Shot | null): void {
    const others = shotsOfScene(this.draft, scene.id).filter((s) => s.id !== shot.id)
    const index = previous?.sceneId === scene.id ? others.findIndex((s) => s.id === previous.id) + 1 : 0
    if (shot.sceneId === scene.id) moveShot(this.draft, { shotId: shot.id, index })
    else moveShotToScene(this.draft, { shotId: shot.id, sceneId: scene.id, index })
  }

  /** A shot of the tray that the script has again. */
  private restoredShot(broken: BrokenShot, scene: Scene, previous: Shot | null): Shot | null {
    const key = shotKey(broken)
    const lying = [scene, ...traysOf(this.draft).filter((s) => s.trayOfId === scene.id)].flatMap((s) => [
      ...shotsOfScene(this.draft, s.id),
    ])
    const shot = lying.find(
      (s) => this.inTray.has(s.id) && !this.kept.has(s.id) && s.scriptId === this.stored.id && shotKey(s) === key,
    )
    if (!shot) return null
    this.kept.add(shot.id)
    this.report.restored.push(shot.id)
    this.moveAfter(shot, scene, previous)
    return this.draft.update('shots', shot.id, { sourceStart: broken.startLine, sourceEnd: broken.endLine })
  }

  private addShot(n: number, i: number, broken: BrokenShot, scene: Scene, previous: Shot | null): Shot {
    const { draft } = this
    const shots = shotsOfScene(draft, scene.id)
    const index = previous?.sceneId === scene.id ? shots.findIndex((s) => s.id === previous.id) + 1 : 0
    const before = shots[index - 1] ?? lastBefore(draft, scene)
    const shot = addBrokenShot(draft, broken, {
      sceneId: scene.id,
      orderKey: keyAt(shots, index),
      number:
        broken.number !== undefined && !isTaken(draft, broken.number)
          ? broken.number
          : before || shots.length
            ? numberForNew(draft, before, shots[index])
            : firstNumber(draft),
      scriptId: this.stored.id,
    })
    this.report.shots++
    this.report.added.push(shot.id)
    this.presences.addAll(shot, { scene: n, shot: i })
    return shot
  }

  /** Old shots the new script has not go to the tray; a scene with nothing left of the script and nothing of the user's goes as a whole. */
  private removeWhatIsGone(): void {
    const { draft } = this
    const here = new Set(this.sceneRecords.flatMap((s) => (s ? [s.id] : [])))
    const leftover = this.restoredScenes.flatMap((id) =>
      shotsOfScene(draft, id)
        .filter((s) => s.scriptId === this.stored.id && !this.kept.has(s.id))
        .map((s) => s.id),
    )
    const gone = [...this.old.from].filter(([id, keys]) => keys.length && !this.kept.has(id)).map(([id]) => id)
    const goneSet = new Set(gone)
    for (const scene of scenesInOrder(draft).filter((s) => s.scriptId === this.stored.id && !here.has(s.id))) {
      const shots = shotsOfScene(draft, scene.id)
      if (!shots.every((s) => goneSet.has(s.id))) continue
      const scenes = scenesInOrder(draft)
      draft.update('scenes', scene.id, { sourceStart: lineAfter(scenes[scenes.indexOf(scene) - 1]), sourceEnd: null })
      trayScene(draft, scene.id)
      this.report.scenesRemoved.push(scene.id)
    }
    this.report.removed.push(...gone)
    for (const id of [...gone, ...leftover]) {
      const shot = draft.must('shots', id)
      draft.update('shots', id, { sourceStart: lineAfter(neighbour(draft, shot, -1)), sourceEnd: null })
      trayShot(draft, id)
    }
  }

  /** Every shot that stays gets its new lines, and follows the script where it still is as the script had it. */
  private updateKept(): void {
    const { match, old, draft } = this
    const now = new Map<string, ShotPlace>()
    match.shots.forEach((list, n) =>
      list.forEach((m, i) => m.old && now.set(placeKey(m.old.scene, m.old.shot), { scene: n, shot: i })),
    )
    for (const [id, keys] of old.from) {
      const record = draft.get('shots', id)
      if (!record || !this.kept.has(id)) continue
      const parts = keys.flatMap((key) => (now.has(key) ? [now.get(key)!] : []))
      const before = keys.map((key) => this.broken(placeOfKey(key)))
      const after = parts.map((place) => this.input.after.scenes[place.scene]!.shots[place.shot]!)
      const lines = {
        sourceStart: Math.min(...after.map((s) => s.startLine)),
        sourceEnd: Math.max(...after.map((s) => s.endLine)),
      }
      const { fields, kept } = followed(record, whole(before), whole(after))
      draft.update('shots', id, { ...lines, ...fields })
      const alone = keys.length === 1 && parts.length === 1 && (old.of.get(keys[0]!)?.length ?? 0) === 1
      if (alone) this.presences.follow(record, placeOfKey(keys[0]!), parts[0]!)
      else for (const [k, part] of parts.entries()) this.presences.followPlace(record, placeOfKey(keys[k]!), part)
      if (kept) this.report.keptEdited.push(id)
      if (Object.keys(fields).length || this.presences.touched.has(id)) this.report.changed.push(id)
      else if (!kept) this.report.unchanged.push(id)
    }
  }
}

/** Where something that followed this one would begin in the new text: how the tray remembers a place. */
const lineAfter = (before: { sourceStart: number | null; sourceEnd: number | null } | undefined): number =>
  (before?.sourceEnd ?? before?.sourceStart ?? 0) + 1

const placeOfKey = (key: string): ShotPlace => {
  const [scene, shot] = key.split('/').map(Number) as [number, number]
  return { scene, shot }
}

type ScriptFields = Pick<Shot, 'text' | 'dialogue' | 'size' | 'angle' | 'movement' | 'durationFrames'>

/** What several shots of the script say as one, the way a join puts them together. */
function whole(parts: readonly BrokenShot[]): ScriptFields {
  const [first] = parts as [BrokenShot, ...BrokenShot[]]
  return {
    text: parts.map((p) => p.text).reduce((a, b) => (a.trim() === b.trim() ? a : joinTexts(a, b))),
    dialogue: parts.flatMap((p) => p.dialogue),
    size: first.size,
    angle: first.angle,
    movement: first.movement,
    durationFrames: parts.reduce((sum, p) => sum + p.durationFrames, 0),
  }
}

/** Fields that follow the script; `kept` when the script changed one that the user had changed too. */
function followed(
  record: Shot,
  before: ScriptFields,
  after: ScriptFields,
): { fields: Partial<ScriptFields>; kept: boolean } {
  const fields: Record<string, unknown> = {}
  let kept = false
  for (const field of ['text', 'dialogue', 'size', 'angle', 'movement', 'durationFrames'] as const) {
    const [was, is, mine] = [before[field], after[field], record[field]].map((v) => canonicalJson(v))
    if (was === is || mine === is) continue
    if (mine === was) fields[field] = after[field]
    // A length follows from the words: where only it differs, nothing was kept from the script.
    else if (field !== 'durationFrames') kept = true
  }
  return { fields, kept }
}

function lastBefore(draft: Draft, scene: Scene): Shot | undefined {
  const scenes = scenesInOrder(draft)
  for (let i = scenes.findIndex((s) => s.id === scene.id) - 1; i >= 0; i--) {
    const last = shotsOfScene(draft, scenes[i]!.id).at(-1)
    if (last) return last
  }
  return undefined
}

function firstNumber(draft: Draft): string {
  let n = 1
  while (isTaken(draft, String(n))) n++
  return String(n)
}

/** The script's number if nobody has it, else the previous scene's with a letter. */
function freeNumber(scenes: readonly Scene[], wanted: string, previous: Scene | null): string {
  const taken = new Set(scenes.map((s) => s.number))
  if (!taken.has(wanted)) return wanted
  const base = (previous?.number ?? wanted).slice(0, 16)
  for (let n = 0; ; n++) {
    const number = base + String.fromCharCode(65 + (n % 26)).repeat(1 + Math.floor(n / 26))
    if (!taken.has(number) || n > 100) return number
  }
}

/** What a report tells of it. */
export function reimportCounts(r: Reimported) {
  const { scriptId, unchanged, changed, added, moved, restored, removed, keptEdited } = r
  return {
    scriptId,
    unchanged: unchanged.length,
    changed: changed.length,
    added: added.length,
    moved: moved.length,
    restored: restored.length,
    removed: removed.length,
    keptEdited: keptEdited.length,
    scenesChanged: r.scenesChanged.length,
    scenesAdded: r.scenes,
    scenesRemoved: r.scenesRemoved.length,
    newNames: r.newNames,
    goneNames: r.goneNames,
  }
}
