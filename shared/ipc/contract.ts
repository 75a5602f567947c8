import type { FilmPicture } from '../model/project'
import type { AssetType } from '../model/asset'
import type { PictureShows } from '../domain/assets/takePictures'
import type { ClockScope } from '../domain/time/storyClock'
import type { PrintOptions } from '../handover/boards/printOptions'
import type { ExportFormatName } from '../handover/formats'
import type { EditedCut } from '../handover/conform/editedCut'
import type { HandoverWarning } from '../handover/handoverFiles'
import type { CutOptions } from '../handover/cutPieces'
import type { ImageOptions } from '../handover/images'
import type { ClipFields } from '../domain/sound/clipRules'
import type { MovieOptions } from '../handover/movie/movieOptions'
import type { FrameRateInput } from '../domain/time/frameRates'
import type { Change } from '../records/change'
import type { Media } from '../model/media'
import type { PromptKind } from '../model/result'
import type { ScriptFormat, TextReading } from '../model/script'
import type { TextEncodingName } from '../model/textEncodings'
import type { TableName, Tables } from '../model/tables'
import type { CommandName } from './inputSchemas'

/** What `do` answers: the change in short and its undo step (shape of the command line, stable). */
export interface CommandAnswer {
  undoStep: string | null
  created: Partial<Record<TableName, string[]>>
  updated: Partial<Record<TableName, string[]>>
  removed: Partial<Record<TableName, string[]>>
  warnings: { code: string; message: string }[]
}

export interface UndoLabels {
  undo: string | null
  redo: string | null
}

/** A snapshot of a project file as lists show it. */
export interface SnapshotView {
  /** Its file in the folder `snapshots`. */
  name: string
  /** Unix time in ms. */
  at: number
  /** Why it was made: on opening, after so many minutes of edits, on closing, before going back to another one, or by the user. */
  reason: 'opened' | 'edits' | 'closed' | 'before' | 'kept'
  /** What the user called it; of others empty. */
  label: string
  bytes: number
  /** What it holds by its own word; null when it cannot be read. */
  counts: { scenes: number; shots: number; assets: number; takes: number } | null
  /** What it lacks; null when its history or the project's cannot be read. */
  lacks: SnapshotLack | null
}

export interface SnapshotLack {
  /** Steps that stand in the project and not in the snapshot. */
  count: number
  /** What the newest of them did. */
  labels: string[]
  /** Steps that stood then and were taken back since. */
  undone: number
}

/** The snapshots of a project, the newest first. */
export interface RecoveryView {
  folder: string
  snapshots: SnapshotView[]
}

/** A file that the film names and that is not in its media folder. */
export interface MissingFile {
  mediaId: string
  /** What it was called where it came from. */
  name: string
  kind: Media['kind']
  bytes: number
  /** There is a file in its place, with other bytes. */
  damaged: boolean
  /** Where one looked last lies a file of its name with other bytes. */
  changed: boolean
  /** It is the picture of a look, which can take a changed one. */
  ofLook: boolean
  /** "Alice, Red coat", "the start frame of shot 4"; empty for what nothing uses any more. */
  uses: string[]
}

/** A snapshot that was read to its end. */
export interface SnapshotCheck {
  title: string
  counts: { scenes: number; shots: number; assets: number; assignments: number; takes: number }
  /** Files it names that are not in the media folder. */
  missingMedia: string[]
}

/** Why an open project can only be read. */
export interface ReadOnlyBecause {
  /** One sentence, which every edit is answered with. */
  message: string
  /** Of a damaged project: what could not be read, one line each. */
  problems: string[]
  /** The folder to open to go on: where it was moved to, or the same one again; null where opening would not help. */
  openAt: string | null
}

export interface ProjectContents {
  folder: string
  readOnly: boolean
  readOnlyBecause: ReadOnlyBecause | null
  /** What the user should know of the file, as sentences. */
  notes: string[]
  tables: { [T in TableName]?: Tables[T][] }
  undo: UndoLabels
  view: Record<string, unknown>
  jobs: JobView[]
}

