import type { Pose } from '../../language/lexicon/poses'
import { dropOf } from './dropOf'

/** How much higher than hanging down the near hand of a figure is, in figure heights; lower where it sits. */
export function handLift({ pose, seated = false }: { readonly pose?: Pose; readonly seated?: boolean } = {}): number {
  const raised = pose === 'drink' || pose === 'phone' ? 0.32 : pose === 'wave' || pose === 'hands_up' ? 0.45 : 0
  return raised - dropOf(pose, seated) * 0.7
}
