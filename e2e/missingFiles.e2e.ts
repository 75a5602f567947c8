import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { answerDialog, cli, launch, query, temporaryFolder, type Running } from './support'

let running: Running | null = null
afterAll(() => running?.app.close())

test('missing pictures are named, found in a folder under another name, shown at once, and there after a restart', async () => {
  const home = temporaryFolder()
  const [folder, userData, backup] = [join(home, 'Film.exeunt'), join(home, 'user'), join(home, 'Backup')]
  cli(['new', folder])
  cli(['import', folder, resolve('resources/sample/number-nine.fountain')])
  const assets = query<{ id: string; name: string }[]>(folder, 'assets')
  const pictures = ['alice.png', 'bob.png'].map((name, i) => {
    const path = join(home, name)
    copyFileSync(resolve('docs/images', ['home.png', 'frames.png'][i]!), path)
    const asset = assets.find((a) => a.name.toLowerCase() === name.replace('.png', ''))!
    const { mediaId } = cli<{ mediaId: string }>(['media', 'add', folder, path, '--asset', asset.id])
    return { path, mediaId, bytes: readFileSync(path) }
  })
  const [alice, bob] = pictures as [(typeof pictures)[0], (typeof pictures)[0]]
  const whole = cli<{ ok: boolean }>(['check', folder])
  expect(whole.ok).toBe(true)
  // What a cloud folder or a tidy friend may do: all pictures are gone, one copy lies elsewhere, one was painted over.
  mkdirSync(join(backup, 'old'), { recursive: true })
  renameSync(alice.path, join(backup, 'old', 'IMG 0001.png'))
  rmSync(bob.path)
  copyFileSync(resolve('docs/images/matrix.png'), join(backup, 'bob.png'))
  const { missingMedia } = emptied(folder)

  running = await launch(userData, [folder])
  const { page } = running
  await page.waitForSelector('[data-cell]', { state: 'attached' })
  const badge = page.getByRole('button', { name: /^\d files missing$/ })
  await badge.click()
  const dialog = page.getByRole('dialog', { name: 'Missing files' })
  await dialog.getByText('alice.png').waitFor()
  expect(await dialog.getByRole('listitem').count()).toBe(2)
  expect(missingMedia.length).toBeGreaterThanOrEqual(2)
  const to = process.env['EXEUNT_SHOTS']
  if (to) await page.screenshot({ path: join(to, 'missing.png') })

  await answerDialog(running.app, [backup])
  await page.keyboard.press('Tab')
  await dialog.getByRole('button', { name: 'Look in a folder…' }).focus()
  await page.keyboard.press('Enter')
  await page
    .getByText(/1 file found, 1 still missing/)
    .first()
    .waitFor()
  // Alice is seen again at once, without opening anything anew.
  const loaded = () =>
    page.evaluate(
      () =>
        [...document.querySelectorAll<HTMLImageElement>('[data-drop-asset] img')].filter((i) => i.naturalWidth > 0)
          .length,
    )
  await expect.poll(loaded).toBeGreaterThan(0)
  if (to) await page.screenshot({ path: join(to, 'missing-changed.png') })

  await dialog.getByRole('button', { name: 'Take it as it is now' }).click()
  await dialog.getByText('Nothing is missing').waitFor()
  await page.getByText('bob.png as it is now is the picture of Bob.').first().waitFor()
  await page.keyboard.press('Escape')
  const pictureOf = () => {
    const asset = query<{ name: string; looks?: { mediaId: string | null }[] }[]>(folder, 'assets').find(
      (a) => a.name === 'Bob',
    )!
    return asset.looks![0]!.mediaId
  }
  expect(pictureOf()).not.toBe(bob.mediaId)
  await page.keyboard.press('Control+z')
  await expect.poll(pictureOf).toBe(bob.mediaId)
  // The film goes on naming it, and says so after a restart.
  await running.app.close()
  running = await launch(userData, [folder])
  await running.page.getByRole('button', { name: '1 file missing' }).waitFor()
  await running.app.close()
  running = null
  writeFileSync(join(backup, 'from the mail.png'), bob.bytes)
  expect(cli(['relink', folder, backup])).toEqual({ found: 1, missing: [] })
})

/** Takes every picture out of the media folder. */
function emptied(folder: string): { missingMedia: string[] } {
  for (let i = 0; i < 256; i++)
    rmSync(join(folder, 'media', i.toString(16).padStart(2, '0')), { recursive: true, force: true })
  return cli(['check', folder])
}