export interface JobView {
  id: string
  shotId: string
  result: string
  generatorId: string
  state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled' | 'unknownOutcome'
  progress: number
  /** Why it failed, or why it waits. */
  error: string | null
  /** Unix time in ms until which it waits before it is tried again. */
  waitUntil: number | null
  /** Which of several that were asked for at once. */
  candidate: { nth: number; of: number } | null
  /** The take that came of it. */
  takeId: string | null
  /** Calls of a service that made something for it. */
  calls: number
  finishedAt: number | null
}

export interface ImportReport {
  scenes: number
  shots: number
  assets: { character: number; location: number; prop: number }
  assignments: number
  aliasProposals: { intoName: string; fromName: string; reason: string }[]
  warnings: { line: number; code: string; message: string }[]
  /** What the file is, and how its text was read. */
  format: ScriptFormat
  /** What a text was taken, or told, to be written in, where the file itself does not tell; null where it does. */
  encoding: TextEncodingName | null
  /** How a new version of a script that is in the project differs, in shots; null on a first import. */
  reimport: {
    scriptId: string
    unchanged: number
    changed: number
    added: number
    moved: number
    restored: number
    removed: number
    keptEdited: number
    scenesChanged: number
    scenesAdded: number
    scenesRemoved: number
    newNames: { character: string[]; location: string[]; prop: string[] }
    goneNames: { character: string[]; location: string[]; prop: string[] }
  } | null
}

export interface RecentProject {
  folder: string
  title: string
  scenes: number
  shots: number
  openedAt: number
  missing: boolean
  /** media:// address of a thumbnail, or null. */
  thumbnail: string | null
}

/** So many stills to pick from can be asked for at once. */
export const mostCandidates = 8

export interface GenerateRequest {
  stage: 9 | 10 | 12
  shotIds?: string[] | undefined
  /** Only stale or missing ones; otherwise everything asked for is made again. */
  scope: 'chosen' | 'stale' | 'all'
  /** Only these frames; both by default. */
  frames?: ('start' | 'end')[] | undefined
  generatorId?: string | undefined
  /** Of chosen frames: passes from this one on are made again, earlier ones keep their pictures where nothing changed. */
  fromPass?: number | undefined
  /** So many stills of each frame at a service, to pick from (domain.md 5.15). */
  candidates?: number | undefined
  /** Of several candidates: no pass after this one is made before one of them is picked (domain.md 5.17). */
  stopAfter?: number | undefined
}

export interface GenerateOutcome {
  shotId: string
  result: string
  outcome: 'made' | 'fresh' | 'failed' | 'skipped'
  detail: string
  /** No picture was made for it: it shows the still of this end (domain.md 6, 7). */
  sharedWith?: { shotId: string; frame: 'start' | 'end' }
}

export const themeChoices = ['system', 'dark', 'light'] as const
/** What the window looks like; `system`: as the system's own windows do, also when that changes. */
export type ThemeChoice = (typeof themeChoices)[number]
export type Theme = Exclude<ThemeChoice, 'system'>

export interface AppInfo {
  version: string
  platform: string
  /** What was chosen, and what that comes to now. */
  themeChoice: ThemeChoice
  theme: Theme
  /** The tour was offered on this machine already. */
  tourOffered: boolean
  windowControls: 'own' | 'system'
  /** The user's home folder, which paths are shortened by. */
  home: string
  /** The project that was open when the last run ended without closing it; null once any project was opened. `savedAt`: its last edit, ms. */
  interrupted: { folder: string; title: string; savedAt: number } | null
  /** What happened before the page could be told, as sentences. */
  notices: string[]
  /** Scripts and archives the application was started with. */
  files: string[]
}

/** What a chat model makes of a prompt, in words; without one whose words can be taken, the deterministic writer's, with the reason. */
export interface PromptProposal {
  text: string
  /** The generator that wrote it; null = the deterministic writer did. */
  by: string | null
  reason: string
}

