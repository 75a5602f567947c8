/** A WAV file of 16 bit: `soundAt` gives the sample at a time, from -1 to 1, of every channel alike. */
export function wavBytes(seconds: number, soundAt: (at: number) => number, { rate = 8000, channels = 1 } = {}): Buffer {
  const frames = Math.round(seconds * rate)
  const data = Buffer.alloc(frames * channels * 2)
  for (let i = 0; i < frames; i++)
    for (let c = 0; c < channels; c++)
      data.writeInt16LE(Math.round(Math.max(-1, Math.min(1, soundAt(i / rate))) * 32_767), (i * channels + c) * 2)
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + data.length, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(channels, 22)
  head.writeUInt32LE(rate, 24)
  head.writeUInt32LE(rate * channels * 2, 28)
  head.writeUInt16LE(channels * 2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36)
  head.writeUInt32LE(data.length, 40)
  return Buffer.concat([head, data])
}

/** A tone of so many cycles a second, half as loud as can be. */
export const tone = (hertz: number) => (at: number) => Math.sin(2 * Math.PI * hertz * at) / 2
