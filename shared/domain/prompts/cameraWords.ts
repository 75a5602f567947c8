import type { CameraMove, CameraMoveKind, Framing } from '../../model/cameraMove'

/** Words of somebody who told the move already. */
const told: Readonly<Record<CameraMoveKind, RegExp>> = {
  push: /\b(?:push|dolly|zoom|move|track|clos)\w*[\s-]+(?:\w+\s+)?in\b|\bpush\w*\b/i,
  pull: /\b(?:pull|dolly|zoom|move|track)\w*[\s-]+(?:\w+\s+)?(?:out|back|away)\b|\bpull\w*\b/i,
  pan: /\bpan(?:s|ning)?\b/i,
  tilt: /\btilt\w*\b/i,
  track: /\b(?:track|truck|doll|follow|crab)\w*\b/i,
}
/** Less than this of the picture's side is no way to speak of. */
const least = 0.04

/**
 * How the camera goes from its first framing to its last, as the sentences of a prompt go on: "pushes in on the upper left of the picture".
 * @param words of the movement, by somebody; what they tell is not told again
 */
export function cameraWords(move: Pick<CameraMove, 'kind' | 'first' | 'last'>, words: string): string {
  const { kind, first, last } = move
  const [dx, dy] = [middleOf(last).x - middleOf(first).x, middleOf(last).y - middleOf(first).y]
  const grows = last.width - first.width
  if (told[kind].test(words)) return kind === 'push' && placeOf(last) ? `comes to rest on ${placeOf(last)}` : ''
  if (kind === 'push') return `pushes in on ${placeOf(last) || 'the middle of the picture'}`
  if (kind === 'pull') {
    const from = placeOf(first)
    return `pulls back${from ? ` from ${from}` : ''}${last.width > 0.98 ? ' until all of the picture shows' : ''}`
  }
  const way = directionOf(kind, dx, dy)
  const size = Math.abs(grows) < least ? '' : grows < 0 ? ' while it closes in' : ' while it widens'
  return `${{ pan: 'pans', tilt: 'tilts', track: 'tracks' }[kind]}${way}${size}`
}

const middleOf = ({ x, y, width }: Framing) => ({ x: x + width / 2, y: y + width / 2 })

/** The part of the picture that a framing lies in; empty for its middle and for nearly all of it. */
function placeOf(framing: Framing): string {
  const { x, y } = middleOf(framing)
  const side = x < 0.42 ? 'left' : x > 0.58 ? 'right' : ''
  const height = y < 0.42 ? 'upper' : y > 0.58 ? 'lower' : ''
  if (!side && !height) return ''
  return `the ${[height, side || 'middle'].filter(Boolean).join(' ')} of the picture`
}

function directionOf(kind: CameraMoveKind, dx: number, dy: number): string {
  const across = Math.abs(dx) < least ? '' : dx < 0 ? 'left' : 'right'
  const along = Math.abs(dy) < least ? '' : dy < 0 ? 'up' : 'down'
  // A pan is sideways first, a tilt up and down.
  const ways = (kind === 'tilt' ? [along, across] : [across, along]).filter(Boolean)
  return ways.length ? ` ${ways.join(' and ')}` : ''
}
