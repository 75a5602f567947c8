import { z } from 'zod'
import { GeneratorError } from '../generatorContract'
import { AnswerLost, jsonOf, withoutKey, type Answer, type Server } from './callServer'

/** What a provider says went wrong, in the form OpenAI and most servers like it use (backends.md 2.2), or that of Google (backends.md 3). */
interface Told {
  message: string
  code: string
  type: string
  /** Names of what was wrong, and of quotas that are spent. */
  reasons: string[]
  waitMs: number | undefined
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
  if (status === 401 || told.reasons.includes('API_KEY_INVALID') || (status === 403 && !refusals.test(told.code)))
    return new GeneratorError(
      'auth',
      server.key ? `${says} Check the key of the generator.` : `${says} It needs a key.`,
    )
  if (status === 402) return new GeneratorError('quota', says)
  if (status === 429) {
    const isSpent =
      spent.test(`${told.code} ${told.type}`) ||
      told.reasons.some((reason) => /PerDay/i.test(reason)) ||
      headers.get('x-should-retry') === 'false'
    return isSpent
      ? new GeneratorError('quota', says)
      : new GeneratorError('rate', says, waitOf(headers, now) ?? told.waitMs)
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

/** What Google adds to an error: google.rpc.RetryInfo, QuotaFailure and ErrorInfo (backends.md 3). */
const detailSchema = z.object({
  retryDelay: z.string().optional().catch(undefined),
  reason: z.string().optional().catch(undefined),
  violations: z
    .array(z.object({ quotaId: z.string().optional().catch(undefined) }))
    .optional()
    .catch(undefined),
})

function toldOf(answer: Answer): Told {
  const body = jsonOf(answer)
  const error = (body as { error?: unknown } | undefined)?.error
  const { message, code, type } = (typeof error === 'object' && error !== null ? error : {}) as Partial<
    Record<'message' | 'code' | 'type', unknown>
  >
  const details = z.array(detailSchema).safeParse((error as { details?: unknown } | undefined)?.details).data ?? []
  const waits = details.flatMap(({ retryDelay }) => /^(\d+(?:\.\d+)?)s$/.exec(retryDelay ?? '')?.[1] ?? [])
  return {
    message: oneLine(message ?? (typeof error === 'string' ? error : '')),
    code: oneLine(code),
    type: oneLine(type),
    reasons: details.flatMap(({ reason, violations = [] }) => [
      ...(reason === undefined ? [] : [reason]),
      ...violations.map(({ quotaId = '' }) => quotaId),
    ]),
    waitMs: waits[0] === undefined ? undefined : Math.ceil(Number(waits[0]) * 1000),
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
