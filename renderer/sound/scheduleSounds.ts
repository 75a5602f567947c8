import { fadeAt, type SoundingClip } from '@shared/domain/sound/soundingClips'

/**
 * Gives the clips that sound from a moment on to an audio context, live or off line, each at its very time.
 * @param from the moment of the clock that sounds at `at`, the context's time; both in seconds
 * @param bufferOf the decoded sound; what it does not give stays silent
 * @returns what stops them
 */
export function scheduleSounds(
  context: BaseAudioContext,
  out: AudioNode,
  sounds: readonly SoundingClip[],
  bufferOf: (soundId: string) => AudioBuffer | undefined,
  from: number,
  at: number,
): () => void {
  const sources = sounds.flatMap((sound) => {
    const buffer = sound.start + sound.length > from ? bufferOf(sound.soundId) : undefined
    if (!buffer) return []
    const begins = Math.max(sound.start, from)
    const source = new AudioBufferSourceNode(context, { buffer })
    const volume = new GainNode(context, { gain: 0 })
    const when = (moment: number) => at + moment - from
    const first = fadeAt(sound, begins)
    volume.gain.setValueAtTime(first * sound.gain, Math.max(0, when(begins)))
    for (const point of sound.fades)
      if (point.at > begins) volume.gain.linearRampToValueAtTime(point.part * sound.gain, when(point.at))
    source.connect(volume).connect(out)
    source.start(when(begins), sound.from + begins - sound.start, sound.start + sound.length - begins)
    return [{ source, volume }]
  })
  return () => {
    for (const { source, volume } of sources) {
      source.stop()
      source.disconnect()
      volume.disconnect()
    }
  }
}
