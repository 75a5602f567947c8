import { expect, test, vi } from 'vitest'
import { Updates, type Updater } from './updates'

function fakeUpdater(newer: string | null) {
  return {
    autoDownload: true,
    autoInstallOnAppQuit: true,
    autoRunAppAfterInstall: true,
    logger: console,
    setFeedURL: vi.fn(),
    checkForUpdates: vi.fn(() =>
      Promise.resolve({ isUpdateAvailable: newer !== null, updateInfo: { version: newer ?? '0.1.0' } }),
    ),
    downloadUpdate: vi.fn(() => Promise.resolve([])),
  }
}

function updatesOf(feed: string | null, newer: string | null) {
  const updater = fakeUpdater(newer)
  const load = vi.fn(() => Promise.resolve(updater as unknown as Updater))
  const told: string[] = []
  return { updater, load, told, updates: new Updates(feed, load, (version) => told.push(version)) }
}

test('without a feed the updater is not even loaded, and nothing can be fetched', async () => {
  const { updates, load, told } = updatesOf(null, '9.9.9')
  await updates.look()
  expect(await updates.fetch()).toBe(false)
  expect(load).not.toHaveBeenCalled()
  expect(told).toEqual([])
})

test('a newer version is told of, and neither fetched nor put in unasked', async () => {
  const { updates, updater, told } = updatesOf('https://example.org/exeunt', '9.9.9')
  await updates.look()
  expect(updater.setFeedURL).toHaveBeenCalledWith({ provider: 'generic', url: 'https://example.org/exeunt' })
  expect(told).toEqual(['9.9.9'])
  expect(updater.downloadUpdate).not.toHaveBeenCalled()
  expect([updater.autoDownload, updater.autoInstallOnAppQuit]).toEqual([false, false])
  expect(await updates.fetch()).toBe(true)
  expect(updater.downloadUpdate).toHaveBeenCalledOnce()
  expect(updater.autoInstallOnAppQuit).toBe(true)
})

test('the version that runs is nothing to tell, and cannot be fetched', async () => {
  const { updates, updater, told } = updatesOf('https://example.org/exeunt', null)
  await updates.look()
  expect(await updates.fetch()).toBe(false)
  expect(told).toEqual([])
  expect(updater.downloadUpdate).not.toHaveBeenCalled()
})

test('a feed that does not answer is noted, and the application goes on', async () => {
  const { updates, updater, told } = updatesOf('https://example.org/exeunt', '9.9.9')
  updater.checkForUpdates.mockRejectedValueOnce(new Error('no such host'))
  const noted = vi.spyOn(console, 'error').mockImplementation(() => {})
  await updates.look()
  expect(noted).toHaveBeenCalledWith('no answer about newer versions:', 'no such host')
  noted.mockRestore()
  expect(told).toEqual([])
})
