import { create } from 'zustand'
import type { AppInfo } from '@shared/ipc/contract'
import { request } from './hostClient'

/** What the application is and runs on. */
export const useAppInfo = create<AppInfo>(() => ({
  version: '',
  platform: '',
  theme: 'dark',
  tourOffered: true,
  windowControls: 'own',
  home: '',
  interrupted: null,
  notices: [],
}))

/** Minimises, maximises or closes the window, for where the system draws no frame. */
export function controlWindow(action: 'minimise' | 'maximise' | 'close'): void {
  void request('window.control', { action })
}
