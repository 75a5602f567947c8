import { initial } from './0010-initial'
import { rationalFps } from './0020-rational-fps'
import type { Migration } from './migration'

/** All formats, oldest first. */
export const migrations: readonly Migration[] = [initial, rationalFps]
export const currentVersion = migrations.at(-1)!.version
