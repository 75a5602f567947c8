import { create } from 'zustand'
import { keyText } from '../../app/commands'
import { hint } from '../../app/hint'

/** What of a panel is being edited in place; all its other fields can be then, too. */
export type EditField = 'text' | 'duration' | 'camera'

export const useEditing = create<{ shotId: string | null; field: EditField }>(() => ({ shotId: null, field: 'text' }))

export function edit(shotId: string, field: EditField = 'text'): void {
  useEditing.setState({ shotId, field })
  hint(`Tab to the next field; ${keyText('Mod+Enter')} when done; Esc brings back what stood in the field`)
}

export function stopEditing(): void {
  if (useEditing.getState().shotId === null) return
  useEditing.setState({ shotId: null })
  hint('')
}
