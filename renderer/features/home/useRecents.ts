import { useCallback, useEffect, useState } from 'react'
import type { RecentProject } from '@shared/ipc/contract'
import { request } from '../../app/hostClient'
import { openProject } from '../../app/projectActions'
import { useProject } from '../../app/projectStore'
import { failure } from '../../app/toasts'

/** The projects opened on this machine, newest first; null until they are known. */
export function useRecents(): { recents: readonly RecentProject[] | null; forget: (folder: string) => Promise<void> } {
  const [recents, setRecents] = useState<readonly RecentProject[] | null>(null)
  useEffect(() => {
    let gone = false
    request('app.recents', {}).then(
      (list) => gone || setRecents(list),
      (error) => {
        failure(error)
        if (!gone) setRecents([])
      },
    )
    return () => void (gone = true)
  }, [])
  const forget = useCallback(async (folder: string) => {
    try {
      await request('app.forgetRecent', { folder })
      setRecents(await request('app.recents', {}))
    } catch (error) {
      failure(error)
    }
  }, [])
  return { recents, forget }
}

/** Asks where a moved project is now; its old entry goes once the same project was opened from the new place. */
export async function findMoved(missing: RecentProject, forget: (folder: string) => Promise<void>): Promise<void> {
  await openProject()
  const { folder, records } = useProject.getState()
  if (folder !== null && folder !== missing.folder && records.get('project', 'project')?.title === missing.title)
    await forget(missing.folder)
}
