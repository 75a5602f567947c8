import type { Row } from './rowIndex'

/** What a text tells of vehicles: somebody gets in, it drives up, it drives away with whoever is in it. */
export interface RideRow extends Row {
  readonly means: 'boards' | 'away' | 'up' | 'shuts'
}

/** Rides. Of `away` and `up` the vehicle stands before the row. */
export const rideRows: readonly RideRow[] = [
  {
    match: [
      '~get|~climb|~hop|~jump|~slide|~slip|~step|~pile|~clamber|~sit|~settle|~dive %small? %small? in|into|on|onto|behind|aboard the|a|an|his|her|their|its %small? {driven}',
      '~get|~climb|~hop|~jump|~slide|~pile|~step|~squeeze|~slip %small? in|inside & end',
      '~get|~step|~walk|~squeeze|~slip|~hurry|~rush|~back %small? in|into|inside the|an %small? elevator|lift',
      'in|behind|at the driver|wheel|passenger|backseat',
      '~board|~mount|~start|~drive the|a|his|her|their %small? {driven}',
    ],
    means: 'boards',
    example: ['Otto climbs into the car.', 'Otto gets in.', 'Otto is behind the wheel.'],
  },
  {
    match: [
      '~drive|~pull|~speed|~roar|~race|~roll|~glide|~peel|~take|~tear|~screech|~move|~rumble|~rattle|~shoot|~head|~lift|~lurch|~bounce|~fly|~sail|~jolt|~swerve|~zoom|~chug|~steam|~thunder|~whirl|~rise %adverb* off|away|out',
      '~disappear|~vanish',
      '~drive|~speed|~roll|~race into|down|around the',
    ],
    means: 'away',
    example: ['The car roars off with Otto.', 'The car carrying Otto disappears.'],
  },
  {
    match: '~close|~slide|~shut|~clang|~slam|~ping|~hiss %adverb* & shut|closed|together|to|stop|on|between|and',
    means: 'shuts',
    example: ['Otto steps in. The doors close.', 'The doors slide shut.'],
  },
  {
    match: [
      '~pull|~drive|~roll|~screech %adverb* up|in|over|alongside',
      '~stop|~brake|~park|~arrive|~halt',
      '~screech|~skid|~roll|~come to',
    ],
    means: 'up',
    example: ['A car pulls up beside Otto.', 'A taxi stops near Otto.'],
  },
]
