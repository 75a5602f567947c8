import type { FrameSide } from '../../model/assignment'
import type { Row } from './rowIndex'

/** Comes into the scene, goes out of it, or comes and goes at once. */
export type MoveKind = 'enter' | 'exit' | 'cross'

/**
 * One way of English to tell of coming, going and crossing, or words that look like it and are none. A row is data: a
 * new one needs its pattern, what it means and an example, which is its test.
 */
export interface MoveRow extends Row {
  /** `none`: nobody comes or goes, and no later row is asked. */
  readonly means: MoveKind | 'none'
  /** The sentence opens with a place, and who comes stands behind the verb: "Over the side swarm the pirates". */
  readonly inverted?: true
  /** A class of words one of which must stand at most three words before the verb. */
  readonly near?: 'door'
  /** Only for somebody who is not there yet; who is there just moves. */
  readonly weak?: true
  /** Who comes or goes: the one who does it (`self`), whoever it is done to, or both; of who is `followed` only if he is still there. */
  readonly moves?: 'object' | 'both' | 'followed'
  /**
   * What the noun phrase of the pattern is to the move, or just "in" without one. The scene's set decides which way
   * it goes then: "enters the bar" comes in a bar and goes in a street. `to` is another room, `within` what is passed through, `over` what parts two places: who is there goes, who is not comes.
   * `along` is the same for who does nothing more afterwards ("walks down the corridor"); `off` moves nobody who is not there yet.
   */
  readonly place?: 'into' | 'outOf' | 'outInto' | 'over' | 'to' | 'within' | 'along' | 'off'
  /**
   * Only where somebody else was there before: who opens a scene on the move is followed by the camera. `later`: since
   * an earlier shot.
   */
  readonly fresh?: true | 'later'
  /** Goes the way of the last who came or went: "Otto follows." */
  readonly follows?: true
  /** A door closes behind him: he has gone, unless he just came in. */
  readonly closing?: true
  /** The one who tells of it is another: "She turns. He's gone." */
  readonly unseen?: true
  /** Which edge of the frame it is not: somebody appears where he stands, or from above. */
  readonly side?: Extract<FrameSide, 'top' | 'in_place'>
  /**
   * The verb counts in the forms "walk" and "walks" alone, or with -ing anywhere. Else -ing counts where it opens a
   * phrase: "Otto stops, leaving". `finite`: words of another language that are what one person does.
   */
  readonly form?: 'now' | 'loose' | 'finite'
  /** Counts though this word stands before the verb, which elsewhere makes it no event: "opens TO reveal". */
  readonly despite?: string
  /** The heading of the scene that the examples stand in; a hall by day. */
  readonly set?: string
  /** Sentences in which the row tells of Otto. Everybody else in them is there; Otto is there only when he goes. */
  readonly example: string | readonly string[]
}
