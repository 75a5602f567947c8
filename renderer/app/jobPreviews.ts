import { create } from 'zustand'
import { onHostEvent } from './hostClient'
import { useProject } from './projectStore'
import { jobOf } from './useFreshness'
import type { ResultKind } from '@shared/model/result'

/** What services show of the pictures they are making, by job, as addresses of small JPEGs. Only what is under way is there; nothing is kept. */
const usePreviews = create<Readonly<Record<string, string>>>(() => ({}))

/** Follows what the host tells of previews. */
export function startPreviews(): void {
  onHostEvent('jobs.preview', ({ jobId, picture }) => {
    const { [jobId]: _before, ...others } = usePreviews.getState()
    usePreviews.setState(picture === null ? others : { ...others, [jobId]: `data:image/jpeg;base64,${picture}` }, true)
  })
  useProject.subscribe((state, before) => {
    if (state.epoch !== before.epoch) usePreviews.setState({}, true)
  })
}

/** What is shown of a job's picture by now; null while there is nothing. */
export const useJobPreview = (jobId: string | null): string | null =>
  usePreviews((previews) => (jobId === null ? undefined : previews[jobId]) ?? null)

/** The same of the result of a shot. */
export function useResultPreview(shotId: string, result: ResultKind): string | null {
  const id = useProject((s) => jobOf(s.jobs, shotId, result)?.id ?? null)
  return useJobPreview(id)
}
