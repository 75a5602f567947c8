import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { HostBridge } from '@shared/ipc/contract'

// The only door between the window and the main process: one request channel, one event channel, paths of dropped files.
const bridge: HostBridge = {
  request: (name, input) => ipcRenderer.invoke('request', name, input) as ReturnType<HostBridge['request']>,
  on(name, listener) {
    const receive = (_event: unknown, told: string, payload: unknown) => {
      if (told === name) listener(payload as never)
    }
    ipcRenderer.on('event', receive)
    return () => ipcRenderer.off('event', receive)
  },
  pathForFile: (file) => webUtils.getPathForFile(file as File),
}
contextBridge.exposeInMainWorld('exeunt', bridge)
