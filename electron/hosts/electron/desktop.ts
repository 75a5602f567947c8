import {
  app,
  BrowserWindow,
  dialog,
  nativeTheme,
  screen,
  type OpenDialogOptions,
  type SaveDialogOptions,
} from 'electron'
import { existsSync, rmSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { EventName, Events, ImportReport, ProjectSnapshot, RecentProject } from '@shared/ipc/contract'
import { wireError } from '@shared/ipc/errors'
import { chosenTake, projectOf, scenesInOrder, shotsInOrder } from '@shared/domain/lookup'
import type { AppContext } from '../../commit/context'
import { createSession, openSession, snapshotOf, type NewProjectFields, type Session } from '../../app/session'
import { Thumbnails } from '../../services/thumbnails'
import { databaseFile, type OpenProject } from '../../store/openProject'
import { PageFlush } from './pageFlush'
import { sampleSession } from './sampleSession'
import { appOrigin } from './security'
import type { Settings } from './settings'

const preload = fileURLToPath(new URL('../preload/preload.cjs', import.meta.url))

/** The desktop host: one window, at most one open project. It does nothing but hand requests on. */
export class Desktop {
  private window: BrowserWindow | null = null
  private session: Session | null = null
  /** While the sample is being made: a second wish for it waits for the same one. */
  private opensSample: Promise<ProjectSnapshot> | null = null
  private tellingJobs: NodeJS.Timeout | null = null
  private readonly thumbnails: Thumbnails
  private readonly flush = new PageFlush(() => this.send('window.flush', {}))

  constructor(
    readonly context: AppContext,
    readonly settings: Settings,
  ) {
    this.thumbnails = new Thumbnails(context)
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
      minWidth: 960,
      minHeight: 600,
      show: false,
      backgroundColor: this.settings.theme === 'dark' ? '#0d0e11' : '#dfe2e7',
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
    window.on('closed', () => (this.window = null))
    void window.loadURL(`${appOrigin}/index.html`)
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

  setTheme(theme: 'dark' | 'light'): void {
    this.settings.setTheme(theme)
    nativeTheme.themeSource = theme
  }

  send<E extends EventName>(name: E, payload: Events[E]): void {
    if (this.window && !this.window.isDestroyed()) this.window.webContents.send('event', name, payload)
  }

  /** A project folder or `--sample` among the arguments is opened. */
  async openFromArguments(argv: readonly string[]): Promise<void> {
    const folder = argv.slice(1).find((a) => !a.startsWith('-') && a.endsWith('.exeunt'))
    try {
      if (this.session) await this.flush.run()
      if (argv.includes('--sample')) this.send('project.opened', { snapshot: await this.openSample() })
      else if (folder) this.send('project.opened', { snapshot: this.open(resolve(folder)) })
    } catch (error) {
      console.error(wireError(error).message)
    }
  }

  open(folder: string): ProjectSnapshot {
    if (this.session && resolve(folder) === this.session.project.folder) return snapshotOf(this.session)
    const session = openSession(this.context, folder, this.tellJobs)
    return this.adopt(session)
  }

  create(folder: string, fields: NewProjectFields): ProjectSnapshot {
    return this.adopt(createSession(this.context, folder, fields, this.tellJobs))
  }

  /** Makes a project and fills it; when filling fails or brings nothing, the folder goes again and the window stays as it was. */
  createChecked(
    folder: string,
    fields: NewProjectFields,
    fill: (project: OpenProject) => ImportReport,
  ): { answer: ImportReport; opened: ProjectSnapshot | null } {
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

  private adopt(session: Session): ProjectSnapshot {
    this.closeProject()
    this.session = session
    session.project.onChange((change, undo) => this.send('project.changed', { change, undo }))
    this.settings.setOpen(session.project.folder)
    this.rememberRecent()
    return snapshotOf(session)
  }

  /** The sample film, copied once into the user's folder from the application's resources. */
  openSample(): Promise<ProjectSnapshot> {
    this.opensSample ??= this.makeOrOpenSample().finally(() => (this.opensSample = null))
    return this.opensSample
  }

  private async makeOrOpenSample(): Promise<ProjectSnapshot> {
    const folder = join(app.getPath('userData'), 'Sample.exeunt')
    if (existsSync(databaseFile(folder))) return this.open(folder)
    return this.adopt(await sampleSession(this.context, folder, this.tellJobs))
  }

  closeProject(): void {
    if (!this.session) return
    this.rememberRecent()
    this.session.close()
    this.session = null
    this.settings.setOpen(null)
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

  /** A file of the open project by its hash, or a recent project's thumbnail; null for anything else. */
  async mediaFile(name: string, width: number): Promise<{ path: string; mime: string } | null> {
    if (/^\d{1,3}$/.test(name)) {
      const path = this.settings.recents[Number(name)]?.thumbnail
      return path && existsSync(path) ? { path, mime: 'image/webp' } : null
    }
    const project = this.session?.project
    const media = project && /^[0-9a-f]{64}$/.test(name) ? project.records.get('media', name) : undefined
    if (!project || !media || !project.media.has(media)) return null
    if (width && media.kind === 'picture') return this.thumbnails.of(project, media, width)
    return { path: project.media.pathOf(media), mime: media.mime }
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
