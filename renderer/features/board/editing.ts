import { create } from 'zustand'

/** What of a panel is being edited in place; all its other fields can be then, too. */
export type EditField = 'text' | 'duration' | 'camera'

export const useEditing = create<{ shotId: string | null; field: EditField }>(() => ({ shotId: null, field: 'text' }))

export const edit = (shotId: string, field: EditField = 'text'): void => useEditing.setState({ shotId, field })
export const stopEditing = (): void => useEditing.setState({ shotId: null })
