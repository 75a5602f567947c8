import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROOT } from './setup/paths.mjs'

const out = mkdtempSync(join(tmpdir(), 'exeunt-guide-'))
const guide = join(ROOT, 'docs', 'guide')
afterAll(() => rmSync(out, { recursive: true, force: true }))

/** Paths of the files of a folder with an ending, from the folder. @param {string} folder @param {string} ending */
const files = (folder, ending) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(ending))

beforeAll(() => {
  const cmd = join(ROOT, 'node_modules', '@11ty', 'eleventy', 'cmd.cjs')
  const config = join('scripts', 'guideSite.mjs')
  const { status, stderr } = spawnSync(process.execPath, [cmd, `--config=${config}`, `--output=${out}`, '--quiet'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
}, 60_000)

test('every page of the guide is in the site and in its list of pages', () => {
  const pages = files(guide, '.md').map((name) => name.replace(/\.md$/, '.html'))
  expect(files(out, '.html').sort()).toEqual([...pages].sort())
  const start = readFileSync(join(out, 'index.html'), 'utf8')
  for (const page of pages) expect(start).toContain(`href="${page}"`)
})

test('every link and picture of the site leads to something in it, also read from a disk', () => {
  for (const page of files(out, '.html')) {
    const text = readFileSync(join(out, page), 'utf8')
    for (const [, address = ''] of text.matchAll(/(?:href|src)="([^"#]*)(?:#[^"]*)?"/g)) {
      if (address === '' || /^https?:/.test(address)) continue
      expect(existsSync(join(out, dirname(page), address)), `${page}: ${address}`).toBe(true)
    }
  }
})

test('what is shown as code is right: verbs of the command line are there, JSON is JSON', () => {
  const help = readFileSync(join(ROOT, 'electron', 'hosts', 'cli', 'help.ts'), 'utf8')
  let verbs = 0
  for (const page of files(guide, '.md')) {
    const text = readFileSync(join(guide, page), 'utf8')
    for (const [, block = ''] of text.matchAll(/```json\n([\s\S]*?)```/g))
      expect(() => void JSON.parse(block)).not.toThrow()
    for (const [, verb = ''] of text.matchAll(/npm run -s exeunt -- ([a-z]+)/g)) {
      expect(help, `${page}: ${verb}`).toMatch(new RegExp(`^ {2}${verb}: \\[`, 'm'))
      verbs++
    }
  }
  expect(verbs).toBeGreaterThan(4)
})
