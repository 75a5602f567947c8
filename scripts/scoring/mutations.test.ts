import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textReadings } from '../../shared/model/script'
import { defaultBreakdown } from '../../shared/model/project'
import { breakDown } from '../../shared/script/extract/breakDown'
import { parseScript } from '../../shared/script/form/parseScript'
import { wholeRate } from '../../shared/domain/time/frameRates'

// Scripts of every form, damaged as files are damaged: whatever comes of it is read without an error, within the time of a test, and whole.

const folders = ['scripts/scoring/modern', 'scripts/scoring/probes/formats'].map((folder) => resolve(folder))
const scripts = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => /\.(?:txt|fountain)$/.test(file))
    .map((file) =>
      readFileSync(join(folder, file), 'utf8')
        .replace(/^%.*\n/gm, '')
        .slice(0, 6000),
    ),
)

/** What can happen to the lines of a script. */
type Mutation = (lines: string[], a: number, b: number) => string[]
const mutations: readonly Mutation[] = [
  (lines, a) => lines.filter((_, i) => i !== a),
  (lines, a) => lines.toSpliced(a, 0, lines[a] ?? ''),
  (lines, a, b) => lines.toSpliced(a, 1, lines[b] ?? '').toSpliced(b, 1, lines[a] ?? ''),
  (lines, a) => lines.with(a, lines[a]!.toUpperCase()),
  (lines, a) => lines.with(a, lines[a]!.toLowerCase()),
  (lines, a, b) => lines.with(a, `${' '.repeat(b % 40)}${lines[a]!}`),
  (lines, a) => lines.toSpliced(a, 0, ''),
  (lines, a) => lines.with(a, `${lines[a]!}  `),
  (lines, a, b) => lines.with(a, `${b} ${lines[a]!} ${b}`),
  (lines, a) => lines.with(a, `\f${lines[a]!}`),
  (lines, a) => lines.with(a, lines[a]!.split(' ').reverse().join(' ')),
  (lines, a) => lines.with(a, lines[a]!.repeat(30)),
  (lines, a) => lines.with(a, lines[a]!.replaceAll(/[aeiou]/g, 'é').normalize('NFD')),
  (lines, a, b) => lines.with(a, lines[a]!.slice(b % (lines[a]!.length + 1))),
  (lines, a) => lines.with(a, `(${lines[a]!}`),
  (lines, a) => lines.with(a, `${lines[a]!}, ${lines[a]!} and ${lines[a]!}`),
  (lines, a, b) => lines.slice(Math.min(a, b), Math.max(a, b) + 1),
  (lines) => [lines.join(' ')],
]

const damaged = fc
  .record({
    script: fc.integer({ min: 0, max: scripts.length - 1 }),
    other: fc.integer({ min: 0, max: scripts.length - 1 }),
    steps: fc.array(
      fc.record({
        what: fc.integer({ min: 0, max: mutations.length - 1 }),
        a: fc.nat(10_000),
        b: fc.nat(10_000),
      }),
      { maxLength: 12 },
    ),
    joined: fc.boolean(),
  })
  .map(({ script, other, steps, joined }) => {
    let lines = `${scripts[script]!}${joined ? scripts[other]! : ''}`.split('\n')
    for (const { what, a, b } of steps)
      if (lines.length > 0) lines = mutations[what]!(lines, a % lines.length, b % lines.length)
    return lines.join('\n')
  })

const runs = Number(process.env.EXEUNT_FUZZ ?? 200)

test(
  `${scripts.length} scripts of every form, damaged, are read without an error`,
  { timeout: 60_000 + runs * 100 },
  () => {
    expect(scripts.length).toBeGreaterThan(30)
    fc.assert(
      fc.property(damaged, fc.constantFrom(null, ...textReadings), (text, reading) => {
        const parsed = parseScript(text, reading)
        const { scenes, presences, assets } = breakDown(parsed, { ...defaultBreakdown, fps: wholeRate(24) })
        const keys = new Set(assets.map((a) => a.key))
        for (const scene of scenes) expect(scene.shots.length).toBeGreaterThan(0)
        const seen = new Set<string>()
        for (const p of presences) {
          expect(keys.has(p.assetKey)).toBe(true)
          expect(scenes[p.sceneIndex]?.shots[p.shotIndex]).toBeDefined()
          const id = `${p.sceneIndex}/${p.shotIndex}/${p.assetKey}`
          expect(seen.has(id), id).toBe(false)
          seen.add(id)
          expect(p.confidence >= 0 && p.confidence <= 1 && p.enterAt < p.exitAt).toBe(true)
        }
      }),
      { numRuns: runs },
    )
  },
)
