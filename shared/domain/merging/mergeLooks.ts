import { turnIn } from '../../language/reading/turns'
import { NameIndex } from '../../language/text/nameIndex'
import { readableSentences } from '../../language/text/splitSentences'
import type { SceneAssetInstance } from '../../model/asset'
import type { Shot } from '../../model/shot'
import type { Transformation } from '../../model/transformation'
import type { Draft } from '../../records/draft'
import type { ReadRecords } from '../../records/recordStore'
import { assignmentOf, instanceOf, instancesInStoryOrder, namesOf, shotsOfScene } from '../lookup'
import type { MergeConflict, StartLooks } from './mergeScenes'
import { transformationsInOrder, resolveLook, type Moment } from '../looks/resolveLook'

type Side = 'into' | 'from'

/** The text of a shot tells that one turns into the other. */
interface ToldTurn {
  readonly to: Side
  /** When, as a fraction of the shot. */
  readonly at: number
}

interface StayWithLook {
  readonly enterAt: number
  readonly exitAt: number
  readonly lookId: string
}

/** A change of look inside a shot that shows both, as they looked before the merge. */
interface LookStep {
  readonly at: number
  readonly toLookId: string
}

/** One shot as it was before the merge: who of the two was in it, when, in which look at its start, and what changed inside it. */
interface ShotPlan {
  readonly shotId: string
  readonly into: StayWithLook | null
  readonly from: StayWithLook | null
  readonly steps: readonly LookStep[]
  /** In equal stays who is changed from. */
  readonly first: Side
  /** Its text tells the change, and so sets shot and time (domain.md 8.3). */
  readonly turn: ToldTurn | null
  /** Another shot of the scene tells it: who is to be seen in this one, where both are in all of it. */
  readonly shows: Side | null
  /** The source's look at the shot's end. */
  readonly fromEnd: string
  /** The target changes its look by itself, in this shot or in the cut after it. */
  readonly intoChanges: boolean
  readonly intoChangesAfter: boolean
  /** The source changes its look at a time when the target's look is to be seen. */
  readonly outOfTurn: boolean
}
interface ScenePlan {
  readonly sceneId: string
  readonly shots: readonly ShotPlan[]
}
export interface LookPlan {
  readonly scenes: readonly ScenePlan[]
  /** How the source starts each of its scenes. */
  readonly startLooks: StartLooks
}

/** Notes how both assets look in every scene of the source, before anything is moved. */
export function planLooks(store: ReadRecords, intoId: string, fromId: string): LookPlan {
  const startLooks = new Map<string, string>()
  const scenes = instancesInStoryOrder(store, fromId).map((from) => {
    const into = instanceOf(store, from.sceneId, intoId)
    const shots = shotsOfScene(store, from.sceneId)
    startLooks.set(from.sceneId, resolveLook(store, from, { shotId: shots[0]?.id ?? '', at: 'start' }).id)
    const alone = shots.map((shot) => aloneIn(store, shot.id, into, from))
    const turns = shots.map((shot) => toldTurn(store, shot, intoId, fromId))
    return {
      sceneId: from.sceneId,
      shots: shots.map((shot, i) =>
        planShot(store, shot.id, into, from, firstOf(alone, i), { turn: turns[i]!, shows: shownBetween(turns, i) }),
      ),
    }
  })
  return { scenes, startLooks }
}

/** "Tom turns into a GARDEN GNOME" in the action of a shot. */
function toldTurn(store: ReadRecords, { text }: Shot, intoId: string, fromId: string): ToldTurn | null {
  const names = new NameIndex([], 'any')
  for (const id of [intoId, fromId])
    for (const name of namesOf(store.must('assets', id))) names.add(name.replace(/^(?:an?|the)\s+/i, ''), id)
  for (const sentence of readableSentences(text)) {
    const turn = turnIn(names.read(sentence.text, sentence.start))
    if (!turn) continue
    // A change that is all its shot tells happens in the middle of it.
    if (sentence.text.length >= text.trim().length - 1) return { to: turn.to === intoId ? 'into' : 'from', at: 0.5 }
    const at = Math.min(0.9, Math.max(0.1, turn.at / Math.max(1, text.length)))
    return { to: turn.to === intoId ? 'into' : 'from', at: Math.round(at * 100) / 100 }
  }
  return null
}

