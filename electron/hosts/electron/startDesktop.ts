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
import { CrashLog } from './crashLog'
import { Desktop } from './desktop'
import { setMenu } from './menu'
import { windowMovies } from './movieWindow'
import { openedFiles } from './openedFiles'
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
  // macOS asks by an event, which may come before anything is ready.
  const asked: string[] = []
  let openAsked = (path: string) => void asked.push(path)
  app.on('open-file', (event, path) => {
    event.preventDefault()
    openAsked(path)
  })
  const crashLog = new CrashLog(app.getPath('userData'), Date.now)
  logCrashes(crashLog)
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
      crashLog,
    )
    serveSchemes(desktop)
    answerRequests(desktop)
    setMenu()
    nativeTheme.on('updated', () => desktop.send('theme.changed', { theme: desktop.theme }))
    desktop.openWindow()
    const open = (argv: readonly string[], from: string) => void desktop.openFiles(openedFiles(argv, from))
    open([...process.argv, ...asked], process.cwd())
    app.on('second-instance', (_event, argv, from) => {
      desktop.focus()
      open(argv, from)
    })
    openAsked = (path) => {
      desktop.focus()
      open([process.execPath, path], process.cwd())
    }
    app.on('activate', () => desktop.openWindow())
    app.on('will-quit', () => {
      desktop.closeProject()
      generators.stop()
    })
  })
  app.on('window-all-closed', () => app.quit())
}

/** What ends one of the processes, or nobody expected, is noted; what happens then stays as it was. */
function logCrashes(log: CrashLog): void {
  process.on('uncaughtExceptionMonitor', (error) => log.note('error in the main process', error.stack ?? error.message))
  app.on('render-process-gone', (_event, _contents, { reason, exitCode }) => {
    if (reason !== 'clean-exit') log.note('the page ended', `${reason}, exit code ${exitCode}`)
  })
  app.on('child-process-gone', (_event, { type, name, reason, exitCode }) => {
    if (reason !== 'clean-exit') log.note(`a process ended: ${name ?? type}`, `${reason}, exit code ${exitCode}`)
  })
}
