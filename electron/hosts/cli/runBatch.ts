import { resolve } from 'node:path'
import { z } from 'zod'
import { mostCandidates } from '@shared/ipc/contract'
import { takeKindOf } from '@shared/domain/lookup'
import { parseInput } from '@shared/ipc/errors'
import { InvalidInput, Refusal } from '@shared/records/refusal'
import type { AppContext } from '../../commit/context'
import { runQuery } from '../../app/queries'
import { openSession, type Session } from '../../app/session'
import { reportedError } from '../../commit/reportedError'
import { checkProject } from '../../services/check'
import { doCommand } from '../../services/doCommand'
import { generate } from '../../services/generate'
import { importFile } from '../../services/boardPictures'
import { addPictureToAsset } from '../../services/importPicture'
import { importTakeFile } from '../../services/takes'
import { linesOf } from './lines'
import { generateRequest, travelSteps } from './verbs'

const text = z.string()
const lineSchema = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('do'), command: text, input: z.unknown().optional() }),
  z.object({
    verb: z.literal('query'),
    kind: text,
    id: text.optional(),
    scene: text.optional(),
    shot: text.optional(),
    frame: text.optional(),
    generator: text.optional(),
    command: text.optional(),
    input: z.unknown().optional(),
  }),
  z.object({
    verb: z.literal('generate'),
    stage: z.union([z.number(), text]),
    shots: z.union([z.array(text), text]).optional(),
    stale: z.boolean().optional(),
    all: z.boolean().optional(),
    generator: text.optional(),
    fromPass: z.number().int().min(1).max(50).optional(),
    candidates: z.number().int().min(1).max(mostCandidates).optional(),
    stopAfter: z.number().int().min(1).max(50).optional(),
  }),
  z.object({ verb: z.literal('undo'), n: z.number().int().positive().optional() }),
  z.object({ verb: z.literal('redo'), n: z.number().int().positive().optional() }),
  z.object({
    verb: z.literal('import'),
    file: text,
    dryRun: z.boolean().optional(),
    asNew: z.boolean().optional(),
    replaces: text.optional(),
  }),
  z.object({
    verb: z.literal('media'),
    file: text,
    asset: text.optional(),
    look: text.optional(),
    shot: text.optional(),
    frame: z.enum(['start', 'end']).optional(),
  }),
  z.object({ verb: z.literal('check') }),
])

function parseLine(line: string | null): z.infer<typeof lineSchema> {
  if (line === null) throw new InvalidInput('', 'the line is too long')
  let request: unknown
  try {
    request = JSON.parse(line)
  } catch {
    throw new InvalidInput('', 'expected a JSON line')
  }
  return parseInput(lineSchema, request)
}

async function runLine(context: AppContext, { project, queue }: Session, line: string | null): Promise<unknown> {
  const request = parseLine(line)
  switch (request.verb) {
    case 'do':
      return doCommand(context, project, request.command, request.input ?? {})
    case 'query':
      return runQuery(project, request.kind, request)
    case 'generate': {
      const shots = typeof request.shots === 'string' ? request.shots.split(',').filter(Boolean) : request.shots
      return generate(project, queue, generateRequest({ ...request, shots }))
    }
    case 'undo':
    case 'redo':
      return travelSteps(project, request.verb, request.n ?? 1)
    case 'import':
      return importFile(context, project, resolve(request.file), request)
    case 'media': {
      const { file, asset, look, shot, frame } = request
      if (shot !== undefined && frame !== undefined)
        return importTakeFile(context, project, resolve(file), shot, takeKindOf(frame))
      if (asset === undefined) throw new InvalidInput('asset', 'expected asset, or shot and frame')
      return addPictureToAsset(context, project, resolve(file), asset, look)
    }
    case 'check':
      return checkProject(project)
  }
}

/**
 * `batch DIR`: a JSON line in, a JSON line out, in order; an error line does not end the run. Reads standard input to its end. When another program
 * changed the project meanwhile, that is answered once, and the next line works with what is there now.
 */
export async function runBatch(context: AppContext, folder: string): Promise<void> {
  let session = openSession(context, folder)
  try {
    for await (const line of linesOf(process.stdin)) {
      if (line?.trim() === '') continue
      let answer: unknown
      try {
        answer = await runLine(context, session, line)
      } catch (error) {
        answer = { error: reportedError(error) }
        if (error instanceof Refusal && error.code === 'PROJECT_CHANGED') {
          session.close()
          session = openSession(context, folder)
        }
      }
      process.stdout.write(`${JSON.stringify(answer ?? null)}\n`)
    }
  } finally {
    session.close()
  }
}
