/**
 * Where the page comes from while the application is being worked on (`npm run dev`): the address of Vite's server on this machine, which
 * electron-vite names. Null otherwise, and always in a package.
 */
export function devServerOf(env: Readonly<Record<string, string | undefined>>, packaged: boolean): URL | null {
  const given = env['ELECTRON_RENDERER_URL']
  if (packaged || !given || !URL.canParse(given)) return null
  const url = new URL(given)
  return url.protocol === 'http:' && (url.hostname === 'localhost' || url.hostname === '127.0.0.1') ? url : null
}
