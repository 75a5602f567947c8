import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { barConfidence, type BrokenShot, type FoundAsset, type ScriptBreakdown } from '../../shared/script/scriptTypes'
import { readText, type Misread } from './probes'
import { noCount, noPresence, tell, tellCell, type Count, type PresenceTally } from './tally'

/** What a script of ours holds, marked by hand. */
interface Marked {
  text: string
  places: string[]
  props: string[]
  /** Whatever is handled in a shot: right when it is found, but no loss when not. */
  things: string[]
  shots: { line: number; people: Map<string, string> }[]
}

/** How well one marked script is read. */
export interface ModernScore {
  name: string
  presence: PresenceTally
  props: Count
  places: Count
  misread: Misread[]
}

const folder = resolve('scripts/scoring/modern')
const presences: Readonly<Record<string, string>> = { '+': 'enters', '-': 'exits', '~': 'passes_through' }

/** Scores the scripts of a folder; ours when none is given. */
export const scoreModern = (from = folder): ModernScore[] =>
  readdirSync(from)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => scoreScript(file.replace(/\.txt$/, ''), readMarks(readFileSync(join(from, file), 'utf8'))))

/**
 * A script with its marks: a line `% Otto, +Greta, -Lena, ~Pell | gun` behind a shot tells who is in it (+ comes, - goes, ~ passes through) and what
 * is handled; `%places` and `%props` at the top tell those of the whole script.
 */
function readMarks(source: string): Marked {
  const marked: Marked = { text: '', places: [], props: [], things: [], shots: [] }
  const lines: string[] = []
  for (const line of source.split('\n')) {
    const list = /^%(places|props) (.*)$/.exec(line)
    if (list) marked[list[1] as 'places' | 'props'] = list[2]!.split(/[;,] */)
    else if (line.startsWith('%')) {
      const [told = '', things = ''] = line.slice(1).split('|')
      const listed = (text: string) =>
        text
          .split(',')
          .map((p) => p.trim())
          .filter((p) => p !== '')
      const named = listed(told)
      marked.things.push(...listed(things))
      marked.shots.push({
        line: lines.length,
        people: new Map(named.map((p) => [p.replace(/^[-+~]/, ''), presences[p[0]!] ?? 'throughout'])),
      })
    } else lines.push(line)
  }
  marked.text = lines.join('\n')
  return marked
}

function scoreScript(name: string, marked: Marked): ModernScore {
  const found = readText(marked.text)
  const score: ModernScore = { name, presence: noPresence(), props: noCount(), places: noCount(), misread: [] }
  const shots = found.scenes.flatMap((scene, s) => scene.shots.map((shot, k) => ({ shot, s, k })))
  const taken = new Set<BrokenShot>()
  for (const { line, people } of marked.shots) {
    const at = shots.findLast(({ shot }) => shot.startLine <= line)
    const own = at && !taken.has(at.shot) && at.shot.endLine >= line - 1 ? at : undefined
    if (own) taken.add(own.shot)
    const got = own ? peopleIn(found, own.s, own.k, [...people.keys()]) : new Map<string, string>()
    const cells: string[] = own ? [] : ['no shot of its own']
    for (const person of new Set([...people.keys(), ...got.keys()])) {
      const [want, have] = [people.get(person) ?? null, got.get(person) ?? null]
      if (!tellCell(score.presence, want, have))
        cells.push(`${person}: ${have ?? 'absent'} instead of ${want ?? 'absent'}`)
    }
    score.presence.shots++
    if (cells.length === 0) score.presence.shotsRight++
    else score.misread.push({ id: `${name}:${line}`, text: own?.shot.text ?? '', cells })
  }
  countNames(score.places, marked.places, namesOf(found.assets, 'location'))
  countNames(score.props, marked.props, namesOf(found.assets, 'prop'), marked.things)
  return score
}

const namesOf = (assets: readonly FoundAsset[], type: FoundAsset['type']): string[] =>
  assets.filter((a) => a.type === type).map((a) => a.name)

/** A thing is found under its own name or a longer one: the "Steel Briefcase" is the briefcase. */
function countNames(
  count: Count,
  marked: readonly string[],
  found: readonly string[],
  also: readonly string[] = [],
): void {
  const plain = (name: string) => name.toUpperCase().replace(/S$/, '')
  const is = (name: string, mark: string) => plain(name) === plain(mark) || plain(name).endsWith(` ${plain(mark)}`)
  for (const mark of marked)
    tell(
      count,
      true,
      found.some((name) => is(name, mark)),
    )
  for (const name of found) if (![...marked, ...also].some((mark) => is(name, mark))) tell(count, false, true)
}

/** Who is found in a shot, under the name that is marked: "Lena" is "Lena Morrow" where one of the names holds the other. */
function peopleIn(
  { assets, presences: all }: ScriptBreakdown,
  s: number,
  k: number,
  marked: readonly string[],
): Map<string, string> {
  const names = new Map(assets.filter((a) => a.type === 'character').map((a) => [a.key, a.name]))
  const found = new Map<string, string>()
  for (const p of all) {
    const name =
      p.sceneIndex === s && p.shotIndex === k && p.confidence >= barConfidence ? names.get(p.assetKey) : undefined
    if (name === undefined) continue
    const mark = marked.find((m) => m === name) ?? marked.find((m) => isPart(name, m)) ?? name
    if (found.get(mark) === undefined || p.presence !== 'throughout') found.set(mark, p.presence)
  }
  return found
}

function isPart(name: string, mark: string): boolean {
  const [a, b] = [name.split(' '), mark.split(' ')]
  return a.every((w) => b.includes(w)) || b.every((w) => a.includes(w))
}
