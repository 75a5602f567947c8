import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../../testing/tempFolder'
import { KeyRing, type Keychain } from './keyRing'

/** Locks by turning every byte around. */
const keychain = (isSafe = true): Keychain => ({
  isSafe: () => isSafe,
  lock: (key) => Buffer.from(Buffer.from(key).map((byte) => byte ^ 0xff)),
  unlock: (locked) => Buffer.from(locked.map((byte) => byte ^ 0xff)).toString(),
})
const profile = { id: 'images', baseUrl: 'https://api.example.com/v1' }

test('a key is kept locked, over the end of the application, for its profile', () => {
  const folder = tempFolder()
  const ring = new KeyRing(folder, keychain())
  expect(ring.stateOf(profile)).toBe('missing')
  expect(ring.give(profile, 'sk-1', 'keychain')).toBe('keychain')
  expect(readFileSync(join(folder, 'keys.json'), 'utf8')).not.toContain('sk-1')
  const next = new KeyRing(folder, keychain())
  expect(next.keyOf(profile)).toBe('sk-1')
  expect(next.keyOf({ ...profile, id: 'other' })).toBeNull()
  next.forget(profile.id)
  expect(new KeyRing(folder, keychain()).keyOf(profile)).toBeNull()
})

test('a key goes only where it was given for: a project that names another place does not get it', () => {
  const ring = new KeyRing(tempFolder(), keychain())
  ring.give(profile, 'sk-1', 'keychain')
  expect(ring.keyOf({ ...profile, baseUrl: 'https://api.example.com/v2' })).toBe('sk-1')
  for (const baseUrl of ['https://evil.example/v1', 'https://api.example.com:444/v1'])
    expect(ring.keyOf({ ...profile, baseUrl })).toBeNull()
  expect(() => ring.keyOf({ ...profile, baseUrl: 'http://api.example.com/v1' })).toThrow('could be read on the way')
})

test('without a safe keychain a key lives as long as the application', () => {
  const folder = tempFolder()
  const ring = new KeyRing(folder, keychain(false))
  expect(ring.give(profile, 'sk-1', 'keychain')).toBe('session')
  expect(ring.keyOf(profile)).toBe('sk-1')
  expect(new KeyRing(folder, keychain(false)).keyOf(profile)).toBeNull()
  ring.give(profile, 'sk-2', 'session')
  expect(ring.keyOf(profile)).toBe('sk-2')
})

test('a damaged file, and a key that cannot be unlocked, count as none', () => {
  const folder = tempFolder()
  new KeyRing(folder, keychain()).give(profile, 'sk-1', 'keychain')
  const broken = {
    ...keychain(),
    unlock: () => {
      throw new Error('another user')
    },
  }
  expect(new KeyRing(folder, broken).stateOf(profile)).toBe('missing')
  writeFileSync(join(folder, 'keys.json'), '[1]')
  expect(new KeyRing(folder, keychain()).stateOf(profile)).toBe('missing')
})
