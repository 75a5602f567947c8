import { create } from 'zustand'
import type { AppInfo } from '@shared/ipc/contract'

/** What the application is and runs on. */
export const useAppInfo = create<AppInfo>(() => ({ version: '', platform: '', theme: 'dark', windowControls: 'own' }))
