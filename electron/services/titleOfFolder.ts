import { basename } from 'node:path'

/** What a project is called after its folder. */
export function titleOfFolder(folder: string): string {
  return (
    basename(folder)
      .replace(/\.exeunt$/, '')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 200) || 'Untitled'
  )
}
