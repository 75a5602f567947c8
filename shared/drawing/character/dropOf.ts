import type { Pose } from '../../language/lexicon/poses'

/** How much lower the head is than standing, in figure heights. */
export function dropOf(pose: Pose | undefined, seated = false): number {
  return seated || pose === 'sit' || pose === 'drive' || pose === 'write' ? 0.18 : pose === 'kneel' ? 0.2 : 0
}
