import {
  Mp4OutputFormat,
  Output,
  StreamTarget,
  VideoSample,
  VideoSampleSource,
  WebMOutputFormat,
  canEncodeVideo,
  QUALITY_HIGH,
  QUALITY_LOW,
  QUALITY_VERY_HIGH,
  type Quality,
  type StreamTargetChunk,
  type VideoCodec,
} from 'mediabunny'
import { framesToSeconds } from '@shared/domain/time/frames'
import { StoryClock } from '@shared/domain/time/storyClock'
import { filmOf } from '@shared/handover/film'
import {
  movieCodecs,
  movieEnding,
  movieSize,
  type MovieCodec,
  type MovieOptions,
} from '@shared/handover/movie/movieOptions'
import type { MovieBridge, MovieEnd, MovieJob } from '@shared/ipc/movieBridge'
import { tableNames } from '@shared/model/tableNames'
import { RecordStore } from '@shared/records/recordStore'
import { frameFont } from '../drawing/drawingResources'
import { FilmPainter } from './filmPainter'
import { SoundMixer } from './soundMixer'

const codecNames: Record<MovieCodec, VideoCodec> = { h264: 'avc', vp9: 'vp9', av1: 'av1' }
const qualities: Record<MovieOptions['quality'], Quality> = {
  draft: QUALITY_LOW,
  good: QUALITY_HIGH,
  best: QUALITY_VERY_HIGH,
}
/** So much is written at once, in bytes. */
const chunkSize = 4 * 1024 * 1024
/** Frames between two words on how far it is. */
const tellEvery = 12

/**
 * Makes a movie of a film frame by frame at the project's rate, and writes it through the bridge while it grows.
 * @param canvas what the frames are painted on
 */
export async function makeMovie(job: MovieJob, bridge: MovieBridge, canvas: HTMLCanvasElement): Promise<MovieEnd> {
  const records = new RecordStore()
  for (const table of tableNames) records.load(table, (job.tables[table] ?? []) as never[])
  const { options } = job
  const film = filmOf(records, job.scope)
  const { fps } = film.timing
  const size = movieSize(options.size, film)
  Object.assign(canvas, size)
  const quality = qualities[options.quality]
  const codec = await encodable(options.codec, { ...size, quality })
  if (!codec) return { noEncoder: options.codec }
  const painter = new FilmPainter(records, film, job.scope, options, canvas)
  await frameFont()

  const video = new VideoSampleSource({ codec: codecNames[codec], quality, keyFrameInterval: 2 })
  const output = new Output({
    format: movieEnding(codec) === 'webm' ? new WebMOutputFormat() : new Mp4OutputFormat({ fastStart: 'reserve' }),
    target: new StreamTarget(
      new WritableStream<StreamTargetChunk>({ write: (chunk) => bridge.write(chunk.position, chunk.data) }),
      { chunked: true, chunkSize },
    ),
  })
  output.addVideoTrack(video, { frameRate: fps.num / fps.den, maximumPacketCount: film.frames })
  output.setMetadataTags({ title: film.title })
  const seconds = framesToSeconds(film.frames, fps)
  const sound = options.sound ? await SoundMixer.of(output, records, StoryClock.of(records, job.scope), seconds) : null
  await output.start()
  let shown: VideoSample | null = null
  for (let frame = 0; frame < film.frames; frame++) {
    if (frame % tellEvery === 0)
      bridge.tell(
        frame / film.frames,
        `Frame ${(frame + 1).toLocaleString('en')} of ${film.frames.toLocaleString('en')}`,
      )
    if (await painter.paint(frame)) {
      shown?.close()
      shown = new VideoSample(canvas, { timestamp: 0 })
    }
    await sound?.upTo(framesToSeconds(frame, fps))
    // A picture that stays is taken from the canvas once.
    const sample = shown!.clone()
    sample.setTimestamp(framesToSeconds(frame, fps))
    sample.setDuration(framesToSeconds(1, fps))
    await video.add(sample)
    sample.close()
  }
  shown?.close()
  bridge.tell(1, 'Closing the file')
  await output.finalize()
  return { made: { frames: film.frames, ...size, codec, unread: painter.unread + (sound?.unread ?? 0) } }
}

async function encodable(
  wanted: MovieOptions['codec'],
  config: { width: number; height: number; quality: Quality },
): Promise<MovieCodec | null> {
  for (const codec of wanted === 'auto' ? movieCodecs : [wanted])
    if (await canEncodeVideo(codecNames[codec], config)) return codec
  return null
}
