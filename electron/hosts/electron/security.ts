import { app, session } from 'electron'

/**
 * Only our own page; pictures from `media:`; styles may be set by scripts of the page (React style attributes).
 * @param devServer served by Vite: its page has an inline script, and hears of changes over a socket
 */
export const contentSecurityPolicy = (devServer: URL | null): string =>
  [
    "default-src 'none'",
    `script-src 'self'${devServer ? " 'unsafe-inline'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' media: data: blob:",
    'media-src media: blob:',
    "font-src 'self'",
    `connect-src 'self' media:${devServer ? ` ws://${devServer.host}` : ''}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ')

export const appOrigin = 'app://exeunt'
const isOurs = (url: string): boolean => url.startsWith(`${appOrigin}/`)

/** Nothing leaves our page: no navigation, no new windows, no webviews, no permissions but the microphone. Electron's security checklist. */
export function lockDown(): void {
  // Root has no sandbox (containers, CI); there the switch is given and every process must agree.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event, url) => {
      if (!url.startsWith(`${appOrigin}/`)) event.preventDefault()
    })
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
  void app.whenReady().then(() => {
    // The microphone alone, and for our page alone, which asks for it when a line is recorded.
    session.defaultSession.setPermissionRequestHandler((contents, permission, decide, details) => {
      const { mediaTypes = ['video'] } = details as { mediaTypes?: readonly string[] }
      decide(permission === 'media' && isOurs(contents.getURL()) && mediaTypes.every((type) => type === 'audio'))
    })
    session.defaultSession.setPermissionCheckHandler(
      (_contents, permission, origin, { mediaType }) =>
        permission === 'media' && mediaType === 'audio' && isOurs(origin.endsWith('/') ? origin : `${origin}/`),
    )
    session.defaultSession.on('will-download', (event) => event.preventDefault())
    // Chromium fetches dictionaries for its spell checker, also when no page uses it; without a language there is none to fetch.
    session.defaultSession.setSpellCheckerLanguages([])
  })
}

/** May this frame speak to the main process? Only our page, only its top frame. */
export function isTrustedSender(frame: { url: string; parent: unknown } | null): boolean {
  return frame !== null && frame.parent === null && frame.url.startsWith(`${appOrigin}/`)
}
