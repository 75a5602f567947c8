import { viewOf } from '../../language/reading/view'
import type { AssetType } from '../../model/asset'
import type { FrameEnd } from '../../model/common'
import type { Scene } from '../../model/scene'
import type { Shot } from '../../model/shot'
import { canonicalJson } from '../../records/canonical'
import type { ReadRecords } from '../../records/recordStore'
import { isInCar } from '../../drawing/sets/kind'
import { existingShot, settingsOf, type Member } from '../lookup'
import { compareMembers, withLook } from '../manifest/manifest'
import type { BlockingMember, Placement } from './blockingMember'
import { defaultBlocking } from './defaultBlocking'
import { pictureOf } from './pictureOf'
import { focusIn, shownWords, stillWords, type StillWords } from './staging'

/**
 * What the default blocking of a still goes by, as values. These facts are inputs of results; where they put somebody
 * today is not, since a later version of the application may put them elsewhere (domain.md 5.8, 6.2).
 */
export interface BlockingFacts {
  readonly size: Shot['size']
  readonly angle: Shot['angle']
  readonly intExt: Scene['intExt']
  readonly set: string
  readonly words: StillWords
  /** Width / height of the picture. */
  readonly aspect: number
  /** In manifest order; locations stand nowhere. */
  readonly members: readonly MemberFacts[]
}
/** What of one member the default blocking goes by. */
export interface MemberFacts {
  readonly id: string
  readonly type: AssetType
  readonly name: string
  readonly aliases: readonly string[]
  readonly traits: string
  /** Marked by the user as a main character. */
  readonly key: boolean
  /** From left to right people stand by it. */
  readonly order: number
  /** Of its picture: width, height, and whether it has no background of its own. */
  readonly picture: { readonly width: number; readonly height: number; readonly alpha: boolean } | null
  /** Where the user placed it. */
  readonly own: Placement | null
}

/** The facts of one still for some of the members of its shot. Ids are those of the assets. */
export function blockingFacts(
  store: ReadRecords,
  shotId: string,
  frame: FrameEnd,
  members: readonly Member[],
): BlockingFacts {
  const shot = existingShot(store, shotId)
  const { intExt, set } = store.must('scenes', shot.sceneId)
  const { aspectWidth, aspectHeight } = settingsOf(store)
  return {
    size: shot.size,
    angle: shot.angle,
    intExt,
    set,
    words: stillWords(shot, frame),
    aspect: aspectWidth / aspectHeight,
    members: members
      .filter((m) => m.asset.type !== 'location')
      .sort(compareMembers)
      .map((m) => {
        const { look, description } = withLook(store, m, frame)
        const picture = pictureOf(store, look.mediaId)
        return {
          id: m.asset.id,
          type: m.asset.type,
          name: m.asset.name,
          aliases: m.asset.aliases.map((a) => a.name),
          traits: description,
          key: m.asset.key,
          order: m.asset.ordinal,
          picture: picture && { width: picture.width, height: picture.height, alpha: picture.alpha },
          own: placementOf(store.first('blockingOf', `${shotId}/${m.instance.id}/${frame}`)),
        }
      }),
  }
}

/** Where each member stands by the rule of this version: as the user placed it, else by default. By id. */
export function placementsBy(facts: BlockingFacts): Map<string, Placement> {
  const defaults = defaultsBy(facts)
  return new Map(facts.members.map(({ id, own }) => [id, own ?? defaults.get(id)!]))
}

/**
 * Where each member stands when nobody said so, by the rule of this version. It depends on this still alone: who is
 * in it, its camera, its place and its words. Who speaks moves nobody, except in shots that are of one person.
 */
export function defaultsBy({
  size,
  angle,
  intExt,
  set,
  words,
  aspect,
  members,
}: BlockingFacts): Map<string, Placement> {
  const people = members.filter((m) => m.type === 'character')
  const focuses = focusIn(
    words,
    people.map(({ id, name, aliases }) => ({ id, name, aliases: aliases.map((alias) => ({ name: alias })) })),
  )
  return defaultBlocking(
    members.map(({ own: _own, aliases: _aliases, ...m }): BlockingMember => ({ ...m, ...focuses.get(m.id) })),
    { size, angle, nearby: viewOf(shownWords(words)).near, inCar: isInCar(intExt, set) },
    aspect,
  )
}

/** Do two sets of facts put the same members in the same default places, under one and the same rule? */
export function sameDefaults(a: BlockingFacts, b: BlockingFacts): boolean {
  const byDefault = (facts: BlockingFacts) => canonicalJson(facts.members.map((m) => ({ ...m, own: null })))
  if (byDefault(a) === byDefault(b) && canonicalJson({ ...a, members: 0 }) === canonicalJson({ ...b, members: 0 }))
    return true
  const [one, other] = [defaultsBy(a), defaultsBy(b)]
  return one.size === other.size && [...one].every(([id, at]) => canonicalJson(at) === canonicalJson(other.get(id)))
}

function placementOf(at: Placement | undefined): Placement | null {
  return at ? { x: at.x, y: at.y, scale: at.scale, flip: at.flip, depth: at.depth } : null
}
