import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { comfyImageNodes, comfyWorkflow, fakeComfy } from '../electron/testing/servers/comfyServer'
import { fakeOpenai } from '../electron/testing/servers/openaiServer'
import { answerDialog, launch, launchSample, openFolder, query, temporaryFolder } from './support'

async function openGenerators(page: Page) {
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Generators')
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('dialog', { name: 'Generators' })
  await sheet.waitFor()
  return sheet
}

async function typeInto(page: Page, label: string, text: string) {
  const field = page.getByRole('dialog').getByRole('textbox', { name: label, exact: true })
  await field.fill(text)
  await field.press('Enter')
}

/** The sample film in its window, its second scene's first shot in the Frames view. */
async function sampleFrames(home: string) {
  const running = await launchSample(join(home, 'user'))
  await running.page.getByRole('button', { name: 'Frames' }).first().click()
  await running.page.getByRole('region', { name: 'Passes' }).waitFor()
  await running.page.getByRole('button', { name: /^Shot 2, / }).click()
  await running.page.getByRole('heading', { name: 'Start frame, shot 2' }).waitFor()
  const folder = await openFolder(running.page)
  return { ...running, folder }
}

test('a ComfyUI server is added, tested and used; a frame goes out only after its send sheet was confirmed, and is there after a restart', async () => {
  const server = await fakeComfy()
  const home = temporaryFolder()
  const workflow = join(home, 'edit.json')
  writeFileSync(workflow, JSON.stringify(comfyWorkflow))
  const { app, page, problems, folder } = await sampleFrames(home)

  const sheet = await openGenerators(page)
  await sheet.getByLabel('Add a generator of frames').selectOption('comfyui')
  await typeInto(page, 'Name', 'ComfyUI at home')
  await typeInto(page, 'Address', server.url)
  await answerDialog(app, [workflow])
  await sheet.getByRole('button', { name: 'Choose a file…' }).click()
  await sheet.getByText(/edit\.json · 9 nodes/).waitFor()
  expect(await sheet.getByRole('combobox', { name: 'Image #1' }).inputValue()).toContain('33')
  await sheet.getByRole('button', { name: 'Test connection' }).click()
  await sheet.getByText('ComfyUI 0.36.0, 24 GB, queue empty.').waitFor()
  await sheet.getByRole('button', { name: 'Use for frames' }).click()
  await sheet.getByText('Frames are made by ComfyUI at home.').waitFor()
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'hidden' })

  const make = page
    .getByRole('complementary')
    .getByRole('button', { name: /^(Make|Remake)/ })
    .first()
  await make.click()
  const sending = page.getByRole('dialog', { name: 'What will be sent' })
  await sending.waitFor()
  const words = await sending.getByLabel('The very words').innerText()
  await sending.getByRole('button', { name: 'Cancel' }).click()
  await sending.waitFor({ state: 'hidden' })
  expect(server.queued).toEqual([])

  await make.click()
  await sending.getByRole('button', { name: /^Send \d+ calls?$/ }).click()
  await expect
    .poll(() => query<{ generatorId: string }[]>(folder, 'takes').some((t) => t.generatorId === 'comfyui'), {
      timeout: 30_000,
    })
    .toBe(true)
  const [take] = query<
    { generatorId: string; shotId: string; passes: { prompt: string; references: { index: number | null }[] }[] }[]
  >(folder, 'takes').filter((t) => t.generatorId === 'comfyui')
  expect(take!.passes).toHaveLength(server.queued.length)
  expect(server.queued[0]!.graph['6']!.inputs['prompt']).toBe(take!.passes[0]!.prompt)
  expect(take!.passes[0]!.prompt.replace(/\s+/g, ' ')).toBe(words.replace(/\s+/g, ' '))
  for (const [i, job] of server.queued.entries())
    expect(server.pictures(job, comfyImageNodes)).toHaveLength(
      take!.passes[i]!.references.filter((r) => r.index !== null).length,
    )
  expect(problems).toEqual([])
  await app.close()

  const again = await launch(join(home, 'user'), [folder])
  await again.page.waitForSelector('[data-cell], [data-surface]', { state: 'attached' })
  const shown = await openGenerators(again.page)
  await shown.getByText('Frames are made by ComfyUI at home.').waitFor()
  await again.page.keyboard.press('Escape')
  expect(query<{ generatorId: string }[]>(folder, 'takes').some((t) => t.generatorId === 'comfyui')).toBe(true)
  await again.app.close()
})

test('a key is given once, goes to its own address and stays out of the project; without it nothing can be sent', async () => {
  const server = await fakeOpenai()
  const { app, page, folder } = await sampleFrames(temporaryFolder())
  const sheet = await openGenerators(page)
  await sheet.getByLabel('Add a generator of frames').selectOption('openai-images')
  await typeInto(page, 'Address', `${server.url}/v1`)
  await typeInto(page, 'Model', 'gpt-image-test')
  await sheet.getByRole('button', { name: 'Use for frames' }).click()
  await page.keyboard.press('Escape')
  const make = page
    .getByRole('complementary')
    .getByRole('button', { name: /^(Make|Remake)/ })
    .first()
  await make.click()
  const sending = page.getByRole('dialog', { name: 'What will be sent' })
  await sending.getByText(/has no key on this machine yet/).waitFor()
  expect(await sending.getByRole('button', { name: /^Send/ }).isDisabled()).toBe(true)
  await sending.getByRole('button', { name: 'Generators…' }).click()
  await sheet.getByPlaceholder('Paste a key').fill(server.key)
  await sheet.getByRole('button', { name: 'Keep', exact: true }).click()
  await sheet.getByText(/Authorization: key/).waitFor()
  expect(await sheet.getByLabel('Another key').inputValue()).toBe('')
  await sheet.getByRole('button', { name: 'Test connection' }).click()
  await sheet.getByText(/has gpt-image-test\.$/).waitFor()
  await page.keyboard.press('Escape')
  await make.click()
  await sending.getByRole('button', { name: /^Send/ }).click()
  await expect.poll(() => server.made.length, { timeout: 30_000 }).toBeGreaterThan(0)
  await expect
    .poll(() => query<{ generatorId: string }[]>(folder, 'takes').some((t) => t.generatorId === 'openai-images'), {
      timeout: 30_000,
    })
    .toBe(true)
  const everything = JSON.stringify([query(folder, 'jobs'), query(folder, 'history'), await page.content()])
  expect(everything).not.toContain(server.key)
  await app.close()
})
