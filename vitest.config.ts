import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const DESKTOP_TIMEOUT_MS = 120_000

export default defineConfig({
  resolve: { alias: { '@shared': resolve(import.meta.dirname, 'shared') } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
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
        },
      },
      {
        extends: true,
        plugins: [react()],
        test: {
          name: 'web',
          environment: 'jsdom',
          setupFiles: ['scripts/setup/propertySeed.ts'],
          include: ['renderer/**/*.test.{ts,tsx}'],
        },
      },
      {
        // The real app in the real Electron, one window at a time: `npm run e2e`.
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['e2e/**/*.e2e.ts'],
          testTimeout: DESKTOP_TIMEOUT_MS,
          hookTimeout: DESKTOP_TIMEOUT_MS,
          fileParallelism: false,
          maxWorkers: 1,
        },
      },
    ],
  },
})
