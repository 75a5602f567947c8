import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { pick, seededRandom } from '../testing/seededRandom'
import { wildProject } from '../testing/wildProject'
import { wildSounds } from '../testing/wildSounds'
import { endStills } from './cutPieces'
import { writeHandover } from './formats'
import { imageOptionsSchema } from './images'

const corpus = resolve(import.meta.dirname, '../../../shared/corpus')
const dtd = join(corpus, 'dtd', 'FCPXMLv1_10.dtd')
const samples = join(corpus, 'otio-samples')

/** Films with everything in them: all rates, sounds, markers, names of every script. */
const films = Array.from({ length: 12 }, (_, seed) => {
  const random = seededRandom(seed + 1)
  const p = wildProject(random)
  wildSounds(p, random)
  return { store: p.store, cut: { ends: pick(random, endStills) } }
})

function written(format: 'otio' | 'fcpxml'): string[] {
  const options = { name: 'cut', folderUrl: 'file:///films/out/', images: imageOptionsSchema.parse({}) }
  return films.map(({ store, cut }) => {
    const [first] = writeHandover(store, format, 'film', { ...options, cut }).files
    return first && 'text' in first ? first.text : ''
  })
}

const canCheck = existsSync(dtd) && ['/usr/bin/xmllint', '/opt/homebrew/bin/xmllint'].some(existsSync)

test.skipIf(!canCheck)('FCPXML is valid by the DTD of version 1.10 [optional]', () => {
  const folder = mkdtempSync(join(tmpdir(), 'exeunt-fcpxml-'))
  const files = written('fcpxml').map((text, i) => {
    writeFileSync(join(folder, `${i}.fcpxml`), text)
    return join(folder, `${i}.fcpxml`)
  })
  execFileSync('xmllint', ['--noout', '--nonet', '--dtdvalid', dtd, ...files])
})

/** The fields of every kind of object within, by its name and version. */
function shapes(value: unknown, into = new Map<string, Set<string>>()): Map<string, Set<string>> {
  if (Array.isArray(value)) for (const one of value) shapes(one, into)
  else if (value && typeof value === 'object') {
    const schema = (value as { OTIO_SCHEMA?: unknown }).OTIO_SCHEMA
    if (typeof schema === 'string') into.set(schema, new Set([...(into.get(schema) ?? []), ...Object.keys(value)]))
    for (const one of Object.values(value)) shapes(one, into)
  }
  return into
}

test.skipIf(!existsSync(samples))('objects of an OTIO are those that other programs write [optional]', () => {
  const theirs = new Map<string, Set<string>>()
  for (const name of readdirSync(samples).filter((file) => file.endsWith('.otio')))
    shapes(JSON.parse(readFileSync(join(samples, name), 'utf8')), theirs)
  const ours = new Map<string, Set<string>>()
  for (const text of written('otio')) shapes(JSON.parse(text), ours)
  expect(ours.size).toBeGreaterThan(7)
  for (const [schema, fields] of ours) {
    // Marker.3 only moved a comment that Marker.2 has too (backends.md 8.1).
    const known = theirs.get(schema === 'Marker.2' ? 'Marker.3' : schema)
    expect([schema, known !== undefined]).toEqual([schema, true])
    const more = [...fields].filter((field) => !known!.has(field) && !(schema === 'Marker.2' && field === 'comment'))
    expect([schema, more]).toEqual([schema, []])
  }
})