/** Before the first shot that tells a change who it changes from is seen, behind it who it changes into. */
function shownBetween(turns: readonly (ToldTurn | null)[], index: number): Side | null {
  if (turns[index]) return null
  const before = turns.slice(0, index).findLast((turn) => turn !== null)
  if (before) return before.to
  const after = turns.slice(index + 1).find((turn) => turn !== null)
  return after ? (after.to === 'into' ? 'from' : 'into') : null
}

/** Which of the two is in a shot without the other. */
function aloneIn(
  store: ReadRecords,
  shotId: string,
  into: SceneAssetInstance | undefined,
  from: SceneAssetInstance,
): Side | null {
  const hasInto = into !== undefined && assignmentOf(store, shotId, into.id) !== undefined
  const hasFrom = assignmentOf(store, shotId, from.id) !== undefined
  return hasInto === hasFrom ? null : hasInto ? 'into' : 'from'
}

/** In equal stays the one who was alone before is changed from; else to the one who is alone after; else the target (domain.md 8.4). */
function firstOf(alone: readonly (Side | null)[], index: number): Side {
  const before = alone.slice(0, index).findLast((side) => side !== null)
  if (before) return before
  return alone.slice(index + 1).find((side) => side !== null) === 'into' ? 'from' : 'into'
}

function planShot(
  store: ReadRecords,
  shotId: string,
  intoInstance: SceneAssetInstance | undefined,
  fromInstance: SceneAssetInstance,
  equal: Side,
  told: Pick<ShotPlan, 'turn' | 'shows'>,
): ShotPlan {
  const into = intoInstance ? sideOf(store, intoInstance, shotId) : null
  const from = sideOf(store, fromInstance, shotId)
  const changes = store.list('transformationsOfShot', shotId).filter((e) => !e.suspended)
  const intoHas = (kind: Transformation['kind']) =>
    intoInstance !== undefined && changes.some((e) => e.kind === kind && e.sceneAssetInstanceId === intoInstance.id)
  const lookAt = (side: StayWithLook, at: number) =>
    resolveLook(store, side === into ? intoInstance! : fromInstance, { shotId, at }).id
  const { turn } = told
  const steps =
    into && from
      ? turn
        ? [{ at: turn.at, toLookId: lookAt(turn.to === 'into' ? into : from, turn.at) }]
        : stepsOf(into, from, equal, lookAt)
      : []
  const isTurn = (at: number) =>
    into && from
      ? turn
        ? at >= turn.at === (turn.to === 'from')
        : isTurnOf(from, into, from, equal, at)
      : from !== null
  return {
    shotId,
    into,
    from,
    steps,
    first: equal,
    ...told,
    fromEnd: resolveLook(store, fromInstance, { shotId, at: 'end' }).id,
    intoChanges: intoHas('within_shot'),
    intoChangesAfter: intoHas('between_shots'),
    outOfTurn: changes.some(
      (e) => e.kind === 'within_shot' && e.sceneAssetInstanceId === fromInstance.id && !isTurn(e.at!),
    ),
  }
}

function sideOf(store: ReadRecords, instance: SceneAssetInstance, shotId: string): StayWithLook | null {
  const assignment = assignmentOf(store, shotId, instance.id)
  if (!assignment) return null
  return {
    enterAt: assignment.enterAt,
    exitAt: assignment.exitAt,
    lookId: resolveLook(store, instance, { shotId, at: 'start' }).id,
  }
}

const sameStay = (a: StayWithLook, b: StayWithLook) => a.enterAt === b.enterAt && a.exitAt === b.exitAt

/**
 * Which of two in one shot is changed from, to whom, and when (domain.md 8): who enters first, at the other's entry; at equal entries who
 * leaves first, at its exit; in equal stays `equal`, in the middle. `back`: the other leaves first, so it changes back.
 */
