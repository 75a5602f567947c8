import { assignmentOf, instanceOf } from '../../domain/lookup'
import { dropAssignment } from '../../domain/presence/removeAssignment'
import type { Asset, AssetType } from '../../model/asset'
import type { Shot } from '../../model/shot'
import { canonicalJson } from '../../records/canonical'
import type { Draft } from '../../records/draft'
import {
  assignFound,
  evidenceOf,
  importAssets,
  presenceFields,
  suggest,
  waits,
  type Imported,
} from '../importBreakdown'
import type { FoundPresence, ScriptBreakdown } from '../scriptTypes'
import type { ShotPlace } from './matchBreakdowns'

/** By scene and shot of a breakdown. */
function byPlace({ presences }: ScriptBreakdown): Map<string, FoundPresence[]> {
  const places = new Map<string, FoundPresence[]>()
  for (const p of presences) {
    const key = `${p.sceneIndex}/${p.shotIndex}`
    const list = places.get(key)
    if (list) list.push(p)
    else places.set(key, [p])
  }
  return places
}

/**
 * Presences of a re-imported script: what was read from the text and nobody confirmed follows the new text, also where another shot or the heading says
 * it; whatever the user set, confirmed, removed or rejected stays as it is.
 */
export class PresenceDiff {
  readonly assets: ReadonlyMap<string, Asset | null>
  /** Keys of assets that are new to the script. */
  readonly wantedAssets: readonly string[]
  /** Shots in which somebody or something comes, goes or is there otherwise. */
  readonly touched = new Set<string>()
  private readonly before: Map<string, FoundPresence[]>
  private readonly after: Map<string, FoundPresence[]>
  private readonly candidates: ReadonlySet<string>
  /** Keys of assets that the script has no more. */
  readonly goneKeys: ReadonlySet<string>
  private readonly kinds: ReadonlyMap<string, AssetType>

  constructor(
    private readonly draft: Draft,
    before: ScriptBreakdown,
    after: ScriptBreakdown,
    private readonly report: Imported,
  ) {
    const known = new Set(before.assets.map((a) => a.key))
    this.wantedAssets = after.assets.filter((a) => !known.has(a.key)).map((a) => a.key)
    const now = importAssets(draft, after, report, (found) => !known.has(found.key))
    // Whoever the new draft has no more is still somebody of the project.
    const gone = { assets: before.assets.filter((a) => !now.has(a.key)) }
    this.assets = new Map([...importAssets(draft, gone, report, () => false), ...now])
    this.goneKeys = new Set(gone.assets.map((a) => a.key))
    this.kinds = new Map([...before.assets, ...after.assets].map((a) => [a.key, a.type]))
    this.before = byPlace(before)
    this.after = byPlace(after)
    this.candidates = new Set(after.assets.filter((a) => a.candidate).map((a) => a.key))
  }

  /** All presences of a new shot. */
  addAll(shot: Shot, place: ShotPlace): void {
    for (const found of this.at(this.after, place)) this.add(shot, found)
  }

  /** One that is new to a shot. */
  private add(shot: Shot, found: FoundPresence): void {
    const asset = this.assets.get(found.assetKey)
    if (!asset) return
    const { sceneId } = this.draft.must('shots', shot.id)
    const instance = instanceOf(this.draft, sceneId, asset.id)
    if (instance && assignmentOf(this.draft, shot.id, instance.id)) return
    if (!waits(found, this.candidates)) {
      assignFound(this.draft, shot.id, asset, found)
      this.report.assignments++
      this.touched.add(shot.id)
    } else if (!this.suggestionOf(shot, asset)) suggest(this.draft, shot.id, asset, found)
  }

  /** A shot that lives on alone: its unconfirmed presences follow the text. */
  follow(shot: Shot, was: ShotPlace, is: ShotPlace): void {
    this.followOnly(shot, was, is, () => true)
  }

  /** A shot that was cut or joined: who is in which part only the user knows, but its place is that of the scene. */
  followPlace(shot: Shot, was: ShotPlace, is: ShotPlace): void {
    this.shift(shot, was, is)
    this.followOnly(shot, was, is, (key) => this.kinds.get(key) === 'location')
  }

