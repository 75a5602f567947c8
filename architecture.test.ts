import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, posix } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { doors, layers, longestFile, onlyIn, roots, runsOthers, testSupport, type Call } from './architecture'

interface SourceFile {
  path: string
  text: string
}

function sourceFiles(): SourceFile[] {
  const found = ['architecture.ts', 'architecture.test.ts'].map((path): SourceFile => ({
    path,
    text: readFileSync(join(import.meta.dirname, path), 'utf8'),
  }))
  for (const root of roots) {
    const folder = join(import.meta.dirname, root)
    if (!existsSync(folder)) continue
    for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const path = posix.join(root, entry.replaceAll('\\', '/'))
      if (/\.(ts|tsx|mts|cts|mjs|cjs|js)$/.test(path))
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
      path.endsWith('x') ? ts.ScriptKind.TSX : path.endsWith('js') ? ts.ScriptKind.JS : ts.ScriptKind.TS,
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

const isTest = (path: string) => /\.test\.(tsx?|mjs)$/.test(path)

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
        if (!runsOthers.some((place) => isIn(file.path, place))) told.add('imports a computed path')
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
    ['shared/script/extract/cast/a.ts', `import { b } from '../play/b'`],
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
    ['scripts/setup/a.mjs', `import { build } from 'vite'`],
    ['scripts/setup/a.mjs', `import { b } from '../bench.mjs'`],
    ['scripts/bootstrap.mjs', `import { b } from './sample.mjs'`],
    ['renderer/app/a.ts', `import { b } from '../views'`],
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
