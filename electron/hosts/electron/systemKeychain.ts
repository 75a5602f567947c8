import { safeStorage } from 'electron'
import type { Keychain } from './keyRing'

/** The system's own keychain. Where Linux has none, Electron would lock with a password that everybody knows: that counts as none. */
export function systemKeychain(): Keychain {
  return {
    isSafe: () =>
      safeStorage.isEncryptionAvailable() &&
      (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'),
    lock: (key) => safeStorage.encryptString(key),
    unlock: (locked) => safeStorage.decryptString(locked),
  }
}
