import { createHash } from 'node:crypto'
import { parseWorkflow, type Workflow } from '@shared/model/workflow'
import {
  GeneratorError,
  type CallRequest,
  type ClipRequest,
  type GeneratorEvent,
  type RemoteGenerator,
  type TestRequest,
} from '../generatorContract'
import { AnswerLost, NotReached } from '../http/callServer'
import { oneLine } from '../http/answerFailure'
import { serverOf } from '../http/serverOf'
import { mostClipBytes, receivedClip } from '../local/receivedClip'
import { maskPicture } from '../local/maskPicture'
import { pictureToSend, uprightSize, type PictureToSend } from '../local/receivedPicture'
import { receivedPass } from '../local/receivedPass'
import type { ComfyFile, HistoryEntry } from './comfyAnswers'
import { ComfyServer, type Whereabouts } from './comfyServer'
import { fillGraph } from './fillGraph'
import { progressSocket } from './progressSocket'

type Report = (event: GeneratorEvent) => void

/** How often the server is asked: with and without a socket that tells of news. */
const pollMs = { listening: 3000, alone: 700 }
/** How often a server that forgot a job is asked before it is believed: between queue and history a job is in neither. */
const askedAgain = 4
/** When it is asked for a job whose answer was lost: it may still be reading it. */
const askedAfterMs = [200, 800, 2000]
/** How long a server may be away before its job is left for later. */
const goneMs = 90_000
const mostPictureBytes = 80_000_000

/**
 * A ComfyUI server (backends.md 1). Every call has a name of ours, by which it is found again after a lost answer, a restart of the application or of this process:
 * nothing is queued twice while the server knows of it.
 */
async function make(
  request: CallRequest | ClipRequest,
  pictures: readonly { path: string; name: string }[],
  report: Report,
  signal: AbortSignal,
  take: (bytes: Buffer, host: string) => Promise<void>,
): Promise<void> {
  const what = request.type === 'call' ? 'picture' : 'clip'
  const server = serverFor(request, signal)
  const deadline = Date.now() + request.profile.timeoutSeconds * 1000
  const job = { id: null as string | null }
  const socket = progressSocket(server.server, request.callId, {
    progress: (share) => report({ type: 'progress', id: request.id, value: 0.1 + 0.85 * share, text: 'Making' }),
    isOurs: (id) => id === request.callId || id === job.id,
    news: () => wake(),
    preview: (picture) => report({ type: 'preview', id: request.id, picture }),
  })
  let wake: () => void = () => {}
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      wake = () => (clearTimeout(timer), resolve())
    })
  signal.addEventListener('abort', () => wake(), { once: true })
  try {
    const found = await earlierTry(server, request)
    if (found.state === 'unknown' && request.askOnly)
      throw new GeneratorError('config', `${server.host} does not know the ${what} any more.`)
    if (found.state === 'unknown') {
      const graph = await prepared(server, request, pictures, report).catch(nothingSent)
      job.id = await queued(server, graph, request, report)
    } else job.id = found.id
    report({ type: 'handle', id: request.id, handle: job.id })
    const entry = await ended(server, request, job.id, deadline, () =>
      pause(socket.isOpen ? pollMs.listening : pollMs.alone),
    )
    const made = madeOf(entry, request.profile.nodeMap?.output ?? null, server.host, what)
    await take(await server.download(made, what === 'clip' ? mostClipBytes : mostPictureBytes), server.host)
  } catch (error) {
    if (signal.aborted) {
      await server.cancel(job.id ?? request.callId).catch(() => {})
      throw new GeneratorError('refused', 'Cancelled.')
    }
    if (error instanceof AnswerLost) throw lost(error, request)
    throw error
  } finally {
    socket.close()
  }
}

const test: RemoteGenerator['test'] = async (request, signal) => {
  const server = serverFor(request, signal)
  try {
    const { system, devices } = await server.stats()
    const waiting = await server.queueLength()
    const memory = Math.round((devices?.[0]?.vram_total ?? 0) / 2 ** 30)
    await checkWorkflow(server, request)
    const facts = [
      `ComfyUI ${oneLine(system?.comfyui_version) || 'of an unknown version'}`,
      ...(memory > 0 ? [`${memory} GB`] : []),
      waiting === 0 ? 'queue empty' : `${waiting} in its queue`,
    ]
    return { text: `${facts.join(', ')}.` }
  } catch (error) {
    if (error instanceof AnswerLost) throw new GeneratorError('transient', error.message)
    throw error
  }
}

