import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { hasDisplay } from './display.mjs'
import { SetupError, say } from './report.mjs'
import { hasProgram, lastLine, runQuiet } from './run.mjs'

/** What Electron and a virtual display need on Debian and Ubuntu. */
const PACKAGES = [
  'xvfb',
  'xauth',
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxtst6',
  'libxss1',
  'libnotify4',
  'fonts-dejavu-core',
]

/** How long apt-get waits for another one that is at work. */
const LOCK_TIMEOUT_S = 300

/**
 * Checks (and as root on Debian installs) the libraries of `electron`, and a virtual display where there is none.
 * @param {string} executable
 */
export function ensureSystemLibraries(executable) {
  if (process.platform !== 'linux') return
  const missing = missingLibraries(runQuiet('ldd', [executable]).output)
  if (!hasDisplay() && !(hasProgram('xvfb-run') && hasProgram('xauth'))) missing.push('xvfb-run')
  if (missing.length > 0) {
    installPackages(
      PACKAGES,
      `the libraries of the desktop window (missing: ${missing.slice(0, 4).join(', ')}${missing.length > 4 ? ', …' : ''})`,
    )
  } else if (!hasFonts() && canInstall()) {
    installPackages(['fonts-dejavu-core'], 'a font')
  }
}

/**
 * The names that ldd reports as "not found".
 * @param {string} lddOutput
 */
export function missingLibraries(lddOutput) {
  return [...lddOutput.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '')
}

/**
 * Installs Debian packages as root; anyone else is told the exact command. `purpose` says in the
 * messages what they are for.
 * @param {readonly string[]} names
 * @param {string} purpose
 */
export function installPackages(names, purpose) {
  if (!isDebian()) {
    throw new SetupError(
      `This machine lacks ${purpose}; install what Debian calls ${names.join(' ')} with your package manager and run the command again.`,
    )
  }
  if (!canInstall()) {
    throw new SetupError(
      `This machine lacks ${purpose}; run \`sudo apt-get update && sudo apt-get install -y ${availableNames(names, aptPolicy(names)).join(' ')}\` and then the command again.`,
    )
  }
  say(`installing ${purpose} with apt-get …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { env, stdio: ['ignore', 'pipe', 'pipe'] }
  const update = runQuiet('apt-get', ['update', '-qq'], options)
  const available = availableNames(names, aptPolicy(names))
  const install = runQuiet(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', '-o', `DPkg::Lock::Timeout=${LOCK_TIMEOUT_S}`, ...available],
    options,
  )
  if (!install.ok) {
    const cause = aptErrorLine(update.ok ? install.output : update.output)
    throw new SetupError(
      `apt-get could not install ${purpose}; run \`apt-get update && apt-get install -y ${available.join(' ')}\` and see what it says (${cause}).`,
    )
  }
}

/**
 * Ubuntu 24.04 renamed some libraries to NAMEt64 and lists the old name without a version:
 * answers the names as this release knows them, by the output of `apt-cache policy` for both.
 * @param {readonly string[]} names
 * @param {string} policyOutput
 */
export function availableNames(names, policyOutput) {
  /** @param {string} name */
  const hasVersion = (name) => {
    const entry = policyOutput.split(/^(?=\S)/m).find((part) => part.startsWith(`${name}:`))
    return entry !== undefined && /Candidate: (?!\(none\))\S/.test(entry)
  }
  return names.map((name) => (!hasVersion(name) && hasVersion(`${name}t64`) ? `${name}t64` : name))
}

/** @param {readonly string[]} names */
function aptPolicy(names) {
  return runQuiet('apt-cache', ['policy', ...names, ...names.map((name) => `${name}t64`)], {
    env: { ...process.env, LC_ALL: 'C' },
  }).output
}

/** @param {string} output */
function aptErrorLine(output) {
  return (
    output
      .split('\n')
      .find((line) => line.startsWith('E: '))
      ?.slice(3)
      .replace(/\.$/, '') ?? lastLine(output)
  )
}

function isDebian() {
  try {
    return /^(ID|ID_LIKE)=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return false
  }
}

function canInstall() {
  return process.getuid?.() === 0 && isDebian()
}

function hasFonts() {
  return existsSync('/usr/share/fonts') && readdirSync('/usr/share/fonts').length > 0
}
