/** The layout as data: what may import what, who may use which package, and what only some files may do. `architecture.test.ts` holds the code to it. */

/** Rooms of one house in order: each may import those before it and `below`, never one behind it. */
function inOrder(house: string, below: readonly string[], rooms: readonly string[]): Record<string, readonly string[]> {
  const places = rooms.map((room) => `${house}/${room}`)
  return Object.fromEntries(places.map((place, i) => [place, [...below, ...places.slice(0, i)]]))
}

const underDomain = ['shared/model', 'shared/language', 'shared/records', 'shared/drawing']
const underScript = [...underDomain, 'shared/domain']

/**
 * Which folder may import which: the folder's own files are always allowed, everything else is listed. `*` stands for one folder name, so
 * two features are two folders. The folder with the longest name that holds a file is its layer.
 */
export const layers: Record<string, readonly string[]> = {
  'architecture.ts': [],
  'architecture.test.ts': ['architecture.ts'],
  'shared/model': [],
  'shared/language': ['shared/model'],
  ...inOrder('shared/language', ['shared/model'], ['lexicon', 'text', 'wording', 'rules', 'reading']),
  'shared/records': ['shared/model'],
  'shared/drawing': ['shared/model', 'shared/language'],
  ...inOrder('shared/domain', underDomain, [
    'lookup.ts',
    'time',
    'sound',
    'camera',
    'marks',
    'intervals',
    'looks',
    'presence',
    'manifest',
    'merging',
    'told',
    'blocking',
    'passes',
    'prompts',
    'assets',
    'results',
    'structure',
    'continuity',
  ]),
  'shared/script': underScript,
  ...inOrder(
    'shared/script/extract',
    [...underScript, 'shared/script/scriptTypes', 'shared/script/fountain'],
    ['cast', 'shots', 'play', 'found', 'breakDown.ts'],
  ),
  'shared/handover': [...underScript, 'shared/script'],
  'shared/ipc': [...underScript, 'shared/script', 'shared/handover'],
  'shared/testing': [...underScript, 'shared/script', 'shared/ipc'],

  'electron/main.ts': ['electron/hosts/electron'],
  'electron/cli.ts': ['electron/hosts/cli'],
  'electron/preload.ts': ['shared/ipc'],
  'electron/moviePreload.ts': ['shared/ipc'],
  'electron/generatorProcess.ts': ['electron/generators'],
  'electron/generators': ['shared/model', 'shared/records', 'shared/drawing', 'shared/domain'],
  'electron/store': ['shared/model', 'shared/records'],
  ...inOrder(
    'electron',
    ['shared/*', 'electron/generators', 'electron/store'],
    ['commit', 'jobs', 'services', 'app', 'hosts/*'],
  ),
  'electron/testing': [
    'shared/*',
    'shared/testing',
    'electron/app',
    'electron/commit',
    'electron/store',
    'electron/services',
    'electron/jobs',
    'electron/generators',
    'electron/hosts/cli',
  ],

  'renderer/main.tsx': ['renderer/App.tsx', 'renderer/views.ts', 'renderer/app', 'renderer/common'],
  'renderer/views.ts': ['renderer/app', 'renderer/features/*'],
  'renderer/views.test.ts': ['renderer/views.ts', 'renderer/sheets.ts', 'renderer/app'],
  'renderer/sheets.ts': ['renderer/views.ts', 'renderer/app', 'renderer/shots', 'renderer/features/*'],
  'renderer/commands.test.ts': [
    'shared/*',
    'renderer/views.ts',
    'renderer/app',
    'renderer/sound',
    'renderer/features/*',
  ],
  'renderer/vite-env.d.ts': [],
  'renderer/App.tsx': ['shared/*', 'renderer/sheets.ts', 'renderer/app', 'renderer/common', 'renderer/features/*'],
  'renderer/app': ['shared/*', 'renderer/common'],
  'renderer/common': ['shared/*'],
  'renderer/drawing': ['shared/*', 'renderer/common'],
  'renderer/movie': ['shared/*', 'renderer/common', 'renderer/drawing', 'renderer/sound'],
  'renderer/lanes': ['shared/*', 'renderer/app', 'renderer/common'],
  'renderer/sound': ['shared/*', 'renderer/app', 'renderer/common', 'renderer/lanes'],
  'renderer/shots': ['shared/*', 'renderer/app', 'renderer/common'],
  'renderer/features/*': [
    'shared/*',
    'renderer/app',
    'renderer/common',
    'renderer/drawing',
    'renderer/lanes',
    'renderer/shots',
    'renderer/sound',
  ],

  'scripts/setup': [],
  'scripts/bootstrap.mjs': ['scripts/setup'],
  'scripts/sample': [],
  scripts: ['shared/*', 'electron/app', 'electron/commit', 'electron/services', 'electron/generators'],

  e2e: ['shared/*', 'shared/testing', 'scripts', 'bench', 'electron/testing'],
  campaigns: [
    'shared/*',
    'shared/testing',
    'electron/commit',
    'electron/store',
    'electron/services',
    'electron/generators',
    'electron/testing',
    'scripts/setup',
  ],
  docs: [],
  bench: [
    'shared/*',
    'shared/testing',
    'scripts',
    'e2e',
    'electron/app',
    'electron/commit',
    'electron/store',
    'electron/services',
    'electron/jobs',
    'electron/generators',
    'electron/testing',
  ],
}

