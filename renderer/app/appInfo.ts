import { create } from 'zustand'
import type { AppInfo } from '@shared/ipc/contract'
import { request } from './hostClient'
import { failure, toast } from './toasts'

/** What the application is and runs on. */
export const useAppInfo = create<AppInfo>(() => ({
  version: '',
  platform: '',
  themeChoice: 'system',
  theme: 'dark',
  tourOffered: true,
  windowControls: 'own',
  home: '',
  interrupted: null,
  notices: [],
  files: [],
}))

/** Minimises, maximises or closes the window, for where the system draws no frame. */
export function controlWindow(action: 'minimise' | 'maximise' | 'close'): void {
  void request('window.control', { action })
}

/** Shows the log of crashes in its folder. It stays on this machine; who wants to report one attaches it. */
export async function showCrashLog(): Promise<void> {
  try {
    const { shown } = await request('app.showCrashLog', {})
    if (!shown) toast('done', 'Nothing has crashed on this machine: there is no log.')
  } catch (error) {
    failure(error)
  }
}