  private followOnly(shot: Shot, was: ShotPlace, is: ShotPlace, wanted: (key: string) => boolean): void {
    const at = (places: Map<string, FoundPresence[]>, place: ShotPlace) =>
      new Map(this.at(places, place).flatMap((p) => (wanted(p.assetKey) ? [[p.assetKey, p] as const] : [])))
    const [before, after] = [at(this.before, was), at(this.after, is)]
    for (const [key, found] of after) {
      const old = before.get(key)
      if (!old) this.add(shot, found)
      else this.change(shot, old, found)
    }
    for (const [key, old] of before) if (!after.has(key)) this.drop(shot, old)
  }

  /** New lines for the evidence, nothing else. */
  private shift(shot: Shot, was: ShotPlace, is: ShotPlace): void {
    const after = new Map(this.at(this.after, is).map((p) => [p.assetKey, p]))
    for (const old of this.at(this.before, was)) {
      const found = after.get(old.assetKey)
      const lines = found ? evidenceOf(found) : null
      const assignment = this.assignmentOf(shot, old)
      if (lines && assignment?.evidence) this.draft.update('assignments', assignment.id, { evidence: lines })
      const suggestion = this.suggestionFor(shot, old)
      if (lines && suggestion) this.draft.update('suggestions', suggestion.id, { evidence: lines })
    }
  }

  private at(places: Map<string, FoundPresence[]>, { scene, shot }: ShotPlace): FoundPresence[] {
    return places.get(`${scene}/${shot}`) ?? []
  }

  private assignmentOf(shot: Shot, found: FoundPresence) {
    const asset = this.assets.get(found.assetKey)
    const instance = asset && instanceOf(this.draft, this.draft.must('shots', shot.id).sceneId, asset.id)
    return instance ? assignmentOf(this.draft, shot.id, instance.id) : undefined
  }

  private suggestionOf(shot: Shot, asset: Asset) {
    return this.draft.list('suggestionsOfShot', shot.id).find((s) => s.assetId === asset.id)
  }

  private suggestionFor(shot: Shot, found: FoundPresence) {
    const asset = this.assets.get(found.assetKey)
    return asset ? this.suggestionOf(shot, asset) : undefined
  }

  private change(shot: Shot, old: FoundPresence, found: FoundPresence): void {
    // What was a guess is sure now, or the other way round.
    if (waits(old, this.candidates) !== waits(found, this.candidates)) {
      this.drop(shot, old)
      this.add(shot, found)
      return
    }
    const fields = { ...presenceFields(found), evidence: evidenceOf(found) }
    const assignment = this.assignmentOf(shot, old)
    const differs =
      canonicalJson([presenceFields(old), old.action]) !== canonicalJson([presenceFields(found), found.action])
    if (assignment && differs && this.isAsFound(assignment, old)) this.touched.add(shot.id)
    if (assignment)
      this.draft.update(
        'assignments',
        assignment.id,
        this.isAsFound(assignment, old)
          ? { ...fields, action: found.action }
          : assignment.evidence
            ? { evidence: fields.evidence }
            : {},
      )
    const suggestion = this.suggestionFor(shot, old)
    if (suggestion)
      this.draft.update(
        'suggestions',
        suggestion.id,
        suggestion.state === 'open' ? fields : { evidence: fields.evidence },
      )
  }

  private drop(shot: Shot, old: FoundPresence): void {
    const assignment = this.assignmentOf(shot, old)
    if (assignment && this.isAsFound(assignment, old)) {
      dropAssignment(this.draft, assignment)
      this.touched.add(shot.id)
    }
    const suggestion = this.suggestionFor(shot, old)
    if (suggestion?.state === 'open') this.draft.remove('suggestions', suggestion.id)
  }

  /** Still what was read from the old text, and confirmed by nobody. */
  private isAsFound(assignment: { origin: string } & Record<string, unknown>, old: FoundPresence): boolean {
    const fields = presenceFields(old)
    return (
      assignment.origin === 'suggested' &&
      canonicalJson(Object.keys(fields).map((k) => assignment[k])) === canonicalJson(Object.values(fields))
    )
  }
}
