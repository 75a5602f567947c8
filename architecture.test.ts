import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, posix } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'

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
const layers: Record<string, readonly string[]> = {
  'shared/model': [],
  'shared/language': ['shared/model'],
  ...inOrder('shared/language', ['shared/model'], ['lexicon', 'text', 'wording', 'rules', 'reading']),
  'shared/records': ['shared/model'],
  'shared/drawing': ['shared/model', 'shared/language'],
  ...inOrder('shared/domain', underDomain, [
    'lookup.ts',
    'time',
    'intervals',
    'looks',
    'presence',
    'manifest',
    'merging',
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
    ['cast', 'shots', 'stage', 'found', 'breakDown.ts'],
  ),
  'shared/ipc': [...underScript, 'shared/script'],
  'shared/testing': [...underScript, 'shared/script', 'shared/ipc'],

  'electron/main.ts': ['electron/hosts/electron'],
  'electron/cli.ts': ['electron/hosts/cli'],
  'electron/preload.ts': ['shared/ipc'],
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

  'renderer/main.tsx': ['renderer/App.tsx', 'renderer/app', 'renderer/common'],
  'renderer/vite-env.d.ts': [],
  'renderer/App.tsx': ['shared/*', 'renderer/app', 'renderer/common', 'renderer/drawing', 'renderer/features/*'],
  'renderer/app': ['shared/*', 'renderer/common'],
  'renderer/common': ['shared/*'],
  'renderer/drawing': ['shared/*', 'renderer/common'],
  'renderer/features/*': ['shared/*', 'renderer/app', 'renderer/common', 'renderer/drawing'],

  e2e: ['shared/*', 'shared/testing', 'scripts', 'bench', 'electron/testing'],
  docs: [],
  bench: [
    'shared/*',
    'shared/testing',
    'scripts',
    'e2e',
    'electron/app',
    'electron/store',
    'electron/services',
    'electron/jobs',
    'electron/generators',
    'electron/testing',
  ],
}

/** What tests may import beside what their folder may: support, the contract that rules serve, and what sets a scene up. By the part of the tree. */
const testSupport: Record<string, readonly string[]> = {
  shared: ['shared/testing', 'shared/ipc', 'shared/domain', 'shared/script'],
  electron: ['shared/testing', 'electron/testing', 'electron/app', 'electron/services', 'bench'],
  renderer: ['shared/testing'],
}

/** Which package may be imported where; `(tests)` is any *.test file. A package or place that is not listed is refused. */
const doors: Record<string, readonly string[]> = {
  electron: ['electron/main.ts', 'electron/preload.ts', 'electron/hosts/electron'],
  'better-sqlite3': ['electron/store', 'bench'],
  sharp: ['electron/generators/local', 'bench'],
  '@napi-rs/canvas': ['electron/generators/local', 'bench'],
  zod: [
    'shared/model',
    'shared/ipc',
    'shared/drawing',
    'shared/testing',
    'electron/app',
    'electron/commit',
    'electron/generators',
    'electron/hosts',
  ],
  '@noble/hashes': ['shared/records'],
  'fractional-indexing': ['shared/domain', 'shared/script', 'bench'],
  'fast-xml-parser': ['shared/script/fdx'],
  react: ['renderer'],
  'react-dom': ['renderer'],
  zustand: ['renderer'],
  'lucide-react': ['renderer'],
  'radix-ui': ['renderer'],
  cmdk: ['renderer/app', 'renderer/common', 'renderer/features/shell'],
  '@tanstack/react-virtual': ['renderer/common', 'renderer/features'],
  konva: ['renderer/features/frames/stage/konva', 'renderer/features/timeline/konva'],
  '@dnd-kit/core': [
    'renderer/app/dnd',
    'renderer/features/matrix',
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
  'playwright-core': ['e2e', 'bench'],
  'axe-core': ['e2e'],
  vitest: ['(tests)', 'electron/testing', 'e2e'],
  'fast-check': ['(tests)', 'shared/testing', 'electron/testing'],
  jsdom: ['(tests)'],
  typescript: ['architecture.test.ts'],
  vite: ['electron/testing'],
  'node:*': ['electron', 'e2e', 'bench', 'architecture.test.ts'],
}

/**
 * What only some files may do, though others could: calls by the method and, in records, by the table and the fields they write. What a place
 * must see to is registered there, so that nobody else has to remember it.
 */
const onlyIn: readonly { what: string; within: string; call: Call; places: readonly string[] }[] = [
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
    places: ['electron/store/openProject.ts', 'electron/store/projectLock.ts'],
  },
]

interface Call {
  readonly methods: readonly string[]
  readonly table?: string
  readonly fields?: readonly string[]
}

const roots = ['electron', 'renderer', 'shared', 'e2e', 'bench', 'docs']
const longestFile = 500

interface SourceFile {
  path: string
  text: string
}

function sourceFiles(): SourceFile[] {
  const found: SourceFile[] = [
    { path: 'architecture.test.ts', text: readFileSync(join(import.meta.dirname, 'architecture.test.ts'), 'utf8') },
  ]
  for (const root of roots) {
    const folder = join(import.meta.dirname, root)
    if (!existsSync(folder)) continue
    for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const path = posix.join(root, entry.replaceAll('\\', '/'))
      if (/\.(ts|tsx|mts|cts)$/.test(path))
        found.push({ path, text: readFileSync(join(import.meta.dirname, path), 'utf8') })
    }
  }
  return found
}

