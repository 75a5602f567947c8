import { GeneratorError } from '../generatorContract'
import { AnswerLost, jsonOf, withoutKey, type Answer, type Server } from './callServer'

/** What a provider says went wrong, in the form OpenAI and most servers like it use (backends.md 2). */
interface Told {
  message: string
  code: string
  type: string
}

/** Gateways that lost the server behind them: it may have done the work. */
const lostBehind = new Set([408, 502, 504, 520, 521, 522, 523, 524])

/** No time to wait can be told of these; the queue has its own. */
const spent = /insufficient_quota|billing_hard_limit|quota_exceeded|credit/i
const refusals = /moderation|content_policy|safety|image_generation_user_error/i

/**
 * What an answer that is no success means (backends.md 0, 2). A refusal and a mistake are never tried again, a hurried call waits as long as the provider says, a spent
 * quota stops.
 * @returns AnswerLost where the work may have been done all the same
 */
export function answerFailure(answer: Answer, server: Server, now: number): GeneratorError | AnswerLost {
  const { status, headers } = answer
  const host = new URL(server.baseUrl).host
  const told = toldOf(answer)
  const words = withoutKey(told.message, server).slice(0, 600)
  const says = words === '' ? `${host} answered ${status}.` : `${host}: ${words}`
  if (status === 401 || (status === 403 && !refusals.test(told.code)))
    return new GeneratorError(
      'auth',
      server.key ? `${says} Check the key of the generator.` : `${says} It needs a key.`,
    )
  if (status === 402) return new GeneratorError('quota', says)
  if (status === 429) {
    const isSpent = spent.test(`${told.code} ${told.type}`) || headers.get('x-should-retry') === 'false'
    return isSpent ? new GeneratorError('quota', says) : new GeneratorError('rate', says, waitOf(headers, now))
  }
  if (lostBehind.has(status)) return new AnswerLost(says)
  if (status >= 500)
    return headers.get('x-should-retry') === 'false'
      ? new GeneratorError('config', says)
      : new GeneratorError('transient', says, waitOf(headers, now))
  if (refusals.test(`${told.code} ${told.type}`) || /safety_violations/.test(told.message))
    return new GeneratorError('refused', says)
  if (status === 404) return new GeneratorError('config', `${says} Check address and model in the profile.`)
  return new GeneratorError('config', says)
}

function toldOf(answer: Answer): Told {
  const body = jsonOf(answer)
  const error = (body as { error?: unknown } | undefined)?.error
  const { message, code, type } = (typeof error === 'object' && error !== null ? error : {}) as Partial<
    Record<keyof Told, unknown>
  >
  return {
    message: oneLine(message ?? (typeof error === 'string' ? error : '')),
    code: oneLine(code),
    type: oneLine(type),
  }
}

/** Somebody else's words, on one line. */
export const oneLine = (text: unknown): string =>
  (typeof text === 'string' ? text : '')
    .replace(/\p{C}+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** How long the provider asks to wait, in ms: `retry-after-ms`, or `retry-after` in seconds or as a date; undefined where it says nothing. */
function waitOf(headers: Headers, now: number): number | undefined {
  const exact = Number.parseFloat(headers.get('retry-after-ms') ?? '')
  if (Number.isFinite(exact) && exact >= 0) return exact
  const text = headers.get('retry-after')?.trim() ?? ''
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text) * 1000
  const date = Date.parse(text)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}
