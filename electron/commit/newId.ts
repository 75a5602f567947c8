import { randomBytes } from 'node:crypto'

const alphabet = '0123456789abcdefghijkmnpqrstvwxyz'

/** A new record id: time first, so ids sort by age, then 50 random bits. */
export function newId(): string {
  const time = Date.now().toString(36).padStart(9, '0')
  return time + Array.from(randomBytes(10), (b) => alphabet[b % 32]).join('')
}
