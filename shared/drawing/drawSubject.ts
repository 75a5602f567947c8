import { drawFigure } from './character/figure'
import { animalOf, isCrowd } from './character/kindOfCharacter'
import { ownHeight, personOf } from './character/person'
import { underLight } from './colour'
import type { DrawOp, GroupOp } from './drawOp'
import type { FrameDescription, FrameSubject, PictureRef } from './frameDescription'
import { INK } from './drawingColours'
import { handLift } from './character/handLift'
import { drawProp, type PropOptions } from './props/drawProp'
import { propHeight, propKindOf } from './props/propKind'
import { setPreview } from './sets/setPreview'
import type { Light } from './sets/light'
import { subjectBox } from './subjectBox'
import { tidy } from './tidy'

const DUTCH_TILT = -0.11
/** Where the near hand is, in figure heights above the feet and to the front. */
const [HANDS, REACH] = [0.45, 0.13]

/** How far a dutch angle turns the picture, in radians; others not. */
export function tiltOf(frame: Pick<FrameDescription, 'angle'>): number {
  return frame.angle === 'dutch' ? DUTCH_TILT : 0
}

/** One subject as a group of its own, its feet at the group's origin. */
export function drawSubject(frame: FrameDescription, subject: FrameSubject, light: Light): GroupOp {
  const box = subjectBox(frame, subject)
  const tilt = tiltOf(frame)
  const mirror = subject.flip && subject.type !== 'location' ? -1 : 1
  const transform = [
    Math.cos(tilt) * mirror,
    Math.sin(tilt) * mirror + 0,
    0 - Math.sin(tilt),
    Math.cos(tilt),
    tidy(subject.x * frame.width),
    tidy(subject.y * frame.height),
  ] as const
  return {
    op: 'group',
    part: 'subject',
    assetId: subject.assetId,
    transform,
    ops: [...shadow(frame, subject, box.width, box.height), ...inside(frame, subject, light, box.width, box.height)],
  }
}

/** The pen's line: the same hand draws near and far things, a little bolder when near. Frame pixels. */
function lineOf(frame: Pick<FrameDescription, 'height'>, height: number): number {
  const relative = Math.min(3, Math.max(0.06, height / frame.height))
  return tidy(frame.height * 0.0046 * Math.min(1.75, Math.max(0.42, Math.sqrt(relative / 0.62))))
}

function inside(frame: FrameDescription, subject: FrameSubject, light: Light, width: number, height: number): DrawOp[] {
  if (subject.picture)
    return subject.picture.alpha
      ? [whole(subject.picture, -width / 2, -height, width, height)]
      : card(frame, subject.picture, width, height)
  if (subject.type === 'location') return setPreview(frame, subject, width, height)
  const tall = subject.scale * frame.height
  const line = lineOf(frame, tall)
  const options = {
    seed: subject.name,
    height: tall,
    line,
    tremble: frame.height * 0.0019,
    angle: frame.angle,
    tint: (colour: string) => light.onFigure(colour),
    halo: light.halo,
    mirrored: subject.flip,
  }
  if (subject.type === 'prop') return drawProp(subject.name, subject.traits, subject.assetId, options)
  const animal = animalOf(subject.name, subject.traits)
  if (animal) return drawProp(animal, subject.traits, subject.assetId, options)
  const { pose, seated, gaze, mouth, fromBehind, tone } = subject
  const one = (id: string, name: string, share: number, shade: number | undefined): DrawOp[] =>
    drawFigure(personOf(id, name, subject.traits, shade), {
      ...options,
      seed: name,
      height: tall * share,
      pose,
      seated,
      gaze,
      mouth,
      fromBehind,
    })
  const { assetId, name } = subject.drawnAs ?? subject
  const first = one(assetId, name, ownHeight(name), tone)
  const figures = isCrowd(subject.name) ? crowd(subject, tall, one, first) : first
  return subject.inHand ? [...figures, ...inHand(subject, subject.inHand, tall, options)] : figures
}