/** What tests may import beside what their folder may: support, the contract that rules serve, and what sets a scene up. By the part of the tree. */
export const testSupport: Record<string, readonly string[]> = {
  shared: ['shared/testing', 'shared/ipc', 'shared/domain', 'shared/script'],
  electron: ['shared/testing', 'electron/testing', 'electron/app', 'electron/services', 'bench'],
  renderer: ['shared/testing'],
}

/** Which package may be imported where; `(tests)` is any *.test file. A package or place that is not listed is refused. */
export const doors: Record<string, readonly string[]> = {
  electron: [
    'electron/main.ts',
    'electron/preload.ts',
    'electron/moviePreload.ts',
    'electron/hosts/electron',
    'scripts/setup/default-app',
  ],
  'electron-updater': ['electron/hosts/electron'],
  'better-sqlite3': ['electron/store', 'bench'],
  sharp: [
    'electron/generators/local',
    'electron/testing',
    'bench',
    'campaigns',
    'scripts/setup',
    'scripts/sample.ts',
    'scripts/contactSheet.ts',
  ],
  'fountain-js': ['bench'],
  '@napi-rs/canvas': ['electron/generators/local', 'electron/generators/pdf', 'bench', 'scripts/contactSheet.ts'],
  zod: [
    'shared/model',
    'shared/script/suggest',
    'shared/ipc',
    'shared/drawing',
    'shared/handover',
    'shared/testing',
    'electron/app',
    'electron/commit',
    'electron/generators',
    'electron/services/archive',
    'electron/hosts',
    'electron/testing/servers',
    'renderer/main.tsx',
    'renderer/movie/main.ts',
    'renderer/app',
    'renderer/sound',
    'renderer/features',
  ],
  '@noble/hashes': ['shared/records'],
  'fractional-indexing': ['shared/domain', 'shared/script', 'bench'],
  '@modelcontextprotocol/sdk': ['electron/hosts/cli', '(tests)'],
  'pdfjs-dist': ['electron/generators/pdf'],
  mediabunny: [
    'renderer/drawing',
    'e2e',
    'electron/generators/local',
    'electron/generators/sound',
    'electron/testing',
    'renderer/movie',
    '(tests)',
  ],
  chardet: ['electron/services'],
  fflate: ['electron/services', '(tests)'],
  yazl: ['electron/services/archive', '(tests)'],
  'fast-xml-parser': ['shared/script/xml', '(tests)'],
  react: ['renderer'],
  'react-dom': ['renderer'],
  zustand: ['renderer'],
  'lucide-react': ['renderer'],
  'radix-ui': ['renderer'],
  'driver.js': ['renderer/features/tour'],
  cmdk: ['renderer/app', 'renderer/common', 'renderer/features/shell'],
  '@tanstack/react-virtual': ['renderer/common', 'renderer/features'],
  konva: ['renderer/features/frames/stage/konva', 'renderer/features/timeline/konva'],
  '@dnd-kit/core': [
    'renderer/app/dnd',
    'renderer/lanes',
    'renderer/features/assets',
    'renderer/features/board',
    'renderer/features/shotInspector',
    'renderer/features/frames',
  ],
  '@dnd-kit/sortable': [
    'renderer/app/dnd',
    'renderer/features/matrix',
    'renderer/features/assets',
    'renderer/features/board',
    'renderer/features/shotInspector',
    'renderer/features/frames',
  ],
  '@dnd-kit/utilities': [
    'renderer/app/dnd',
    'renderer/features/matrix',
    'renderer/features/assets',
    'renderer/features/board',
    'renderer/features/shotInspector',
    'renderer/features/frames',
  ],
  'playwright-core': ['e2e', 'bench', 'campaigns/package.campaign.ts', 'scripts/startHeadless.mjs'],
  'axe-core': ['e2e'],
  vitest: ['(tests)', 'electron/testing', 'e2e', 'campaigns'],
  'fast-check': ['(tests)', 'shared/testing', 'electron/testing', 'scripts/setup/propertySeed.ts'],
  jsdom: ['(tests)'],
  typescript: ['architecture.test.ts'],
  vite: ['electron/testing', 'scripts/setup/runTypeScript.mjs'],
  '@electron/asar': ['scripts/setup/registryElectron.mjs'],
  '@electron/fuses': ['scripts/setup/registryElectron.mjs', 'campaigns/package.campaign.ts'],
  yauzl: ['scripts/setup/registryElectron.mjs', 'electron/services/archive'],
  'node:*': ['electron', 'e2e', 'bench', 'campaigns', 'scripts', 'architecture.test.ts'],
}

