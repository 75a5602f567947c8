import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { defaultBreakdown } from '@shared/model/project'
import { breakDown } from '@shared/script/extract/breakDown'
import { presenceEvents } from '@shared/script/extract/play/presenceEvents'
import { parseFountain } from '@shared/script/fountain/parseFountain'
import { wholeRate } from '../shared/domain/time/frameRates'
import { scoreModern } from './scoring/modern'
import { scoreProbes, type Misread } from './scoring/probes'
import { addCount, addPresence, countLine, noCount, noPresence, presenceLine } from './scoring/tally'

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
  writeFileSync(
    prediction,
    JSON.stringify(presenceEvents(script, breakDown(script, { ...defaultBreakdown, fps: wholeRate(24) }))),
  )
  scorer('score_presence.py', prediction, join(folder, 'truth.json'))
}

interface Names {
  names: { name: string }[]
  ambiguous: { name: string }[]
}

/** Which names are proposed as one person, where each has a cue in a scene of its own. */
function aliasFiles(folder: string, file: string): string[] {
  const path = join(truth, folder, file)
  const { names, ambiguous } = JSON.parse(readFileSync(path, 'utf8')) as Names
  const text = [...names, ...ambiguous]
    .map(({ name }, i) => `INT. ROOM ${i + 1} - DAY\n\n@${name}\nHello.\n`)
    .join('\n')
  const { assets, aliasProposals } = breakDown(parseFountain(text), { ...defaultBreakdown, fps: wholeRate(24) })
  const nameOf = new Map(assets.map((a) => [a.key, a.forms[0] ?? a.name]))
  const out = join(work, file)
  writeFileSync(
    out,
    JSON.stringify(
      aliasProposals
        .filter((p) => p.as === 'alias')
        .map((p) => ({ into: nameOf.get(p.intoKey), from: nameOf.get(p.fromKey) })),
    ),
  )
  return [out, path]
}

const told = process.argv.includes('--misread')

function tellMisread(misread: readonly Misread[]): void {
  if (!told) return
  for (const { id, text, cells } of misread) console.log(`  ${id}: ${text}\n    ${cells.join('; ')}`)
}

const probes = scoreProbes()
console.log(presenceLine('probes', probes.tally))
tellMisread(probes.misread)
for (const name of ['styles', 'styles-second', 'styles-third', 'styles-fourth']) {
  const { tally, misread } = scoreProbes(resolve(`scripts/scoring/probes/${name}.json`))
  console.log(presenceLine(`probes: ${name}`, tally))
  tellMisread(misread)
}
for (const [set, from] of [
  ['modern scripts', undefined],
  ['modern scripts: second', resolve('scripts/scoring/modern-second')],
  ['modern scripts: third', resolve('scripts/scoring/modern-third')],
  ['modern scripts: fourth', resolve('scripts/scoring/modern-fourth')],
  ['modern scripts: fifth', resolve('scripts/scoring/modern-fifth')],
  ['modern scripts: sixth', resolve('scripts/scoring/modern-sixth')],
] as const) {
  const total = { presence: noPresence(), props: noCount(), places: noCount() }
  for (const { name, presence, props, places, misread } of scoreModern(from)) {
    console.log(presenceLine(name, presence))
    tellMisread(misread)
    addPresence(total.presence, presence)
    addCount(total.props, props)
    addCount(total.places, places)
  }
  console.log(presenceLine(set, total.presence))
  console.log(countLine('  props', total.props))
  console.log(countLine('  places', total.places))
}

if (!existsSync(truth))
  console.log('Nothing to score: the marked plays and novels do not lie beside this checkout (../shared/corpus/truth).')
else {
  for (const play of readdirSync(join(truth, 'presence'))) scorePresence(play)
  for (const folder of ['aliases', 'aliases-extended']) {
    if (existsSync(join(truth, folder)))
      scorer('score_aliases.py', ...readdirSync(join(truth, folder)).flatMap((file) => aliasFiles(folder, file)))
  }
}
