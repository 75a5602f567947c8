import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectOf } from '@shared/domain/lookup'
import { rateText } from '@shared/domain/time/frameRates'
import { tempFolder } from '../testing/tempFolder'
import { storedProject } from '../testing/testFolder'
import { importScript } from './importScript'

// What a file tells of itself, and what the user tells of it.

function file(content: string | Uint8Array, name: string): string {
  const path = join(tempFolder(), name)
  writeFileSync(path, content)
  return path
}

describe('an encoding', () => {
  // "INT. KÜCHE - TAG" and "Ä" in Windows-1252; read as Cyrillic it would be another word.
  const bytes = new Uint8Array(Buffer.from('INT. K\xdcCHE - TAG\n\nJ\xd6RG wartet.\n\nJ\xd6RG\nHallo.\n', 'latin1'))

  test('that was guessed is told, and another one reads the script anew', () => {
    const { project } = storedProject()
    const path = file(bytes, 'küche.fountain')
    const wrong = importScript(project, path, { encoding: 'windows-1251' })
    expect(wrong).toMatchObject({ encoding: 'windows-1251', scenes: 1 })
    expect([...project.records.all('assets')].map((a) => a.name)).not.toContain('Jörg')
    project.undo()
    const right = importScript(project, path, { encoding: 'windows-1252' })
    expect(right).toMatchObject({ encoding: 'windows-1252', scenes: 1 })
    expect(right.warnings.map((w) => w.code)).not.toContain('ENCODING_GUESSED')
    expect([...project.records.all('assets')].map((a) => a.name)).toContain('Jörg')
  })

  test('of a Unicode file is no question', () => {
    const { project } = storedProject()
    expect(importScript(project, file('INT. KÜCHE - TAG\n\nJÖRG wartet.\n', 'a.fountain')).encoding).toBeNull()
  })
})

describe('a Storyboarder file', () => {
  const boards = { fps: 25, aspectRatio: 2.35, boards: [{ uid: 'A', duration: 2000, action: 'Otto waits.' }] }
  const path = () => file(JSON.stringify(boards), 'boards.storyboarder')

  test('gives an empty film its rate and shape, in the same step', () => {
    const { project } = storedProject()
    importScript(project, path())
    const { fps, aspectWidth, aspectHeight } = projectOf(project.records)
    expect([rateText(fps), aspectWidth, aspectHeight]).toEqual(['25', 235, 100])
    expect([...project.records.all('shots')].map((s) => s.durationFrames)).toEqual([50])
    project.undo()
    expect(rateText(projectOf(project.records).fps)).toBe('24')
  })

  test('says that it is another, where the film has shots', () => {
    const { project } = storedProject()
    importScript(project, file('INT. HALL - DAY\n\nOtto waits.\n', 'a.fountain'))
    const { warnings } = importScript(project, path())
    expect(warnings.find((w) => w.code === 'OTHER_FILM')?.message).toContain('25 frames a second (here 24)')
    expect(rateText(projectOf(project.records).fps)).toBe('24')
  })
})

test('a casting of shots that are there goes into them', () => {
  const { project } = storedProject()
  importScript(project, file('Sequence,Name,Description\nSQ01,SH010,Otto waits.\nSQ01,SH020,Otto runs.', 'shots.csv'))
  const report = importScript(
    project,
    file(
      'Parent,Name,Asset Type,Asset,Occurences\nSQ01,SH010,Characters,Otto,1\nSQ01,SH020,Props,Oar,1',
      'casting.csv',
    ),
  )
  expect(report).toMatchObject({ scenes: 0, shots: 0, assignments: 2 })
  expect(report.undoStep).not.toBeNull()
  expect(project.records.count('shots')).toBe(2)
})