/** Pictures of a workflow. */
export const comfyui: RemoteGenerator = {
  call: (request, report, signal) =>
    make(request, request.references, report, signal, async (bytes, host) => {
      const kept = await receivedPass(bytes, request, host)
      report({ type: 'passDone', id: request.id, index: request.index, ...kept })
    }),
  test,
}

/** Clips of a workflow: its first picture node takes the start still, its second the end still. */
export const comfyuiVideo: RemoteGenerator = {
  clip: (request, report, signal) =>
    make(request, request.keyframes.map(stillName), report, signal, async (bytes, host) => {
      report({ type: 'clipDone', id: request.id, ...(await receivedClip(bytes, request.outFolder, host)) })
    }),
  test,
}

const stillName = ({ at, path }: { at: number; path: string }) => ({
  path,
  name: at === 0 ? 'the start frame' : 'the end frame',
})

const serverFor = (request: Pick<CallRequest, 'profile' | 'key'>, signal: AbortSignal) =>
  new ComfyServer(serverOf(request, false), signal, request.profile.timeoutSeconds * 1000)

/** What became of an earlier try; a server that cannot be asked leaves it open. */
async function earlierTry(
  server: ComfyServer,
  { maybeSent, callId, handle }: CallRequest | ClipRequest,
): Promise<Whereabouts> {
  return maybeSent ? server.find(callId, handle) : { state: 'unknown' }
}

/** Until here nothing was asked for, so that another machine may do it as well. */
function nothingSent(error: unknown): never {
  if (error instanceof GeneratorError && error.errorClass === 'transient')
    throw new GeneratorError(error.errorClass, error.message, error.waitMs, error.fault, true)
  throw error
}

/** The pictures go to the server; answers the workflow with everything in its nodes. */
async function prepared(
  server: ComfyServer,
  request: CallRequest | ClipRequest,
  pictures: readonly { path: string; name: string }[],
  report: Report,
): Promise<Workflow> {
  const { profile, prompt, width, height, seed } = request
  const frames = request.type === 'clip' ? Math.round(request.seconds * (profile.clip?.lengths.fps ?? 24)) : null
  const workflow = profile.workflow && parseWorkflow(profile.workflow.text)
  if (!workflow || !profile.nodeMap)
    throw new GeneratorError('config', `Give ${profile.name} a workflow and choose its nodes under Generators.`)
  const images: string[] = []
  for (const { path, name } of pictures) {
    const picture = await pictureToSend(path, name)
    images.push(await upload(server, picture))
    report({ type: 'progress', id: request.id, value: 0.08 * (images.length / pictures.length), text: 'Sending' })
  }
  const mask = profile.nodeMap.mask && request.type === 'call' ? await upload(server, await maskFor(request)) : null
  return fillGraph(
    workflow,
    profile.nodeMap,
    { prompt, images, mask, width, height, seed, frames },
    async (classType) => (await server.inputsOf(classType).catch(() => null))?.required ?? null,
  )
}

/** The job goes to the server, once. Answers its id. */
async function queued(
  server: ComfyServer,
  graph: Workflow,
  { id, callId }: CallRequest | ClipRequest,
  report: Report,
): Promise<string> {
  report({ type: 'progress', id, value: 0.1, text: 'Queued' })
  try {
    return await server.queue(graph, callId)
  } catch (error) {
    if (error instanceof NotReached) nothingSent(error)
    if (!(error instanceof AnswerLost)) throw error
    // Nobody knows whether it arrived, but the server: it is asked before anything is sent again.
    for (const wait of askedAfterMs) {
      await new Promise((resolve) => setTimeout(resolve, wait))
      const found = await server.find(callId, null).catch(() => null)
      if (!found) throw error
      if (found.state !== 'unknown') return found.id
    }
    throw new GeneratorError('transient', `${error.message} The job did not arrive.`)
  }
}

function upload(server: ComfyServer, picture: PictureToSend): Promise<string> {
  const digest = createHash('sha256').update(picture.bytes).digest('hex').slice(0, 32)
  return server.upload(picture, `${digest}.${picture.ext}`).catch(uploadFailure)
}

/** Where the pass may draw, in the size of its base plate. A pass that may draw anywhere says so: the workflow's own mask never counts. */
async function maskFor({ region, references, width, height }: CallRequest): Promise<PictureToSend> {
  const base = region && references[0]
  const size = base ? await uprightSize(base.path, base.name) : { width, height }
  return { bytes: await maskPicture(region, size.width, size.height), mime: 'image/png', ext: 'png' }
}

/** An upload makes nothing; one that was lost can be done again. */
function uploadFailure(error: unknown): never {
  throw error instanceof AnswerLost ? new GeneratorError('transient', error.message) : error
}

