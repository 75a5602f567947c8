import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { HostBridge } from '@shared/ipc/contract'

type Answer = Awaited<ReturnType<HostBridge['request']>>

const asked = new Map<number, (answer: Answer) => void>()
let newest = 0

// An answer comes on the road of the events and not as the reply of `invoke`, which may overtake them: what a request
// brought about is always told before its answer.
ipcRenderer.on('answer', (_event, id: number, answer: Answer) => {
  asked.get(id)?.(answer)
  asked.delete(id)
})

// The only door between the window and the main process: requests with their answers, events, paths of dropped files.
const bridge: HostBridge = {
  request: (name, input) =>
    new Promise((resolve) => {
      // What cannot be sent throws here, which rejects the promise.
      ipcRenderer.send('request', newest + 1, name, input)
      asked.set(++newest, resolve)
    }),
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
