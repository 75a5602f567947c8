/** Chromium switches this machine needs (`--no-sandbox` for root, …). */
export function chromiumSwitches(executable: string): string[]

/** What Playwright's `_electron.launch` needs; `args` is the app's folder first, then its own arguments. */
export function electronLaunchOptions(options?: { args?: string[]; env?: Record<string, string> }): {
  executablePath: string
  args: string[]
  env: Record<string, string>
}
