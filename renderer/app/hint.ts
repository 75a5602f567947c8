import { create } from 'zustand'

/** The sentence in the middle of the status bar: what is selected, what a drag is doing. */
export const useHint = create<{ text: string }>(() => ({ text: '' }))

export function hint(text: string): void {
  if (useHint.getState().text !== text) useHint.setState({ text })
}
