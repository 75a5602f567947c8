import { request } from '../app/hostClient'
import { onSound, readSound, soundCame } from './decodedSounds'

/** Peaks a second of the wave that is drawn of a sound. */
export const peaksPerSecond = 100

const waves = new Map<string, Uint8Array | null>()

/** Tells when a wave has come. */
export const onWave = onSound

/** The loudest sample of each hundredth of a second, 0 to 255; undefined while it is worked out. It is kept beside the project's small pictures. */
export function waveOf(soundId: string): Uint8Array | undefined {
  const known = waves.get(soundId)
  if (known === undefined) void readWave(soundId)
  return known ?? undefined
}

async function readWave(soundId: string): Promise<void> {
  waves.set(soundId, null)
  const kept = await request('sound.wave', { soundId }).catch(() => null)
  if (kept) waves.set(soundId, kept)
  else {
    const buffer = await readSound(soundId)
    if (!buffer) return
    const wave = peaksOf(buffer)
    waves.set(soundId, wave)
    await request('sound.keepWave', { soundId, wave }).catch(() => null)
  }
  soundCame()
}

/** The peaks of a decoded sound. */
export function peaksOf(
  buffer: Pick<AudioBuffer, 'length' | 'sampleRate' | 'numberOfChannels' | 'getChannelData'>,
): Uint8Array<ArrayBuffer> {
  const per = buffer.sampleRate / peaksPerSecond
  const wave = new Uint8Array(Math.ceil(buffer.length / per))
  for (let channel = 0; channel < buffer.numberOfChannels; channel++) {
    const samples = buffer.getChannelData(channel)
    for (let i = 0; i < wave.length; i++) {
      const end = Math.min(samples.length, Math.ceil((i + 1) * per))
      let peak = 0
      for (let n = Math.floor(i * per); n < end; n++) peak = Math.max(peak, Math.abs(samples[n]!))
      wave[i] = Math.max(wave[i]!, Math.min(255, Math.round(peak * 255)))
    }
  }
  return wave
}
