import type { Shot } from '../../model/shot'
import type { Draft } from '../../records/draft'
import { onShotDeleted, onShotSplit, onShotsJoined, type JoinMap, type SplitMap } from '../merging/mergeHooks'
import { joinCamera, splitCamera } from '../camera/cameraMoves'
import { joinMarks, splitMarks } from '../marks/markRules'
import { joinClipsOf, splitClipsOf } from '../sound/clipsOfShots'
import { markInitialised } from '../presence/initialised'
import { keepLooksAfter } from './keepLooksAfter'
import { addSeam, dissolveSeamAfter, dissolveSeamsOf } from '../results/seams'

/** What a split did, and whether both sides of the cut show the same. */
export interface SplitFacts extends SplitMap {
  readonly agrees: boolean
}

/**
 * Something that must follow whenever shots are placed, moved, cut, joined or removed, whichever rule does it. `shotPlaces` calls them all,
 * so a new rule cannot forget one.
 */
export interface Obligation {
  /** A shot is about to come right after this one; everything still stands as it was. */
  comesAfter?(draft: Draft, previous: Shot): void
  /** A shot is about to leave its place. `gone`: it is deleted, alone and not with its whole scene. */
  leaves?(draft: Draft, shot: Shot, gone: boolean): void
  /** A shot is about to be removed, alone or with its scene. */
  removed?(draft: Draft, shot: Shot): void
  /** A shot has come from another scene. */
  cameFromScene?(draft: Draft, shot: Shot): void
  /** `second` was cut off `first`, which keeps the id. */
  split?(draft: Draft, first: Shot, second: Shot, facts: SplitFacts): void
  /** `gone` was joined onto the end of `kept` and is about to be removed. */
  joined?(draft: Draft, kept: Shot, gone: Shot, map: JoinMap): void
}

/** A seam belongs to an ordered pair of neighbours (domain.md 7). */
const seams: Obligation = {
  comesAfter: dissolveSeamAfter,
  leaves: (draft, shot, gone) => dissolveSeamsOf(draft, shot.id, gone),
  split(draft, first, second, { agrees }) {
    for (const seam of draft.list('seamsFrom', first.id)) draft.update('seams', seam.id, { fromShotId: second.id })
    if (agrees) addSeam(draft, first.id, second.id)
  },
  joined(draft, kept, gone) {
    for (const seam of draft.list('seamsFrom', kept.id)) draft.remove('seams', seam.id)
    for (const seam of draft.list('seamsFrom', gone.id)) draft.update('seams', seam.id, { fromShotId: kept.id })
  },
}

/** The changes of look of a deleted shot stay in the story (domain.md 2). */
const looks: Obligation = {
  leaves(draft, shot, gone) {
    if (gone) keepLooksAfter(draft, shot)
  },
}

/** What merges have recorded follows the shots, so that they can be taken apart later (domain.md 8). */
const merges: Obligation = {
  removed: (draft, shot) => onShotDeleted(draft, shot.id),
  split: onShotSplit,
  joined: onShotsJoined,
}

/** A scene that was given a shot with its people is filled (domain.md 9). */
const sceneStates: Obligation = {
  cameFromScene: (draft, shot) => markInitialised(draft, shot.sceneId),
}

/** What sounds in a shot goes with it (domain.md 13.4). */
const sounds: Obligation = {
  split: (draft, first, second, { cut }) => splitClipsOf(draft, first, second, cut.first),
  joined: (draft, kept, gone, { cut }) => joinClipsOf(draft, kept, gone, cut.first),
}

/** The camera goes on where it was at the cut (domain.md 14.3). */
const camera: Obligation = {
  split: (draft, first, second, { cut }) => splitCamera(draft, first, second, cut),
  joined: joinCamera,
}

/** Marks stay with the still they lie over (domain.md 15.2). */
const marks: Obligation = { split: splitMarks, joined: joinMarks }

/** All of them, in the order they run in. */
export const obligations: readonly Obligation[] = [seams, looks, merges, sceneStates, sounds, camera, marks]
