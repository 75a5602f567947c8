import { app, nativeTheme } from 'electron'
import { fileURLToPath } from 'node:url'
import { afterMs } from '../../commit/context'
import { newId } from '../../commit/newId'
import { startGeneratorProcess } from '../../generators/startGeneratorProcess'
import { suggesterOf } from '../../services/chatModel'
import { localClipsOf } from '../../services/localClips'
import { KeyRing } from './keyRing'
import { systemKeychain } from './systemKeychain'
import { answerRequests } from './answerRequests'
import { Desktop } from './desktop'
import { setMenu } from './menu'
import { windowMovies } from './movieWindow'
import { declareSchemes, serveSchemes } from './protocols'
import { lockDown } from './security'
import { Settings } from './settings'
import { utilityChild } from './utilityChild'

const generatorEntry = fileURLToPath(new URL('./generatorProcess.js', import.meta.url))

/** Starts the desktop application: one instance, one window, the same application underneath as the command line. */
export function startDesktop(): void {
  declareSchemes()
  lockDown()
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  // Nothing may wait for readiness at module level: the window would never open.
  void app.whenReady().then(() => {
    const settings = new Settings(app.getPath('userData'))
    nativeTheme.themeSource = settings.theme
    const keys = new KeyRing(app.getPath('userData'), systemKeychain())
    const generators = startGeneratorProcess(() => utilityChild(generatorEntry))
    const desktop: Desktop = new Desktop(
      {
        newId,
        now: Date.now,
        after: afterMs,
        generators,
        keys,
        movies: windowMovies,
        localClips: localClipsOf(windowMovies),
        suggesterOf: (project) => suggesterOf(desktop.context, project),
      },
      settings,
      keys,
    )
    serveSchemes(desktop)
    answerRequests(desktop)
    setMenu()
    desktop.openWindow()
    void desktop.openFromArguments(process.argv)
    app.on('second-instance', (_event, argv) => {
      desktop.focus()
      void desktop.openFromArguments(argv)
    })
    app.on('activate', () => desktop.openWindow())
    app.on('will-quit', () => {
      desktop.closeProject()
      generators.stop()
    })
  })
  app.on('window-all-closed', () => app.quit())
}
