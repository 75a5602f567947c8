import type { FoundAsset, ParsedScript, ScriptElement } from '../../scriptTypes'
import { findCapsRuns } from './capsRuns'
import type { CapsRun } from './capsRuns'
import { judgeRun } from './capsNames'
import type { CapsKind, KnownNames } from './capsNames'
import { readCue } from './cues'
import { findDirectionNames } from './directionNames'
import { findPlainNames } from './plainNames'
import { findHandledThings } from './handledThings'
import { findGroups } from './groups'
import type { Groups } from './groups'
import { looksLikeAction } from '../../fountain/lineRules'
import { displayName, nameKey, nameWords, withoutArticles } from '../../../language/text/names'
import { capitalWords, isInEnglish, livingWords, properWords } from './properNames'
import { maxParagraph } from '../../../language/text/splitSentences'
import { traitAfter } from './traits'

export interface Cast {
  assets: FoundAsset[]
  groups: Groups
  /** Words that are written with a capital, whatever they are. */
  capital: ReadonlySet<string>
  proper: ReadonlySet<string>
}

/** The paragraphs that tell what is seen. */
export function actionsOf(script: ParsedScript): ScriptElement[] {
  const seen = script.elements.filter((e) => e.type === 'action' || e.type === 'general' || e.type === 'shot')
  return seen.map((e) => (e.text.length > maxParagraph ? { ...e, text: e.text.slice(0, maxParagraph) } : e))
}

/** Characters and prop candidates of a script in order of first appearance, and the groups its text explains. */
export function findCast(script: ParsedScript): Cast {
  const found = new Map<string, FoundAsset>()
  const actions = actionsOf(script)
  const cues = cueNames(script)
  for (const element of script.elements) if (element.type === 'character') addCue(found, element, cues)
  const known = knownNames(found, actions)
  const props: [string, CapsRun][] = []
  for (const action of actions) {
    const runs = findCapsRuns(action.text, action.line, known.cues)
    for (const [run, kind] of judgeAll(runs, known, action.text)) {
      const key = nameKey(run.key)
      if (kind === 'character' && key !== '') {
        const asset = add(found, 'character', key, run.form, run.line, false)
        asset.description ||= traitAfter(run.rest)
      } else if (kind === 'prop') props.push([key, run])
    }
  }
  const names = [...found.values()].map(keyName)
  const groups = findGroups(actions, names, [...known.cues])
  for (const name of findPlainNames(actions, names)) add(found, 'character', name.key, name.form, name.line, false)
  for (const name of findDirectionNames(actions, [...found.values()].map(keyName), groups))
    add(found, 'character', name.key, name.form, name.line, false)
  // A group whose members are known is nobody of its own.
  for (const key of groups.members.keys()) {
    const asset = found.get(assetKey('character', key))
    if (asset && !asset.cue) found.delete(asset.key)
  }
  for (const [key, run] of props)
    if (!found.has(assetKey('character', key))) add(found, 'prop', key, run.form, run.line, false)
  addThings(found, script, actions)
  const mixed = mixedSpellings(actions)
  for (const asset of found.values()) asset.name = displayOf(asset, mixed)
  return {
    assets: [...found.values()].sort((x, y) => x.firstLine - y.firstLine),
    groups,
    capital: known.capital,
    proper: known.proper,
  }
}

/** Final Draft's own categories for things that are made or bought. */
const isPropCategory = (category: string): boolean =>
  /^(?:props?|vehicles?|weapons?|picture (?:cars?|vehicles?))$/i.test(category)

/**
 * Things in small letters that are handled. Where the crew has tagged its props (Final Draft), those are the props of the script, and nothing is guessed
 * (domain.md 11.3).
 */
function addThings(found: Map<string, FoundAsset>, script: ParsedScript, actions: readonly ScriptElement[]): void {
  const tagged = (script.tags ?? []).filter((tag) => isPropCategory(tag.category))
  for (const { label, line } of tagged) {
    const key = nameKey(label)
    if (key === '' || found.has(assetKey('character', key))) continue
    add(found, 'prop', key, label, line, false).candidate = false
  }
  if (tagged.length > 0) return
  const heads = new Set([...found.values()].map((a) => nameWords(keyName(a)).at(-1) ?? ''))
  for (const { key, form, line } of findHandledThings(actions, [...found.values()].map(keyName)))
    if (!heads.has(key)) add(found, 'prop', key, form, line, false)
}

/** "JOHN and MARY, both 30s": who is joined to a character is one. */
function judgeAll(runs: readonly CapsRun[], known: KnownNames, text: string): [CapsRun, CapsKind][] {
  const judged = runs.map((run): [CapsRun, CapsKind] => [run, judgeRun(run, known)])
  for (const own of judged)
    if (own[1] === 'nothing' && own[0].lead === 'none' && own[0].plain && isListedWith(own[0], known, text))
      own[1] = 'character'
  for (let i = 1; i < judged.length; i++) {
    const [before, run] = [judged[i - 1]!, judged[i]!]
    if (!run[0].joined || before[0].lead !== 'none' || run[0].lead !== 'none') continue
    if (before[1] === 'character' && run[1] === 'nothing' && run[0].plain) run[1] = 'character'
    else if (run[1] === 'character' && before[1] === 'nothing' && before[0].plain) before[1] = 'character'
  }
  return judged
}

