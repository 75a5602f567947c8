import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '@shared/records/refusal'
import { brokenReferences } from '@shared/testing/brokenReferences'
import { invalidRecords, recordText } from '@shared/testing/recordDump'
import { tempFolder } from '../testing/tempFolder'
import { storedProject } from '../testing/testFolder'
import { dispatch } from '../commit/dispatch'
import { importScript } from './importScript'
import { titleOfFolder } from './titleOfFolder'

const samplePath = join(process.cwd(), 'resources', 'sample', 'number-nine.fountain')

function scriptFile(content: string | Uint8Array, name = 'script.fountain'): string {
  const path = join(tempFolder(), name)
  writeFileSync(path, content)
  return path
}

describe('import', () => {
  test('brings the whole script in one undo step, with unconfirmed assignments, and tells what it brought', () => {
    const { project } = storedProject()
    const report = importScript(project, samplePath)
    const { records } = project
    expect(report).toMatchObject({
      scenes: 3,
      shots: records.count('shots'),
      assignments: records.count('assignments'),
      undoStep: expect.any(String),
      aliasProposals: expect.any(Array),
      warnings: expect.any(Array),
    })
    const types = [...records.all('assets')].map((a) => a.type)
    expect(report.assets).toEqual(
      Object.fromEntries(
        (['character', 'location', 'prop'] as const).map((type) => [type, types.filter((t) => t === type).length]),
      ),
    )
    expect(records.list('scenesInOrder').map((s) => [s.number, s.set])).toEqual([
      ['1', 'LIVING ROOM'],
      ['2', 'GARDEN'],
      ['3', 'BISTRO'],
    ])
    expect([...records.all('assignments')].every((a) => a.origin === 'suggested' && a.evidence !== null)).toBe(true)
    expect(records.list('scriptsInOrder').map((s) => s.text.includes('He has been there all week'))).toEqual([true])
    expect([...invalidRecords(records), ...brokenReferences(records)]).toEqual([])
    const imported = recordText(records)
    expect(project.undo()).toMatchObject({ label: 'import number-nine.fountain' })
    expect([records.count('scenes'), records.count('assets'), records.count('scripts')]).toEqual([0, 0, 0])
    project.redo()
    expect(recordText(records)).toBe(imported)
  })

  test('a film that nobody has named takes the title of the script, in the same undo step; a named one keeps its own', () => {
    const script = 'Title: _**The Long\n    Way Down**_\nAuthor: Us\n\nINT. LIFT - DAY\n\nANNA waits.\n'
    const titled = (title: string | null, text = script) => {
      const { project } = storedProject()
      const named = title ?? titleOfFolder(project.folder)
      dispatch(project, 'project.update', { title: named })
      importScript(project, scriptFile(text))
      const after = project.records.must('project', 'project').title
      project.undo()
      expect(project.records.must('project', 'project').title).toBe(named)
      return after === named ? 'kept' : after
    }
    expect(titled(null)).toBe('The Long Way Down')
    expect(titled('Lift')).toBe('kept')
    expect(titled(null, 'INT. LIFT - DAY\n\nANNA waits.\n')).toBe('kept')
    const { project } = storedProject()
    importScript(project, samplePath)
    dispatch(project, 'project.update', { title: titleOfFolder(project.folder) })
    importScript(project, scriptFile(script), { asNew: true })
    expect(project.records.must('project', 'project').title).toBe(titleOfFolder(project.folder))
  })

  test('as a dry run tells the same and writes nothing', () => {
    const { project } = storedProject()
    const before = recordText(project.records)
    const dry = importScript(project, samplePath, { dryRun: true })
    expect(recordText(project.records)).toBe(before)
    expect(project.history()).toEqual([])
    expect({ ...importScript(project, samplePath), undoStep: null }).toEqual(dry)
  })

  test('of a second script uses the assets that are known and keeps its scenes apart', () => {
    const { project } = storedProject()
    importScript(project, samplePath)
    const assets = project.records.count('assets')
    const again = importScript(project, samplePath, { asNew: true })
    expect(again).toMatchObject({ scenes: 3, assets: { character: 0, location: 0, prop: 0 } })
    expect(project.records.count('assets')).toBe(assets)
    expect(new Set([...project.records.all('scenes')].map((s) => s.number)).size).toBe(6)
    expect(new Set([...project.records.all('shots')].map((s) => s.number)).size).toBe(project.records.count('shots'))
  })

  test('of a file of the same name is an update only where it has anything in common with the script that is here', () => {
    const { project } = storedProject()
    importScript(project, scriptFile('INT. KITCHEN - DAY\n\nALICE cooks soup for nine people.\n'))
    expect(importScript(project, scriptFile('EXT. SEA - NIGHT\n\nA SHIP burns on the horizon.\n'))).toMatchObject({
      scenes: 1,
      shots: 1,
      reimport: null,
    })
    expect(importScript(project, scriptFile('INT. KITCHEN - DAY\n\nBOB dances.\n'))).toMatchObject({
      reimport: { added: 1, removed: 1 },
    })
    expect(
      importScript(project, scriptFile('EXT. SEA - NIGHT\n\nA SHIP burns on the horizon.\n', 'other.fountain')),
    ).toMatchObject({ scenes: 1, reimport: null })
  })

  test('does not fill the scenes anew when they are opened', () => {
    const { project } = storedProject()
    importScript(project, samplePath)
    for (const scene of project.records.list('scenesInOrder'))
      expect(dispatch(project, 'scene.open', { sceneId: scene.id }).undoStep).toBeNull()
  })

  test('of a file without a scene changes nothing', () => {
    const { project } = storedProject()
    const before = recordText(project.records)
    for (const content of ['', '﻿', '<?xml version="1.0"?><FinalDraft/>', '<FinalDraft><Content>']) {
      expect(importScript(project, scriptFile(content))).toMatchObject({
        scenes: 0,
        shots: 0,
        assignments: 0,
        undoStep: null,
      })
    }
    expect(recordText(project.records)).toBe(before)
  })

  test('of a file that is not there is refused by its name', () => {
    const { project } = storedProject()
    expect(() => importScript(project, '/nowhere/film.fountain')).toThrow(
      'Not read: film.fountain. The file is not there.',
    )
    expect(() => importScript(project, tempFolder())).toThrow(Refusal)
  })

  test('of something that is no file, such as a folder or a device without an end, is refused', () => {
    const { project } = storedProject()
    for (const path of [tempFolder(), '/dev/zero'])
      expect(() => importScript(project, path)).toThrow(/It is not a file|not there/)
  })

  test('of any bytes ends in a report and a whole project', () => {
    const { project } = storedProject()
    const sample = readFileSync(samplePath)
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc
        .array(
          fc.constantFrom(
            'INT. ROOM - DAY\n',
            'ALICE\n',
            'Hello.\n',
            '\n',
            '/* ',
            ' */',
            '[[',
            ']]',
            '@',
            '.X\n',
            '> ',
            '<?xml',
            '\u0000',
            '\ufeff',
            '= ',
            '#',
          ),
          { maxLength: 40 },
        )
        .map((parts) => Buffer.from(parts.join(''))),
      fc
        .tuple(fc.nat(sample.length - 1), fc.nat(sample.length - 1), fc.uint8Array({ maxLength: 8 }))
        .map(([a, b, noise]) =>
          Buffer.concat([sample.subarray(0, Math.min(a, b)), noise, sample.subarray(Math.max(a, b))]),
        ),
    )
    const name = fc.constantFrom('s.fountain', 's.txt', 's.fdx')
    fc.assert(
      fc.property(bytes, name, (content, file) => {
        const report = importScript(project, scriptFile(content, file))
        expect(report.warnings.every((w) => w.line >= 0 && w.message !== '')).toBe(true)
        expect(report.shots > 0 ? report.undoStep : null).toBe(report.undoStep)
        expect([...invalidRecords(project.records), ...brokenReferences(project.records)]).toEqual([])
        if (report.undoStep !== null) project.undo()
      }),
      { numRuns: 60 },
    )
  })
})
