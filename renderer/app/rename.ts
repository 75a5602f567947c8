import { create } from 'zustand'

/** What is being named anew in its place: the film, or a scene of the list. */
export const useRenaming = create<{ what: 'project' | 'scene' | null; id: string }>(() => ({ what: null, id: '' }))

/** Turns a name into a field, where it stands. */
export function renaming(what: 'project' | 'scene', id = ''): void {
  useRenaming.setState({ what, id })
}

export function stopRenaming(): void {
  useRenaming.setState({ what: null })
}