/** Every module a file names: imports, re-exports, import types, import() and require(); null for a computed one. */
function importsOf({ path, text }: SourceFile): (string | null)[] {
  const found: (string | null)[] = []
  const literal = (node: ts.Node | undefined) => (node && ts.isStringLiteralLike(node) ? node.text : null)
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) found.push(literal(node.moduleSpecifier))
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier) found.push(literal(node.moduleSpecifier))
    else if (ts.isImportTypeNode(node))
      found.push(literal(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined))
    else if (ts.isExternalModuleReference(node)) found.push(literal(node.expression))
    else if (ts.isCallExpression(node)) {
      const called = node.expression
      const isGlob =
        ts.isPropertyAccessExpression(called) && ts.isMetaProperty(called.expression) && called.name.text === 'glob'
      if (isGlob) found.push(null)
      else if (called.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(called) && called.text === 'require'))
        found.push(literal(node.arguments[0]))
    }
    ts.forEachChild(node, visit)
  }
  visit(
    ts.createSourceFile(
      path,
      text,
      ts.ScriptTarget.Latest,
      false,
      path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
    ),
  )
  return found
}

/** Does a call do what `call` says? Fields count where they are written out. */
function isCall(node: ts.Node, call: Call): boolean {
  if (!ts.isCallExpression(node)) return false
  const { expression, arguments: given } = node
  const name = ts.isPropertyAccessExpression(expression)
    ? expression.name.text
    : ts.isIdentifier(expression)
      ? expression.text
      : ''
  if (!call.methods.includes(name)) return false
  const [table, , fields] = given
  if (call.table !== undefined && !(table && ts.isStringLiteralLike(table) && table.text === call.table)) return false
  if (!call.fields) return true
  const written = fields && ts.isObjectLiteralExpression(fields) ? fields.properties : []
  return written.some((p) => p.name && ts.isIdentifier(p.name) && call.fields!.includes(p.name.text))
}

function callProblems({ path, text }: SourceFile): string[] {
  if (isTest(path) || isIn(path, 'shared/testing') || isIn(path, 'electron/testing')) return []
  const rules = onlyIn.filter(({ within, places }) => isIn(path, within) && !places.some((place) => isIn(path, place)))
  if (!rules.some(({ call }) => call.methods.some((m) => text.includes(`${m}(`)))) return []
  const found = new Set<string>()
  const visit = (node: ts.Node): void => {
    for (const { what, call } of rules) if (isCall(node, call)) found.add(`${what}, which it may not`)
    ts.forEachChild(node, visit)
  }
  visit(
    ts.createSourceFile(
      path,
      text,
      ts.ScriptTarget.Latest,
      false,
      path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
    ),
  )
  return [...found]
}

/** Is a path this folder, this file, or inside it? `*` is one name. */
function isIn(path: string, place: string): boolean {
  const parts = path.split('/')
  return place.split('/').every((name, i) => (name === '*' ? parts[i] !== undefined : parts[i] === name))
}

/** The row of `layers` that a path belongs to, with its stars filled in. */
function layerOf(path: string): { row: string; place: string } | null {
  const rows = Object.keys(layers)
    .filter((row) => isIn(path, row))
    .sort((a, b) => b.length - a.length)
  const row = rows[0]
  return row === undefined ? null : { row, place: path.split('/').slice(0, row.split('/').length).join('/') }
}

