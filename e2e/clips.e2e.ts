import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fakeGoogleVideo } from '../electron/testing/servers/googleVideoServer'
import { launchSample, openFolder, picture, query, temporaryFolder } from './support'

const clipFile = join(import.meta.dirname, '../electron/testing/fixtures/clip.mp4')

test('a service makes the clip of a shot from both stills, after its send sheet; it plays where it stands and no longer than the shot', async () => {
  const server = await fakeGoogleVideo(clipFile)
  const { app, page, problems } = await launchSample(join(temporaryFolder(), 'user'))
  const folder = await openFolder(page)

  await page.keyboard.press('Control+k')
  await page.keyboard.type('Generators')
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('dialog', { name: 'Generators' })
  await sheet.getByLabel('Add a generator of clips').selectOption('gemini-video')
  const typeInto = async (label: string, text: string) => {
    const field = sheet.getByRole('textbox', { name: label, exact: true })
    await field.fill(text)
    await field.press('Enter')
  }
  await typeInto('Address', `${server.url}/v1beta`)
  await typeInto('Model', 'omni-test')
  await sheet
    .getByRole('button', { name: 'Paid' })
    .or(sheet.getByRole('radio', { name: 'Paid' }))
    .click()
  await typeInto('Price of a second', '0.1')
  await sheet.getByPlaceholder('Paste a key').fill(server.key)
  await sheet.getByRole('button', { name: 'Keep', exact: true }).click()
  await sheet.getByText(/x-goog-api-key: key/).waitFor()
  await sheet.getByRole('button', { name: 'Test connection' }).click()
  await sheet.getByText(/has omni-test\.$/).waitFor()
  await sheet.getByRole('button', { name: 'Use for clips' }).click()
  await sheet.getByText('Clips are made by Gemini Omni.').waitFor()
  await picture(page, 'generators-clip')
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'hidden' })

  const clip = page.getByRole('complementary').getByRole('region', { name: 'Clip' })
  await clip.getByRole('button', { name: 'Make the clip' }).click()
  const sending = page.getByRole('dialog', { name: 'What will be sent' })
  await sending.getByText('First frame').waitFor()
  await sending.getByText('Last frame').waitFor()
  await picture(page, 'send-clip')
  const words = await sending.getByLabel('The very words').innerText()
  expect(server.made).toEqual([])
  await sending.getByRole('button', { name: 'Send 1 call' }).click()

  await clip.getByRole('button', { name: /^Play clip/ }).waitFor({ timeout: 30_000 })
  expect(server.made).toHaveLength(1)
  expect(server.made[0]!.stills).toHaveLength(2)
  expect(server.made[0]!.prompt).toBe(words)
  const [take] = query<{ kind: string; generatorId: string }[]>(folder, 'takes').filter((t) => t.kind === 'video')
  expect(take).toMatchObject({ generatorId: 'gemini-omni' })
  await clip.getByRole('button', { name: /^Play clip/ }).click()
  const video = clip.locator('video')
  await expect.poll(() => video.evaluate((v: HTMLVideoElement) => v.currentTime)).toBeGreaterThan(0.3)
  await clip.getByRole('button', { name: /^Pause clip/ }).click()
  await picture(page, 'clip')
  await clip.getByRole('button', { name: 'Approve the clip' }).click()
  await clip.getByRole('button', { name: 'Unlock the clip' }).waitFor()
  expect(problems).toEqual([])
  await app.close()
})
