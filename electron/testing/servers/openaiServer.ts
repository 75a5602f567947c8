import { pngBytes } from '../png'
import { formOf, testServer, type Reply, type TestServer, type Wire } from './httpServer'

/** A call that was made, as the server understood it. */
export interface MadeImage {
  readonly path: string
  readonly fields: Readonly<Record<string, unknown>>
  readonly images: Buffer[]
  /** What says where may be drawn. */
  readonly marks?: { readonly name: string; readonly bytes: Buffer }
}

export interface FakeOpenai extends TestServer {
  readonly made: MadeImage[]
  readonly key: string
}

const fieldNames = 'model prompt n size quality background output_format input_fidelity'.split(' ')

/** The Images API as backends.md 2 describes it: it checks key, size and files, and refuses fields it does not know. */
export async function fakeOpenai(key = 'sk-test-0123456789'): Promise<FakeOpenai> {
  const made: MadeImage[] = []

  function answer(
    path: string,
    fields: Record<string, unknown>,
    images: Buffer[],
    marks: { name: string; bytes: Buffer }[] = [],
  ): Reply {
    const bad = (message: string, code: string | null = null) => ({
      status: 400,
      body: { error: { type: 'invalid_request_error', code, message, param: null } },
    })
    const unknown = Object.keys(fields).find((name) => !fieldNames.includes(name))
    if (unknown) return bad(`Unknown parameter: '${unknown}'.`, 'unknown_parameter')
    if (fields['model'] !== 'gpt-image-test') return bad(`The model '${String(fields['model'])}' does not exist`)
    const prompt = (fields['prompt'] as string | undefined) ?? ''
    if (prompt === '' || prompt.length > 32_000) return bad('Invalid prompt')
    const [width, height] = String(fields['size']).split('x').map(Number) as [number, number]
    if (width % 16 || height % 16 || width / height > 3 || height / width > 3) return bad('Invalid size')
    if (images.length > 16) return bad('Too many images')
    if (marks.length > 1) return bad('Send a mask or a markup, not both')
    for (const { name, bytes } of marks) {
      const isLike = images[0] && pngSize(bytes) === pngSize(images[0])
      if (!isLike || bytes.length > 4_000_000) return bad(`The ${name} must be a PNG in the size of the first image`)
    }
    made.push({ path, fields, images, ...(marks[0] ? { marks: marks[0] } : {}) })
    const b64_json = pngBytes(width, height, [made.length * 20, 40, 60]).toString('base64')
    return { body: { created: 1, data: [{ b64_json }], usage: {}, size: `${width}x${height}`, output_format: 'png' } }
  }

  const route = async (wire: Wire): Promise<Reply> => {
    if (wire.headers['authorization'] !== `Bearer ${key}`)
      return {
        status: 401,
        body: {
          error: {
            type: 'invalid_request_error',
            code: 'invalid_api_key',
            message: `Incorrect API key provided: ${wire.headers['authorization'] ?? 'none'}.`,
          },
        },
      }
    if (wire.method === 'GET' && wire.path === '/v1/models')
      return { body: { object: 'list', data: [{ id: 'gpt-image-test', object: 'model' }] } }
    if (wire.method === 'POST' && wire.path === '/v1/images/generations')
      return answer(wire.path, JSON.parse(wire.body.toString('utf8')) as Record<string, unknown>, [])
    if (wire.method === 'POST' && wire.path === '/v1/images/edits') {
      const form = await formOf(wire)
      const images: Buffer[] = []
      for (const [name, value] of form)
        if (name === 'image[]' && value instanceof File) images.push(Buffer.from(await value.arrayBuffer()))
      const marks: { name: string; bytes: Buffer }[] = []
      for (const [name, value] of form)
        if (name !== 'image[]' && value instanceof File)
          marks.push({ name, bytes: Buffer.from(await value.arrayBuffer()) })
      const unknown = marks.find(({ name }) => name !== 'mask' && name !== 'markup')
      const fields = Object.fromEntries(form.filter(([, value]) => typeof value === 'string'))
      return answer(wire.path, unknown ? { ...fields, [unknown.name]: '' } : fields, images, marks)
    }
    return { status: 404, body: { error: { message: `Invalid URL (${wire.method} ${wire.path})` } } }
  }
  return Object.assign(await testServer(route), { made, key })
}

/** Width and height as the header says (PNG 11.2.2); empty for what is no PNG with an alpha where it needs one. */
const pngSize = (bytes: Buffer) => `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`