/** "SVEN, SVENSON and Otto argue": listed with somebody who is known. */
function isListedWith({ rest }: CapsRun, { cues }: KnownNames, text: string): boolean {
  if (!/[\p{Lu}]{2}/u.test(text)) return false
  const list = /^(?:,\s+\p{Lu}[\p{L}'’.-]*){0,4},?\s+(?:and|&)\s+(\p{Lu}[\p{L}'’-]*)/u.exec(rest)
  return list !== null && cues.has(list[1]!.toUpperCase())
}

function assetKey(type: 'character' | 'prop', key: string): string {
  return `${type}:${key}`
}

/** The name key of a character or prop: the part after "character:". */
export function keyName(asset: Pick<FoundAsset, 'key'>): string {
  return asset.key.slice(asset.key.indexOf(':') + 1)
}

/** The names of the cues as they stand, without telling compounds and extensions apart. */
export function cueNames(script: Pick<ParsedScript, 'elements'>): ReadonlySet<string> {
  return new Set(script.elements.flatMap((e) => (e.type === 'character' ? [nameKey(e.text)] : [])))
}

function addCue(found: Map<string, FoundAsset>, element: ScriptElement, cues: ReadonlySet<string>): void {
  const { names, everyone } = readCue(element.text, element.extension ?? '', cues)
  if (everyone || looksLikeAction(element.text)) return
  for (const key of names)
    add(
      found,
      'character',
      key,
      names.length === 1 ? element.text.replace(/['’]S VOICE$/i, '') : key,
      element.line,
      true,
    )
}

function add(
  found: Map<string, FoundAsset>,
  type: 'character' | 'prop',
  key: string,
  form: string,
  line: number,
  cue: boolean,
): FoundAsset {
  const id = assetKey(type, key)
  let asset = found.get(id) ?? sameButForArticles(found, type, key)
  if (!asset) {
    asset = { key: id, type, name: key, forms: [], firstLine: line, cue, candidate: type === 'prop', description: '' }
    found.set(id, asset)
  }
  asset.cue ||= cue
  asset.firstLine = Math.min(asset.firstLine, line)
  if (!asset.forms.includes(form) && asset.forms.length < 20) asset.forms.push(form.slice(0, 200))
  return asset
}

function sameButForArticles(
  found: ReadonlyMap<string, FoundAsset>,
  type: 'character' | 'prop',
  key: string,
): FoundAsset | undefined {
  const bare = withoutArticles(key)
  for (const asset of found.values()) if (asset.type === type && withoutArticles(keyName(asset)) === bare) return asset
  return undefined
}

function knownNames(found: Map<string, FoundAsset>, actions: readonly ScriptElement[]): KnownNames {
  const cues = new Set([...found.values()].map(keyName))
  const cueWords = new Map<string, string[]>()
  for (const key of cues) {
    for (const word of nameWords(key)) {
      const keys = cueWords.get(word)
      if (!keys) cueWords.set(word, [key])
      // A word of so many names ("MAN") tells nothing.
      else if (keys.length < 50) keys.push(key)
    }
  }
  return {
    cues,
    cueWords,
    proper: properWords(actions),
    living: livingWords(actions),
    capital: capitalWords(actions),
    english: isInEnglish(actions),
  }
}

/** Spellings with small and capital letters mixed inside a word, as "McClane". */
function mixedSpellings(actions: readonly ScriptElement[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const action of actions) {
    for (const m of action.text.matchAll(/(?<![\p{L}\p{N}])\p{Lu}\p{Ll}+\p{Lu}\p{L}*/gu))
      found.set(m[0].toUpperCase(), m[0])
  }
  return found
}

/** A cue "McCLANE" is written "McClane". */
function cueSpelling(asset: FoundAsset): Map<string, string> {
  const words = asset.forms.flatMap((form) => form.split(/\s+/))
  return new Map(
    words.flatMap((word): [string, string][] => {
      const parts = /^(\p{Lu}\p{Ll}+)(\p{Lu})(\p{Lu}+)$/u.exec(word)
      return parts ? [[word.toUpperCase(), `${parts[1]}${parts[2]}${parts[3]!.toLowerCase()}`]] : []
    }),
  )
}

function displayOf(asset: FoundAsset, mixed: ReadonlyMap<string, string>): string {
  const own = cueSpelling(asset)
  return displayName(keyName(asset))
    .split(' ')
    .map((word) => mixed.get(word.toUpperCase()) ?? own.get(word.toUpperCase()) ?? word)
    .join(' ')
    .slice(0, 200)
}
