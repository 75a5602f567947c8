import { below } from '@shared/testing/seededRandom'

/** A copy of some bytes that is damaged in one of the ways that files are: flipped, cut, doubled, moved, filled, blown up. */
export function mutate(bytes: Buffer, random: () => number): Buffer {
  let out: Buffer = Buffer.from(bytes)
  for (let n = 1 + below(random, 4); n > 0; n--) out = once(out, random)
  return out
}

function once(bytes: Buffer, random: () => number): Buffer {
  if (!bytes.length) return Buffer.from([below(random, 256)])
  const at = below(random, bytes.length)
  const length = 1 + below(random, Math.min(64, bytes.length - at))
  const part = bytes.subarray(at, at + length)
  switch (below(random, 8)) {
    case 0:
      bytes[at]! ^= 1 << below(random, 8)
      return bytes
    case 1:
      for (let i = 0; i < length; i++) bytes[at + i] = below(random, 256)
      return bytes
    case 2:
      return bytes.subarray(0, at)
    case 3:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)])
    case 4:
      return Buffer.concat([bytes.subarray(0, at), part, part, bytes.subarray(at)])
    case 5:
      return Buffer.concat([bytes.subarray(0, at), Buffer.alloc(length, pickByte(random)), bytes.subarray(at + length)])
    case 6: {
      // A number that says how much comes.
      const value = [0, 1, 0x7fffffff, 0xffffffff, 0x80000000][below(random, 5)]!
      if (at + 4 <= bytes.length) bytes[random() < 0.5 ? 'writeUInt32BE' : 'writeUInt32LE'](value, at)
      return bytes
    }
    default: {
      const other = below(random, bytes.length)
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(other, other + length), bytes.subarray(at)])
    }
  }
}

const pickByte = (random: () => number) => [0, 0xff, 0x20, 0x3c, 0x22, 0x7b][below(random, 6)]!
