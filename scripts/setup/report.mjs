/**
 * An expected end of the set-up: one sentence that says what is wrong and what to do about it.
 * bootstrap.mjs prints it without a stack trace and exits with 1.
 */
export class SetupError extends Error {}

/** Tells the person what the set-up does. Always stderr: stdout belongs to the command that is run. */
export function say(message) {
  process.stderr.write(`exeunt: ${message}\n`)
}
