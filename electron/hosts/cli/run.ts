import { afterMs } from '../../commit/context'
import { newId } from '../../commit/newId'
import { reportedError } from '../../commit/reportedError'
import { nodeChild } from '../../generators/nodeChild'
import { startGeneratorProcess } from '../../generators/startGeneratorProcess'
import type { AppContext } from '../../commit/context'
import { suggesterOf } from '../../services/chatModel'
import { localClipsOf } from '../../services/localClips'
import { environmentKeys } from './environmentKeys'
import { Arguments, UsageError } from './arguments'
import { serveMcp } from './mcp'
import { processMovies } from './processMovies'
import { runBatch } from './runBatch'
import { helpText } from './help'
import { verbs } from './verbs'

/**
 * Runs one verb. @param generatorEntry the built generatorProcess.js
 * @returns exit code: 0 done, 1 refused or failed, 2 wrong usage
 */
export async function runCli(argv: readonly string[], generatorEntry: string): Promise<0 | 1 | 2> {
  const [verb, ...rest] = argv
  const generators = startGeneratorProcess(() => nodeChild(generatorEntry))
  let pretty = false
  try {
    if (verb === undefined) throw new UsageError('a verb is missing')
    if (verb === '--help' || verb === '-h' || verb === 'help') {
      process.stdout.write(helpText(rest[0]))
      return 0
    }
    const args = new Arguments(rest)
    pretty = args.flag('pretty')
    if (args.flag('help')) {
      process.stdout.write(helpText(verb))
      return 0
    }
    const movies = processMovies(process.env)
    const context: AppContext = {
      newId,
      now: Date.now,
      after: afterMs,
      generators,
      keys: environmentKeys(process.env),
      movies,
      ...(movies ? { localClips: localClipsOf(movies) } : {}),
      suggesterOf: (project) => suggesterOf(context, project),
    }
    if (verb === 'batch') await runBatch(context, args.positional(0, 'DIR'))
    else if (verb === 'mcp') await serveMcp(context, args.positional(0, 'DIR'), args.flag('write'))
    else {
      const run = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined
      if (!run) throw new UsageError(`there is no verb ${verb}`)
      print(await run(context, args), pretty)
    }
    return 0
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n\n${helpText(verb)}`)
      return 2
    }
    print({ error: reportedError(error) }, pretty)
    return 1
  } finally {
    generators.stop()
  }
}

function print(answer: unknown, pretty: boolean): void {
  process.stdout.write(`${JSON.stringify(answer ?? null, null, pretty ? 2 : 0)}\n`)
}
