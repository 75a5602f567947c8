import { mediaUrl } from '../common/AssetPicture'

/** Decoded sounds that nobody plays are kept up to so many samples in all. */
const mostSamples = 120_000_000

interface Kept {
  buffer: AudioBuffer | null
  state: 'reading' | 'there' | 'failed'
  usedAt: number
}
const sounds = new Map<string, Kept>()
const listeners = new Set<() => void>()
let decoder: BaseAudioContext | null = null

/** Tells when a sound or a wave has come. */
export function onSound(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
/** Something was read that is heard or drawn. */
export const soundCame = () => {
  for (const listener of listeners) listener()
}

/** A sound, decoded; undefined while it is read and where it cannot be. Asking has it read. */
export function decodedSound(soundId: string): AudioBuffer | undefined {
  const known = sounds.get(soundId)
  if (!known) {
    void readSound(soundId)
    return undefined
  }
  known.usedAt = performance.now()
  return known.buffer ?? undefined
}

/** Reads and decodes a sound. @returns null when it cannot be */
export async function readSound(soundId: string): Promise<AudioBuffer | null> {
  const known = sounds.get(soundId)
  if (known && known.state !== 'reading') return known.buffer
  const kept: Kept = known ?? { buffer: null, state: 'reading', usedAt: performance.now() }
  sounds.set(soundId, kept)
  try {
    const answer = await fetch(mediaUrl(soundId))
    if (!answer.ok) throw new Error(answer.statusText)
    decoder ??= new OfflineAudioContext(1, 1, 48_000)
    kept.buffer = await decoder.decodeAudioData(await answer.arrayBuffer())
    kept.state = 'there'
    forget()
  } catch {
    kept.state = 'failed'
  }
  soundCame()
  return kept.buffer
}

function forget(): void {
  const size = (kept: Kept) => (kept.buffer ? kept.buffer.length * kept.buffer.numberOfChannels : 0)
  let all = [...sounds.values()].reduce((sum, kept) => sum + size(kept), 0)
  for (const [id, kept] of [...sounds].toSorted((a, b) => a[1].usedAt - b[1].usedAt)) {
    if (all <= mostSamples || performance.now() - kept.usedAt < 30_000) return
    all -= size(kept)
    sounds.delete(id)
  }
}
