import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerDialog, cell, launch, query, temporaryFolder, type Running } from './support'

interface Asset {
  id: string
  name: string
  looks: { id: string; name: string; description: string }[]
}
interface Change {
  kind: string
  shotId: string
  toLookId: string
}
interface Prompts {
  start: { text: string }
  end: { text: string }
  video: { text: string }
}

const home = temporaryFolder()
const script = join(home, 'Gnome.fountain')
const folder = join(home, 'Gnome.exeunt')
let running: Running

beforeAll(async () => {
  writeFileSync(
    script,
    `INT. LIVING ROOM - NIGHT

John sits in the armchair. He wears round glasses.

JOHN
Not again.

John transforms into a GARDEN GNOME with a red pointed hat.

The GARDEN GNOME stands motionless on the carpet.

BOB
John?

Bob picks up the GARDEN GNOME.
`,
  )
  running = await launch(join(home, 'user'))
  await answerDialog(running.app, [script])
  await running.page.getByRole('button', { name: /Start from a script/ }).click()
  await running.page.getByRole('dialog').getByRole('button', { name: 'Review', exact: true }).click()
  await running.page.getByRole('heading', { name: 'Review' }).waitFor()
})
afterAll(() => running.app.close())

const assets = () => query<Asset[]>(folder, 'assets')
const shots = () => query<{ id: string; text: string; number: string }[]>(folder, 'shots')

test('straight from the review, the thing a man turns into becomes his look and the film is right at once', async () => {
  const { page } = running
  const proposal = page.locator('[data-proposal="Garden Gnome"]')
  await proposal.getByRole('button', { name: /Merge/ }).first().click()
  const sheet = page.getByRole('dialog')
  await sheet.getByText(/The text has Garden Gnome in shots 3, 4, 6/).waitFor()
  await sheet.getByRole('button', { name: 'Merge as transformation' }).click()
  await expect
    .poll(() =>
      assets()
        .find((a) => a.name === 'John')
        ?.looks.map((l) => l.name),
    )
    .toContain('Garden Gnome')

  // One change, in the shot whose words tell of it, and none taken back.
  const turning = shots().find((s) => s.text.includes('transforms'))!
  const gnome = assets()
    .find((a) => a.name === 'John')!
    .looks.find((l) => l.name === 'Garden Gnome')!
  expect(query<Change[]>(folder, 'transformations').map((t) => [t.shotId, t.toLookId])).toEqual([
    [turning.id, gnome.id],
  ])
  await page.getByRole('button', { name: 'Matrix', exact: true }).click()
  await expect
    .poll(() => cell(page, 'John', turning.number).textContent())
    .toMatch(/turns from Default into Garden Gnome at/)

  // The prompts tell of the man before, and of the gnome from then on, with the words of the script.
  expect(gnome.description).toBe('garden gnome with a red pointed hat')
  const prompts = shots().map((s) => query<Prompts>(folder, 'prompts', { shot: s.id }))
  const words = prompts.flatMap((p) => [p.start.text, p.end.text])
  expect(words.map((text) => text.includes('garden gnome with a red pointed hat'))).toEqual(
    shots().flatMap((_, i) => [i > 2, i >= 2]),
  )
  for (const text of words) expect(text).not.toMatch(/John[^.;]* (?:transforms|turns) into/)
  expect(prompts[2]!.video.text).toMatch(
    /At about 1\.\d s John transforms into a garden gnome with a red pointed hat\./i,
  )

  // The drawings of the man and of what he turns into differ; what stands there afterwards is small.
  expect(words[5]).toMatch(/In frame: John \(the garden gnome with a red pointed hat\) at centre, small in frame/)
  expect(words[4]).toMatch(/In frame: John at centre, full figure/)

  // All of it is one step, and taken back it is a question again.
  await page.keyboard.press('Control+z')
  await expect.poll(() => query<Change[]>(folder, 'transformations')).toEqual([])
  expect(running.problems).toEqual([])
})