/** Where the key of a profile lies. A key itself never comes back to the window. */
export type KeyState = 'missing' | 'session' | 'keychain'

/** Requests of the window: name -> input and answer. Commands go through `command`. */
/** A picture on its way into the project: where it is, or its bytes, and what it shows. */
export interface SentPicture extends PictureShows {
  path?: string | undefined
  bytes?: Uint8Array | undefined
}

/** What can be brought from another project. */
export interface BringOffer {
  folder: string
  title: string
  assets: readonly {
    id: string
    type: AssetType
    name: string
    /** What the copy would be called; another name where this one is taken. */
    copyName: string
    description: string
    looks: readonly string[]
    /** Served as the pictures of the open project are, until another project is looked at. */
    picture: string | null
  }[]
}

export interface Requests {
  'app.info': { input: Record<string, never>; answer: AppInfo }
  'app.setTheme': { input: { theme: ThemeChoice }; answer: { theme: Theme } }
  /** Shows the log of what went wrong in the application itself in its folder; false when there is none. */
  'app.showCrashLog': { input: Record<string, never>; answer: { shown: boolean } }
  /** Fetches the newer version that was told of; it is put in when the application is closed. False: there is none. */
  'app.fetchUpdate': { input: Record<string, never>; answer: { fetched: boolean } }
  'app.tourOffered': { input: Record<string, never>; answer: null }
  'app.recents': { input: Record<string, never>; answer: RecentProject[] }
  'app.forgetRecent': { input: { folder: string }; answer: null }
  'window.control': { input: { action: 'minimise' | 'maximise' | 'close' }; answer: null }
  'project.new': {
    input: {
      folder?: string | undefined
      title?: string | undefined
      fps?: FrameRateInput | undefined
      aspectWidth?: number | undefined
      aspectHeight?: number | undefined
    }
    answer: ProjectContents | null
  }
  'project.open': { input: { folder?: string | undefined }; answer: ProjectContents | null }
  /** Makes a project of an archive and opens it; without a file or a folder dialogs ask for them. Tells of its progress as an export does. */
  'project.unpack': {
    input: { file?: string | undefined; folder?: string | undefined }
    answer: ProjectContents | null
  }
  'project.sample': { input: Record<string, never>; answer: ProjectContents }
  'project.current': { input: Record<string, never>; answer: ProjectContents | null }
  'project.close': { input: Record<string, never>; answer: null }
  /** `step`: only when this is the newest step. */
  /** The snapshots of the open project, or of the one in a folder. */
  'snapshots.list': { input: { folder?: string | undefined }; answer: RecoveryView }
  'snapshots.check': { input: { folder?: string | undefined; name: string }; answer: SnapshotCheck }
  /** Keeps one for ever, under a name. */
  'snapshots.keep': { input: { label: string }; answer: { name: string } }
  /** Puts a snapshot in the place of the project file, which stays beside, and opens the project. */
  'snapshots.goBack': {
    input: { folder?: string | undefined; name: string }
    answer: { opened: ProjectContents; setAside: string | null; takes: number }
  }
  /** Makes a project of its own of what can be read of a damaged one, and opens it. */
  'snapshots.saveReadable': {
    input: { folder?: string | undefined }
    answer: { opened: ProjectContents; missingMedia: string[] }
  }
  /** The files that are missing; `all` reads every file to its end, so that damaged ones are found too. */
  'files.missing': { input: { all: boolean }; answer: MissingFile[] }
  /** Looks through a folder, without one the user is asked for it; null when they chose none. Files with the very bytes are put back. */
  'files.find': {
    input: { folder?: string | undefined; all: boolean }
    answer: { found: number; missing: MissingFile[] } | null
  }
  /** Takes the changed file that was found last in the place of the missing one. */
  'files.takeChanged': { input: { mediaId: string }; answer: null }
  'project.undo': { input: { step?: string | undefined }; answer: { label: string } }
  'project.redo': { input: Record<string, never>; answer: { label: string } }
  'project.history': {
    input: Record<string, never>
    answer: { seq: number; command: string; label: string; undone: boolean }[]
  }
  'view.save': { input: { key: string; value: unknown }; answer: null }
  /** The window has sent everything that was typed and not saved yet; answers the event `window.flush`. */
  'window.flushed': { input: Record<string, never>; answer: null }
  /** Without path and bytes a dialog asks for a sound file. `name` is that of what has no file. */
  'sound.import': {
    input: ClipFields & { path?: string | undefined; bytes?: Uint8Array | undefined; called?: string | undefined }
    answer: { soundId: string; clipId: string } | null
  }
  /** What was worked out of a sound to draw its wave, so that it need not be decoded again; null = it was not yet. */
  'sound.wave': { input: { soundId: string }; answer: Uint8Array | null }
  'sound.keepWave': { input: { soundId: string; wave: Uint8Array }; answer: null }
  /**
   * Without a path a dialog asks for one; without an open project a new one is made beside the script. `pasted`: the rows of a spreadsheet in place of
   * a file; a new project for them is asked for.
   */
  'script.import': {
    input: {
      path?: string | undefined
      pasted?: string | undefined
      dryRun?: boolean | undefined
      asNew?: boolean | undefined
      replaces?: string | undefined
      /** How a text is read; by what it looks like when it is not given. */
      readAs?: TextReading | undefined
      /** What a text is written in; by its letters when it is not given. */
      encoding?: TextEncodingName | undefined
    }
    answer: (ImportReport & { file: string; opened: ProjectContents | null }) | null
  }
  'media.add': {
    input: { paths?: string[] | undefined; assetId: string; lookId?: string | undefined }
    answer: { added: number; note: string } | null
  }
  /** The assets of another project; without a folder a dialog asks for it. Null when it is left. */
  'bring.look': { input: { folder?: string | undefined }; answer: BringOffer | null }
  /** Copies assets of it with their looks and pictures, in one step; names those that lack a picture whose file is gone. */
  'bring.take': {
    input: { folder: string; assetIds: readonly string[] }
    answer: { assetIds: readonly string[]; missing: readonly string[] }
  }
  /** Asks for picture files; null when none is chosen. */
  'media.choose': { input: Record<string, never>; answer: readonly string[] | null }
  /** Pictures of files or by their bytes, each for what it shows, all in one step. Those that cannot be read are named and left out. */
  'media.take': {
    input: { pictures: readonly SentPicture[] }
    answer: { added: number; notes: readonly string[]; refused: readonly string[]; created: CommandAnswer['created'] }
  }
  /** The style picture of the film, of a path; without one a dialog asks for it. Null when it is left. */
  'media.ofFilm': { input: { as: FilmPicture; path?: string | undefined }; answer: { note: string } | null }
  /** A picture as a still of a shot: of a path, or by its bytes, as one that was copied elsewhere; without either a dialog asks for one. */
  'take.import': {
    input: { path?: string | undefined; bytes?: Uint8Array | undefined; shotId: string; frame: 'start' | 'end' }
    answer: { takeId: string } | null
  }
  /** Writes the film, or a part of it, in a form that other programs read. Without `out` a dialog asks where; null when it is left. */
  'film.export': {
    input: {
      format: ExportFormatName
      scope: ClockScope
      images: ImageOptions
      cut: CutOptions
      print: PrintOptions
      movie: MovieOptions
      out?: string | undefined
    }
    answer: { folder: string; files: readonly string[]; warnings: readonly HandoverWarning[] } | null
  }
  /** Reads an edited timeline; without a path a dialog asks for one. What differs the window works out itself. */
  'film.readCut': { input: { path?: string | undefined }; answer: { file: string; cut: EditedCut } | null }
  /** Ends the export that is being written, or the archive that is being unpacked. */
  'film.cancelExport': { input: Record<string, never>; answer: null }
  /** Shows what was exported last in the system's file browser. */
  'film.showExported': { input: Record<string, never>; answer: null }
  /** Where the keys of the project's profiles lie, and whether this system can keep any. */
  'generator.keys': { input: Record<string, never>; answer: { states: Record<string, KeyState>; isSafe: boolean } }
  /** Keeps a key for the address a profile has now. */
  'generator.giveKey': {
    input: { profileId: string; key: string; keep: 'keychain' | 'session' }
    answer: { state: KeyState }
  }
  'generator.forgetKey': { input: { profileId: string }; answer: null }
  /** Asks the service of a profile whether it could work; the text says what is there, or what to change. */
  'generator.test': { input: { profileId: string }; answer: { isReady: boolean; text: string } }
  /** Writes a profile without its key; without a path a dialog asks where. */
  'generator.export': { input: { profileId: string; path?: string | undefined }; answer: { file: string } | null }
  /** Adds the profile of a file; without a path a dialog asks for one. */
  'generator.import': { input: { path?: string | undefined }; answer: { profileId: string } | null }
  /** Gives a profile the workflow of a file; without a path a dialog asks for one. */
  'generator.workflow': { input: { profileId: string; path?: string | undefined }; answer: CommandAnswer | null }
  /** Asks the chat model of the project to write a prompt; nothing changes before its words are taken. */
  'prompt.propose': { input: { shotId: string; prompt: PromptKind }; answer: PromptProposal }
  /** Asks it about a script that is in the project. */
  'script.ask': { input: { scriptId: string }; answer: ImportReport & { fileName: string } }
  generate: { input: GenerateRequest; answer: GenerateOutcome[] }
  /** Once more, for failed jobs, those of unknown outcome and those that wait. */
  'jobs.retry': { input: { ids: string[] }; answer: null }
  'jobs.forget': { input: { ids: string[] }; answer: null }
  'jobs.makeNext': { input: { id: string }; answer: null }
  'jobs.cancel': { input: { ids?: string[] | undefined }; answer: null }
  /** `continues`: the undo step of the same visit of a field, whose place the command takes while it is the newest. */
  command: { input: { name: CommandName; input: unknown; continues?: string | undefined }; answer: CommandAnswer }
}
export type RequestName = keyof Requests

