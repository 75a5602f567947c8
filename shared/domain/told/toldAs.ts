import type { Assignment, Depicts, Evidence } from '../../model/assignment'
import type { Asset } from '../../model/asset'
import type { Shot } from '../../model/shot'
import { readText } from '../../language/reading/readText'
import { NameIndex } from '../../language/text/nameIndex'
import type { ReadRecords } from '../../records/recordStore'
import { assignmentOf, existingShot, instanceOf, membersOf, namesOf } from '../lookup'
import { figureOf } from '../manifest/secondNames'
import { handsAfter, holdsOf, thingsByNoun } from './inHands'

type Told = Pick<Assignment, 'presence' | 'enterAt' | 'exitAt'> & { readonly evidence: Evidence | null }

/**
 * How something that was read from the text is there (domain.md 1.8, 1.9, 9.4): "a drawing of Olwen" is a picture of her, and what comes or goes
 * in the words that tell of exactly one person's coming or going is carried by that one.
 */
export function toldAs(
  store: ReadRecords,
  shotId: string,
  asset: Asset,
  told: Told,
): { depicts: Depicts; carriedBy: string | null } {
  const { evidence } = told
  const itself = { depicts: 'self', carriedBy: null } as const
  if (!evidence) return itself
  if (asset.type === 'character')
    return isPictured(asset, evidence.text) ? { depicts: 'image', carriedBy: null } : itself
  const carriedOn = asset.type === 'prop' ? stillCarriedBy(store, shotId, asset, told) : null
  if (carriedOn !== null) return { depicts: 'self', carriedBy: carriedOn }
  // What is pushed or pulled stands on the ground.
  if (
    asset.type !== 'prop' ||
    told.presence === 'throughout' ||
    /\b(?:push|pull|dragg?|wheel|haul)(?:s|ing)?\b/i.test(evidence.text)
  )
    return itself
  const carriers = membersOf(store, shotId).filter(
    ({ asset: { type, deleted }, assignment: a }) =>
      type === 'character' &&
      !deleted &&
      a.presence === told.presence &&
      a.enterAt === told.enterAt &&
      a.exitAt === told.exitAt &&
      a.evidence?.text === evidence.text,
  )
  return carriers.length === 1 ? { depicts: 'self', carriedBy: carriers[0]!.asset.id } : itself
}

/**
 * Whoever still has a thing that the words of the shot do not tell of, but those of the shot before that it was in: the same one, as long as
 * both are there; null of what these words name.
 */
function stillCarriedBy(store: ReadRecords, shotId: string, asset: Asset, told: Told): string | null {
  const shot = existingShot(store, shotId)
  const instance = instanceOf(store, shot.sceneId, asset.id)
  const shots = store.list('shotsOfScene', shot.sceneId)
  const at = shots.findIndex(({ id }) => id === shotId)
  const isToldHere = shot.text.replace(/\s+/g, ' ').includes(told.evidence!.text.replace(/\s+/g, ' '))
  // Whoever puts it down has it only until then, as the words tell.
  if (!instance || isToldHere || letsGo(store, shotId, asset)) return null
  const had = hadBefore(store, shots.slice(0, at), instance.id, asset)
  if (had === null) return null
  const figure = figureOf(store, store.must('assets', had)).id
  const carrier = membersOf(store, shotId).find((m) => !m.asset.deleted && figureOf(store, m.asset).id === figure)
  return carrier && carrier.assignment.enterAt === told.enterAt && carrier.assignment.exitAt === told.exitAt
    ? carrier.asset.id
    : null
}

/** Whose a thing was at the end of the nearest shot before that tells it, as long as nobody let it go meanwhile. */
function hadBefore(store: ReadRecords, shots: readonly Shot[], instanceId: string, asset: Asset): string | null {
  for (const { id } of shots.slice(-mostShots).toReversed()) {
    const before = assignmentOf(store, id, instanceId)
    if (!before) continue
    if (before.exitAt < 1) return null
    const held = before.handedTo ?? before.carriedBy
    if (held !== null) return held
    const words = handsAfter(new Map(), holdsOf(store, id)).get(asset.id)
    if (words) return /^(?:hand|away)$/.test(words.hold) && words.who.length === 1 ? words.who[0]! : null
    if (letsGo(store, id, asset)) return null
  }
  return null
}

/** As far back as a thing in somebody's hands is looked for. */
const mostShots = 12

function letsGo(store: ReadRecords, shotId: string, asset: Asset): boolean {
  const noun = thingsByNoun([asset])
  return holdsOf(store, shotId).some(
    ({ kind, key }) => /^(?:drops|gives|empties)$/.test(kind) && (key === null || key === asset.id || noun.has(key)),
  )
}

function isPictured(asset: Asset, text: string): boolean {
  const names = new NameIndex([], 'any')
  for (const name of namesOf(asset)) names.add(name, asset.id)
  const seen = readText(text, names).flatMap(({ sightings }) => sightings)
  return seen.length > 0 && seen.every(({ doubt }) => doubt === 'pictured')
}
