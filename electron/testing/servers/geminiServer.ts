import { z } from 'zod'
import { pngBytes } from '../png'
import { testServer, type Reply, type TestServer, type Wire } from './httpServer'

/** A call that was made, as the server understood it. */
export interface MadeGemini {
  readonly config: object
  /** Words and pictures in the order of their parts. */
  readonly parts: (string | Buffer)[]
}

export interface FakeGemini extends TestServer {
  readonly made: MadeGemini[]
  readonly key: string
}

const bodySchema = z.strictObject({
  contents: z.tuple([
    z.strictObject({
      role: z.literal('user'),
      parts: z
        .array(
          z.union([
            z.strictObject({ text: z.string().min(1) }),
            z.strictObject({ inlineData: z.strictObject({ mimeType: z.string(), data: z.base64() }) }),
          ]),
        )
        .min(1),
    }),
  ]),
  generationConfig: z.strictObject({
    responseModalities: z.array(z.enum(['IMAGE', 'TEXT'])).optional(),
    temperature: z.number().optional(),
    imageConfig: z.strictObject({
      aspectRatio: z
        .string()
        .regex(/^\d+:\d+$/)
        .optional(),
      imageSize: z.enum(['1K', '2K', '4K']).optional(),
    }),
  }),
})

/** generateContent as backends.md 3 describes it: it checks key, model, number and size of the pictures, and refuses fields it does not know. */
export async function fakeGemini(key = 'AIza-test-0123456789'): Promise<FakeGemini> {
  const made: MadeGemini[] = []
  const error = (code: number, status: string, message: string, details: object[] = []): Reply => ({
    status: code,
    body: { error: { code, message, status, details } },
  })
  const route = (wire: Wire): Reply => {
    if (wire.headers['x-goog-api-key'] !== key)
      return error(400, 'INVALID_ARGUMENT', `API key not valid: ${wire.headers['x-goog-api-key'] ?? ''}.`, [
        { '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'API_KEY_INVALID' },
      ])
    if (wire.method === 'GET' && wire.path === '/v1beta/models/gemini-test-image')
      return { body: { name: 'models/gemini-test-image', supportedGenerationMethods: ['generateContent'] } }
    if (wire.method !== 'POST' || wire.path !== '/v1beta/models/gemini-test-image:generateContent')
      return error(404, 'NOT_FOUND', `${wire.path} is not found for API version v1beta`)
    const body = bodySchema.safeParse(JSON.parse(wire.body.toString('utf8')))
    if (!body.success) return error(400, 'INVALID_ARGUMENT', `Invalid JSON payload received. ${body.error.message}`)
    const { contents, generationConfig } = body.data
    const parts = contents[0].parts.map((part) =>
      'text' in part ? part.text : Buffer.from(part.inlineData.data, 'base64'),
    )
    const pictures = parts.filter((part) => typeof part !== 'string')
    if (pictures.length > 14) return error(400, 'INVALID_ARGUMENT', 'Too many images')
    if (pictures.some((picture) => picture.length > 7_000_000)) return error(400, 'INVALID_ARGUMENT', 'Image too large')
    made.push({ config: generationConfig, parts })
    const data = pngBytes(1600, 900, [made.length * 20, 40, 60]).toString('base64')
    const answer = [{ text: 'Here it is.' }, { inlineData: { mimeType: 'image/png', data } }]
    return {
      body: { candidates: [{ content: { role: 'model', parts: answer }, finishReason: 'STOP' }], usageMetadata: {} },
    }
  }
  return Object.assign(await testServer(route), { made, key })
}
