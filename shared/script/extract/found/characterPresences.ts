import { presenceOf } from '../../../model/assignment'
import type { FoundAsset, FoundPresence, ScriptWarning } from '../../scriptTypes'
import { keyName } from '../cast/cast'
import { locationKey } from './findLocations'
import type { CutScene } from '../shots/scenes'
import type { PlayedScene, Span } from '../play/playedScene'

/** An interval of one shot, with what belongs to its two edges. */
type FoundStay = Omit<FoundPresence, 'sceneIndex' | 'shotIndex' | 'assetKey' | 'presence'>

/** In a scene of many shots, who was not seen or heard for so many is a question, not a bar. */
const longSilence = 10
const manyShots = 14

/** Edges this near to a shot's start or end would hardly be seen; they move inwards. */
const margin = 0.1

/** A scene with more stays than this is no scene; there everybody is kept for a few shots only. */
const maxStays = 50_000
const crowdedShots = 20

/**
 * Presences of one scene's characters: each name gets what its own mentions tell, from its first evidence until an
 * exit or the scene's end (domain.md 9). A shot holds one interval for each asset; who leaves and returns within it
 * gets the whole, with a warning.
 */
export function characterPresences(
  cut: CutScene,
  sceneIndex: number,
  { spans, doubts, cutaways }: Pick<PlayedScene, 'spans' | 'doubts' | 'cutaways'>,
  byName: ReadonlyMap<string, FoundAsset>,
  warnings: ScriptWarning[],
): FoundPresence[] {
  const stays = new Map<string, Map<number, FoundStay>>()
  const shotCount = cut.scene.shots.length
  const crowded = spans.length * shotCount > maxStays
  if (crowded) warnings.push(crowdWarning(cut, spans.length))
  for (const span of spans) {
    const standsIn = nameByShot(span, byName)
    for (const [name, found] of span.evidence) {
      const asset = byName.get(name)
      if (!asset) continue
      let shots = stays.get(asset.key)
      if (!shots) stays.set(asset.key, (shots = new Map<number, FoundStay>()))
      // A second name of someone already there is in its whole shot.
      const opens = found.moment.shot === span.from.shot || standsIn?.(span.from.shot) === asset
      const first = opens ? span.from : { shot: found.moment.shot, at: 0 }
      const lastShot = Math.min(
        span.to?.shot ?? Infinity,
        shotCount - 1,
        crowded ? first.shot + crowdedShots : Infinity,
      )
      for (let shot = first.shot; shot <= lastShot; shot++) {
        if (!span.cutaway && cutaways.has(shot)) continue
        if (standsIn && standsIn(shot) !== asset) continue
        const enters = shot === first.shot && opens && span.entered !== null
        const leaves = span.to !== null && span.to.shot === shot && span.to.at < 1
        const stay: FoundStay = {
          enterAt: enters ? inside(first.at) : 0,
          exitAt: leaves ? inside(span.to!.at) : 1,
          enterFrom: enters ? span.entered!.side : null,
          exitTo: leaves ? (span.left?.side ?? null) : null,
          action: [enters ? span.entered!.phrase : '', leaves ? (span.left?.phrase ?? '') : '']
            .filter((p) => p !== '')
            .join('; '),
          evidence:
            leaves && !enters && span.left
              ? { line: span.left.line, text: span.left.text }
              : { line: found.line, text: found.text },
          confidence: confidenceIn(span, shot, shotCount),
        }
        order(stay)
        const held = shots.get(shot)
        shots.set(shot, held ? hull(held, stay, asset, cut, shot, warnings) : stay)
      }
    }
  }
  const out: FoundPresence[] = []
  for (const { name, shot, line, text, confidence } of doubts) {
    const asset = byName.get(name)
    if (!asset || stays.get(asset.key)?.has(shot)) continue
    if (out.some((p) => p.assetKey === asset.key && p.shotIndex === shot)) continue
    out.push({ ...throughout(sceneIndex, shot, asset.key, { line, text: text.slice(0, 500) }), confidence })
  }
  for (const [assetKey, shots] of stays)
    for (const [shotIndex, stay] of shots) out.push(finish(sceneIndex, shotIndex, assetKey, stay))
  return out
}

/**
 * Whose bar a person who has several names in a stretch gets in each shot, so that nobody stands in a picture twice while it is open whether two
 * names are one (domain.md 11.4): the name stays until a shot uses the other one alone. Null where there is only one name.
 */
function nameByShot(
  { evidence, turns }: Span,
  byName: ReadonlyMap<string, FoundAsset>,
): ((shot: number) => FoundAsset | undefined) | null {
  const assets = new Set([...evidence.keys()].flatMap((name) => byName.get(name) ?? []))
  if (assets.size < 2) return null
  const used = new Map<number, FoundAsset[]>()
  for (const { name, shot } of turns) {
    const asset = byName.get(name)
    if (asset) used.set(shot, [...(used.get(shot) ?? []), asset])
  }
  const changes: { shot: number; asset: FoundAsset }[] = []
  for (const [shot, named] of [...used].sort((a, b) => a[0] - b[0])) {
    const held = changes.at(-1)?.asset
    if (!held || !named.includes(held)) changes.push({ shot, asset: named[0]! })
  }
  return (shot) => (changes.findLast((change) => change.shot <= shot) ?? changes[0])?.asset
}

