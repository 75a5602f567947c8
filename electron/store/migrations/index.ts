import { initial } from './0010-initial'
import { rationalFps } from './0020-rational-fps'
import { waysOfBeingThere } from './0030-ways-of-being-there'
import { profiles } from './0040-profiles'
import { peopleAndObjects } from './0100-people-and-objects'
import { clips } from './0110-clips'
import { soundAndCamera } from './0120-sound-and-camera'
import { boxForm } from './0130-box-form'
import { marks } from './0150-marks'
import { turnaround } from './0160-turnaround'
import { marksSent } from './0170-marks-sent'
import type { Migration } from './migration'

/** All formats, oldest first. */
export const migrations: readonly Migration[] = [
  initial,
  rationalFps,
  waysOfBeingThere,
  profiles,
  peopleAndObjects,
  clips,
  soundAndCamera,
  boxForm,
  marks,
  turnaround,
  marksSent,
]
export const currentVersion = migrations.at(-1)!.version