/** Waits for the end of a job. @throws GeneratorError where it took too long, or the server forgot it */
async function ended(
  server: ComfyServer,
  { callId, profile, maybeSent }: CallRequest | ClipRequest,
  id: string,
  deadline: number,
  pause: () => Promise<void>,
): Promise<HistoryEntry> {
  let missing = 0
  let broken: unknown = null
  let goneAt: number | null = null
  for (;;) {
    try {
      const found = await server.find(callId, id)
      broken = null
      goneAt = null
      if (found.state === 'ended') return found.entry
      missing = found.state === 'unknown' ? missing + 1 : 0
      if (missing > askedAgain)
        throw new GeneratorError(
          'transient',
          `${server.host} no longer knows the job; it was started again${maybeSent ? '' : ' meanwhile'}.`,
        )
    } catch (error) {
      // A server that does not answer for a while may be busy making it.
      const passes =
        error instanceof AnswerLost || (error instanceof GeneratorError && error.errorClass === 'transient')
      if (!passes || missing > askedAgain) throw error
      broken = error
      // One that takes no connections has ended; it is given time to come back.
      if (error instanceof GeneratorError) goneAt ??= Date.now()
      if (goneAt !== null && Date.now() - goneAt > Math.min(goneMs, profile.timeoutSeconds * 250))
        throw new AnswerLost(`${server.host} does not answer any more.`)
    }
    if (Date.now() > deadline) {
      if (broken) throw new AnswerLost(`${server.host} does not answer any more.`)
      await server.cancel(id).catch(() => {})
      throw new GeneratorError(
        'config',
        `${server.host} was not done within ${profile.timeoutSeconds} s and was told to stop. Give it more time under Generators, or look there why it waits.`,
      )
    }
    await pause()
  }
}

/** The picture or clip of a finished job. @throws GeneratorError with what the server says went wrong */
function madeOf(
  { status, outputs }: HistoryEntry,
  output: string | null,
  host: string,
  what: 'picture' | 'clip',
): ComfyFile {
  // Only the newest message tells an interrupt from an error (backends.md 1).
  const [event, data] = status?.messages?.at(-1) ?? ['', {}]
  if (event === 'execution_interrupted') throw new GeneratorError('refused', `The job was stopped on ${host} itself.`)
  if (status?.status_str === 'error' || event === 'execution_error') {
    const { exception_message, node_type } = data as { exception_message?: unknown; node_type?: unknown }
    const said = [oneLine(node_type), oneLine(exception_message)].filter(Boolean).join(': ').slice(0, 600)
    throw new GeneratorError('config', `${host} could not make it${said === '' ? '.' : `: ${said}`}`)
  }
  // A clip of SaveVideo lies under images, one of other nodes under gifs or videos (backends.md 1.4).
  const filesOf = ({ images = [], gifs = [], videos = [] }: HistoryEntry['outputs'][string]) =>
    what === 'clip' ? [...videos, ...gifs, ...images].filter(({ filename }) => isClipName(filename)) : images
  const all =
    output === null ? Object.values(outputs).flatMap(filesOf) : outputs[output] ? filesOf(outputs[output]) : []
  const made = all.find(({ type }) => type === 'output') ?? all[0]
  if (!made)
    throw new GeneratorError(
      'config',
      `${host} finished without a ${what}. Choose the node that the ${what} comes out of under Generators.`,
    )
  return made
}

const isClipName = (name: string) => /\.(?:mp4|m4v|webm|mov)$/i.test(name)

const lost = (error: AnswerLost, { profile }: CallRequest | ClipRequest) =>
  new GeneratorError(
    'unknownOutcome',
    `${error.message} The job may still be running there. Send it again and ${profile.name} is asked for it first.`,
  )

/** Has the server every class of node that the workflow needs, with the inputs that are filled? */
async function checkWorkflow(server: ComfyServer, { profile }: TestRequest): Promise<void> {
  const workflow = profile.workflow && parseWorkflow(profile.workflow.text)
  const map = profile.nodeMap
  if (!workflow || !map) throw new GeneratorError('config', `${server.host} answers. Give it a workflow.`)
  if (!map.prompt)
    throw new GeneratorError('config', `${server.host} answers. Choose the node for the words of the prompt.`)
  if (map.output === null)
    throw new GeneratorError('config', `${server.host} answers. Choose the node that the picture comes out of.`)
  const missing: string[] = []
  for (const classType of new Set(Object.values(workflow).map((node) => node.class_type)))
    if (!(await server.inputsOf(classType))) missing.push(classType)
  if (missing.length)
    throw new GeneratorError(
      'config',
      `${server.host} answers, but has no node ${missing.slice(0, 5).join(', ')}. Install it there, or use a workflow without it.`,
    )
}
