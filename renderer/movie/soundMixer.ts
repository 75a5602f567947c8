import { AudioBufferSource, canEncodeAudio, QUALITY_HIGH, type Output } from 'mediabunny'
import { soundingClips, type SoundingClip } from '@shared/domain/sound/soundingClips'
import type { StoryClock } from '@shared/domain/time/storyClock'
import type { RecordStore } from '@shared/records/recordStore'
import { decodedSound, readSound } from '../sound/decodedSounds'
import { scheduleSounds } from '../sound/scheduleSounds'

const sampleRate = 48_000
/** Mixed at once, in seconds: little enough for the memory, whole samples each time. */
const pieceSeconds = 8

/** The sound of a movie, mixed piece by piece as its pictures come, so that a long film needs no more memory than a short one. */
export class SoundMixer {
  private mixed = 0
  private readonly missing = new Set<string>()

  private constructor(
    private readonly sounds: readonly SoundingClip[],
    private readonly seconds: number,
    private readonly source: AudioBufferSource,
  ) {}

  /**
   * Adds a track of sound to a movie; null when nothing sounds in it.
   * @param seconds how long the movie is
   * @throws Error when sound cannot be encoded here
   */
  static async of(
    output: Output,
    records: RecordStore,
    clock: StoryClock,
    seconds: number,
  ): Promise<SoundMixer | null> {
    const sounds = soundingClips(records, clock)
    if (!sounds.length) return null
    if (!(await canEncodeAudio('opus', { numberOfChannels: 2, sampleRate, quality: QUALITY_HIGH })))
      throw new Error('This machine cannot encode sound.')
    const source = new AudioBufferSource({ codec: 'opus', quality: QUALITY_HIGH })
    // A packet lasts 10 ms or longer.
    output.addAudioTrack(source, { maximumPacketCount: Math.ceil(seconds * 100) + 200 })
    return new SoundMixer(sounds, seconds, source)
  }

  /** How many sounds could not be read; they are silent. */
  get unread(): number {
    return this.missing.size
  }

  /** Mixes as far as a moment of the movie, in seconds. */
  async upTo(moment: number): Promise<void> {
    while (this.mixed <= moment && this.mixed < this.seconds) {
      const length = Math.min(pieceSeconds, this.seconds - this.mixed)
      await this.source.add(await this.piece(this.mixed, length))
      this.mixed += length
    }
  }

  private async piece(from: number, length: number): Promise<AudioBuffer> {
    const context = new OfflineAudioContext(2, Math.max(1, Math.round(length * sampleRate)), sampleRate)
    const heard = this.sounds.filter((one) => one.start < from + length && one.start + one.length > from)
    for (const { soundId } of heard) if (!(await readSound(soundId))) this.missing.add(soundId)
    scheduleSounds(context, context.destination, heard, decodedSound, from, 0)
    return context.startRendering()
  }
}
