import { watch, type FSWatcher } from 'node:fs'
import { dirname } from 'node:path'

/** How often a project is looked at when nothing tells that something happened: network drives tell nothing. */
const everyMs = 1000
/** Several things happen at once when a folder is moved. */
const soonMs = 50

/**
 * Calls `look` when a folder, or something in it or beside it, is made, moved or deleted, and every second in any case.
 * @returns how to end it
 */
export function watchProject(folder: string, look: () => void): () => void {
  let soon: NodeJS.Timeout | null = null
  const timer = setInterval(look, everyMs)
  const watchers = [folder, dirname(folder)].flatMap((path) => {
    const watcher = watched(path, () => {
      soon ??= setTimeout(() => {
        soon = null
        look()
      }, soonMs)
    })
    return watcher ? [watcher] : []
  })
  return () => {
    clearInterval(timer)
    if (soon) clearTimeout(soon)
    for (const watcher of watchers) watcher.close()
  }
}

/** Writes tell themselves as `change`, everything else as `rename`. @returns null where the system cannot watch */
function watched(path: string, moved: () => void): FSWatcher | null {
  try {
    const watcher = watch(path, { persistent: false }, (event) => event === 'rename' && moved())
    watcher.on('error', () => watcher.close())
    return watcher
  } catch {
    return null
  }
}
