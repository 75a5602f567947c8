import { describe, expect, test } from 'vitest'
import { dateWords, diskOf, momentWords, shortFolder } from './dateWords'

const at = (text: string) => new Date(text).getTime()

describe('when a project was opened', () => {
  const now = at('2026-11-18T15:00:00')
  test.each([
    ['2026-11-18T14:06:00', 'Today 14:06'],
    ['2026-11-18T00:00:00', 'Today 00:00'],
    ['2026-11-17T23:59:00', 'Yesterday'],
    ['2026-11-16T08:00:00', 'Mon 16 Nov'],
    ['2026-11-12T08:00:00', 'Thu 12 Nov'],
    ['2026-11-11T08:00:00', '11 Nov'],
    ['2026-01-02T08:00:00', '2 Jan'],
    ['2025-11-18T08:00:00', '18 Nov 2025'],
    ['2026-11-19T08:00:00', '19 Nov'],
  ])('%s is "%s"', (moment, words) => {
    expect(dateWords(at(moment), now)).toBe(words)
  })

  test('yesterday is the calendar day before, not 24 hours ago', () => {
    expect(dateWords(at('2026-11-17T23:50:00'), at('2026-11-18T00:10:00'))).toBe('Yesterday')
  })

  test('in a sentence it always has the time', () => {
    expect(momentWords(at('2026-11-18T14:06:00'), now)).toBe('today 14:06')
    expect(momentWords(at('2026-11-17T09:05:00'), now)).toBe('yesterday 09:05')
    expect(momentWords(at('2026-11-02T09:05:00'), now)).toBe('2 Nov 09:05')
  })
})

describe('where a project lies', () => {
  test.each([
    ['/home/ana/Films/A.exeunt', '/home/ana', '~/Films/A.exeunt'],
    ['/home/anabel/A.exeunt', '/home/ana', '/home/anabel/A.exeunt'],
    ['C:\\Users\\Ana\\A.exeunt', 'C:\\Users\\Ana', '~\\A.exeunt'],
    ['/mnt/a', '', '/mnt/a'],
  ])('%s for the home %s is %s', (folder, home, words) => {
    expect(shortFolder(folder, home)).toBe(words)
  })

  test.each([
    ['/Volumes/Archive/Films/A.exeunt', 'Archive'],
    ['/run/media/ana/Archive/A.exeunt', 'Archive'],
    ['/media/ana/Archive/A.exeunt', 'Archive'],
    ['D:\\Films\\A.exeunt', 'D:'],
    ['C:\\Films\\A.exeunt', null],
    ['/home/ana/A.exeunt', null],
  ])('%s is on the disk %s', (folder, disk) => {
    expect(diskOf(folder)).toBe(disk)
  })
})
