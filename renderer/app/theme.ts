import { create } from 'zustand'
import type { Theme, ThemeChoice } from '@shared/ipc/contract'
import type { AppCommand } from './commands'
import { request } from './hostClient'
import { failure } from './toasts'

/** What the window looks like, and whether that was chosen or is the system's. */
export const useTheme = create<{ theme: Theme; choice: ThemeChoice }>(() => ({ theme: 'dark', choice: 'system' }))

/** The window looks like this from now on; painters that read tokens follow the store. */
export function showTheme(theme: Theme, choice = useTheme.getState().choice): void {
  document.documentElement.dataset['theme'] = theme
  useTheme.setState({ theme, choice })
}

/** Chooses what the window looks like, at once and for the next start. */
export async function chooseTheme(choice: ThemeChoice): Promise<void> {
  try {
    showTheme((await request('app.setTheme', { theme: choice })).theme, choice)
  } catch (error) {
    failure(error)
  }
}

export const otherTheme = (theme: Theme): Theme => (theme === 'dark' ? 'light' : 'dark')

export const themeCommands: readonly AppCommand[] = [
  {
    id: 'theme',
    title: 'Switch between dark and light',
    group: 'View',
    run: () => void chooseTheme(otherTheme(useTheme.getState().theme)),
  },
  {
    id: 'theme.system',
    title: 'Dark or light as the system is',
    group: 'View',
    enabled: () => useTheme.getState().choice !== 'system',
    run: () => void chooseTheme('system'),
  },
]