const isTest = (path: string) => /\.test\.tsx?$/.test(path)

/** The file an import means, from the top of the checkout; null for a package. */
function targetOf(path: string, specifier: string): string | null {
  const bare = specifier.replace(/\?.*$/, '')
  if (bare.startsWith('.')) return posix.normalize(posix.join(posix.dirname(path), bare))
  return bare.startsWith('@shared/') ? `shared/${bare.slice('@shared/'.length)}` : null
}

function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return 'node:*'
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

function edgeProblem(path: string, target: string): string | null {
  const from = layerOf(path)
  if (!from) return isTest(path) && !path.includes('/') ? `imports ${target}` : 'is in a folder that no layer lists'
  if (isIn(target, from.place)) return null
  const allowed = [...layers[from.row]!, ...(isTest(path) ? (testSupport[path.split('/')[0]!] ?? []) : [])]
  // A file that is a row of its own is named without its extension.
  const fits = (place: string) => isIn(target, place) || `${target}.tsx` === place || `${target}.ts` === place
  const listed = allowed.some((place) => fits(place) && (place !== 'shared/*' || !isIn(target, 'shared/testing')))
  return listed ? null : `imports ${target}, which ${from.row} may not`
}

function doorProblem(path: string, specifier: string): string | null {
  const name = packageOf(specifier)
  const places = doors[name]
  if (!places) return `imports ${specifier}, which no door lists`
  // Tests run in Node and read fixtures.
  if (name === 'node:*' && isTest(path)) return null
  return places.some((place) => (place === '(tests)' ? isTest(path) : isIn(path, place)))
    ? null
    : `imports ${name}, which it has no door for`
}

/** Everything that breaks the two tables, one line each. */
function problems(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const told = new Set<string>()
    for (const specifier of importsOf(file)) {
      if (specifier === null) {
        told.add('imports a computed path')
        continue
      }
      const target = targetOf(file.path, specifier)
      const problem = target === null ? doorProblem(file.path, specifier) : edgeProblem(file.path, target)
      if (problem) told.add(problem)
    }
    if (roots.includes(file.path.split('/')[0]!) && !layerOf(file.path)) told.add('is in a folder that no layer lists')
    for (const problem of callProblems(file)) told.add(problem)
    const lines = file.text.split('\n').length - 1
    if (lines > longestFile) told.add(`has ${lines} lines, more than ${longestFile}`)
    return [...told].map((problem) => `${file.path} ${problem}`)
  })
}

describe('the layout', () => {
  test('every import is a listed edge or has a door, and no file is too long', () => {
    const files = sourceFiles()
    expect(files.length).toBeGreaterThan(100)
    expect(problems(files)).toEqual([])
  })

  test('every package with a door is installed on purpose', () => {
    const { dependencies, devDependencies } = JSON.parse(
      readFileSync(join(import.meta.dirname, 'package.json'), 'utf8'),
    ) as Record<string, Record<string, string>>
    const installed = Object.keys({ ...dependencies, ...devDependencies })
    expect(Object.keys(doors).filter((name) => name !== 'node:*' && !installed.includes(name))).toEqual([])
  })

  test('the entries are short', () => {
    for (const entry of ['main.ts', 'preload.ts', 'cli.ts', 'generatorProcess.ts']) {
      expect(
        readFileSync(join(import.meta.dirname, 'electron', entry), 'utf8').split('\n').length,
        entry,
      ).toBeLessThanOrEqual(40)
    }
  })
})

