import {
  app,
  BrowserWindow,
  dialog,
  nativeTheme,
  screen,
  type OpenDialogOptions,
  type SaveDialogOptions,
} from 'electron'
import { existsSync, realpathSync, rmSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type {
  EventName,
  Events,
  ImportReport,
  ProjectContents,
  ReadOnlyBecause,
  RecentProject,
  Requests,
  Theme,
  ThemeChoice,
} from '@shared/ipc/contract'
import { mimeOfEnding } from '@shared/model/fileKinds'
import { Refusal } from '@shared/records/refusal'
import { chosenTake, projectOf, scenesInOrder, shotsInOrder } from '@shared/domain/lookup'
import type { AppContext } from '../../commit/context'
import { reportedError } from '../../commit/reportedError'
import {
  createSession,
  openSessionToLookAt,
  openSession,
  contentsOf,
  type NewProjectFields,
  type Session,
} from '../../app/session'
import { SnapshotKeeper } from '../../app/snapshotKeeper'
import { bringTakesBack, checkSnapshot, goBack, readableRecords } from '../../services/recovery'
import type { MovieHooks } from '../../services/exportMovie'
import type { ArchiveHooks } from '../../services/archive/archiveForm'
import type { PrintHooks } from '../../services/printFilm'
import { Thumbnails } from '../../services/thumbnails'
import type { OpenProject } from '../../store/project'
import { databaseFile } from '../../store/openProject'
import type { CrashLog } from './crashLog'
import type { OpenedFiles } from './openedFiles'
import type { KeyRing } from './keyRing'
import { PageFlush } from './pageFlush'
import { bringPageBack } from './pageRecovery'
import { sampleSession } from './sampleSession'
import { appOrigin } from './security'
import { leastWindow, type Settings } from './settings'
import { Updates } from './updates'
import { watchProject } from './watchProject'

const preload = fileURLToPath(new URL('../preload/preload.cjs', import.meta.url))

/** A file of no known kind is bytes, whatever its row says: the page is never given somebody's script or page. */
const unknownMime = 'application/octet-stream'

/** Loaded only where there is a feed: it is not small. */
const loadUpdater = async () => (await import('electron-updater')).autoUpdater

/** What an export that takes a while is told. */
export type ExportHooks = PrintHooks & MovieHooks & ArchiveHooks

/** The desktop host: one window, at most one open project. It does nothing but hand requests on. */
export class Desktop {
  private window: BrowserWindow | null = null
  private session: Session | null = null
  /** While the sample is being made: a second wish for it waits for the same one. */
  private opensSample: Promise<ProjectContents> | null = null
  private keeper: SnapshotKeeper | null = null
  private tellingJobs: NodeJS.Timeout | null = null
  private unwatch: (() => void) | null = null
  /** Why the open project cannot be written any more. */
  private stopped: ReadOnlyBecause | null = null
  /** The file that was exported last, while there is one to show. */
  exported: string | null = null
  /** Ends each export that is being written. */
  private readonly exports = new Set<() => void>()
  private pageHears = false
  private readonly unheard: string[] = []
  private readonly unopened: string[] = []
  private readonly thumbnails: Thumbnails
  readonly updates: Updates
  private readonly flush = new PageFlush(() => this.send('window.flush', {}))

  constructor(
    readonly context: AppContext,
    readonly settings: Settings,
    readonly keys: KeyRing,
    readonly crashLog: CrashLog,
  ) {
    this.thumbnails = new Thumbnails(context)
    this.updates = new Updates(settings.updateFeed, loadUpdater, (version) =>
      this.send('update.available', { version }),
    )
  }

  get current(): Session | null {
    return this.session
  }

  openWindow(): void {
    if (this.window) return
    const saved = this.settings.window
    const area = screen.getPrimaryDisplay().workAreaSize
    const window = new BrowserWindow({
      width: Math.min(saved?.width ?? 1440, area.width),
      height: Math.min(saved?.height ?? 900, area.height),
      minWidth: leastWindow.width,
      minHeight: leastWindow.height,
      show: false,
      backgroundColor: this.theme === 'dark' ? '#0d0e11' : '#dfe2e7',
      title: 'Exeunt',
      ...(process.platform === 'darwin' ? { titleBarStyle: 'hiddenInset' as const } : { frame: false }),
      webPreferences: {
        preload,
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        webSecurity: true,
        spellcheck: false,
      },
    })
    this.window = window
    if (saved?.maximised) window.maximize()
    window.once('ready-to-show', () => window.show())
    window.webContents.once('did-finish-load', () => void this.updates.look())
    let flushed = false
    window.on('close', (event) => {
      // However it is closed (by itself, by quitting, by a signal): first what is being typed is saved.
      if (this.session && !flushed && !window.webContents.isCrashed()) {
        event.preventDefault()
        void this.flush.run().then(() => {
          flushed = true
          if (!window.isDestroyed()) window.close()
        })
        return
      }
      const [width, height] = window.getNormalBounds
        ? [window.getNormalBounds().width, window.getNormalBounds().height]
        : [1440, 900]
      this.settings.setWindow({ width, height, maximised: window.isMaximized() })
    })
    window.on('closed', () => {
      this.window = null
      // Windows that nobody sees must not keep the application.
      this.cancelExport()
    })
    const load = () => {
      this.pageHears = false
      void window.loadURL(`${appOrigin}/index.html`)
    }
    bringPageBack(window, load)
    load()
  }

  /** Writes an export, which may take a while, and tells the window how far it is. */
  async exporting<T>(write: (hooks: ExportHooks) => T | Promise<T>): Promise<T> {
    const ended = new AbortController()
    const end = () => ended.abort()
    this.exports.add(end)
    try {
      return await write({
        signal: ended.signal,
        onStart: (id) => ended.signal.addEventListener('abort', () => this.context.generators.cancel(id)),
        onProgress: (value, text) => this.send('export.progress', { value, text }),
      })
    } finally {
      this.exports.delete(end)
    }
  }

  cancelExport(): void {
    for (const end of this.exports) end()
  }

  /** The page has sent what was typed. */
  pageFlushed(): void {
    this.flush.answered()
  }

  focus(): void {
    if (this.window?.isMinimized()) this.window.restore()
    this.window?.focus()
  }

  control(action: 'minimise' | 'maximise' | 'close'): void {
    if (action === 'minimise') this.window?.minimize()
    else if (action === 'close') this.window?.close()
    else if (this.window?.isMaximized()) this.window.unmaximize()
    else this.window?.maximize()
  }

  /** What the window looks like now. */
  get theme(): Theme {
    return nativeTheme.shouldUseDarkColors ? 'dark' : 'light'
  }

  /** @returns what the choice comes to */
  setTheme(choice: ThemeChoice): Theme {
    this.settings.setTheme(choice)
    nativeTheme.themeSource = choice
    return this.theme
  }

  send<E extends EventName>(name: E, payload: Events[E]): void {
    if (this.window && !this.window.isDestroyed()) this.window.webContents.send('event', name, payload)
  }

  /** A project is opened here; scripts and archives are for the window, which asks about them as about dropped ones. */
  async openFiles({ sample, folder, files }: OpenedFiles): Promise<void> {
    try {
      if (this.session) await this.flush.run()
      if (sample) this.send('project.opened', { snapshot: await this.openSample() })
      else if (folder !== null) this.send('project.opened', { snapshot: this.open(folder) })
      else if (files.length && this.pageHears) this.send('files.opened', { paths: [...files] })
      else this.unopened.push(...files)
    } catch (error) {
      this.tell(reportedError(error).message)
    }
  }

  /** Says something that nobody asked for; what is said before the page can hear it waits for it. */
  private tell(message: string): void {
    if (this.pageHears) this.send('notice', { message })
    else this.unheard.push(message)
  }

  /** What was to be opened before the page could take it. */
  takeUnopened(): string[] {
    return this.unopened.splice(0)
  }

  /** What was to be said before the page could hear it. From now on it hears. */
  takeUnheard(): string[] {
    this.pageHears = true
    return this.unheard.splice(0)
  }

  /** Opens a project; one that cannot be written is opened to be looked at. @throws Refusal when that cannot be either */
  open(folder: string): ProjectContents {
    const { session } = this
    if (session && !this.stopped && !session.project.readOnly && isSameFolder(folder, session.project.folder))
      return this.snapshot(session)
    if (!this.stopped) return this.adopt(this.openedSession(folder))
    // It still has the lock, also of the folder that was moved.
    this.dropSession()
    try {
      return this.adopt(this.openedSession(folder))
    } catch (error) {
      this.leave()
      throw error
    }
  }

  private openedSession(folder: string): Session {
    try {
      return openSession(this.context, folder, this.tellJobs)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return openSessionToLookAt(this.context, folder, error)
    }
  }

  /** The project that was open could not be opened again. */
  private leave(): void {
    this.settings.setOpen(null)
    this.send('project.closed', {})
  }

  create(folder: string, fields: NewProjectFields): ProjectContents {
    return this.adopt(createSession(this.context, folder, fields, this.tellJobs))
  }

  /** Makes a project and fills it; when filling fails or brings nothing, the folder goes again and the window stays as it was. */
  createChecked(
    folder: string,
    fields: NewProjectFields,
    fill: (project: OpenProject) => ImportReport,
  ): { answer: ImportReport; opened: ProjectContents | null } {
    const session = createSession(this.context, folder, fields, this.tellJobs)
    let answer: ImportReport | undefined
    try {
      answer = fill(session.project)
    } finally {
      if (!answer?.scenes) {
        session.close()
        rmSync(folder, { recursive: true, force: true })
      }
    }
    return { answer, opened: answer.scenes ? this.adopt(session) : null }
  }

  /** The window hears of the queue some times a second, however fast it moves. */
  private readonly tellJobs = (): void => {
    this.tellingJobs ??= setTimeout(() => {
      this.tellingJobs = null
      if (this.session) this.send('jobs.changed', { jobs: this.session.queue.view() })
    }, 80)
  }

  private adopt(session: Session): ProjectContents {
    this.closeProject()
    this.session = session
    session.queue.onPreview((jobId, picture) => this.send('jobs.preview', { jobId, picture }))
    session.project.onChange((change, undo) => this.send('project.changed', { change, undo }))
    if (!session.project.readOnly)
      this.keeper = new SnapshotKeeper(this.context, session.project, (message) => this.tell(message))
    this.settings.setOpen(session.project.folder)
    this.rememberRecent()
    this.unwatch = watchProject(session.project.folder, () => this.look())
    return this.snapshot(session)
  }

  /** The open project as the window shows it, with what keeps it from being edited by now. */
  get currentSnapshot(): ProjectContents | null {
    return this.session && this.snapshot(this.session)
  }

  private snapshot(session: Session): ProjectContents {
    const snapshot = contentsOf(session)
    return this.stopped ? { ...snapshot, readOnly: true, readOnlyBecause: this.stopped } : snapshot
  }

  /** Looks whether the open project can still be written, and tells the window when that has changed; one that another program changed is read anew. */
  look(): void {
    if (!this.session) return
    const wrong = this.session.project.stand()
    if (wrong?.code === 'PROJECT_CHANGED') return this.readAnew(wrong)
    const because = wrong && stoppedBecause(wrong, this.session.project.folder)
    if (because?.message === this.stopped?.message) return
    this.stopped = because
    this.send('project.stopped', { because })
  }

  private readAnew(why: Refusal): void {
    const { folder } = this.session!.project
    this.dropSession()
    try {
      this.send('project.opened', { snapshot: this.open(folder) })
      this.tell(why.message)
    } catch (error) {
      this.leave()
      this.tell(reportedError(error).message)
    }
  }

  /** The sample film, copied once into the user's folder from the application's resources. */
  openSample(): Promise<ProjectContents> {
    this.opensSample ??= this.makeOrOpenSample().finally(() => (this.opensSample = null))
    return this.opensSample
  }

  private async makeOrOpenSample(): Promise<ProjectContents> {
    const folder = join(app.getPath('userData'), 'Sample.exeunt')
    if (existsSync(databaseFile(folder))) return this.open(folder)
    return this.adopt(await sampleSession(this.context, folder, this.tellJobs))
  }

  closeProject(): void {
    if (!this.session) return
    this.rememberRecent()
    this.dropSession()
    this.settings.setOpen(null)
  }

  private dropSession(): void {
    this.cancelExport()
    this.unwatch?.()
    this.unwatch = null
    this.stopped = null
    this.keeper?.close()
    this.keeper = null
    this.session?.close()
    this.session = null
  }

  /** Keeps a snapshot of the open project under a name. @throws Refusal NO_PROJECT, DISK and what the project says */
  keepSnapshot(label: string): Promise<string> {
    if (!this.session) throw new Refusal('NO_PROJECT')
    return this.session.project.keepSnapshot(this.context.now(), 'kept', label)
  }

  /** Goes back to a snapshot of a project, open or not, and opens it. What it lacks of takes and is on disk comes back beside. @throws Refusal as `goBack` */
  async goBack(folder: string, name: string): Promise<Requests['snapshots.goBack']['answer']> {
    checkSnapshot(folder, name)
    const found = readableRecords(folder)
    const { session } = this
    const isOpen = session !== null && isSameFolder(folder, session.project.folder)
    const isWhole = isOpen && !session.project.readOnly && !this.stopped
    if (isWhole) await session.project.keepSnapshot(this.context.now(), 'before')
    if (isOpen) this.dropSession()
    let setAside: string | null
    try {
      setAside = goBack(folder, name, this.context.now(), isWhole).setAside
    } catch (error) {
      if (isOpen) this.send('project.opened', { snapshot: this.open(folder) })
      throw error
    }
    const opened = this.open(folder)
    const takes = found && this.session ? bringTakesBack(this.session.project, found) : 0
    return { opened: this.currentSnapshot ?? opened, setAside, takes }
  }

  private rememberRecent(): void {
    if (!this.session) return
    const { records, folder } = this.session.project
    const shot = shotsInOrder(records).find((s) => chosenTake(records, s.id, 'startFrame'))
    const take = shot && chosenTake(records, shot.id, 'startFrame')
    const thumbnail = take ? this.thumbnails.anyOf(this.session.project, take.mediaId) : null
    this.settings.remember({
      folder,
      title: projectOf(records).title,
      scenes: scenesInOrder(records).length,
      shots: shotsInOrder(records).length,
      openedAt: this.context.now(),
      thumbnail,
    })
  }

  recents(): RecentProject[] {
    return this.settings.recents.map((recent, i) => ({
      ...recent,
      missing: !existsSync(databaseFile(recent.folder)),
      thumbnail: recent.thumbnail && existsSync(recent.thumbnail) ? `media://recent/${i}` : null,
    }))
  }

  /** Pictures of another project that is looked at to copy from it, by their hashes. */
  lookedAt: ReadonlyMap<string, { readonly path: string; readonly mime: string }> = new Map()

  /** A file of the open project by its hash, one of `lookedAt`, or a recent project's thumbnail; null for anything else. */
  async mediaFile(name: string, width: number): Promise<{ path: string; mime: string } | null> {
    if (/^\d{1,3}$/.test(name)) {
      const path = this.settings.recents[Number(name)]?.thumbnail
      return path && existsSync(path) ? { path, mime: 'image/webp' } : null
    }
    const looked = this.lookedAt.get(name)
    if (looked) return looked
    const project = this.session?.project
    const media = project && /^[0-9a-f]{64}$/.test(name) ? project.records.get('media', name) : undefined
    if (!project || !media || !project.media.has(media)) return null
    if (width && media.kind === 'picture') return this.thumbnails.of(project, media, width)
    return { path: project.media.pathOf(media), mime: mimeOfEnding(media.ext) ?? unknownMime }
  }

  async chooseFolder(options: OpenDialogOptions): Promise<string | null> {
    const chosen = this.window ? await dialog.showOpenDialog(this.window, options) : { canceled: true, filePaths: [] }
    return chosen.canceled ? null : (chosen.filePaths[0] ?? null)
  }

  async chooseFiles(options: OpenDialogOptions): Promise<string[] | null> {
    const chosen = this.window ? await dialog.showOpenDialog(this.window, options) : { canceled: true, filePaths: [] }
    return chosen.canceled ? null : chosen.filePaths
  }

  async chooseSave(options: SaveDialogOptions): Promise<string | null> {
    const chosen = this.window ? await dialog.showSaveDialog(this.window, options) : { canceled: true, filePath: '' }
    return chosen.canceled || !chosen.filePath ? null : chosen.filePath
  }

  /** A folder for a new project of that name that is not taken yet. */
  freeFolder(parent: string, title: string): string {
    const clean =
      basename(title)
        .replace(/[<>:"/\\|?*]+/g, ' ')
        .trim() || 'Untitled'
    for (let n = 1; ; n++) {
      const folder = join(parent, `${clean}${n > 1 ? ` ${n}` : ''}.exeunt`)
      if (!existsSync(folder)) return folder
    }
  }
}

/** Are both names of one folder? */
function isSameFolder(a: string, b: string): boolean {
  try {
    return realpathSync(a) === realpathSync(b)
  } catch {
    return resolve(a) === resolve(b)
  }
}

function stoppedBecause({ code, params, message }: Refusal, folder: string): ReadOnlyBecause {
  const openAt = code === 'PROJECT_MOVED' ? String(params['folder']) : code === 'PROJECT_REPLACED' ? folder : null
  return { message, problems: [], openAt }
}
