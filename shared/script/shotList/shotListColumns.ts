import { countedRate } from '../../domain/time/frameRates'
import { framesToSeconds } from '../../domain/time/frames'
import { parseTime } from '../../domain/time/parseTime'
import type { FrameRate } from '../../model/frameRate'
import { shotAngles, shotSizes, type ShotAngle, type ShotSize } from '../../model/shot'

/** What a column of a shot list can hold. */
export type ShotListColumn =
  | 'scene'
  | 'heading'
  | 'intExt'
  | 'set'
  | 'timeOfDay'
  | 'shot'
  | 'text'
  | 'dialogue'
  | 'characters'
  | 'props'
  | 'size'
  | 'angle'
  | 'movement'
  | 'lens'
  | 'seconds'
  | 'frames'
  | 'frameIn'
  | 'frameOut'
  | 'fps'
  | 'notes'

/** Names a column goes by, letters and digits only. */
const names: Record<ShotListColumn, readonly string[]> = {
  scene: ['scene', 'scenenumber', 'sceneno', 'scenenr', 'sc', 'scenes', 'sequence', 'sequencename', 'seq'],
  heading: ['heading', 'sceneheading', 'slugline', 'slug', 'scenename', 'scenetitle'],
  intExt: ['intext', 'ie', 'interiorexterior'],
  set: ['set', 'location', 'place'],
  timeOfDay: ['timeofday', 'daynight', 'dn', 'time'],
  shot: [
    'shot',
    'shotnumber',
    'shotno',
    'shotnr',
    'number',
    'no',
    'nr',
    'panel',
    'name',
    'shotname',
    'setup',
    'setupnumber',
  ],
  text: [
    'text',
    'description',
    'action',
    'shotdescription',
    'what',
    'content',
    'subjectaction',
    'video',
    'visual',
    'visuals',
    'picture',
  ],
  dialogue: ['dialogue', 'dialog', 'line', 'lines', 'sound', 'audio', 'voiceover', 'vo'],
  characters: ['characters', 'character', 'cast', 'subject', 'subjects', 'actors', 'talent'],
  props: ['props', 'prop', 'items', 'propslist'],
  size: ['size', 'shotsize', 'framing', 'frame', 'shottype', 'type', 'fieldsize'],
  angle: ['angle', 'cameraangle', 'shotangle', 'angles'],
  movement: ['movement', 'cameramovement', 'move', 'camera', 'motion', 'cameramove', 'cameramovements'],
  lens: ['lens', 'focallength', 'focal'],
  seconds: ['duration', 'seconds', 'length', 'durationseconds', 'secs', 'runtime', 'est'],
  frames: ['frames', 'durationframes', 'nbframes', 'framecount', 'numberofframes'],
  frameIn: ['framein', 'in', 'startframe', 'firstframe'],
  frameOut: ['frameout', 'out', 'endframe', 'lastframe'],
  fps: ['fps', 'framerate', 'framespersecond'],
  notes: ['notes', 'note', 'comment', 'comments', 'remarks'],
}

/** Which column of a shot list holds what; each thing once. */
export function readHeader(cells: readonly string[]): Map<number, ShotListColumn> {
  const found = new Map<number, ShotListColumn>()
  cells.forEach((cell, i) => {
    const key = cell
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')
    const column = (Object.keys(names) as ShotListColumn[]).find((c) => names[c].includes(key))
    if (column && ![...found.values()].includes(column)) found.set(i, column)
  })
  return found
}

const sizeNames: Record<string, ShotSize> = {
  ews: 'extreme_wide',
  els: 'extreme_wide',
  xws: 'extreme_wide',
  establishing: 'extreme_wide',
  ws: 'wide',
  ls: 'wide',
  long: 'wide',
  fs: 'full',
  mws: 'medium_wide',
  mls: 'medium_wide',
  cowboy: 'medium_wide',
  ms: 'medium',
  mid: 'medium',
  mcu: 'medium_close',
  cu: 'close',
  closeup: 'close',
  ecu: 'extreme_close',
  xcu: 'extreme_close',
  bcu: 'extreme_close',
  extremecloseup: 'extreme_close',
  mediumcloseup: 'medium_close',
  insert: 'insert',
  ins: 'insert',
  twoshot: 'two_shot',
  '2shot': 'two_shot',
  '2s': 'two_shot',
  ots: 'over_shoulder',
  overtheshoulder: 'over_shoulder',
  pov: 'pov',
  pointofview: 'pov',
}

export function readSize(text: string): ShotSize | null {
  const key = text
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/shot$/, (s, at: number) => (at > 3 ? '' : s))
  return sizeNames[key] ?? shotSizes.find((s) => s.replaceAll('_', '') === key) ?? null
}

export function readAngle(text: string): ShotAngle | null {
  const key = text
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .replace(/angle$/, '')
  if (key.startsWith('eye')) return 'eye'
  if (/^(birds?eye|top|overhead)/.test(key)) return 'overhead'
  return shotAngles.find((a) => a === key) ?? null
}

/**
 * A duration in a cell: seconds, or null. As `parseTime`, but in shot lists three parts are hours, minutes and seconds ("0:01:30"), frames
 * stand behind them ("00:00:03:12"), and parts too large for their place are still counted: lists come from films of any rate.
 */
export function readSeconds(text: string, fps: FrameRate): number | null {
  if (/^\d{1,3}(?::\d{1,2}){1,3}$/.test(text.trim())) {
    const parts = text.trim().split(':').map(Number)
    const frames = parts.length === 4 ? parts.pop()! : null
    const seconds = parts.reduce((sum, part) => sum * 60 + part, 0)
    return frames === null ? seconds : framesToSeconds(seconds * countedRate(fps) + frames, fps)
  }
  const read = parseTime(text, { fps, dropFrame: false })
  return 'frames' in read && read.frames >= 0 ? framesToSeconds(read.frames, fps) : null
}
