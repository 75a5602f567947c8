import type { DrawOp } from './drawOp'
import { drawSubject, tiltOf } from './drawSubject'
import type { FrameDescription, FrameSubject, PictureRef } from './frameDescription'
import { drawNameTag, nameTags } from './nameTags'
import { seenThrough } from './seenThrough'
import { drawSet, frameLight } from './sets/drawSet'
import { tidy } from './tidy'

/** What of a frame a pass draws; the rest lies in its base plate. */
export interface FramePart {
  readonly location: boolean
  readonly assetIds: readonly string[]
}

/**
 * The drawing operations of a frame, in frame pixels: the location's plate, then the subjects from far to near, what they are seen through, then
 * their name tags. `part` limits it, so that passes can be drawn one over another. Each subject, tag and the location
 * is one outermost group that names its asset.
 */
export function drawList(frame: FrameDescription, part?: FramePart): DrawOp[] {
  const drawn = (subject: FrameSubject): boolean => part === undefined || part.assetIds.includes(subject.assetId)
  const ops: DrawOp[] = []
  if (frame.title) return [drawTitle(frame, frame.title)]
  if (part === undefined || part.location) ops.push(drawLocation(frame))
  const light = frameLight(frame)
  for (const subject of farToNear(frame.subjects)) if (drawn(subject)) ops.push(drawSubject(frame, subject, light))
  if (frame.seenThrough) ops.push(seenThrough(frame, frame.seenThrough))
  if (frame.showNames) for (const tag of nameTags(frame)) if (drawn(tag.subject)) ops.push(drawNameTag(tag))
  return ops
}

/** A dark card with its lines in the middle, as large as the longest allows. */
function drawTitle({ width, height }: FrameDescription, lines: readonly string[]): DrawOp {
  const longest = Math.max(...lines.map((line) => [...line].length))
  const size = tidy(Math.min(height * 0.1, (height * 0.6) / (lines.length * 1.4), (width * 0.8) / (longest * 0.6)))
  const top = height / 2 - (lines.length * size * 1.4) / 2
  return {
    op: 'group',
    part: 'location',
    ops: [
      { op: 'rect', x: 0, y: 0, width, height, fill: '#15171a' },
      ...lines.map((text, i): DrawOp => ({
        op: 'text',
        x: width / 2,
        y: tidy(top + (i + 0.95) * size * 1.4),
        text,
        size,
        weight: 600,
        align: 'center',
        maxWidth: width * 0.9,
        fill: '#f2efe8',
      })),
    ],
  }
}

/** Drawing order: by depth; of equal depth who stands lower is nearer, then the order of the manifest. */
export function farToNear(subjects: readonly FrameSubject[]): FrameSubject[] {
  return [...subjects].sort((a, b) => a.depth - b.depth || a.y - b.y)
}

function drawLocation(frame: FrameDescription): DrawOp {
  const { location, width, height } = frame
  const clip = [['M', 0, 0], ['L', width, 0], ['L', width, height], ['L', 0, height], ['Z']] as const
  const inner = location?.picture ? [cover(location.picture, width, height)] : drawSet(frame)
  return {
    op: 'group',
    part: 'location',
    ...(location ? { assetId: location.assetId } : {}),
    clip,
    ops: tilted(frame, inner),
  }
}

/** A dutch angle turns the plate around its middle, magnified so far that no corner stays empty. */
function tilted(frame: FrameDescription, ops: readonly DrawOp[]): readonly DrawOp[] {
  const tilt = tiltOf(frame)
  if (tilt === 0) return ops
  const { width, height } = frame
  const scale = Math.cos(tilt) + Math.abs(Math.sin(tilt)) * Math.max(width / height, height / width)
  const a = Math.cos(tilt) * scale
  const b = Math.sin(tilt) * scale
  return [
    {
      op: 'group',
      transform: [
        a,
        b,
        -b,
        a,
        width / 2 - (a * width) / 2 + (b * height) / 2,
        height / 2 - (b * width) / 2 - (a * height) / 2,
      ],
      ops,
    },
  ]
}

/** The whole frame filled with a picture, what is too much cut off evenly. */
function cover(picture: PictureRef, width: number, height: number): DrawOp {
  const scale = Math.max(width / picture.width, height / picture.height)
  const sw = width / scale
  const sh = height / scale
  return {
    op: 'image',
    mediaId: picture.mediaId,
    sx: (picture.width - sw) / 2,
    sy: (picture.height - sh) / 2,
    sw,
    sh,
    x: 0,
    y: 0,
    width,
    height,
  }
}
