import { create } from 'zustand'
import { request } from './hostClient'

export type Theme = 'dark' | 'light'
export const useTheme = create<{ theme: Theme }>(() => ({ theme: 'dark' }))

/** Switches the theme at once; painters that read tokens follow the store. */
export function setTheme(theme: Theme, save = true): void {
  document.documentElement.dataset['theme'] = theme
  useTheme.setState({ theme })
  if (save) void request('app.setTheme', { theme }).catch(() => {})
}
