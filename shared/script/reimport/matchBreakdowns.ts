import type { BrokenScene, BrokenShot, ScriptBreakdown } from '../scriptTypes'
import { alikePairs, commonRun, likeness, movedOf, comparedWords } from './align'

/** A shot of a breakdown by its place in it. */
export interface ShotPlace {
  scene: number
  shot: number
}

/** Where a scene or shot of the new breakdown was in the old one. */
export interface SceneMatch {
  old: number | null
  moved: boolean
}
export interface ShotMatch {
  old: ShotPlace | null
  same: boolean
  moved: boolean
}

export interface BreakdownMatch {
  /** For each new scene. */
  scenes: SceneMatch[]
  /** For each shot of each new scene. */
  shots: ShotMatch[][]
}

/** Words two texts must share, of all their words, to count as one text that was changed. */
const leastAlike = 0.4

/** What a shot says: equal keys are the same shot. Line breaks and spaces do not count. */
export const shotKey = (shot: Pick<BrokenShot, 'text' | 'dialogue'>): string =>
  JSON.stringify([
    squeeze(shot.text),
    shot.dialogue.map((d) => [d.character, d.extension, squeeze(d.parenthetical), squeeze(d.text)]),
  ])
const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim()
const shotWords = (shot: BrokenShot) =>
  comparedWords([shot.text, ...shot.dialogue.flatMap((d) => [d.character, d.parenthetical, d.text])].join(' '))
const headingKey = (scene: BrokenScene) => squeeze(scene.heading).toUpperCase()

/**
 * Matches two breakdowns of one script by content (domain.md 11): scenes by heading and text, their shots by equal text, then by likeness
 * between equal neighbours; what was moved to another place or another scene is found again when it says the same. Pure and deterministic.
 */
export function matchBreakdowns(
  before: Pick<ScriptBreakdown, 'scenes'>,
  after: Pick<ScriptBreakdown, 'scenes'>,
): BreakdownMatch {
  const sceneOf = matchScenes(before.scenes, after.scenes)
  const free = new Set(before.scenes.flatMap((scene, s) => scene.shots.map((_, i) => `${s}/${i}`)))
  const shots = after.scenes.map((scene, n): ShotMatch[] => {
    const old = sceneOf[n]!
    if (old === null) return scene.shots.map(() => ({ old: null, same: false, moved: false }))
    const matches = matchShots(before.scenes[old]!.shots, scene.shots)
    const found = matches.flatMap((m, i) => (m ? [{ at: i, old: m.old }] : []))
    const moved = movedOf(found.map((f) => f.old))
    const movedAt = new Set([...moved].map((i) => found[i]!.at))
    return matches.map((m, i) => {
      if (m) free.delete(`${old}/${m.old}`)
      return m
        ? { old: { scene: old, shot: m.old }, same: m.same, moved: movedAt.has(i) }
        : { old: null, same: false, moved: false }
    })
  })
  findElsewhere(before.scenes, after.scenes, shots, free)
  const oldScenes = sceneOf.flatMap((old, i) => (old === null ? [] : [{ old, i }]))
  const movedScenes = new Set([...movedOf(oldScenes.map((s) => s.old))].map((i) => oldScenes[i]!.i))
  return { scenes: sceneOf.map((old, i) => ({ old, moved: movedScenes.has(i) })), shots }
}

/** Are these two versions of one script? At least a third of the shots of either say the same, and more than a few words. */
export function saysMuchTheSame(a: Pick<ScriptBreakdown, 'scenes'>, b: Pick<ScriptBreakdown, 'scenes'>): boolean {
  const keys = ({ scenes }: Pick<ScriptBreakdown, 'scenes'>) =>
    scenes
      .flatMap((scene) => scene.shots)
      .filter((shot) => shotWords(shot).length >= 4)
      .map(shotKey)
  const [before, after] = [new Set(keys(a)), new Set(keys(b))]
  const shared = [...after].filter((key) => before.has(key)).length
  return shared >= 2 && shared * 3 >= Math.max(before.size, after.size)
}

/** Have they anything in common: a heading, or a shot? */
export function saysSomeOfTheSame(a: Pick<ScriptBreakdown, 'scenes'>, b: Pick<ScriptBreakdown, 'scenes'>): boolean {
  const marks = ({ scenes }: Pick<ScriptBreakdown, 'scenes'>) =>
    scenes.flatMap((scene) => [...(scene.heading ? [headingKey(scene)] : []), ...scene.shots.map(shotKey)])
  const before = new Set(marks(a))
  return marks(b).some((mark) => before.has(mark))
}

