import { dialog, type BrowserWindow } from 'electron'

/** So many crashes within so many ms are no accident; then the user is asked. */
const often = { crashes: 3, withinMs: 60_000 }

/**
 * Brings the page of a window back when its process dies: the project stays open in the main process, so nothing is lost. One that keeps dying, or does
 * not answer, is the user's to decide about.
 * @param load loads the page anew
 */
export function bringPageBack(window: BrowserWindow, load: () => void): void {
  let crashes: number[] = []
  let asking = false
  const ask = async (message: string, detail: string, buttons: string[]): Promise<number> => {
    if (asking || window.isDestroyed()) return -1
    asking = true
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message,
      detail,
      buttons,
      noLink: true,
    })
    asking = false
    return window.isDestroyed() ? -1 : response
  }
  const everythingSaved = 'Everything you did is saved in the project.'

  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    console.error(`the page ended: ${reason}`)
    const now = Date.now()
    crashes = [...crashes.filter((at) => now - at < often.withinMs), now]
    if (crashes.length < often.crashes) return load()
    const detail = `It has ended ${crashes.length} times within a minute. ${everythingSaved}`
    void ask('The window of Exeunt cannot go on', detail, ['Try again', 'Close Exeunt']).then((answer) => {
      crashes = []
      if (answer === 0) load()
      if (answer === 1) window.destroy()
    })
  })
  window.on('unresponsive', () => {
    const detail = `It may still be busy. ${everythingSaved} What is being typed may be lost when it is loaded anew.`
    void ask('The window of Exeunt does not answer', detail, ['Wait', 'Load it anew']).then((answer) => {
      // A page that hangs takes no new address; it is ended, and comes back as one that died.
      if (answer === 1) window.webContents.forcefullyCrashRenderer()
    })
  })
}
