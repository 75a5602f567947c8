import type { AppUpdater } from 'electron-updater'

/** What is used of the updater. */
export type Updater = Pick<
  AppUpdater,
  | 'autoDownload'
  | 'autoInstallOnAppQuit'
  | 'autoRunAppAfterInstall'
  | 'logger'
  | 'setFeedURL'
  | 'checkForUpdates'
  | 'downloadUpdate'
>

/**
 * Newer versions of the application, from a feed that somebody who ships it names in the settings. Without one nothing is asked of any network, and
 * the updater is not even loaded. With one it is asked once a start whether there is a newer version; that is fetched when the user says so, and put
 * in when they close the application.
 */
export class Updates {
  private found: Updater | null = null

  /**
   * @param feed address of the folder with the feed; null = none
   * @param load the updater of this system
   * @param tell of a newer version
   */
  constructor(
    private readonly feed: string | null,
    private readonly load: () => Promise<Updater>,
    private readonly tell: (version: string) => void,
  ) {}

  /** Asks the feed, if there is one. What goes wrong is the network's or the feed's, and no concern of the user's. */
  async look(): Promise<void> {
    if (this.feed === null) return
    try {
      const updater = await this.load()
      updater.logger = null
      updater.autoDownload = false
      updater.autoInstallOnAppQuit = false
      updater.autoRunAppAfterInstall = false
      updater.setFeedURL({ provider: 'generic', url: this.feed })
      const answer = await updater.checkForUpdates()
      if (!answer?.isUpdateAvailable) return
      this.found = updater
      this.tell(answer.updateInfo.version)
    } catch (error) {
      console.error('no answer about newer versions:', (error as Error).message)
    }
  }

  /** Fetches the newer version that was told of; it is put in when the application is closed. @returns whether there is one */
  async fetch(): Promise<boolean> {
    if (!this.found) return false
    await this.found.downloadUpdate()
    this.found.autoInstallOnAppQuit = true
    return true
  }
}
