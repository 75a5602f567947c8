import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { SceneQuestion } from '@shared/script/suggest/sceneAnswer'
import { tempFolder } from '../testing/tempFolder'
import { testSession } from '../testing/testSession'
import { importFile } from './boardPictures'

function nightScript(): string {
  const file = join(tempFolder(), 'night.fountain')
  writeFileSync(
    file,
    'INT. HALL - DAY\n\nOtto waits.\n\nOTTO\nHello?\n\nEXT. YARD - DAY\n\nOtto digs. Behind him the shed stands open.\n',
  )
  return file
}

test('the language model is asked about each scene, and what it adds comes in with the import', async () => {
  const session = testSession()
  const questions: SceneQuestion[] = []
  const context = {
    ...session.context,
    suggesterOf: () => ({
      ask(question: SceneQuestion) {
        questions.push(question)
        if (questions.length === 1) return Promise.reject(new Error('It is busy.'))
        const shed = { name: 'shed', shot: 1, confidence: 0.9, line: 10, quote: 'Behind him the shed stands open' }
        return Promise.resolve({ people: [], props: [shed] })
      },
    }),
  }
  const report = await importFile(context, session.project, nightScript(), { suggest: true })
  expect(questions.map((q) => q.user.split('\n')[0])).toEqual(['Scene: INT. HALL - DAY', 'Scene: EXT. YARD - DAY'])
  expect(report.warnings.map((w) => w.code)).toEqual(expect.arrayContaining(['SUGGESTER_FAILED', 'SUGGESTED']))
  const shed = session.project.records.list('assetsInOrder').find((a) => a.name.toLowerCase() === 'shed')!
  const waiting = [...session.project.records.all('suggestions')].filter((s) => s.assetId === shed.id)
  expect(waiting).toMatchObject([{ state: 'open', evidence: { line: 10 } }])
})

test('nobody is asked unasked, and without a model the request is refused', async () => {
  const session = testSession()
  await expect(importFile(session.context, session.project, nightScript(), { suggest: true })).rejects.toMatchObject({
    code: 'NO_SUGGESTER',
  })
  const suggesterOf = () => {
    throw new Error('asked')
  }
  const report = await importFile({ ...session.context, suggesterOf }, session.project, nightScript())
  expect(report.scenes).toBe(2)
})