/** For each new scene the old one: same heading and text, then same heading in order, then alike text under whatever heading. */
function matchScenes(before: readonly BrokenScene[], after: readonly BrokenScene[]): (number | null)[] {
  const found: (number | null)[] = after.map(() => null)
  const taken = new Set<number>()
  const take = (old: number, now: number) => {
    if (found[now] !== null || taken.has(old)) return
    found[now] = old
    taken.add(old)
  }
  const whole = (scene: BrokenScene) => `${headingKey(scene)}\n${scene.shots.map(shotKey).join('\n')}`
  const rest = (list: readonly BrokenScene[], isTaken: (i: number) => boolean) =>
    list.map((_, i) => i).filter((i) => !isTaken(i))
  const oldLeft = () => rest(before, (i) => taken.has(i))
  const newLeft = () => rest(after, (i) => found[i] !== null)
  const byKey = (key: (scene: BrokenScene) => string) => {
    const [a, b] = [oldLeft(), newLeft()]
    for (const [i, k] of commonRun(
      a.map((i) => key(before[i]!)),
      b.map((i) => key(after[i]!)),
    ))
      take(a[i]!, b[k]!)
  }
  byKey(whole)
  // The same scene at another place.
  for (const now of newLeft()) {
    const old = oldLeft().find((i) => whole(before[i]!) === whole(after[now]!))
    if (old !== undefined) take(old, now)
  }
  byTextAlike(before, after, oldLeft(), newLeft(), take)
  byKey(headingKey)
  return found
}

/** Scenes that share shots or words: most alike first, a heading in common counts as half of it. */
function byTextAlike(
  before: readonly BrokenScene[],
  after: readonly BrokenScene[],
  oldLeft: readonly number[],
  newLeft: readonly number[],
  take: (old: number, now: number) => void,
): void {
  if (oldLeft.length * newLeft.length > 40_000) return
  const words = new Map<BrokenScene, string[]>()
  const wordsIn = (scene: BrokenScene) => {
    let list = words.get(scene)
    if (!list) words.set(scene, (list = scene.shots.flatMap(shotWords)))
    return list
  }
  const scored = oldLeft
    .flatMap((old) =>
      newLeft.map((now) => {
        const [a, b] = [before[old]!, after[now]!]
        const text = a.shots.length && b.shots.length ? likeness(wordsIn(a), wordsIn(b)) : 0
        return { old, now, score: headingKey(a) === headingKey(b) ? 0.5 + text / 2 : text }
      }),
    )
    .filter((s) => s.score >= 0.6)
  scored.sort((x, y) => y.score - x.score || Math.abs(x.old - x.now) - Math.abs(y.old - y.now) || x.now - y.now)
  for (const { old, now } of scored) take(old, now)
}

/** For each new shot of a scene its old one: equal ones in order, equal ones at other places, alike ones between them. */
function matchShots(
  before: readonly BrokenShot[],
  after: readonly BrokenShot[],
): ({ old: number; same: boolean } | null)[] {
  const found: ({ old: number; same: boolean } | null)[] = after.map(() => null)
  const [a, b] = [before.map(shotKey), after.map(shotKey)]
  const run = commonRun(a, b)
  for (const [old, now] of run) found[now] = { old, same: true }
  const taken = new Set(run.map(([old]) => old))
  for (const [now, key] of b.entries()) {
    if (found[now]) continue
    const old = a.findIndex((other, i) => other === key && !taken.has(i))
    if (old < 0) continue
    found[now] = { old, same: true }
    taken.add(old)
  }
  for (const { olds, nows } of gaps(run, before.length, after.length)) {
    const [p, q] = [olds.filter((i) => !taken.has(i)), nows.filter((i) => !found[i])]
    for (const [i, k] of alikePairs(
      p.map((o) => shotWords(before[o]!)),
      q.map((n) => shotWords(after[n]!)),
      leastAlike,
    )) {
      found[q[k]!] = { old: p[i]!, same: false }
      taken.add(p[i]!)
    }
  }
  return found
}

function gaps(
  run: readonly [number, number][],
  oldLength: number,
  newLength: number,
): { olds: number[]; nows: number[] }[] {
  const out: { olds: number[]; nows: number[] }[] = []
  let [o, n] = [0, 0]
  for (const [old, now] of [...run, [oldLength, newLength] as [number, number]]) {
    if (old > o && now > n) out.push({ olds: range(o, old), nows: range(n, now) })
    ;[o, n] = [old + 1, now + 1]
  }
  return out
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i)

/** What says the same in another scene went there. Words as short as "Hello." say too little for that. */
function findElsewhere(
  before: readonly BrokenScene[],
  after: readonly BrokenScene[],
  shots: ShotMatch[][],
  free: Set<string>,
): void {
  const places = new Map<string, ShotPlace[]>()
  for (const place of free) {
    const [scene, shot] = place.split('/').map(Number) as [number, number]
    const broken = before[scene]!.shots[shot]!
    if (shotWords(broken).length < 4) continue
    const key = shotKey(broken)
    const list = places.get(key)
    if (list) list.push({ scene, shot })
    else places.set(key, [{ scene, shot }])
  }
  shots.forEach((list, n) => {
    list.forEach((match, i) => {
      if (match.old) return
      const place = places.get(shotKey(after[n]!.shots[i]!))?.shift()
      if (place) list[i] = { old: place, same: true, moved: true }
    })
  })
}
