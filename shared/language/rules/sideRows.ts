import type { FrameSide } from '../../model/assignment'
import type { Row } from './rowIndex'

/**
 * How words behind a verb tell by which edge of the picture somebody comes or goes. The first row that is found
 * counts.
 */
export interface SideRow extends Row {
  readonly means: FrameSide
  /** Only right behind the verb. */
  readonly first?: true
}

/** Sides, the more particular first. */
export const sideRows: readonly SideRow[] = [
  // Stage left is the actor's left: on the right of the picture.
  { match: 'stage left', means: 'right', example: 'Otto exits, stage left.' },
  { match: 'stage right', means: 'left', example: 'Otto exits, stage right.' },
  {
    match: ['from|to|at|frame|screen|camera|off the? left', 'left of frame|screen', 'left side'],
    means: 'left',
    example: ['Otto enters from the left.', 'Otto enters frame left.', 'Otto exits left of frame.'],
  },
  { match: 'left', first: true, means: 'left', example: 'Otto exits left.' },
  {
    match: ['from|to|at|frame|screen|camera|off the? right', 'right of frame|screen', 'right side'],
    means: 'right',
    example: ['Otto exits to the right.', 'Otto enters at the right side.'],
  },
  {
    match: 'right !away|behind|past|by|into|up|out|in',
    first: true,
    means: 'right',
    example: 'Otto exits right.',
  },
  {
    match: [
      'past|toward|towards|by the? camera',
      'from behind the? camera',
      'in|into|from|to the foreground',
      'downstage',
    ],
    means: 'foreground',
    example: ['Otto walks out past the camera.', 'Otto enters from behind the camera.', 'Otto exits downstage.'],
  },
  {
    match: [
      'from behind',
      'in|into|from|to the background|distance',
      'from the back',
      'upstage',
      'behind him|her|them',
    ],
    means: 'background',
    example: ['Otto walks off into the distance.', 'Otto enters from the back.', 'Otto enters behind her.'],
  },
  {
    match: ['from above', 'from the ceiling|sky|roof', 'overhead', 'down from'],
    means: 'top',
    example: ['Otto enters from above.', 'Otto enters from the ceiling.'],
  },
  {
    match: ['from below|beneath', 'out of the ground|floor', 'through the trapdoor', 'through the trap door'],
    means: 'bottom',
    example: ['Otto enters from below.', 'Otto enters through the trapdoor.'],
  },
]
