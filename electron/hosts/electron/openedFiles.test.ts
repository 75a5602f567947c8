import { expect, test } from 'vitest'
import { openedFiles } from './openedFiles'

const opened = (...args: string[]) => openedFiles(['/opt/exeunt', ...args], '/home/ida')

test('a project, scripts and archives are told apart, and counted from the folder of whoever asks', () => {
  expect(opened('Film.exeunt')).toEqual({ sample: false, folder: '/home/ida/Film.exeunt', files: [] })
  expect(opened('--sample')).toMatchObject({ sample: true, folder: null, files: [] })
  expect(opened('drafts/Film.FOUNTAIN', '/tmp/Film.exeunt.zip', 'cat.png', '--no-sandbox').files).toEqual([
    '/home/ida/drafts/Film.FOUNTAIN',
    '/tmp/Film.exeunt.zip',
  ])
})

test('the program itself and the folder of a checkout are nothing to open', () => {
  expect(openedFiles(['/opt/film.exeunt', '/work/exeunt'], '/')).toEqual({ sample: false, folder: null, files: [] })
})
