import { realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const root = import.meta.dirname
const devPort = Number(process.env['EXEUNT_DEV_PORT'] ?? 5173)
const alias = { '@shared': resolve(root, 'shared') }

// The targets are those of the oldest runtime the app is run on (Electron 33: Node 20.18,
// Chromium 130), not of the installed electron package, which electron-vite would take.
export default defineConfig({
  main: {
    resolve: { alias },
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
    build: {
      target: 'node20.18',
      outDir: 'out/preload',
      // A sandboxed preload may load nothing but `electron`, and must be CommonJS.
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: resolve(root, 'electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    // Relative, so that the page works from app://exeunt/index.html.
    base: './',
    resolve: { alias },
    plugins: [react()],
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
      rollupOptions: { input: { index: resolve(root, 'renderer/index.html') } },
    },
  },
})
