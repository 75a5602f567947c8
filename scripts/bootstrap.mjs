// The one way into the project: `npm start`, `npm test`, `npm run exeunt -- …` and the rest come
// here. It sets up what is missing (the right Node, npm packages, Electron, system libraries, the
// build) and then runs the verb. Plain Node >= 18 without packages, because nothing is there yet.
import { SetupError } from './setup/report.mjs'

const OLDEST_NODE = 18

try {
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
    throw new SetupError(
      `This is Node ${process.version}; install Node 24 (or at least ${OLDEST_NODE}, which then fetches it) and run the command again.`,
    )
  }
  const { runVerb } = await import('./setup/verbs.mjs')
  process.exitCode = await runVerb(process.argv[2], process.argv.slice(3))
} catch (error) {
  process.stderr.write(`exeunt: ${sentenceOf(error)}\n`)
  process.exitCode = 1
}

/**
 * @param {unknown} error
 * @throws anything that is a bug of ours
 */
function sentenceOf(error) {
  if (error instanceof SetupError) return error.message
  // A system call that fails (no space, no permission, no such program) is also no bug of ours.
  if (error instanceof Error && 'syscall' in error)
    return `The set-up stopped: ${error.message}; correct that and run the command again.`
  throw error
}
