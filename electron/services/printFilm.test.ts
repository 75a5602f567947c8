import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filmOf } from '@shared/handover/film'
import { printedFilm } from '@shared/handover/boards/printedFilm'
import {
  printOptionsSchema,
  printProfiles,
  printQualities,
  type PrintOptions,
} from '@shared/handover/boards/printOptions'
import { exampleProject } from '@shared/testing/exampleProject'
import { tempFolder } from '../testing/tempFolder'
import type { PrintRequest } from '../generators/generatorContract'
import { runOnce } from '../testing/inProcessGenerators'

function requestOf(options: Partial<PrintOptions> = {}, text?: string): PrintRequest {
  const p = exampleProject()
  if (text !== undefined) p.run((draft) => draft.update('shots', p.roomShots[0]!.id, { text }))
  const { store } = p
  const { document } = printedFilm(store, filmOf(store, 'film'), printOptionsSchema.parse(options), () => false, true)
  return {
    type: 'print',
    id: 'p',
    document,
    media: {},
    ...printQualities[options.quality ?? 'print'],
    out: join(tempFolder(), 'boards.pdf'),
  }
}

async function print(request: PrintRequest) {
  const events = await runOnce(request)
  const done = events.find((event) => event.type === 'printDone')!
  return { bytes: readFileSync(request.out), done, events }
}

/** What another reader finds in the file; null on a machine without one. */
function textOf(file: string): string | null {
  try {
    return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    return null
  }
}

test('every layout is a PDF of the pages it tells of, the same bytes each time', async () => {
  for (const profile of printProfiles) {
    const request = requestOf({ profile })
    const first = await print(request)
    expect(first.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(first.bytes.toString('latin1').match(/\/Type \/Page\n/g)).toHaveLength(first.done.pages)
    expect((await print(request)).bytes.equals(first.bytes)).toBe(true)
    expect(first.events.filter((event) => event.type === 'progress')).toHaveLength(first.done.pages)
  }
})

test('characters that no font here has are told, others are not', async () => {
  const { done } = await print(requestOf({}, 'Caffè, Привет, \u{16f00}'))
  expect(done.lacking).toBe('\u{16f00}')
})

test('a cancelled export leaves what was there', async () => {
  const request = requestOf()
  writeFileSync(request.out, 'old')
  await expect(runOnce(request, { signal: AbortSignal.abort() })).rejects.toThrow('Cancelled.')
  expect(readFileSync(request.out, 'utf8')).toBe('old')
  expect(readdirSync(join(request.out, '..'))).toEqual(['boards.pdf'])
})

test('another reader finds a long text whole [optional]', async ({ skip }) => {
  const words = Array.from({ length: 2500 }, (_, i) => `w${i}`)
  const request = requestOf({ perPage: 12 }, words.join(' '))
  await print(request)
  expect(existsSync(request.out)).toBe(true)
  const text = textOf(request.out)
  if (text === null) return skip('pdftotext is not installed')
  const found = new Set(text.match(/w\d+/g))
  expect(words.filter((word) => !found.has(word))).toEqual([])
})

test('stills that are drawn are written small: a panel weighs as its picture does, the finer the more', async () => {
  const sizes: number[] = []
  for (const quality of ['screen', 'print', 'fine'] as const) {
    const request = requestOf({ quality })
    const many = { ...request.document.sections[0]! }
    const panels = Array.from({ length: 60 }, (_, i) => ({ ...many.panels[i % many.panels.length]!, name: String(i) }))
    const document = { ...request.document, sections: [{ ...many, panels }] }
    sizes.push((await print({ ...request, document })).bytes.length / 60)
  }
  expect(sizes).toEqual(sizes.toSorted((a, b) => a - b))
  expect(sizes[1]!).toBeLessThan(60_000)
})
