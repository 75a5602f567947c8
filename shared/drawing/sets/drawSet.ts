import { darker, lighter } from '../colour'
import type { DrawOp } from '../drawOp'
import type { FrameDescription } from '../frameDescription'
import { PAPER } from '../drawingColours'
import { Pen, box } from '../pen'
import { Choices, hashOf } from '../choices'
import { sceneries } from './exterior'
import { drawRoom } from './interior'
import { setKindOf } from './kind'
import { lightOf } from './light'
import type { Light } from './light'
import { BACKDROP_HEIGHT, cameraOf } from './backdrop'
import type { Backdrop } from './backdrop'
import { drawWeather } from './weather'

/** Width over height. */
const WIDEST = 3.2

/** The light of a frame, also where its location has a picture. */
export function frameLight(frame: FrameDescription): Light {
  const { location } = frame
  const kind = setKindOf(location?.intExt ?? '', location?.name ?? '', frame.setName)
  return lightOf(kind.inside, location?.timeOfDay ?? '', frame.weather ?? null)
}

/** A drawn set that fills the frame, in frame pixels. */
export function drawSet(frame: FrameDescription): DrawOp[] {
  const { location, width, height } = frame
  if (location === null && frame.setName.trim() === '') return bareBackdrop(width, height)
  const kind = setKindOf(location?.intExt ?? '', location?.name ?? '', frame.setName)
  const light = frameLight(frame)
  const camera = cameraOf(frame.size, frame.angle)
  // Sets are drawn up to this wide; in wider strips they are magnified and cut off above and below.
  const unit = Math.max(height / BACKDROP_HEIGHT, width / (BACKDROP_HEIGHT * WIDEST))
  const zoom = camera.zoom
  const seed = location?.name ?? frame.setName
  const choices = new Choices(seed)
  const pen = new Pen({
    seed: hashOf(seed),
    unit,
    line: 3.1 * unit * Math.min(1.35, Math.sqrt(zoom)),
    tremble: 1.5 * unit,
    tint: light.onSet,
    warp: (x, y) => [x * zoom + width / unit / 2, (y - camera.focusY) * zoom + height / unit / 2],
  })
  const half = width / unit / 2 / zoom
  const tall = BACKDROP_HEIGHT / 2 / zoom
  const stage = {
    pen,
    half,
    top: camera.focusY - tall,
    bottom: camera.focusY + tall,
    light,
    choices,
    weather: frame.weather ?? null,
    side: choices.number('side') < 0.5 ? 1 : -1,
    name: location?.name ?? frame.setName,
  } as const
  if (kind.inside) drawRoom(stage, kind.room)
  else sceneries[kind.scenery](stage)
  if (kind.inside && frame.size === 'insert') tabletop(stage)
  const falling = kind.inside || !frame.weather ? [] : drawWeather(frame.weather, width, height, hashOf(seed))
  return [{ op: 'rect', x: 0, y: 0, width, height, fill: PAPER }, ...pen.ops, ...falling]
}

/** Under a detail inside: things do not lie on the floor. */
function tabletop(stage: Backdrop): void {
  const { pen, half, bottom } = stage
  const edge = bottom - (bottom - stage.top) * 0.36
  const wood = stage.choices.pick('tabletop', ['#94704f', '#86654b', '#7a6a58'])
  pen.soft(box(-half - 20, edge, half * 2 + 40, bottom - edge + 30), wood)
  pen.fill(box(-half - 20, edge, half * 2 + 40, 5), lighter(wood, 0.3))
  for (let i = 1; i < 5; i++)
    pen.line(`M ${-half - 10} ${edge + i * i * 9} Q 0 ${edge + i * i * 9 + 5} ${half + 10} ${edge + i * i * 9}`, {
      width: 0.4,
      colour: darker(wood, 0.25),
    })
}

/** Nobody said where: an empty stage. */
function bareBackdrop(width: number, height: number): DrawOp[] {
  const floor = height * 0.68
  return [
    { op: 'rect', x: 0, y: 0, width, height, fill: PAPER },
    { op: 'rect', x: 0, y: floor, width, height: height - floor, fill: darker(PAPER, 0.1) },
    {
      op: 'path',
      path: [
        ['M', 0, floor],
        ['L', width, floor],
      ],
      stroke: darker(PAPER, 0.4),
      lineWidth: height * 0.003,
    },
  ]
}
