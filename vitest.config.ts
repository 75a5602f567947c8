import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { hasDisplay } from './scripts/setup/display.mjs'

const DESKTOP_TIMEOUT_MS = 120_000

export default defineConfig({
  resolve: { alias: { '@shared': resolve(import.meta.dirname, 'shared') } },
  test: {
    // Vitest leaves one processor free, which on two is half of them.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          // Modules are loaded once for all files of a worker: none of these keeps state that another test could see.
          isolate: false,
          setupFiles: ['scripts/setup/propertySeed.ts'],
          // Property tests on a busy machine; no test means the clock.
          testTimeout: 60_000,
          include: [
            'shared/**/*.test.ts',
            'electron/**/*.test.ts',
            'scripts/**/*.test.{ts,mjs}',
            'docs/**/*.test.ts',
            'architecture.test.ts',
          ],
          exclude: ['**/*.mocked.test.ts'],
        },
      },
      {
        // Tests that put other modules in the place of some: each file loads its own.
        extends: true,
        test: {
          name: 'mocked',
          environment: 'node',
          setupFiles: ['scripts/setup/propertySeed.ts'],
          testTimeout: 60_000,
          include: ['{shared,electron}/**/*.mocked.test.ts'],
        },
      },
      {
        extends: true,
        plugins: [react()],
        test: {
          name: 'web',
          // Tests that need a document say so in their first line (`// @vitest-environment jsdom`): making one costs more than most tests.
          environment: 'node',
          setupFiles: ['scripts/setup/propertySeed.ts'],
          testTimeout: 60_000,
          include: ['renderer/**/*.test.{ts,tsx}'],
        },
      },
      {
        // The real app in the real Electron: `npm run e2e`. One window at a time on a real display; without one every file has its own.
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['e2e/**/*.e2e.ts'],
          testTimeout: DESKTOP_TIMEOUT_MS,
          hookTimeout: DESKTOP_TIMEOUT_MS,
          // What is waited for comes when it comes: no test of the window means the clock.
          expect: { poll: { timeout: 20_000, interval: 50 } },
          setupFiles: ['e2e/display.ts'],
          maxWorkers: hasDisplay() ? 1 : Math.min(4, availableParallelism()),
        },
      },
      {
        // Many rounds of what could go wrong, asked for by name: `npm run campaign -- fuzz`.
        extends: true,
        test: {
          name: 'campaign',
          environment: 'node',
          include: ['campaigns/**/*.campaign.ts'],
          // What is kept is measured after what is not has gone.
          execArgv: ['--expose-gc'],
          hookTimeout: DESKTOP_TIMEOUT_MS,
          fileParallelism: false,
          maxWorkers: 1,
        },
      },
    ],
  },
})
