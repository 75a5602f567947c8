import type { KnipConfig } from 'knip'

/**
 * What nothing uses: `npm run unused`, part of lint and of npm test. It runs twice. First everything counts as a user, and an export must be used
 * outside its own file. Then, with `--production`, tests do not count (only what is marked with `!` does): what remains is kept alive by tests
 * alone.
 */
const withoutTests = process.argv.includes('--production')

const config: KnipConfig = {
  entry: [
    'electron/{main,cli,preload,moviePreload,generatorProcess}.ts!',
    'e2e/screenshots.ts!',
    'scripts/*.mjs!',
    // Asked by the build's configuration.
    'scripts/setup/notices.mjs!',
    'scripts/setup/packedFacts.mjs!',
    'scripts/{sample,score,prompts,contactSheet}.ts!',
    'scripts/setup/default-app/main.mjs!',
    // Programs that tests bundle and start.
    'electron/testing/{endlessMaker,endlessWriter,otherProcess,remoteMaker,visitor}.ts',
    'electron/generators/fixtures/*.mjs',
    'e2e/*.e2e.ts',
    'campaigns/*.campaign.ts',
  ],
  project: [
    '{electron,shared,renderer,scripts,e2e,bench,campaigns}/**/*.{ts,tsx,mjs}!',
    '!{electron,shared}/{testing,**/fixtures}/**!',
    '!{e2e,bench,campaigns}/**!',
    '!scripts/setup/propertySeed.ts!',
    // The time axis stands before what is built on it: timecode fields, lanes, hand-over.
    '!shared/domain/time/**!',
    '*.ts',
  ],
  // An export for a test of its own is fine where its file needs it too; so is a name for a type.
  ignoreExportsUsedInFile: withoutTests || { interface: true, type: true },
  // Every record has its type, whether anybody names it or not.
  ignoreIssues: { 'shared/model/*.ts': ['types'] },
  // Tools of the system that some tests, the bench and a campaign use where they are.
  ignoreBinaries: ['Xvfb', 'unshare', 'pdftotext', 'ffmpeg', 'dpkg', 'dpkg-deb', 'xmllint'],
  ignoreDependencies: [
    // Started by their path.
    '@11ty/eleventy',
    'electron-builder',
    'oxlint',
    'prettier',
    // Read as files.
    'axe-core',
    'canvas-datagrid',
    'flame-chart-js',
    // For lists that are put in order by dragging.
    '@dnd-kit/sortable',
    '@dnd-kit/utilities',
  ],
}

export default config
