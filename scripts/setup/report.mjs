/**
 * An expected end of the set-up: one sentence that says what is wrong and what to do about it.
 * bootstrap.mjs prints it without a stack trace and exits with 1.
 */
export class SetupError extends Error {}

/**
 * The system's code of an error (`ENOENT`), undefined for any other.
 * @param {unknown} error
 */
export function errorCode(error) {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

/**
 * Tells the person what the set-up does. Always stderr: stdout belongs to the command that is run.
 * @param {string} message
 */
export function say(message) {
  process.stderr.write(`exeunt: ${message}\n`)
}
