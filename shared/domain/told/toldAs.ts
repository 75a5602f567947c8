import type { Assignment, Depicts, Evidence } from '../../model/assignment'
import type { Asset } from '../../model/asset'
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
  const before = instance && shots.slice(0, at).findLast(({ id }) => assignmentOf(store, id, instance.id))
  if (!before || shot.text.replace(/\s+/g, ' ').includes(told.evidence!.text.replace(/\s+/g, ' '))) return null
  const { carriedBy, handedTo, exitAt } = assignmentOf(store, before.id, instance.id)!
  // Whoever puts it down has it only until then, as the words tell.
  const noun = thingsByNoun([asset])
  const isLetGo = holdsOf(store, shotId).some(
    ({ kind, key }) => /^(?:drops|gives|empties)$/.test(kind) && (key === null || key === asset.id || noun.has(key)),
  )
  if (exitAt < 1 || isLetGo) return null
  const words = handsAfter(new Map(), holdsOf(store, before.id)).get(asset.id)
  const had =
    handedTo ??
    carriedBy ??
    (/^(?:hand|away)$/.test(words?.hold ?? '') && words?.who.length === 1 ? words.who[0]! : null)
  if (had === null) return null
  const figure = figureOf(store, store.must('assets', had)).id
  const carrier = membersOf(store, shotId).find((m) => !m.asset.deleted && figureOf(store, m.asset).id === figure)
  return carrier && carrier.assignment.enterAt === told.enterAt && carrier.assignment.exitAt === told.exitAt
    ? carrier.asset.id
    : null
}

function isPictured(asset: Asset, text: string): boolean {
  const names = new NameIndex([], 'any')
  for (const name of namesOf(asset)) names.add(name, asset.id)
  const seen = readText(text, names).flatMap(({ sightings }) => sightings)
  return seen.length > 0 && seen.every(({ doubt }) => doubt === 'pictured')
}
