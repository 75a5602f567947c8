import { createHash } from 'node:crypto'
import { createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { lastLine, runQuiet } from './run.mjs'
import { SetupError } from './report.mjs'

/** How npm is called: the one that started us where there is one, else the one on PATH. */
export function npmCommand() {
  const script = process.env.npm_execpath
  if (script && basename(script).startsWith('npm')) return { command: process.execPath, prefix: [script], shell: false }
  // npm is a .cmd file on Windows, which only a shell starts.
  return { command: 'npm', prefix: [], shell: process.platform === 'win32' }
}

/**
 * Fetches one package from the person's npm registry and unpacks its content into `folder`.
 * `integrity` is the pinned "sha512-…" of the tarball; anything else is refused.
 * @param {{ name: string, version: string, integrity: string }} wanted
 * @param {string} folder
 */
export async function fetchPackage({ name, version, integrity }, folder) {
  const stage = mkdtempSync(join(folder, '.fetch-'))
  try {
    const npm = npmCommand()
    const packed = runQuiet(
      npm.command,
      [
        ...npm.prefix,
        'pack',
        `${name}@${version}`,
        '--ignore-scripts',
        '--loglevel=error',
        '--pack-destination',
        stage,
      ],
      { cwd: stage, shell: npm.shell, stdio: ['ignore', 'pipe', 'pipe'] },
    )
    if (!packed.ok)
      throw new SetupError(
        `npm could not fetch ${name}@${version}; check the network and npm's registry setting (${npmErrorLine(packed.output)}).`,
      )
    const tarball = join(stage, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`)
    verifyIntegrity(`${name}@${version}`, integrity, await fileDigest(tarball, 'sha512', 'base64'))
    const unpacked = runQuiet('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1'])
    if (!unpacked.ok)
      throw new SetupError(
        `${name}@${version} could not be unpacked; make sure that tar is installed and the disk is not full (${lastLine(unpacked.output)}).`,
      )
  } finally {
    rmSync(stage, { recursive: true, force: true })
  }
}

/**
 * Refuses a download whose digest is not the pinned one. Digests as "sha512-BASE64" or its BASE64 part.
 * @param {string} what
 * @param {string} pinned
 * @param {string} actualBase64
 */
export function verifyIntegrity(what, pinned, actualBase64) {
  if (pinned !== `sha512-${actualBase64}`) {
    throw new SetupError(
      `${what} does not have the checksum this project expects, so it was not used; run the command again, and report it if that does not help.`,
    )
  }
}

/**
 * The digest of a file, read in pieces.
 * @param {string} file
 * @param {string} algorithm
 * @param {'hex' | 'base64'} encoding
 */
export async function fileDigest(file, algorithm, encoding) {
  const hash = createHash(algorithm)
  const pieces = /** @type {AsyncIterable<Uint8Array>} */ (createReadStream(file))
  for await (const piece of pieces) hash.update(piece)
  return hash.digest(encoding)
}

/**
 * Of npm's output the line that names the cause.
 * @param {string} output
 */
export function npmErrorLine(output) {
  const errors = output.split('\n').filter((line) => /^npm (error|ERR!)/.test(line) && !/complete log/i.test(line))
  const line = errors.find((text) => !/(code|errno|syscall) /.test(text)) ?? errors[0] ?? lastLine(output)
  return line.replace(/^npm (error|ERR!)\s*/, '').replace(/\.$/, '')
}
