import { ALL_FORMATS, BufferSource, EncodedPacketSink, Input } from 'mediabunny'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { pixelsOf } from '../electron/testing/pixels'

/**
 * Frames of a movie, by their numbers in rising order. All before them go through the browser's decoder too, in order: a picture is that of
 * its frame however busy the machine is, which a `<video>` that is sought does not promise.
 */
export async function movieFrames(page: Page, file: string, numbers: readonly number[]) {
  const input = new Input({ source: new BufferSource(readFileSync(file)), formats: ALL_FORMATS })
  const track = (await input.getPrimaryVideoTrack())!
  const { codec, description, codedWidth, codedHeight } = (await track.getDecoderConfig())!
  const base64 = (bytes: AllowSharedBufferSource) =>
    (ArrayBuffer.isView(bytes)
      ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      : Buffer.from(bytes)
    ).toString('base64')
  const packets: { type: 'key' | 'delta'; timestamp: number; data: string }[] = []
  for await (const packet of new EncodedPacketSink(track).packets())
    packets.push({ type: packet.type, timestamp: packet.microsecondTimestamp, data: base64(packet.data) })
  const pictures = await page.evaluate(
    async ({ config, about, packets: coded, wanted }) => {
      const bytesOf = (text: string) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))
      const made: Promise<string>[] = []
      let number = 0
      const decoder = new VideoDecoder({
        output(frame) {
          if (wanted.includes(number++)) {
            const canvas = new OffscreenCanvas(frame.displayWidth, frame.displayHeight)
            canvas.getContext('2d')!.drawImage(frame, 0, 0)
            made.push(
              canvas.convertToBlob().then(async (blob) => {
                const bytes = new Uint8Array(await blob.arrayBuffer())
                return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
              }),
            )
          }
          frame.close()
        },
        error: (error) => {
          throw error
        },
      })
      decoder.configure({ ...config, ...(about && { description: bytesOf(about) }) })
      for (const { data, ...packet } of coded) decoder.decode(new EncodedVideoChunk({ ...packet, data: bytesOf(data) }))
      await decoder.flush()
      decoder.close()
      return Promise.all(made)
    },
    {
      config: { codec, codedWidth, codedHeight },
      about: description && base64(description),
      packets,
      wanted: numbers,
    },
  )
  return Promise.all(pictures.map((png) => pixelsOf(Buffer.from(png, 'base64'))))
}
