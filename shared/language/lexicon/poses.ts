/** What a drawn figure does with its body; without one it stands as it likes to. */
export const poses = [
  'sit',
  'walk',
  'run',
  'lie',
  'kneel',
  'point',
  'drink',
  'phone',
  'fight',
  'aim',
  'hands_up',
  'wave',
  'carry',
  'drive',
  'write',
  'recoil',
] as const
/** A pose. */
export type Pose = (typeof poses)[number]

/** How a body rests until something else is told of it. */
export type Rest = 'sit' | 'lie' | 'kneel' | 'stand'
