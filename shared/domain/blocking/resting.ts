import { seatedPlaces } from '../../language/lexicon/places'
import type { Rest } from '../../language/lexicon/poses'
import { mayTellRest } from '../../language/reading/posture'
import { wordsOfSet } from '../../language/reading/ways'
import type { FrameEnd } from '../../model/common'
import { cached } from '../../records/cached'
import { sameValue } from '../../records/canonical'
import type { ReadRecords } from '../../records/recordStore'
import { activeMembers, existingShot } from '../lookup'
import type { Subject } from '../manifest/manifest'
import { figureOf, withSecondNames } from '../manifest/secondNames'
import { posturesIn, shownWords, stillWords, type Person } from './staging'

type Rests = Readonly<Record<string, Rest>>

/** What a shot tells of how people rest at its end, by the ids of their figures; null = gone. */
const toldAtEnd = cached<readonly (readonly [figure: string, rest: Rest | null])[]>((store, shotId) => {
  const shot = existingShot(store, shotId)
  const people = withSecondNames(store, shotId, activeMembers(store, shotId)).filter(
    ({ asset, assignment }) => asset.type === 'character' && assignment.depicts === 'self',
  )
  const { intExt, set } = store.must('scenes', shot.sceneId)
  const words = stillWords(shot, 'end')
  const told = posturesIn(
    mayTellRest(shownWords(words)) ? words : { ...words, text: '', state: '' },
    'end',
    people.map(({ asset }) => asset),
    wordsOfSet(`${intExt} ${set}`),
  )
  return people.flatMap(({ asset, assignment }): [string, Rest | null][] => {
    const figure = figureOf(store, asset).id
    if (assignment.exitAt < 1) return [[figure, null]]
    const rest = told.get(asset.id)?.rest ?? (assignment.enterAt > 0 ? 'stand' : undefined)
    return rest ? [[figure, rest]] : []
  })
}, sameValue)

/** How people rest when each shot of a scene begins: until it is told otherwise, or they leave (domain.md 5.8). */
const restsOfScene = cached<ReadonlyMap<string, Rests>>((store, sceneId) => {
  const out = new Map<string, Rests>()
  let now: Rests = {}
  for (const { id } of store.list('shotsOfScene', sceneId)) {
    out.set(id, now)
    const told = toldAtEnd(store, id)
    if (told.length === 0) continue
    const gone = new Set(told.flatMap(([figure, rest]) => (rest === null ? [figure] : [])))
    now = Object.fromEntries(
      [...Object.entries(now), ...told].flatMap(([figure, rest]) =>
        rest === null || gone.has(figure) ? [] : [[figure, rest] as const],
      ),
    )
  }
  return out
})

const restsBefore = cached<Rests>(
  (store, shotId) => restsOfScene(store, existingShot(store, shotId).sceneId).get(shotId) ?? {},
  sameValue,
)

/** How somebody seen in a still rests, and whether only the shots before tell it. */
export interface Resting {
  readonly rest: Rest
  readonly isCarried: boolean
}

/**
 * How those seen in a still rest, by asset id: as its words tell, else as the shots of the scene before left them; in a car they sit.
 * Nothing of those of whom nothing is known.
 */
export function restingIn(
  store: ReadRecords,
  shotId: string,
  frame: FrameEnd,
  people: readonly Pick<Subject, 'asset'>[],
): Map<string, Resting> {
  const shot = existingShot(store, shotId)
  const { intExt, set } = store.must('scenes', shot.sceneId)
  const persons: Person[] = withSecondNames(store, shotId, people).map(({ asset }) => asset)
  const words = stillWords(shot, frame)
  const here = wordsOfSet(`${intExt} ${set}`)
  const told = posturesIn(words, frame, persons, here)
  // The words for the end do not take back what the action told.
  const action =
    words.state.trim() && frame === 'end' ? posturesIn({ ...words, state: '' }, frame, persons, here) : null
  const before = restsBefore(store, shotId)
  const isSeat =
    intExt.startsWith('INT') &&
    set
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .some((word) => seatedPlaces.has(word))
  return new Map(
    people.flatMap(({ asset }): [string, Resting][] => {
      const { rest: own = action?.get(asset.id)?.rest, restBefore } = told.get(asset.id)!
      // Who sleeps in a car sits there.
      if (own) return [[asset.id, { rest: own === 'lie' && isSeat ? 'sit' : own, isCarried: false }]]
      const carried = before[figureOf(store, asset).id]
      if (carried) return [[asset.id, { rest: carried, isCarried: true }]]
      const rest = restBefore ?? (isSeat ? 'sit' : undefined)
      return rest ? [[asset.id, { rest, isCarried: false }]] : []
    }),
  )
}

/** How those of a still rest by the shots before alone, as far as it is seen and its own words do not tell it. By asset id. */
export function restsCarried(
  store: ReadRecords,
  shotId: string,
  frame: FrameEnd,
  people: readonly Pick<Subject, 'asset'>[],
): Map<string, Rest> {
  const before = restsBefore(store, shotId)
  if (!people.some(({ asset }) => (before[figureOf(store, asset).id] ?? 'stand') !== 'stand')) return new Map()
  return new Map(
    [...restingIn(store, shotId, frame, people)].flatMap(([id, { rest, isCarried }]) =>
      isCarried && rest !== 'stand' ? [[id, rest] as const] : [],
    ),
  )
}
