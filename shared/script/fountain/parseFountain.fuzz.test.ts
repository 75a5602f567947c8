import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wholeRate } from '../../domain/time/frameRates'
import { assetSchema } from '../../model/asset'
import { evidenceSchema } from '../../model/assignment'
import { defaultBreakdown } from '../../model/project'
import { sceneSchema } from '../../model/scene'
import { shotSchema } from '../../model/shot'
import { breakDown } from '../extract/breakDown'
import { parseFountain } from './parseFountain'
import { readTitlePage } from './titlePage'
import { takeComments } from './comments'

const sceneFields = sceneSchema.pick({ number: true, heading: true, intExt: true, set: true, timeOfDay: true })
const shotFields = shotSchema.pick({
  text: true,
  dialogue: true,
  size: true,
  angle: true,
  movement: true,
  durationFrames: true,
})

/** Pieces a script is made of, in any order. */
const piece = fc.oneof(
  fc.constantFrom(
    '\n',
    '\n\n',
    '  \n',
    '\r\n',
    'INT. SHED - DAY\n',
    '.HEADING\n',
    'MARA\n',
    'OTTO ^\n',
    '(softly)\n',
    'Hello there.\n',
    'CUT TO:\n',
    '> centred <\n',
    '> forced\n',
    '~song\n',
    '# part\n',
    '= idea\n',
    '===\n',
    '!BANG\n',
    '@McX\n',
  ),
  fc.constantFrom(
    '[[',
    ']]',
    '/*',
    '*/',
    '*',
    '**',
    '_',
    '\\*',
    '#1#',
    'Title: x\n',
    '\t',
    'Mara enters. ',
    'They exit. ',
    'MARA VANCE (30s), tall, ',
    'the GUN ',
    'Enter Mara and Otto',
    ', ',
    'turns into ',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('A', 'ß ', 'word ', 'NIGHT - ').map((part) => part.repeat(300)),
)
const script = fc.array(piece, { maxLength: 60 }).map((p) => p.join(''))

describe('any text', () => {
  it('is read without an error, and every line range lies within the text', () => {
    fc.assert(
      fc.property(script, (text) => {
        const { elements, lines, warnings } = parseFountain(text)
        let last = 0
        for (const { line, endLine } of elements) {
          expect(line).toBeGreaterThanOrEqual(last)
          expect(endLine).toBeGreaterThanOrEqual(line)
          expect(endLine).toBeLessThanOrEqual(lines.length)
          last = line
        }
        for (const { line } of warnings) expect(line >= 1 && line <= lines.length).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('loses no line: each non-blank one is in an element or on the title page', () => {
    fc.assert(
      fc.property(script, (text) => {
        const { elements, lines } = parseFountain(text)
        const told = new Uint8Array(lines.length + 1)
        for (const { line, endLine } of elements) told.fill(1, line, endLine + 1)
        const title = readTitlePage(takeComments(lines).text).end
        lines.forEach((line, i) =>
          expect(line.trim() === '' || told[i + 1] === 1 || i < title, `line ${i + 1}`).toBe(true),
        )
      }),
      { numRuns: 500 },
    )
  })

  it('is broken down without an error into scenes that all have shots, with presences that hold', () => {
    fc.assert(
      fc.property(script, (text) => {
        const parsed = parseFountain(text)
        const { scenes, presences, assets } = breakDown(parsed, { ...defaultBreakdown, fps: wholeRate(24) })
        const keys = new Set(assets.map((a) => a.key))
        expect(keys.size).toBe(assets.length)
        for (const scene of scenes) {
          expect(sceneFields.safeParse(scene).error).toBeUndefined()
          expect(scene.shots.length).toBeGreaterThan(0)
          for (const shot of scene.shots) {
            expect(shotFields.safeParse(shot).error).toBeUndefined()
            expect(Number.isInteger(shot.durationFrames) && shot.durationFrames >= 1).toBe(true)
            expect(shot.startLine <= shot.endLine && shot.endLine <= parsed.lines.length).toBe(true)
          }
        }
        for (const asset of assets)
          expect(assetSchema.pick({ type: true, name: true, description: true }).safeParse(asset).error).toBeUndefined()
        const seen = new Set<string>()
        for (const p of presences) {
          expect(keys.has(p.assetKey)).toBe(true)
          expect(evidenceSchema.safeParse(p.evidence).error).toBeUndefined()
          expect(scenes[p.sceneIndex]?.shots[p.shotIndex]).toBeDefined()
          const id = `${p.sceneIndex}/${p.shotIndex}/${p.assetKey}`
          expect(seen.has(id)).toBe(false)
          seen.add(id)
          const type =
            p.enterAt === 0 ? (p.exitAt === 1 ? 'throughout' : 'exits') : p.exitAt === 1 ? 'enters' : 'passes_through'
          expect(p.enterAt < p.exitAt && p.enterAt >= 0 && p.exitAt <= 1).toBe(true)
          expect(p.presence).toBe(type)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('ends, whatever it holds', () => {
    const repeat = (part: string): string => part.repeat(Math.ceil(50_000 / part.length))
    const hostile = [
      'x',
      'AB ',
      '.',
      '*',
      '*a ',
      '[[',
      '/*',
      '[[a]]',
      'A()',
      'AB\nx\n\n',
      'INT. X\n\n',
      '#',
      '> a <\n',
      'A ^\nx\n\n',
      'Steel enters and exits. ',
      'Steel, ',
      ' - ',
      'a: b\n',
      '" A ',
      'A aka B and C ',
      '\0',
    ]
    for (const part of hostile) {
      breakDown(parseFountain(repeat(part)), { ...defaultBreakdown, fps: wholeRate(24) })
      breakDown(parseFountain(`STEEL\n${repeat(part)}`), { ...defaultBreakdown, fps: wholeRate(24) })
    }
  }, 120_000)
})
