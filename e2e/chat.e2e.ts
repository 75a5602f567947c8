import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fakeChat } from '../electron/testing/servers/chatServer'
import { launchWithScript, picture, temporaryFolder } from './support'

test('an Ollama-like model rewrites a prompt and says who is in which shot; without the network Exeunt’s own writer writes', async () => {
  const server = await fakeChat('ollama')
  server.answer = (turns) => {
    const asked = turns.find(({ role }) => role === 'user')!.content
    if (asked.startsWith('Scene:'))
      return {
        people: [],
        props: asked.includes('YARD')
          ? [{ name: 'shed', shot: 1, confidence: 0.4, line: 7, quote: 'Behind him the shed stands open' }]
          : [],
      }
    return { text: `Seen from the door: ${[...new Set(asked.match(/@\d+/g) ?? [])].join(', ')}, in quiet light.` }
  }
  const home = temporaryFolder()
  const script = join(home, 'night.fountain')
  writeFileSync(
    script,
    'INT. HALL - DAY\n\nOTTO waits by the stairs.\n\nEXT. YARD - DAY\n\nOtto digs. Behind him the shed stands open.\n\nOTTO\nHello?\n',
  )
  const { app, page, problems } = await launchWithScript(join(home, 'user'), script)
  const close = page.getByRole('dialog').getByRole('button', { name: 'Show the matrix' })
  if (await close.isVisible().catch(() => false)) await close.click()
  await page.waitForSelector('[data-cell], [data-surface]', { state: 'attached' })

  await page.keyboard.press('Control+k')
  await page.keyboard.type('Generators')
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('dialog', { name: 'Generators' })
  await sheet.getByLabel('Add a generator of words').selectOption('ollama')
  for (const [label, text] of [
    ['Address', server.url],
    ['Model', 'chat-test'],
  ] as const) {
    const field = sheet.getByRole('textbox', { name: label, exact: true })
    await field.fill(text)
    await field.press('Enter')
  }
  await sheet.getByRole('button', { name: 'Test connection' }).click()
  await sheet.getByText(/has chat-test\.$/).waitFor()
  await sheet.getByRole('button', { name: 'Use for words' }).click()
  await picture(page, 'generators-words')
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'hidden' })

  await page
    .getByRole('navigation')
    .getByText(/INT\. HALL/)
    .or(page.getByText(/INT\. HALL/))
    .first()
    .click()
  await page.getByRole('complementary').getByText('OTTO waits by the stairs.').click()
  const prompts = page.getByRole('complementary').getByRole('region', { name: 'Prompts' })
  await prompts.getByRole('button', { name: 'Ask Ollama' }).click()
  const proposal = page.getByRole('dialog', { name: 'Written by Ollama' })
  await proposal
    .getByText(/Seen from the door/)
    .first()
    .waitFor()
  await picture(page, 'prompt-proposal')
  await proposal.getByRole('button', { name: 'Take these words' }).click()
  await expect
    .poll(() => prompts.getByLabel('Words of the start prompt').inputValue())
    .toContain('Seen from the door: Hall, Otto')

  await server.stop()
  await prompts.getByRole('button', { name: 'Ask Ollama' }).click()
  const own = page.getByRole('dialog', { name: 'Write this prompt again' })
  await own.getByText(/does not answer.*own writer/).waitFor()
  await own.getByRole('button', { name: 'Keep what stands' }).click()
  await server.start()

  await page.getByRole('button', { name: 'Script', exact: true }).first().click()
  await page.getByRole('main').getByRole('button', { name: 'Ask Ollama' }).click()
  const report = page.getByRole('dialog', { name: /night\.fountain/ })
  await report.getByText(/The language model agreed/).waitFor()
  await report.getByRole('button', { name: 'Review' }).click()
  await page.getByText(/shed/i).first().waitFor()
  await picture(page, 'script-asked')
  expect(problems).toEqual([])
  await app.close()
})
