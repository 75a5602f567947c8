// `npm run campaign -- kill|kill-window|kill-remote|fuzz|soak|package [ROUNDS]`: many rounds of what could go wrong; not part of `npm test`.
//   kill  a process killed while it writes, and while it makes stills and clips
//   kill-window  the desktop application killed at edits, sounds, snapshots, stills, archives, boards and movies
//   kill-remote  the editor or its generator process killed at every state of a remote job, with every provider; once, whatever ROUNDS says
//   fuzz  damaged pictures, sounds, archives, timelines, profiles, databases, scripts, and commands nobody meant
//   soak  one project through so many commands with undo
//   package  a package for this system is made, started under a new user, and driven from a script to frames; once
// What was counted stands in test-results/campaign-NAME.json; docs/reliability.md keeps the last counts.
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './setup/paths.mjs'

/** @type {Record<string, { rounds: number, files: string[], projects: string[] }>} */
const campaigns = {
  kill: { rounds: 1000, files: ['kill.test'], projects: ['node'] },
  'kill-window': { rounds: 200, files: ['campaigns/killWindow'], projects: ['campaign'] },
  'kill-remote': { rounds: 1, files: ['killRemote'], projects: ['node'] },
  fuzz: { rounds: 10_000, files: ['campaigns/fuzz', 'scripts/scoring/mutations'], projects: ['node', 'campaign'] },
  package: { rounds: 1, files: ['campaigns/package'], projects: ['campaign'] },
  soak: { rounds: 100_000, files: ['campaigns/soak'], projects: ['campaign'] },
}

const [name = '', rounds] = process.argv.slice(2)
const campaign = Object.hasOwn(campaigns, name) ? campaigns[name] : undefined
if (!campaign || (rounds !== undefined && !/^[1-9]\d*$/.test(rounds))) {
  process.stderr.write(`exeunt: say which campaign: npm run campaign -- ${Object.keys(campaigns).join('|')} [ROUNDS]\n`)
  process.exitCode = 2
} else {
  const many = rounds ?? String(campaign.rounds)
  rmSync(join(ROOT, 'test-results', `campaign-${name}.json`), { force: true })
  const projects = campaign.projects.flatMap((project) => ['--project', project])
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs')
  const { status } = spawnSync(process.execPath, [vitest, 'run', ...projects, ...campaign.files], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, EXEUNT_ROUNDS: many, EXEUNT_FUZZ: many },
  })
  process.exitCode = status ?? 1
}
