import { join } from 'node:path'
import { expect, test } from 'vitest'
import { noticeOf, noticesText, packageFolder, unargued, unbundledFolders } from './notices.mjs'
import { ROOT } from './paths.mjs'

test('a bundled module is one of its innermost package', () => {
  expect(packageFolder('/a/node_modules/react/cjs/react.js')).toBe(join('/a', 'node_modules', 'react'))
  expect(packageFolder('\0/a/node_modules/@x/y/node_modules/@p/q/i.js?commonjs')).toBe(
    join('/a/node_modules/@x/y', 'node_modules', '@p', 'q'),
  )
  expect(packageFolder('/a/renderer/main.tsx')).toBeNull()
})

test('what is shipped unbundled is known with all it needs, and each licence is permissive or argued for', () => {
  const notices = unbundledFolders(ROOT).map(noticeOf)
  const names = notices.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['better-sqlite3', 'sharp', '@napi-rs/canvas']))
  expect(names.some((name) => name.startsWith('@img/sharp-libvips-'))).toBe(true)
  expect(unargued(notices)).toEqual([])
  const text = noticesText(notices)
  expect(text).toMatch(/Not under a permissive licence:\n\n- @img\/sharp-libvips-\S+ \S+: LGPL-3\.0-or-later/)
  expect(text).toContain('Joshua Wise')
})

test('a licence that nobody has argued for is found', () => {
  const notice = { name: 'x', version: '1', text: '' }
  expect(
    unargued([
      { ...notice, licence: 'GPL-3.0' },
      { ...notice, licence: 'MIT' },
      { ...notice, licence: '(MIT OR GPL-2.0)' },
    ]),
  ).toEqual([{ ...notice, licence: 'GPL-3.0' }])
})
