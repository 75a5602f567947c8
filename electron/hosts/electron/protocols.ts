import { app, net, protocol } from 'electron'
import { createReadStream, lstatSync } from 'node:fs'
import { join, normalize, sep } from 'node:path'
import { Readable } from 'node:stream'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { readNoLink } from '../../store/mediaStore'
import { devServerOf } from './devServer'
import { contentSecurityPolicy } from './security'

const privileges = { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, stream: true }
const rendererFolder = fileURLToPath(new URL('../renderer/', import.meta.url))

/** `app://exeunt/` is the window's page, `media://project/HASH` a file of the open project. Before the app is ready. */
export function declareSchemes(): void {
  // The page's scripts are named after what is in them, so what Chromium compiled of one is good for as long as it has that name.
  const codeCache = devServerOf(process.env, app.isPackaged) === null
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { ...privileges, codeCache } },
    { scheme: 'media', privileges },
  ])
}

/** Who knows the file of a name, as small as a width asks for; 0 = in its own size. */
interface MediaSource {
  mediaFile(name: string, width: number): Promise<{ path: string; mime: string } | null>
}

export function serveSchemes(source: MediaSource): void {
  const devServer = devServerOf(process.env, app.isPackaged)
  protocol.handle('app', (request) => (devServer ? serveFrom(devServer, request) : servePage(request)))
  protocol.handle('media', (request) => serveMedia(source, request))
}

async function servePage(request: Request): Promise<Response> {
  const path = normalize(join(rendererFolder, decodeURIComponent(new URL(request.url).pathname)))
  if (!path.startsWith(rendererFolder.endsWith(sep) ? rendererFolder : rendererFolder + sep))
    return new Response('not found', { status: 404 })
  try {
    const file = await net.fetch(pathToFileURL(path === rendererFolder ? join(path, 'index.html') : path).href)
    return guarded(file, null)
  } catch {
    return new Response('not found', { status: 404 })
  }
}

/** The page from Vite's server, under the address it has everywhere else: what may speak to the main process stays the same. */
async function serveFrom(devServer: URL, request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  const headers = { Accept: request.headers.get('Accept') ?? '*/*' }
  return guarded(await net.fetch(new URL(pathname + search, devServer).href, { headers }), devServer)
}

function guarded(file: Response, devServer: URL | null): Response {
  const headers = new Headers(file.headers)
  headers.set('Content-Security-Policy', contentSecurityPolicy(devServer))
  headers.set('X-Content-Type-Options', 'nosniff')
  return new Response(file.body, { status: file.status, headers })
}

/** Serves nothing but hashes of the open project and thumbnails of recent ones. `?w=320` asks for a small copy. */
async function serveMedia(source: MediaSource, request: Request): Promise<Response> {
  const url = new URL(request.url)
  if (request.method !== 'GET' || !['project', 'recent'].includes(url.host))
    return new Response('not found', { status: 404 })
  const width = Number(url.searchParams.get('w') ?? 0)
  const file = await source.mediaFile(
    url.pathname.slice(1),
    Number.isInteger(width) && width > 0 ? Math.min(width, 2048) : 0,
  )
  return (
    (file && fileResponse(file.path, file.mime, request.headers.get('Range'))) ??
    new Response('not found', { status: 404 })
  )
}

/** A file, or the part of it a Range header asks for; null for what is no file of its own. */
function fileResponse(path: string, mime: string, range: string | null): Response | null {
  const info = lstatSync(path, { throwIfNoEntry: false })
  if (!info?.isFile()) return null
  const { size } = info
  const headers: Record<string, string> = {
    'Content-Type': mime,
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'max-age=31536000, immutable',
    'X-Content-Type-Options': 'nosniff',
    'Access-Control-Allow-Origin': 'app://exeunt',
  }
  const match = range === null ? null : /^bytes=(\d*)-(\d*)$/.exec(range)
  if (!match || (match[1] === '' && match[2] === ''))
    return new Response(stream(path), { headers: { ...headers, 'Content-Length': String(size) } })
  const start = match[1] === '' ? Math.max(0, size - Number(match[2])) : Number(match[1])
  const end = match[1] === '' || match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1)
  if (start > end) return new Response(null, { status: 416, headers: { 'Content-Range': `bytes */${size}` } })
  return new Response(stream(path, start, end), {
    status: 206,
    headers: {
      ...headers,
      'Content-Length': String(end - start + 1),
      'Content-Range': `bytes ${start}-${end}/${size}`,
    },
  })
}

function stream(path: string, start?: number, end?: number): ReadableStream {
  const flags = readNoLink
  return Readable.toWeb(
    createReadStream(path, start === undefined ? { flags } : { flags, start, end }),
  ) as ReadableStream
}
