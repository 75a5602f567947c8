import { readFile, stat } from 'node:fs/promises'
import {
  BufferSource,
  EncodedPacketSink,
  Input,
  MP4,
  QTFF,
  WEBM,
  type InputFormat,
  type InputVideoTrack,
} from 'mediabunny'
import { clipKinds } from '@shared/model/fileKinds'
import { GeneratorError } from '../generatorContract'
import { writeNewFile } from './writeFile'

type Kind = keyof typeof clipKinds
const formats: readonly (readonly [InputFormat, Kind])[] = [
  [MP4, 'mp4'],
  [WEBM, 'webm'],
  [QTFF, 'mov'],
]

/** More is not read: at 4K and 20 s a clip has some 200 MB. */
export const mostClipBytes = 600_000_000
const mostSide = 16_384
const mostPackets = 200_000
/** Seconds that may be lacking of the length that the container tells. */
const mostMissing = 0.1

/** A file that was read to its end as a clip. */
export interface ReceivedClip {
  path: string
  width: number
  height: number
  seconds: number
  mime: string
  ext: string
}

/**
 * Bytes that came from a generator become a file, once they are a whole clip: a known container, a video track of a known codec, and every packet of it in the file.
 * What is in the packets only a decoder knows; the window has one.
 * @param from who sent it, for the sentence
 * @throws GeneratorError `config`: what came is no clip that can be kept
 */
export async function receivedClip(bytes: Buffer, outFolder: string, from: string): Promise<ReceivedClip> {
  const refused = (why: string) => new GeneratorError('config', `${from} sent back ${why}. Nothing was kept of it.`)
  const clip = await measured(bytes, refused)
  return { ...clip, path: await writeNewFile(outFolder, clip.ext, bytes) }
}

/** A clip that lies as a file, which stays where it is. @throws GeneratorError `config` for a file that is gone or no clip */
export async function readClipFile(path: string): Promise<ReceivedClip> {
  const refused = (why: string) => new GeneratorError('config', `The file is ${why}.`)
  let bytes: Buffer
  try {
    if ((await stat(path)).size > mostClipBytes) throw refused(`larger than ${mostClipBytes / 1e6} MB`)
    bytes = await readFile(path)
  } catch (error) {
    if (error instanceof GeneratorError) throw error
    throw refused('not there, or cannot be read')
  }
  return { ...(await measured(bytes, refused)), path }
}

async function measured(bytes: Buffer, refused: (why: string) => GeneratorError): Promise<Omit<ReceivedClip, 'path'>> {
  if (bytes.length === 0) throw refused('an empty file')
  const input = new Input({ source: new BufferSource(bytes), formats: formats.map(([format]) => format) })
  let kind: Kind | undefined
  let track: InputVideoTrack | null
  try {
    const format = await input.getFormat()
    kind = formats.find(([known]) => known === format)?.[1]
    track = kind ? await input.getPrimaryVideoTrack() : null
  } catch {
    throw refused('something that is no MP4, WebM or QuickTime clip')
  }
  if (!kind || !track) throw refused('a clip without a picture, or one that is cut off')
  const codec = track.codec
  if (codec === null) throw refused('a clip of a kind that cannot be played')
  const { displayWidth: width, displayHeight: height } = track
  if (width < 1 || height < 1 || width > mostSide || height > mostSide)
    throw refused(`a clip of ${width} × ${height} pixels`)
  const seconds = await lengthOf(track).catch(() => null)
  if (seconds === null) throw refused('a clip that is damaged or not complete')
  const { endings, mime } = clipKinds[kind]
  return { width, height, seconds, mime, ext: endings[0] }
}

/** Reads every packet, and answers when the last one ends; null where one is missing or there is none. */
async function lengthOf(track: InputVideoTrack): Promise<number | null> {
  let end = 0
  let count = 0
  for await (const packet of new EncodedPacketSink(track).packets()) {
    if (packet.data.length === 0 || ++count > mostPackets) return null
    end = Math.max(end, packet.timestamp + packet.duration)
  }
  const { packetCount } = await track.computePacketStats()
  const said = (await track.getDurationFromMetadata()) ?? end
  const isWhole = count > 0 && count === packetCount && end > said - mostMissing
  return isWhole && Number.isFinite(end) && end > 0 ? Math.round(end * 1000) / 1000 : null
}
