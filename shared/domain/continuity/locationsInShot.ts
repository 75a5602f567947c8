import { listWords } from '../../language/wording/phrases'
import type { Asset } from '../../model/asset'
import { visibleIn } from '../../model/assignment'
import type { FrameEnd } from '../../model/common'
import type { Shot } from '../../model/shot'
import type { ReadRecords } from '../../records/recordStore'
import { activeMembers, foldName, membersOf, namesOf, neighbour, shotsOfScene, type Member } from '../lookup'
import { compareMembers } from '../manifest/manifest'
import { type Finding, type Fix } from './finding'

const frames: FrameEnd[] = ['start', 'end']
const where = (bad: readonly FrameEnd[]) => (bad.length === 2 ? '' : ` at its ${bad[0]!}`)

/** A still without a location, or with two (domain.md 10). A shot nobody was put into yet says nothing. */
export function locationsInShot(store: ReadRecords, shot: Shot): Finding[] {
  const members = activeMembers(store, shot.id).sort(compareMembers)
  if (!members.length) return []
  const locations = members.filter((m) => m.asset.type === 'location')
  const seen = (frame: FrameEnd) => locations.filter((m) => visibleIn(m.assignment, frame))
  const none = frames.filter((frame) => seen(frame).length === 0)
  const several = frames.filter((frame) => seen(frame).length > 1)
  return [
    ...(none.length ? [noLocation(store, shot, locations, none)] : []),
    ...(several.length ? [twoLocations(store, shot, locations, several)] : []),
  ]
}

function noLocation(store: ReadRecords, shot: Shot, own: readonly Member[], none: readonly FrameEnd[]): Finding {
  const set = store.must('scenes', shot.sceneId).set
  const fix = (asset: Asset): Fix => ({
    label: `${asset.name} throughout ${shot.number}`,
    command: 'assignment.set',
    input: { shotId: shot.id, assetId: asset.id, presence: 'throughout' },
  })
  return {
    code: 'NO_LOCATION',
    key: shot.id,
    shotIds: [shot.id],
    assetIds: [],
    facts: { none, set },
    message: () => `Shot ${shot.number} has no location${where(none)}.`,
    fixes: (_shots, store) => {
      const known = [...deletedHere(store, shot, none), ...likelyLocations(store, shot, set, own).slice(0, 3).map(fix)]
      return known.length ? known : [newLocation(store, shot, set)]
    },
  }
}

/** The shot plays in a location that was deleted: back with it. A merged one cannot be restored (domain.md 8). */
function deletedHere(store: ReadRecords, shot: Shot, none: readonly FrameEnd[]): Fix[] {
  return membersOf(store, shot.id)
    .filter(
      ({ asset, assignment }) =>
        asset.type === 'location' &&
        asset.deleted &&
        asset.mergedIntoId === null &&
        none.every((frame) => visibleIn(assignment, frame)),
    )
    .map(({ asset }) => ({ label: `Restore ${asset.name}`, command: 'asset.restore', input: { assetId: asset.id } }))
}

/** The place of the heading as a new location of every shot of the scene that has none; a heading without a place (titles) needs none. */
function newLocation(store: ReadRecords, shot: Shot, set: string): Fix {
  const name = titleCase(set)
  if (!name)
    return {
      label: 'Needs no location',
      command: 'continuity.dismiss',
      input: { code: 'NO_LOCATION', shotIds: [shot.id], assetIds: [], reason: 'No place is shown' },
    }
  const bare = shotsOfScene(store, shot.sceneId).filter(({ id }) => {
    const members = activeMembers(store, id)
    return id === shot.id || (members.length > 0 && !members.some((m) => m.asset.type === 'location'))
  })
  return {
    label: `Make ${name} the location`,
    command: 'asset.create',
    input: { type: 'location', name, shotIds: bare.map((s) => s.id) },
  }
}

/** "BRICK'S PATIO" to "Brick's Patio"; headings are kept in capitals. */
const titleCase = (text: string) =>
  text
    .toLowerCase()
    .replace(/(?<![\p{L}\p{N}'’])\p{L}/gu, (letter) => letter.toUpperCase())
    .slice(0, 200)
    .trim()

/** Where the shot may play, likeliest first: a location that is in it for a part, the neighbours', the scene's, one called like the set. */
function likelyLocations(store: ReadRecords, shot: Shot, set: string, own: readonly Member[]): Asset[] {
  const ofShot = (other: Shot | undefined) =>
    other
      ? activeMembers(store, other.id)
          .filter((m) => m.asset.type === 'location')
          .map((m) => m.asset)
      : []
  const living = (asset: Asset) => asset.type === 'location' && !asset.deleted
  const ofScene = store
    .list('instancesOfScene', shot.sceneId)
    .map((i) => store.must('assets', i.assetId))
    .filter(living)
  const namesakes = set ? store.list('assetsInOrder').filter((a) => living(a) && isNamed(a, set)) : []
  return [
    ...new Set([
      ...own.map((m) => m.asset),
      ...ofShot(neighbour(store, shot, -1)),
      ...ofShot(neighbour(store, shot, 1)),
      ...ofScene,
      ...namesakes,
    ]),
  ]
}

const isNamed = (asset: Asset, set: string) => namesOf(asset).some((name) => foldName(name) === foldName(set))

function twoLocations(
  store: ReadRecords,
  shot: Shot,
  locations: readonly Member[],
  several: readonly FrameEnd[],
): Finding {
  const involved = locations.filter((m) => several.some((frame) => visibleIn(m.assignment, frame)))
  const names = involved.map((m) => m.asset.name)
  const set = store.must('scenes', shot.sceneId).set
  const stills = (m: Member) => frames.filter((frame) => visibleIn(m.assignment, frame)).length
  // What is in both stills, then what the heading names, is what the shot plays in.
  const toKeep = involved.toSorted(
    (a, b) => stills(b) - stills(a) || Number(isNamed(b.asset, set)) - Number(isNamed(a.asset, set)),
  )
  const only = (kept: Member): Fix => {
    const cells = involved
      .filter((m) => m !== kept)
      .map((m) => ({ shotId: shot.id, assetId: m.asset.id, remove: true }))
    return { label: `Only ${kept.asset.name}`, command: 'assignment.setMany', input: { cells } }
  }
  return {
    code: 'TWO_LOCATIONS',
    key: shot.id,
    shotIds: [shot.id],
    assetIds: involved.map((m) => m.asset.id),
    facts: { several, locations: involved.map((m) => m.asset.id) },
    message: () => `Shot ${shot.number} shows ${involved.length} locations${where(several)}: ${listWords(names)}.`,
    fixes: () => toKeep.slice(0, 3).map(only),
  }
}