/** What a figure has in the hand before its body. */
function inHand(subject: FrameSubject, words: string, tall: number, options: PropOptions): DrawOp[] {
  const thing = /[\p{L}’'-]+$/u.exec(words)?.[0].replace(/(?<=[^s])s$/, '') ?? words
  // A crate with a word on it would be no beer.
  if (!propKindOf(thing, words)) return []
  const height = tall * Math.min(0.4, propHeight(thing, words))
  const y = -tall * (HANDS + handLift(subject)) + height / 2
  const ops = drawProp(thing, words, `${subject.assetId}/${thing}`, { ...options, seed: thing, height })
  return [{ op: 'group', transform: [1, 0, 0, 1, tidy(tall * REACH), tidy(y)], ops }]
}

/** More heads behind the first, to its sides. */
function crowd(
  subject: FrameSubject,
  tall: number,
  one: (id: string, name: string, share: number, shade: number | undefined) => DrawOp[],
  first: readonly DrawOp[],
): DrawOp[] {
  const behind = [-0.28, 0.3, -0.14, 0.15].map((aside, i): GroupOp => ({
    op: 'group',
    transform: [1, 0, 0, 1, tidy(tall * aside), tidy(-tall * (i < 2 ? 0.05 : 0.02))],
    ops: one(
      `${subject.assetId}/${i}`,
      `${subject.name}${i}`,
      ownHeight(`${subject.name}${i}`) * (i < 2 ? 0.9 : 0.95),
      subject.tone === undefined ? undefined : subject.tone + i + 1,
    ),
  }))
  return [...behind, ...first]
}

/** A soft patch on the floor, so that nobody floats. */
function shadow(frame: FrameDescription, subject: FrameSubject, width: number, height: number): DrawOp[] {
  if (subject.type === 'location' || (subject.picture && !subject.picture.alpha)) return []
  if (subject.y > 1.15) return []
  const rx = Math.min(width * 0.52, height * 0.8)
  return [
    {
      op: 'ellipse',
      x: 0,
      y: -frame.height * 0.002,
      rx: tidy(rx),
      ry: tidy(Math.min(rx * 0.2, height * 0.06)),
      fill: '#1a1420',
      alpha: 0.26,
    },
  ]
}

function whole(picture: PictureRef, x: number, y: number, width: number, height: number): DrawOp {
  return {
    op: 'image',
    mediaId: picture.mediaId,
    sx: 0,
    sy: 0,
    sw: picture.width,
    sh: picture.height,
    x: tidy(x),
    y: tidy(y),
    width: tidy(width),
    height: tidy(height),
  }
}

/** A picture with its own background: a card with a pale border, as pinned to a board. */
function card(frame: FrameDescription, picture: PictureRef, width: number, height: number): DrawOp[] {
  const border = tidy(Math.min(width, height) * 0.035)
  const line = lineOf(frame, height)
  return [
    {
      op: 'rect',
      x: tidy(-width / 2 + border * 0.5),
      y: tidy(-height + border * 0.9),
      width: tidy(width),
      height: tidy(height),
      fill: '#120e14',
      alpha: 0.28,
      radius: border * 0.6,
    },
    {
      op: 'rect',
      x: tidy(-width / 2),
      y: tidy(-height),
      width: tidy(width),
      height: tidy(height),
      fill: underLight('#f6f2e8', '#ffffff', 0),
      stroke: INK,
      lineWidth: line * 0.8,
      radius: border * 0.6,
    },
    whole(picture, -width / 2 + border, -height + border, width - border * 2, height - border * 2),
    {
      op: 'rect',
      x: tidy(-width / 2 + border),
      y: tidy(-height + border),
      width: tidy(width - border * 2),
      height: tidy(height - border * 2),
      stroke: INK,
      lineWidth: line * 0.4,
      alpha: 0.6,
    },
  ]
}
