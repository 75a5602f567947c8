import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import type { CommandName } from '@shared/ipc/inputSchemas'
import { pixelsOf } from '../electron/testing/pixels'
import { pngBytes } from '../electron/testing/png'
import { comfyImageNodes, comfyMaskWorkflow, fakeComfy } from '../electron/testing/servers/comfyServer'
import { ask, launch, launchSample, openFolder, picture, query, temporaryFolder } from './support'

interface PlanAnswer {
  passes: { prompt: string; references: { index: number | null; assetId: string | null; mediaId?: string }[] }[]
}
interface TakeAnswer {
  id: string
  kind: string
  generatorId: string
  shotId: string
  chosen: boolean
  passes: { mediaId: string; prompt: string; references: { index: number | null; mediaId: string | null }[] }[]
}

test('a ComfyUI server makes a frame of three passes with live previews and masks; a restart between them loses nothing, candidates are picked from and the pick is undone', async () => {
  const server = await fakeComfy()
  server.runsAtOnce = false
  const home = temporaryFolder()
  const { app, page, problems } = await launchSample(join(home, 'user'))
  const folder = await openFolder(page)
  const command = (name: CommandName, input: object) => ask(page, 'command', { name, input })
  await command('profile.create', {
    id: 'home',
    name: 'ComfyUI at home',
    kind: 'comfyui',
    baseUrl: server.url,
    price: { perCall: 0.02, perSecond: 0, currency: 'EUR', asOf: '2026-11-30' },
    workflow: { file: 'masked.json', text: JSON.stringify(comfyMaskWorkflow) },
  })
  await command('project.update', { stage10GeneratorId: 'home' })
  // A shot of the first scene that takes three passes.
  const shots = query<{ id: string; number: string; sceneId: string }[]>(folder, 'shots')
  const plan = (shot: string) => query<PlanAnswer>(folder, 'plan', { shot, frame: 'start' }).passes
  let shot: (typeof shots)[number] | undefined
  for (let subjects = 1; subjects <= 3 && !shot; subjects++) {
    await command('profile.update', { profileId: 'home', newSubjectsPerPass: subjects })
    shot = shots.find((one) => one.sceneId === shots[0]!.sceneId && plan(one.id).length === 3)
  }
  expect(shot).toBeDefined()
  const { id: shotId, number } = shot!
  const takes = () =>
    query<TakeAnswer[]>(folder, 'takes', { shot: shotId }).filter(
      (take) => take.kind === 'startFrame' && take.generatorId === 'home',
    )
  const open = async (on: Page) => {
    await on.getByRole('button', { name: 'Frames' }).first().click()
    await on.getByRole('region', { name: 'Passes' }).waitFor()
    await on.getByRole('button', { name: new RegExp(`^Shot ${number}, `) }).click()
    await on.getByRole('heading', { name: `Start frame, shot ${number}` }).waitFor()
  }
  const arrived = (count: number) => expect.poll(() => server.queued.length, { timeout: 30_000 }).toBe(count)

  await open(page)
  await page
    .getByRole('complementary')
    .getByRole('button', { name: /^(Make|Remake)/ })
    .first()
    .click()
  const sending = page.getByRole('dialog', { name: 'What will be sent' })
  await sending.getByRole('radio', { name: 'Pass 2' }).click()
  await sending.getByText('everything else is pasted back from the base plate').waitFor()
  await picture(page, 'send-passes')
  await sending.getByRole('button', { name: 'Send 3 calls' }).click()

  await arrived(1)
  server.tell(server.queued[0]!.clientId, 'progress', { prompt_id: server.queued[0]!.id, value: 3, max: 10 })
  await expect
    .poll(
      async () => {
        server.preview(server.queued[0]!, pngBytes(480, 270, [40, 90, 160]))
        return page.getByAltText('Preview of the start frame').isVisible()
      },
      { interval: 400 },
    )
    .toBe(true)
  await picture(page, 'frames-live-preview')
  await page.getByRole('button', { name: '1 job' }).click()
  const tray = page.getByRole('dialog', { name: 'Jobs' })
  await tray.getByAltText(`Preview of shot ${number}, start frame`).waitFor()
  await picture(page, 'jobs-running')
  await page.keyboard.press('Escape')

  // Only the project is closed and opened again: the call that is out is waited for.
  await ask(page, 'project.close', {})
  await ask(page, 'project.open', { folder })
  await page.reload()
  await page.getByRole('button', { name: '1 job' }).waitFor()
  expect(server.queued).toHaveLength(1)
  server.finish()
  await arrived(2)
  expect(problems).toEqual([])
  await app.close()

  // The second pass ends while nobody is there.
  server.finish()
  const again = await launch(join(home, 'user'), [folder])
  await again.page.waitForSelector('[data-cell], [data-surface]', { state: 'attached' })
  await arrived(3)
  server.finish()
  await expect.poll(() => takes().length, { timeout: 30_000 }).toBe(1)
  const [take] = takes()
  expect(server.queued).toHaveLength(3)
  expect(take!.passes).toHaveLength(3)
  const bytesOf = (mediaId: string) => {
    const under = join(folder, 'media', mediaId.slice(0, 2))
    return readFileSync(
      join(
        under,
        readdirSync(under).find((file) => file.startsWith(mediaId))!,
      ),
    )
  }
  for (const [i, pass] of take!.passes.entries()) {
    const job = server.queued[i]!
    const sent = pass.references.filter(({ index }) => index !== null).toSorted((a, b) => a.index! - b.index!)
    expect(job.graph['6']!.inputs['prompt']).toBe(pass.prompt)
    expect(server.pictures(job, comfyImageNodes).map((bytes) => bytes.length)).toEqual(
      sent.map(({ mediaId }) => bytesOf(mediaId ?? take!.passes[i - 1]!.mediaId).length),
    )
    for (const [at, { mediaId }] of sent.entries())
      expect(
        server.pictures(job, comfyImageNodes)[at]!.equals(bytesOf(mediaId ?? take!.passes[i - 1]!.mediaId)),
        `pass ${i + 1}, image ${at + 1}`,
      ).toBe(true)
    if (i > 0) {
      expect(sent[0]!.mediaId).toBeNull()
      expect(pass.prompt).toContain('Change only the masked area of Image #1.')
    }
    const { reds } = await pixelsOf(server.pictures(job, ['50'])[0]!)
    expect([...new Set(reds)].toSorted((a, b) => a - b)).toEqual(i === 0 ? [255] : [0, 255])
  }

  // Two candidates of the last pass; the first two stay.
  await open(again.page)
  await again.page.getByRole('button', { name: 'Make pass 3 again' }).click()
  const asked = again.page.getByRole('dialog', { name: 'What will be sent' })
  await asked.getByRole('radiogroup', { name: 'Candidates' }).getByRole('radio', { name: '2', exact: true }).click()
  await asked.getByRole('button', { name: 'Send 2 calls' }).click()
  for (const count of [4, 5]) {
    await arrived(count)
    server.finish()
  }
  await expect.poll(() => takes().length, { timeout: 30_000 }).toBe(3)
  for (const candidate of takes())
    expect(candidate.passes.slice(0, 2).map(({ mediaId }) => mediaId)).toEqual(
      take!.passes.slice(0, 2).map(({ mediaId }) => mediaId),
    )
  const chosen = () => takes().find((one) => one.chosen)?.id
  expect(chosen()).toBe(take!.id)
  const cards = again.page.getByRole('region', { name: 'Takes' })
  await cards
    .getByRole('button', { name: /^Take \d+, / })
    .first()
    .click()
  await expect.poll(chosen).toBe(takes()[2]!.id)
  await again.page.getByRole('button', { name: /done$/ }).click()
  await again.page.getByRole('dialog', { name: 'Jobs' }).getByText('Done today').waitFor()
  await picture(again.page, 'jobs-done')
  await again.page.keyboard.press('Escape')
  await again.page.keyboard.press('Control+z')
  await expect.poll(chosen).toBe(take!.id)
  await picture(again.page, 'frames-candidates')
  expect(again.problems).toEqual([])
  await again.app.close()
}, 240_000)
