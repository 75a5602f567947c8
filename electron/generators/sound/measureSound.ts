import { stat } from 'node:fs/promises'
import { FilePathSource, FLAC, Input, MP3, MP4, OGG, QTFF, WAVE, type InputFormat } from 'mediabunny'
import { soundKinds, type SoundKind } from '@shared/model/fileKinds'
import { longestSound } from '@shared/model/sound'
import { GeneratorError, type GeneratorEvent, type SoundRequest } from '../generatorContract'
import { withinLimits } from '../local/withinLimits'

const MOST_BYTES = 2_000_000_000
const LIMITS = { seconds: 60, bytes: 1_000_000_000 }
const MOST_CHANNELS = 8

const formats: readonly (readonly [InputFormat, SoundKind])[] = [
  [WAVE, 'wav'],
  [MP3, 'mp3'],
  [MP4, 'm4a'],
  [QTFF, 'm4a'],
  [FLAC, 'flac'],
  [OGG, 'ogg'],
]
/** What the window plays. */
const codecs = /^(?:pcm-|ulaw$|alaw$|mp3$|aac$|flac$|opus$|vorbis$)/

const refused = (reason: string) => new GeneratorError('refused', reason)

/**
 * Reads what a sound file is: its kind by what it holds, its rate, channels and length; nothing of it is decoded, and every packet is gone over.
 * @throws GeneratorError `refused` with a sentence
 */
export async function measureSound(request: SoundRequest, report: (event: GeneratorEvent) => void): Promise<void> {
  const info = await stat(request.path)
  if (!info.isFile()) throw refused('It is not a file.')
  if (info.size === 0) throw refused('The file is empty.')
  if (info.size > MOST_BYTES)
    throw refused(`The file has ${Math.round(info.size / 1e6)} MB; at most ${MOST_BYTES / 1e6} MB are read.`)
  const input = new Input({
    source: new FilePathSource(request.path, { handleUnhandledError: () => {} }),
    formats: formats.map(([format]) => format),
  })
  try {
    report({ type: 'soundDone', id: request.id, ...(await withinLimits(read(input), LIMITS)) })
  } catch (error) {
    if (error instanceof GeneratorError || (error as NodeJS.ErrnoException).code !== undefined) throw error
    throw refused('The file is damaged, or of a kind that cannot be played: WAV, MP3, M4A, FLAC and OGG can.')
  } finally {
    input.dispose()
  }
}

async function read(input: Input) {
  const format = await input.getFormat()
  const kind = formats.find(([known]) => known === format)?.[1]
  const track = await input.getPrimaryAudioTrack()
  if (!kind || !track) throw refused('There is no sound in it.')
  const codec = await track.getCodec()
  if (codec === null || !codecs.test(codec)) throw refused('Its sound is packed in a way that cannot be played.')
  const channels = await track.getNumberOfChannels()
  const sampleRate = await track.getSampleRate()
  if (channels < 1 || channels > MOST_CHANNELS)
    throw refused(`It has ${channels} channels; at most ${MOST_CHANNELS} are played.`)
  if (sampleRate < 1000 || sampleRate > 768_000)
    throw refused(`It has ${sampleRate} samples a second, which nothing plays.`)
  const seconds = await track.computeDuration()
  if (!(seconds > 0)) throw refused('Nothing sounds in it.')
  if (seconds > longestSound) throw refused(`It lasts longer than ${longestSound / 3600} hours.`)
  const { mime, endings } = soundKinds[kind]
  return { mime, ext: endings[0], sampleRate, channels, samples: Math.max(1, Math.round(seconds * sampleRate)) }
}
