import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { defaultBreakdown } from '@shared/model/project'
import { proposeAliases } from '@shared/script/extract/aliases'
import { breakDown } from '@shared/script/extract/breakDown'
import { presenceEvents } from '@shared/script/extract/presenceEvents'
import { parseFountain } from '@shared/script/fountain/parseFountain'
import type { FoundAsset } from '@shared/script/scriptTypes'

// `npm run score`: what the script reading finds, against marked plays and novels that lie beside the project. Needs python3.

const truth = resolve('../shared/corpus/truth')
const work = mkdtempSync(join(tmpdir(), 'exeunt-score-'))

function scorer(name: string, ...args: string[]): void {
  process.stdout.write(execFileSync('python3', [join(truth, 'scorers', name), ...args, '--text'], { encoding: 'utf8' }))
}

/** Who enters and leaves where, per scene, within three lines. */
function scorePresence(play: string): void {
  const folder = join(truth, 'presence', play)
  const script = parseFountain(readFileSync(join(folder, 'script.fountain'), 'utf8'))
  const prediction = join(work, `${play}.json`)
  writeFileSync(prediction, JSON.stringify(presenceEvents(script, breakDown(script, { ...defaultBreakdown, fps: 24 }))))
  scorer('score_presence.py', prediction, join(folder, 'truth.json'))
}

/** Which names are proposed as one person, from a list of names alone. */
function aliasFiles(file: string): string[] {
  const path = join(truth, 'aliases', file)
  const { names } = JSON.parse(readFileSync(path, 'utf8')) as { names: { name: string }[] }
  const assets = names.map(({ name }, i): FoundAsset => ({ key: name, type: 'character', name, forms: [name], firstLine: i + 1, cue: true, candidate: false, description: '' }))
  const proposals = proposeAliases(assets, { lines: names.map((n) => n.name) })
  const out = join(work, file)
  writeFileSync(out, JSON.stringify(proposals.filter((p) => p.as === 'alias').map((p) => ({ into: p.intoKey, from: p.fromKey }))))
  return [out, path]
}

if (!existsSync(truth)) console.log('Nothing to score: the marked plays and novels do not lie beside this checkout (../shared/corpus/truth).')
else {
  for (const play of readdirSync(join(truth, 'presence'))) scorePresence(play)
  scorer('score_aliases.py', ...readdirSync(join(truth, 'aliases')).flatMap(aliasFiles))
}
