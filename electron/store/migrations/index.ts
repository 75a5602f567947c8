import { initial } from './0010-initial'
import type { Migration } from './migration'

/** All formats, oldest first. */
export const migrations: readonly Migration[] = [initial]
export const currentVersion = migrations.at(-1)!.version