/** Events to the window. */
export interface Events {
  'project.changed': { change: Change; undo: UndoLabels }
  'jobs.changed': { jobs: JobView[] }
  /** What a service shows of a picture that it is making, as a small JPEG in base64; null = no more. Kept nowhere. */
  'jobs.preview': { jobId: string; picture: string | null }
  'project.opened': { snapshot: ProjectContents }
  /** The system's own look has changed, and it is what was chosen. */
  'theme.changed': { theme: Theme }
  /** There is a newer version of the application. */
  'update.available': { version: string }
  /** The window is about to go, or its project: what is typed and not saved yet is sent now. */
  'window.flush': Record<string, never>
  /** The open project cannot be written any more, or again (null). */
  'project.stopped': { because: ReadOnlyBecause | null }
  /** How far the export has come that is being written, or the archive that is being unpacked. */
  'export.progress': { value: number; text: string }
  /** The open project had to be closed. */
  'project.closed': Record<string, never>
  /** Scripts and archives that somebody asked the application to open while it runs. */
  'files.opened': { paths: string[] }
  /** A sentence for the user that no request asked for. */
  notice: { message: string }
}
export type EventName = keyof Events

export type WireError = { code: string; message: string; at?: string }
export type WireAnswer<T> = { ok: true; value: T } | { ok: false; error: WireError }

/** What the preload gives the window. */
export interface HostBridge {
  request(name: string, input: unknown): Promise<WireAnswer<unknown>>
  on(name: string, listener: (payload: never) => void): () => void
  pathForFile(file: unknown): string
}