function orderOf(
  into: StayWithLook,
  from: StayWithLook,
  equal: Side,
): { first: StayWithLook; other: StayWithLook; at: number; back: number | null } {
  if (into.enterAt !== from.enterAt) {
    const [first, other] = into.enterAt < from.enterAt ? [into, from] : [from, into]
    return { first, other, at: other.enterAt, back: other.exitAt < first.exitAt ? other.exitAt : null }
  }
  if (into.exitAt !== from.exitAt) {
    const [first, other] = into.exitAt < from.exitAt ? [into, from] : [from, into]
    return { first, other, at: first.exitAt, back: null }
  }
  const at = (into.enterAt + into.exitAt) / 2
  return equal === 'into' ? { first: into, other: from, at, back: null } : { first: from, other: into, at, back: null }
}

function stepsOf(
  into: StayWithLook,
  from: StayWithLook,
  equal: Side,
  lookAt: (side: StayWithLook, at: number) => string,
): LookStep[] {
  const { first, other, at, back } = orderOf(into, from, equal)
  const steps = [{ at, toLookId: lookAt(other, at) }]
  if (back !== null) steps.push({ at: back, toLookId: lookAt(first, back) })
  return steps
}

/** Is it the look of `side` that is to be seen at that time of a shot with both? In equal stays the source may be carried, so both are right. */
function isTurnOf(side: StayWithLook, into: StayWithLook, from: StayWithLook, equal: Side, time: number): boolean {
  if (sameStay(into, from) && equal === 'into') return true
  const { first, at, back } = orderOf(into, from, equal)
  const turnOfFirst = time < at || (back !== null && time >= back)
  return (side === first) === turnOfFirst
}

/** Where a look was carried on after a shot with both, and could turn back in the cut before: "turns back after shot N". */
export interface TurnBack {
  readonly sceneId: string
  /** The shot after which it would turn back. */
  readonly afterShotId: string
  readonly shotId: string
}

/**
 * Walks each scene of the merged asset in order and makes a change of look only where the look in force would otherwise be wrong
 * (domain.md 8).
 * @param turnBackAfter shots after which the user wants the look to turn back
 * @returns shots that now show a carried look
 */
export function writeLooks(
  draft: Draft,
  plan: LookPlan,
  intoId: string,
  mergeId: string,
  turnBackAfter: readonly string[],
  conflicts: MergeConflict[],
): TurnBack[] {
  const carried: TurnBack[] = []
  const back = new Set(turnBackAfter)
  for (const scene of plan.scenes) {
    const instance = instanceOf(draft, scene.sceneId, intoId)
    if (instance) new Walk(draft, scene, instance.id, mergeId, back, conflicts, carried).run()
  }
  return carried
}

class Walk {
  private hadBoth = false
  private seen = false
  /** Whose look arrived in an earlier shot with both. */
  private arrived: Side | null = null
  private readonly place: ReadonlyMap<string, number>

  constructor(
    private readonly draft: Draft,
    private readonly scene: ScenePlan,
    private readonly instanceId: string,
    private readonly mergeId: string,
    private readonly turnBackAfter: ReadonlySet<string>,
    private readonly conflicts: MergeConflict[],
    private readonly carried: TurnBack[],
  ) {
    this.place = new Map(scene.shots.map((s, i) => [s.shotId, i]))
  }

  run(): void {
    this.scene.shots.forEach((shot, i) => {
      if (shot.into && shot.from) this.shotWithBoth(shot, shot.into, shot.from, i)
      else if (shot.from) {
        this.start(i, shot.from.lookId)
        if (shot.intoChanges) this.conflict(shot.shotId)
      } else if (shot.into) {
        if (!this.hadBoth) this.start(i, shot.into.lookId)
        else this.carryInto(shot, shot.into.lookId, i)
        if (shot.outOfTurn) this.conflict(shot.shotId)
      }
      if (shot.into ?? shot.from) this.seen = true
    })
  }