function confidenceIn(span: Span, shot: number, shotCount: number): number {
  if (span.to === null && shotCount >= manyShots && shot > span.lastSeen.shot + longSilence) return 0.45
  return span.weak ? 0.7 : 0.9
}

function crowdWarning(cut: CutScene, people: number): ScriptWarning {
  const line = cut.scene.startLine
  const message = `Scene ${cut.scene.number} (line ${line}) has ${people} comings of characters in ${cut.scene.shots.length} shots, so each is kept for at most ${crowdedShots} shots. Give the parts of the scene headings of their own.`
  return { line, code: 'CROWDED_SCENE', message }
}

function inside(at: number): number {
  return Math.min(1 - margin, Math.max(margin, Math.round(at * 100) / 100))
}

/** An entrance and exit at nearly the same place of the text still take a moment. */
function order(stay: FoundStay): void {
  if (stay.exitAt - stay.enterAt >= 0.1) return
  const middle = Math.min(0.85, Math.max(0.15, (stay.enterAt + stay.exitAt) / 2))
  if (stay.enterAt > 0) stay.enterAt = round(middle - 0.1)
  if (stay.exitAt < 1) stay.exitAt = round(middle + 0.1)
  stay.enterAt = Math.max(0, stay.enterAt)
}

function round(at: number): number {
  return Math.round(at * 100) / 100
}

function hull(
  a: FoundStay,
  b: FoundStay,
  asset: FoundAsset,
  cut: CutScene,
  shot: number,
  warnings: ScriptWarning[],
): FoundStay {
  const [first, last] = a.enterAt <= b.enterAt ? [a, b] : [b, a]
  if (first.exitAt < last.enterAt || (first.exitAt < 1 && last.enterAt > 0)) {
    const line = last.evidence.line
    warnings.push({
      line,
      code: 'SPLIT_NEEDED',
      message: `${asset.name} leaves and returns within shot ${shot + 1} of scene ${cut.scene.number} (line ${line}), which one shot cannot hold, so ${asset.name} stays in all of it. Split the shot between the exit and the entrance.`,
    })
  }
  const later = first.exitAt >= last.exitAt ? first : last
  return {
    enterAt: first.enterAt,
    enterFrom: first.enterFrom,
    exitAt: later.exitAt,
    exitTo: later.exitTo,
    action: [...new Set([first.action, last.action])].filter((p) => p !== '').join('; '),
    evidence: first.evidence,
    confidence: Math.max(a.confidence, b.confidence),
  }
}

function finish(sceneIndex: number, shotIndex: number, assetKey: string, stay: FoundStay): FoundPresence {
  const presence = presenceOf(stay.enterAt, stay.exitAt)
  const whole = presence ?? 'throughout'
  const interval = presence ? {} : { enterAt: 0, exitAt: 1 }
  const evidence = { line: stay.evidence.line, text: stay.evidence.text.slice(0, 500) }
  return { sceneIndex, shotIndex, assetKey, presence: whole, ...stay, ...interval, evidence }
}

/** The scene's location is in every shot, a prop only where the text names it. */
/**
 * @param others where the shots of an INTERCUT are that show its other end, as far as the script tells it
 */
export function locationPresences(
  cut: CutScene,
  sceneIndex: number,
  others: ReadonlyMap<number, FoundPresence>,
): FoundPresence[] {
  if (cut.scene.set === '') return []
  const evidence = { line: cut.scene.startLine, text: cut.scene.heading }
  const also =
    cut.also === undefined || locationKey(cut.also) === locationKey(cut.scene.set) ? null : locationKey(cut.also)
  return cut.scene.shots.flatMap((_, shotIndex) => {
    const other = others.get(shotIndex)
    if (other) return [throughout(sceneIndex, shotIndex, other.assetKey, other.evidence)]
    return [
      throughout(sceneIndex, shotIndex, locationKey(cut.scene.set), evidence),
      // Which of two places a shot is in, the user says.
      ...(also === null ? [] : [{ ...throughout(sceneIndex, shotIndex, also, evidence), confidence: 0.4 }]),
    ]
  })
}

export function throughout(
  sceneIndex: number,
  shotIndex: number,
  assetKey: string,
  evidence: FoundPresence['evidence'],
): FoundPresence {
  return {
    sceneIndex,
    shotIndex,
    assetKey,
    presence: 'throughout',
    enterAt: 0,
    exitAt: 1,
    enterFrom: null,
    exitTo: null,
    action: '',
    evidence,
    confidence: 1,
  }
}

/** Characters by name key. */
export function charactersByName(assets: readonly FoundAsset[]): Map<string, FoundAsset> {
  return new Map(assets.filter((a) => a.type === 'character').map((a) => [keyName(a), a]))
}
