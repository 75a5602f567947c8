import { initial } from './0010-initial'
import { rationalFps } from './0020-rational-fps'
import { waysOfBeingThere } from './0030-ways-of-being-there'
import { profiles } from './0040-profiles'
import type { Migration } from './migration'

/** All formats, oldest first. */
export const migrations: readonly Migration[] = [initial, rationalFps, waysOfBeingThere, profiles]
export const currentVersion = migrations.at(-1)!.version