/**
 * What only some files may do, though others could: calls by the method and, in records, by the table and the fields they write. What a place
 * must see to is registered there, so that nobody else has to remember it.
 */
export const onlyIn: readonly { what: string; within: string; call: Call; places: readonly string[] }[] = [
  {
    what: 'adds or removes shots',
    within: 'shared',
    call: { methods: ['add', 'remove'], table: 'shots' },
    places: ['shared/domain/structure/shotPlaces.ts', 'shared/domain/structure/shotRecords.ts'],
  },
  {
    what: 'moves shots',
    within: 'shared',
    call: { methods: ['update'], table: 'shots', fields: ['sceneId', 'orderKey'] },
    places: ['shared/domain/structure/shotPlaces.ts'],
  },
  {
    what: 'removes all records of a shot',
    within: 'shared',
    call: { methods: ['removeShotRecords'] },
    places: ['shared/domain/structure/shotPlaces.ts'],
  },
  {
    what: 'commits changes',
    within: 'electron',
    call: { methods: ['commit'] },
    places: ['electron/commit', 'electron/store'],
  },
  {
    what: 'opens a database for writing',
    within: 'electron',
    call: { methods: ['openSqlite'] },
    places: ['electron/store/openDatabase.ts', 'electron/store/memoryDatabase.ts', 'electron/store/projectLock.ts'],
  },
]

export interface Call {
  readonly methods: readonly string[]
  readonly table?: string
  readonly fields?: readonly string[]
}

/** Programs whose work is to run another one, given by its path: what `electron PATH` runs. */
export const runsOthers = ['scripts/setup/default-app']

export const roots = ['electron', 'renderer', 'shared', 'scripts', 'e2e', 'bench', 'docs']
export const longestFile = 500
