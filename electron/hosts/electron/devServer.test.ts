import { expect, test } from 'vitest'
import { devServerOf } from './devServer'

const given = (url?: string) => (url === undefined ? {} : { ELECTRON_RENDERER_URL: url })

test('is where electron-vite says it is, on this machine', () => {
  expect(devServerOf(given('http://localhost:5173'), false)?.port).toBe('5173')
})

test.each([
  [undefined, false],
  ['http://localhost:5173', true],
  ['http://example.com:5173', false],
  ['https://localhost:5173', false],
  ['http://localhost.example.com', false],
  ['nowhere', false],
])('%s, in a package %s: there is none', (url, packaged) => {
  expect(devServerOf(given(url), packaged)).toBeNull()
})
