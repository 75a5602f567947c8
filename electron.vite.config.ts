import { realpathSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import { noticeOf, noticesText, packageFolder, unargued, unbundledFolders } from './scripts/setup/notices.mjs'

const root = import.meta.dirname
const devPort = Number(process.env['EXEUNT_DEV_PORT'] ?? 5173)
const alias = { '@shared': resolve(root, 'shared') }

const shipped = new Set(unbundledFolders(root))

/** Notes which packages get into a bundle; the last of the three builds, the page's, writes the notices of all. */
const notices = (last = false): Plugin => ({
  name: 'notices',
  apply: 'build',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle))
      for (const id of chunk.type === 'chunk' ? Object.keys(chunk.modules) : []) {
        const folder = packageFolder(id)
        if (folder !== null) shipped.add(folder)
      }
  },
  closeBundle() {
    if (!last) return
    const all = [...shipped].map(noticeOf)
    const bad = unargued(all)
    if (bad.length)
      throw new Error(`no reason is given for shipping ${bad.map((n) => `${n.name} (${n.licence})`).join(', ')}`)
    writeFileSync(resolve(root, 'out', 'NOTICES.txt'), noticesText(all))
  },
})

// The targets are those of the oldest runtime the app is run on (Electron 33: Node 20.18,
// Chromium 130), not of the installed electron package, which electron-vite would take.
export default defineConfig({
  main: {
    resolve: { alias },
    plugins: [notices()],
    build: {
      target: 'node20.18',
      outDir: 'out/main',
      // Only `dependencies` stay outside: they are the native modules. Everything else is bundled.
      externalizeDeps: true,
      rollupOptions: {
        input: {
          main: resolve(root, 'electron/main.ts'),
          cli: resolve(root, 'electron/cli.ts'),
          generatorProcess: resolve(root, 'electron/generatorProcess.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    resolve: { alias },
    plugins: [notices()],
    build: {
      target: 'node20.18',
      outDir: 'out/preload',
      // A sandboxed preload may load nothing but `electron`, and must be CommonJS.
      externalizeDeps: false,
      rollupOptions: {
        input: {
          preload: resolve(root, 'electron/preload.ts'),
          moviePreload: resolve(root, 'electron/moviePreload.ts'),
        },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    // Relative, so that the page works from app://exeunt/index.html.
    base: './',
    resolve: { alias },
    plugins: [react(), notices(true)],
    // `npm run dev`: the window shows the page as app://exeunt and hears of changes from here.
    server: {
      port: devPort,
      strictPort: true,
      fs: { allow: [root, realpathSync(resolve(root, 'node_modules'))] },
      hmr: { protocol: 'ws', host: 'localhost', clientPort: devPort },
    },
    build: {
      target: 'chrome130',
      outDir: 'out/renderer',
      minify: true,
      rollupOptions: {
        input: { index: resolve(root, 'renderer/index.html'), movie: resolve(root, 'renderer/movie.html') },
      },
    },
  },
})
