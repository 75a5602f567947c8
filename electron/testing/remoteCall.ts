import { randomUUID } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createProfile, type ProfileFields } from '@shared/domain/passes/profileRules'
import type { Profile, ProfileKind } from '@shared/model/profile'
import { TestProject } from '@shared/testing/testProject'
import {
  GeneratorError,
  type CallRequest,
  type ClipDoneEvent,
  type ClipRequest,
  type GeneratorEvent,
  type GeneratorRequest,
  type PassDoneEvent,
} from '../generators/generatorContract'
import { runOnce } from './inProcessGenerators'
import { pngBytes } from './png'
import { tempFolder } from './tempFolder'

/** A profile as `profile.create` makes it. */
export function testProfile(fields: ProfileFields & { kind: ProfileKind }): Profile {
  return new TestProject().run((draft) => createProfile(draft, fields))
}

/** A call with three pictures, each of other bytes. */
export function testCall(profile: Profile, fields: Partial<CallRequest> = {}): CallRequest & { bytes: Buffer[] } {
  const folder = tempFolder()
  const bytes = [10, 120, 230].map((tone) => pngBytes(8, 6, [tone, 0, 255 - tone]))
  const references = bytes.map((picture, i) => {
    const path = join(folder, `${i}.png`)
    writeFileSync(path, picture)
    return { index: i + 1, name: `Picture ${i + 1}`, path }
  })
  const base = {
    id: 'job',
    index: 1,
    key: null,
    handle: null,
    maybeSent: false,
    askOnly: false,
    prompt: 'Ann waits — “so long”.',
  }
  return {
    type: 'call',
    ...base,
    profile,
    callId: randomUUID(),
    width: 96,
    height: 54,
    seed: 77,
    references,
    region: null,
    outFolder: folder,
    ...fields,
    bytes,
  }
}

/** A clip from two stills, each of other bytes. */
export function testClip(profile: Profile, fields: Partial<ClipRequest> = {}): ClipRequest & { bytes: Buffer[] } {
  const { references, bytes, region: _region, index: _pass, ...call } = testCall(profile)
  const [start, end] = references.map(({ path }) => path) as [string, string]
  return {
    ...call,
    type: 'clip',
    width: 1920,
    height: 1080,
    seconds: 4,
    keyframes: [
      { at: 0, path: start },
      { at: 1, path: end },
    ],
    ...fields,
    bytes: bytes.slice(0, 2),
  }
}

type Failed = { class: string; message: string; waitMs?: number | undefined }

/** What came of a clip: how it was measured, or the error's class and sentence. */
export async function clipOutcomeOf(
  request: ClipRequest,
  signal?: AbortSignal,
): Promise<Failed | { done: ClipDoneEvent; events: GeneratorEvent[] }> {
  const events = await eventsOf(request, signal)
  return 'class' in events ? events : { done: events.find((event) => event.type === 'clipDone')!, events }
}

/** What came of a call: its picture, or the error's class and sentence. */
export async function outcomeOf(
  request: CallRequest,
  signal?: AbortSignal,
): Promise<Failed | { picture: Buffer; done: PassDoneEvent; events: GeneratorEvent[] }> {
  const events = await eventsOf(request, signal)
  if ('class' in events) return events
  const done = events.find((event) => event.type === 'passDone')!
  return { picture: readFileSync(done.path), done, events }
}

async function eventsOf(sent: GeneratorRequest & { bytes?: unknown }, signal?: AbortSignal) {
  const { bytes: _bytes, ...request } = sent
  try {
    return await runOnce(request, { signal })
  } catch (error) {
    if (!(error instanceof GeneratorError)) throw error
    return { class: error.errorClass, message: error.message, waitMs: error.waitMs }
  }
}
