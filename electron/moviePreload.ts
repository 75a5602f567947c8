import { contextBridge, ipcRenderer } from 'electron'
import type { MovieBridge, MovieJob } from '@shared/ipc/movieBridge'

// All that the page that makes a movie can ask for: its job, and to write into the one file.
const bridge: MovieBridge = {
  job: () => ipcRenderer.invoke('movie.job') as Promise<MovieJob>,
  write: (at, bytes) => ipcRenderer.invoke('movie.write', at, bytes) as Promise<void>,
  tell: (value, text) => ipcRenderer.send('movie.tell', value, text),
  end: (end) => ipcRenderer.send('movie.end', end),
}
contextBridge.exposeInMainWorld('exeuntMovie', bridge)