describe('the checks themselves', () => {
  const refused = (path: string, text: string) => problems([{ path, text }])

  test.each([
    ['shared/model/a.ts', `import { b } from '../records/b'`],
    ['shared/records/a.ts', `import type { B } from '../domain/b'`],
    ['shared/domain/a.ts', `export * from '../ipc/b'`],
    ['shared/domain/a.ts', `import { b } from '../testing/b'`],
    ['shared/domain/looks/a.ts', `import { join } from 'node:path'`],
    ['shared/domain/looks/a.ts', `import { b } from '../presence/b'`],
    ['shared/domain/a.ts', `export const b = 1`],
    ['shared/drawing/a.ts', `import { b } from '../domain/lookup'`],
    ['shared/language/text/a.ts', `import { b } from '../../records/b'`],
    ['shared/language/lexicon/a.ts', `import { b } from '../rules/b'`],
    ['shared/script/extract/cast/a.ts', `import { b } from '../stage/b'`],
    ['electron/jobs/a.ts', `import { b } from '../services/b'`],
    ['electron/services/a.ts', `import { b } from '../app/b'`],
    ['shared/script/a.ts', `type B = import('../ipc/b').B`],
    ['electron/store/a.ts', `import { rule } from '@shared/domain/rule'`],
    ['electron/store/a.ts', `import { app } from 'electron'`],
    ['electron/app/a.ts', `import Database from 'better-sqlite3'`],
    ['electron/app/a.ts', `const b = await import('../hosts/cli/b')`],
    ['electron/services/a.ts', `import { b } from '../hosts/electron/b'`],
    ['electron/hosts/cli/a.ts', `import { b } from '../electron/b'`],
    ['electron/services/a.ts', `import { b } from '../testing/b'`],
    ['electron/app/a.ts', `import { b } from '../../renderer/app/b'`],
    ['renderer/app/a.ts', `import { b } from '../../electron/app/b'`],
    ['renderer/app/a.ts', `import { b } from '../features/board/b'`],
    ['renderer/features/board/a.tsx', `import { b } from '../matrix/b'`],
    ['renderer/features/board/a.tsx', `import { b } from '../../../shared/testing/b'`],
    ['renderer/features/board/a.tsx', `import Konva from 'konva'`],
    ['renderer/features/timeline/a.tsx', `import { useDraggable } from '@dnd-kit/core'`],
    ['renderer/common/a.ts', `import { readFileSync } from 'node:fs'`],
    ['renderer/common/a.ts', `import { b } from 'renderer/app/b'`],
    ['renderer/common/a.ts', `import { b } from '~/b'`],
    ['renderer/common/a.ts', `const all = import.meta.glob('../features/**')`],
    ['renderer/common/a.ts', `import { fc } from 'fast-check'`],
    ['shared/model/a.ts', `const name = './b'; const b = await import(name)`],
    ['electron/app/a.ts', `const b = require('better-sqlite3')`],
    ['electron/helpers/a.ts', `export const b = 1`],
    ['shared/domain/structure/a.ts', `draft.add('shots', shot)`],
    ['shared/domain/structure/a.ts', `draft.update('shots', id, { orderKey })`],
    ['electron/services/a.ts', `project.commit(change, null)`],
    ['electron/store/a.ts', `const db = openSqlite(file)`],
  ])('%s with %j is reported', (path, text) => {
    expect(refused(path, text)).toHaveLength(1)
  })

  test.each([
    ['shared/domain/presence/a.ts', `import { b } from '../../records/b'; import { c } from '../looks/c'`],
    [
      'shared/domain/looks/a.test.ts',
      `import fc from 'fast-check'; import { b } from '../../testing/b'; import { c } from '../presence/c'`,
    ],
    ['electron/app/a.ts', `import { b } from '@shared/domain/b'; import { c } from '../store/c'`],
    ['electron/generators/local/a.ts', `import sharp from 'sharp'; import { join } from 'node:path'`],
    ['renderer/features/frames/stage/konva/a.ts', `import Konva from 'konva'; import { b } from '../../../../app/b'`],
    [
      'renderer/features/board/a.tsx',
      `import styles from './a.module.css'; import { b } from './sub/b'; import { c } from '@shared/model/c'`,
    ],
    ['renderer/main.tsx', `import { App } from './App'`],
    ['shared/domain/structure/a.ts', `draft.update('shots', id, { number }); draft.add('seams', seam)`],
    ['shared/domain/structure/shotPlaces.ts', `draft.add('shots', shot)`],
  ])('%s with %j is fine', (path, text) => {
    expect(refused(path, text)).toEqual([])
  })

  test('a file of 501 lines is reported, one of 500 is fine', () => {
    expect(refused('shared/model/a.ts', '\n'.repeat(501))).toEqual(['shared/model/a.ts has 501 lines, more than 500'])
    expect(refused('shared/model/a.ts', '\n'.repeat(500))).toEqual([])
  })

  test('a relative path that leads out of the tree is reported', () => {
    expect(refused('shared/model/a.ts', `import { b } from '../../package.json'`)).toEqual([
      'shared/model/a.ts imports package.json, which shared/model may not',
    ])
  })
})
