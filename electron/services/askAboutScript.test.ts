import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../testing/tempFolder'
import { testSession } from '../testing/testSession'
import { askAboutScript } from './askAboutScript'
import { importFile } from './boardPictures'

test('a script that is in the project is asked about again: what is added waits with its line, in one step, and nothing else changes', async () => {
  const session = testSession()
  const file = join(tempFolder(), 'night.fountain')
  writeFileSync(
    file,
    'INT. HALL - DAY\n\nOtto waits.\n\nEXT. YARD - DAY\n\nOtto digs. Behind him the shed stands open.\n',
  )
  await importFile(session.context, session.project, file)
  const { records } = session.project
  const script = records.list('scriptsInOrder').at(-1)!
  const shots = records.count('shots')
  const shed = { name: 'shed', shot: 1, confidence: 0.4, line: 7, quote: 'Behind him the shed stands open' }
  const suggesterOf = () => ({
    ask: ({ user }: { user: string }) => Promise.resolve({ people: [], props: user.includes('YARD') ? [shed] : [] }),
  })
  const report = await askAboutScript({ ...session.context, suggesterOf }, session.project, script.id)
  expect(report).toMatchObject({ fileName: 'night.fountain', reimport: { added: 0, removed: 0 } })
  expect(records.count('shots')).toBe(shots)
  const found = records.list('assetsInOrder').find((a) => a.name.toLowerCase() === 'shed')!
  expect([...records.all('suggestions')].filter((s) => s.assetId === found.id)).toMatchObject([
    { state: 'open', evidence: { line: 7 } },
  ])
  session.project.undo()
  expect(records.list('assetsInOrder').some((a) => a.name.toLowerCase() === 'shed' && !a.deleted)).toBe(false)
  await expect(askAboutScript(session.context, session.project, script.id)).rejects.toMatchObject({
    code: 'NO_SUGGESTER',
  })
})