  private carryInto(shot: ShotPlan, lookId: string, index: number): void {
    if (this.inForce(index, 'start') === lookId) return
    const afterShotId = this.scene.shots[index - 1]!.shotId
    if (this.turnBackAfter.has(afterShotId)) this.start(index, lookId)
    else this.carried.push({ sceneId: this.scene.sceneId, afterShotId, shotId: shot.shotId })
  }

  private inForce(index: number, at: Moment['at']): string {
    return resolveLook(this.draft, this.draft.must('sceneAssetInstances', this.instanceId), {
      shotId: this.scene.shots[index]!.shotId,
      at,
    }).id
  }

  /** Makes a look stand at a shot's start: by a change in the cut before it, before anything was to be seen by the instance's start look. */
  private start(index: number, lookId: string): void {
    const now = this.inForce(index, 'start')
    if (now === lookId) return
    const previous = this.scene.shots[index - 1]
    if (!previous || (!this.seen && !this.eventBefore(index)))
      this.draft.update('sceneAssetInstances', this.instanceId, { lookId })
    else {
      if (previous.intoChangesAfter)
        this.conflict(
          previous.shotId,
          (number) => `After shot ${number} the target's own change of look is followed by another.`,
        )
      this.event('between_shots', previous.shotId, null, now, lookId)
    }
  }

  private eventBefore(index: number): boolean {
    const first: Transformation | undefined = transformationsInOrder(
      this.draft,
      this.draft.must('sceneAssetInstances', this.instanceId),
    )[0]
    return first !== undefined && (this.place.get(first.shotId) ?? 0) < index
  }

  private event(
    kind: 'within_shot' | 'between_shots',
    shotId: string,
    at: number | null,
    fromLookId: string,
    toLookId: string,
  ): void {
    this.draft.add('transformations', {
      id: this.draft.newId(),
      sceneAssetInstanceId: this.instanceId,
      kind,
      shotId,
      at,
      fromLookId,
      toLookId,
      carries: 'scene',
      ordinal: this.draft.nextOrdinal('transformations'),
      suspended: '',
      mergeId: this.mergeId,
    })
  }

  private conflict(
    shotId: string,
    message = (number: string) => `Shot ${number} keeps its own changes of look.`,
  ): void {
    this.conflicts.push({
      code: 'EVENT',
      shotId,
      sceneId: this.scene.sceneId,
      message: message(this.draft.must('shots', shotId).number),
    })
  }

  /** Existing changes of the target win; else it changes where `orderOf` says, unless it looks right already. */
  private shotWithBoth(shot: ShotPlan, into: StayWithLook, from: StayWithLook, index: number): void {
    const arrived = this.arrived && (this.arrived === 'from' ? from : into)
    const carried = sameStay(into, from) && arrived !== null && this.inForce(index, 'start') === arrived.lookId
    this.hadBoth = true
    if (shot.turn) {
      const { to } = shot.turn
      this.start(index, (to === 'into' ? from : into).lookId)
      if (shot.intoChanges || shot.outOfTurn) this.conflict(shot.shotId)
      if (!shot.intoChanges) for (const step of shot.steps) this.step(shot.shotId, index, step)
      this.arrived = to
      return
    }
    if (shot.shows && sameStay(into, from)) {
      this.start(index, (shot.shows === 'into' ? into : from).lookId)
      if (shot.outOfTurn) this.conflict(shot.shotId)
      this.arrived = shot.shows
      return
    }
    if (!carried) this.start(index, orderOf(into, from, shot.first).first.lookId)
    if (shot.intoChanges || shot.outOfTurn) this.conflict(shot.shotId)
    if (!carried && !shot.intoChanges) for (const step of shot.steps) this.step(shot.shotId, index, step)
    const atEnd = this.inForce(index, 'end')
    const toTarget = carried ? this.arrived === 'into' : sameStay(into, from) && shot.first === 'from'
    if (toTarget) this.arrived = atEnd === into.lookId ? 'into' : null
    else this.arrived = atEnd === shot.fromEnd ? 'from' : null
  }

  private step(shotId: string, index: number, { at, toLookId }: LookStep): void {
    const now = this.inForce(index, at)
    if (now !== toLookId) this.event('within_shot', shotId, at, now, toLookId)
  }
}
