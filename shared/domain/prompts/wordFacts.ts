import { NameIndex } from '../../language/text/nameIndex'
import type { FrameEnd } from '../../model/common'
import type { ReadRecords } from '../../records/recordStore'
import { activeMembers, existingShot } from '../lookup'
import { eyesOf } from '../manifest/cameraEyes'
import type { Subject } from '../manifest/manifest'
import { withSecondNames } from '../manifest/secondNames'
import { addNames, storyNames } from '../manifest/storyNames'
import { absentOf, changesIn } from './briefs'
import { otherHalves, type OtherHalves } from './otherHalves'
import { tellsChange, toldSentences, turnTold } from '../told/toldSentences'

/** Whose eyes the camera is, by name; null where it is nobody's. An input of all prompts: whoever looks is not seen, so nothing else tells. */
export const eyesIn = (store: ReadRecords, shotId: string): string | null => eyesOf(store, shotId)?.name ?? null

/** What of the words happens in another half of the shot, by name: the video does not tell it. */
export function toldElsewhere(store: ReadRecords, shotId: string): Record<keyof OtherHalves, string[]> {
  const { came, goes, turns } = otherHalves(store, shotId)
  const names = (ids: readonly string[]) => ids.map((id) => store.must('assets', id).name)
  return { came: names(came), goes: names(goes), turns: names(turns) }
}

/**
 * Whose turning into something else the words of a shot tell where the records tell it too, by name: no still tells it
 * then (domain.md 4.5), so it is an input of the still's words.
 * @param seen those who are in the still
 */
export function turnsIn(store: ReadRecords, shotId: string, frame: FrameEnd, seen: readonly Subject[]): string[] {
  const shot = existingShot(store, shotId)
  if ((frame === 'start' ? shot.startState : shot.endState).trim()) return []
  const inPlace = activeMembers(store, shotId).filter((m) => m.assignment.enterFrom === 'in_place')
  const changing = new Set(seen.filter(({ asset }) => changesIn(store, shot, asset)).map(({ asset }) => asset.id))
  if (!inPlace.length && !changing.size) return []
  const visible = withSecondNames(store, shotId, seen).map((s) => s.asset)
  const told = toldSentences(store, storyNames(store, visible, absentOf(store, shotId, visible)), shot.text)
  return [
    ...visible.filter((asset) => changing.has(asset.id) && told.some((s) => tellsChange(s, asset))),
    ...inPlace.map((m) => m.asset).filter(({ id }) => told.some((s) => turnTold(s, (to) => to === id))),
  ].map(({ name }) => name)
}

/**
 * Things and places of a shot that are not in a still and that its words name, by name: they are left out of the words
 * of that still, so they are an input of them. People are, wherever they are (namedPeople.ts).
 * @param seen those who are in the still
 */
export function namedAway(store: ReadRecords, shotId: string, seen: readonly Subject[]): string[] {
  const visible = seen.map((s) => s.asset)
  const away = absentOf(store, shotId, visible).filter((asset) => asset.type !== 'character')
  if (!away.length) return []
  const names = new NameIndex([], 'any')
  for (const asset of away) addNames(names, asset, false)
  const { text, startState, endState, movement } = existingShot(store, shotId)
  const found = new Set([text, startState, endState, movement].flatMap((t) => names.read(t).map(({ name }) => name)))
  return away.flatMap(({ id, name }) => (found.has(id) ? [name] : [])).sort()
}
