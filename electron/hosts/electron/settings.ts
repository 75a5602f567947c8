import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { themeChoices, type ThemeChoice } from '@shared/ipc/contract'

const recentsKept = 24

/** Smaller than this no window is opened, in pixels of the screen. */
export const leastWindow = { width: 960, height: 600 }
const sideSchema = (least: number) => z.number().int().min(least).max(100_000)

/** Over the network only what nobody can change on the way; on this machine, to try it, anything. */
const isFeed = (text: string): boolean =>
  /^https:\/\/|^http:\/\/(127\.0\.0\.1|localhost)[:/]/.test(text) && URL.canParse(text)

const settingsSchema = z.object({
  theme: z.enum(themeChoices).catch('system'),
  /** Where newer versions are announced, the address of a folder; null = nobody is asked. Written by whoever ships the application, by hand. */
  updateFeed: z.string().refine(isFeed).nullable().catch(null),
  /** The tour was offered on this machine; it is not offered again. */
  tourOffered: z.boolean().catch(false),
  recents: z
    .array(
      z.object({
        folder: z.string(),
        title: z.string(),
        scenes: z.number(),
        shots: z.number(),
        openedAt: z.number(),
        thumbnail: z.string().nullable().catch(null),
      }),
    )
    .catch([])
    .transform((recents) => recents.slice(0, recentsKept)),
  /** The project that is open; still set at the next start when the application was killed. */
  open: z.string().nullable().catch(null),
  window: z
    .object({
      width: sideSchema(leastWindow.width),
      height: sideSchema(leastWindow.height),
      maximised: z.boolean(),
    })
    .nullable()
    .catch(null),
})
export type SettingsData = z.infer<typeof settingsSchema>
export type Recent = SettingsData['recents'][number]

/** What the application remembers on this machine; a damaged file starts anew. */
export class Settings {
  private data: SettingsData
  private readonly file: string
  /** The project that was open when the last run ended without closing it; null once any project was opened. */
  interrupted: string | null

  constructor(folder: string) {
    this.file = join(folder, 'settings.json')
    this.data = settingsSchema.parse(asObject(this.read()))
    this.interrupted = this.data.open
  }

  private read(): unknown {
    try {
      return existsSync(this.file) ? (JSON.parse(readFileSync(this.file, 'utf8')) as unknown) : {}
    } catch {
      return {}
    }
  }

  private write(data: SettingsData): void {
    this.data = data
    try {
      writeFileSync(`${this.file}.part`, JSON.stringify(data, null, 1))
      renameSync(`${this.file}.part`, this.file)
    } catch (error) {
      console.error('settings were not saved:', (error as Error).message)
    }
  }

  get theme(): ThemeChoice {
    return this.data.theme
  }
  get updateFeed(): string | null {
    return this.data.updateFeed
  }
  get tourOffered(): boolean {
    return this.data.tourOffered
  }
  get recents(): readonly Recent[] {
    return this.data.recents
  }
  get window(): SettingsData['window'] {
    return this.data.window
  }

  setTheme(theme: ThemeChoice): void {
    this.write({ ...this.data, theme })
  }
  setTourOffered(): void {
    this.write({ ...this.data, tourOffered: true })
  }
  setWindow(window: SettingsData['window']): void {
    this.write({ ...this.data, window })
  }
  setOpen(folder: string | null): void {
    this.interrupted = null
    this.write({ ...this.data, open: folder })
  }
  remember(recent: Recent): void {
    this.write({
      ...this.data,
      recents: [recent, ...this.data.recents.filter((r) => r.folder !== recent.folder)].slice(0, recentsKept),
    })
  }
  forget(folder: string): void {
    this.write({ ...this.data, recents: this.data.recents.filter((r) => r.folder !== folder) })
  }
}

/** A file that holds something else, such as nothing or a list, is as good as none. */
const asObject = (value: unknown): object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
