import {
  BufferTarget,
  EncodedPacket,
  EncodedVideoPacketSource,
  Mp4OutputFormat,
  Output,
  WebMOutputFormat,
} from 'mediabunny'

/** The bytes of a clip as a service sends one: a whole container of so many frames, each of which holds nothing to be seen. */
export async function clipBytes({
  width = 1280,
  height = 720,
  seconds = 2,
  fps = 24,
  ext = 'mp4',
  tone = 0,
} = {}): Promise<Buffer> {
  const target = new BufferTarget()
  const output = new Output({
    format: ext === 'mp4' ? new Mp4OutputFormat({ fastStart: 'in-memory' }) : new WebMOutputFormat(),
    target,
  })
  const source = new EncodedVideoPacketSource('vp9')
  output.addVideoTrack(source, { frameRate: fps })
  await output.start()
  const decoderConfig = { codec: 'vp09.00.10.08', codedWidth: width, codedHeight: height }
  for (let i = 0; i < Math.round(seconds * fps); i++)
    await source.add(
      new EncodedPacket(
        Uint8Array.of(0x82, 0x49, 0x83, 0x42, tone, i % 256, 7, 7),
        i === 0 ? 'key' : 'delta',
        i / fps,
        1 / fps,
      ),
      { decoderConfig },
    )
  await output.finalize()
  return Buffer.from(target.buffer!)
}
