import type { FoundAsset, FoundPresence } from '../../scriptTypes'
import { keyName } from '../cast/cast'
import { determiners } from '../../../language/lexicon/smallWords'
import { doubtfulThings, noProps } from '../../../language/lexicon/handling'
import { hidingThings, takingVerbs } from '../../../language/lexicon/hands'
import { drivenThings } from '../../../language/lexicon/places'
import { goingVerbs } from '../../../language/lexicon/verbs'
import { tokenize, type Token } from '../../../language/text/tokens'
import { nameWords } from '../../../language/text/names'
import { throughout } from './characterPresences'
import type { CutScene } from '../shots/scenes'
import { maxParagraph, readableSentences } from '../../../language/text/splitSentences'

interface Node {
  next: Map<string, Node>
  asset?: FoundAsset
  /** "the gnome" for GARDEN GNOME: only after an article or owner. */
  short?: FoundAsset | null
}

/** Finds prop candidates in the text of shots, in capitals or not: once the PORSCHE is known, "the porsche" is it. */
export class PropFinder {
  private readonly root: Node = { next: new Map() }
  /** First words of all props; a sentence without any of them is not read. */
  private readonly starts: RegExp | null

  constructor(assets: readonly FoundAsset[]) {
    const props = assets.filter((a) => a.type === 'prop')
    for (const asset of props) {
      let node = this.root
      for (const word of nameWords(keyName(asset))) {
        let next = node.next.get(word)
        if (!next) node.next.set(word, (next = { next: new Map() }))
        node = next
      }
      node.asset ??= asset
    }
    for (const asset of props) this.addHead(asset)
    const words = [...this.root.next.keys()].slice(0, 500).map((w) => w.replace(/[^\p{L}\p{N}]/gu, '\\$&'))
    this.starts = words.length > 0 ? new RegExp(`(?:${words.join('|')})`, 'i') : null
  }

  private addHead(asset: FoundAsset): void {
    const words = nameWords(keyName(asset))
    const head = words.at(-1)
    if (head === undefined || words.length < 2) return
    let node = this.root.next.get(head)
    if (!node) this.root.next.set(head, (node = { next: new Map() }))
    node.short = node.short === undefined ? asset : null
  }

  /** Props only in shots whose text names them, from their first line on (domain.md 9). */
  presences(cut: CutScene, sceneIndex: number): FoundPresence[] {
    if (!this.starts) return []
    const found = new Map<string, FoundPresence>()
    /** Things that the scene has called by their whole name. */
    const whole = new Set<string>()
    for (const beat of cut.beats) {
      if (beat.kind !== 'action' || (this.root.next.size <= 500 && !this.starts.test(beat.text))) continue
      for (const sentence of readableSentences(beat.text.slice(0, maxParagraph))) {
        for (const { asset, short } of this.find(sentence.text)) {
          // "The door opens" elsewhere is not the TAXI DOOR.
          if (!short) whole.add(asset.key)
          else if (isBuiltIn(asset) && !whole.has(asset.key)) continue
          const key = `${beat.shotIndex} ${asset.key}`
          if (found.has(key) || this.before(asset, beat.line, beat.text) || isPictured(sentence.text, asset)) continue
          const there = throughout(sceneIndex, beat.shotIndex, asset.key, {
            line: beat.line,
            text: sentence.text.slice(0, 500),
          })
          found.set(key, { ...there, ...comingOf(asset, sentence, beat.text.length, cut.scene.intExt) })
        }
      }
    }
    return [...found.values()]
  }

  /** A mention in a paragraph before the one that introduces it may be any such thing. */
  private before(asset: FoundAsset, line: number, text: string): boolean {
    return line + text.split('\n', 50).length - 1 < asset.firstLine
  }

  private find(text: string): { asset: FoundAsset; short: boolean }[] {
    const tokens = tokenize(text)
    const words = tokens.map((t) => t.low.toUpperCase())
    const found: { asset: FoundAsset; short: boolean }[] = []
    for (let i = 0; i < words.length;) {
      let node: Node | undefined = this.root
      let asset: FoundAsset | undefined
      let short = false
      let length = 1
      for (let k = i; k < words.length; k++) {
        const word = words[k]!
        const end =
          node.next.get(word) ?? node.next.get(word.replace(/'S$/, '')) ?? node.next.get(word.replace(/S$/, ''))
        const named =
          end?.asset ??
          (k === i && /^(?:THE|THIS|THAT|HIS|HER|ITS|THEIR|.*'S)$/.test(words[i - 1] ?? '') ? end?.short : undefined)
        if (
          named &&
          (k > i || isThingHere(tokens, k)) &&
          !(end === node.next.get(word.replace(/S$/, '')) && end !== node.next.get(word) && isVerb(tokens, k))
        ) {
          asset = named
          short = !end?.asset
          length = k - i + 1
        }
        node = node.next.get(word)
        if (!node) break
      }
      if (asset) found.push({ asset, short })
      i += asset ? length : 1
    }
    return found
  }
}

/** "can", "saw" and the like are things behind an article, an owner or what tells how they look. */
function isThingHere(tokens: readonly Token[], k: number): boolean {
  const { low, text } = tokens[k]!
  if (!/^\p{Ll}/u.test(text) || !doubtfulThings.has(low.replace(/s$/, ''))) return true
  for (let i = k - 1; i >= Math.max(0, k - 3); i--) {
    const before = tokens[i]!
    if (
      determiners.has(before.low) ||
      /['’]s?$/.test(before.low) ||
      /^(?:of|with|in|on|from|into|by|for)$/.test(before.low)
    )
      return true
    if (!/^\p{Ll}+$/u.test(before.text)) return false
  }
  return false
}

/** "A photograph of Lena with a BALLOON" has no balloon in the room. */
function isPictured(sentence: string, asset: FoundAsset): boolean {
  const picture =
    /\b(?:photo(?:graph)?s?|pictures?|paintings?|drawings?|posters?|portraits?|sketch(?:es)?) (?:of|showing)\b/i.exec(
      sentence,
    )
  const head = nameWords(keyName(asset)).at(-1) ?? ''
  return picture !== null && sentence.toUpperCase().indexOf(head) > picture.index + picture[0].length
}

const roundedTime = (time: number): number => Math.round(Math.min(0.9, Math.max(0.05, time)) * 100) / 100

/** How a thing comes into the picture or out of it, as one sentence of a paragraph of so many letters tells. */
function comingOf(
  asset: FoundAsset,
  sentence: { readonly text: string; readonly start: number },
  letters: number,
  intExt: string,
): Partial<FoundPresence> {
  const out = takenOut(sentence.text, asset)
  if (out > 0)
    return { presence: 'enters', enterAt: roundedTime((sentence.start + out) / letters), enterFrom: 'in_place' }
  const way = intExt.startsWith('INT') ? null : drivenWay(sentence.text, asset)
  const end = roundedTime((sentence.start + sentence.text.length) / letters)
  if (way === 'away') return { presence: 'exits', exitAt: end }
  return way === 'up' ? { presence: 'enters', enterAt: roundedTime(sentence.start / letters) } : {}
}

/** "The cab pulls away", "A black van rolls up": by itself, with whoever sits in it. */
function drivenWay(sentence: string, asset: FoundAsset): 'up' | 'away' | null {
  const words = tokenize(sentence).map(({ low }) => low)
  const head = nameWords(keyName(asset)).at(-1)?.toLowerCase() ?? ''
  if (!drivenThings.has(head)) return null
  const at = words.indexOf(head)
  if (at < 0 || !goingVerbs.has(words[at + 1] ?? '')) return null
  const [next = '', then = ''] = [words[at + 2], words[at + 3]]
  if (/^(?:away|off)$/.test(next) || (next === 'out' && then === 'of')) return 'away'
  return /^(?:up|in)$/.test(next) && !/^[\p{L}]/u.test(then) ? 'up' : null
}

/** "takes a folded LETTER out of his coat", "pulls a gun from under the bed": where it is told, as nobody sees it before; -1 where it is not. */
function takenOut(sentence: string, asset: FoundAsset): number {
  const tokens = tokenize(sentence)
  const head = nameWords(keyName(asset)).at(-1)
  return tokens.findIndex(({ low }, i) => {
    if (low.toUpperCase() !== head) return false
    const [next, after] = [tokens[i + 1]?.low ?? '', tokens[i + 2]?.low ?? '']
    const out = (next === 'out' && (after === 'of' || after === 'from')) || next === 'from'
    const inside = tokens.slice(i + 2, i + 7).some((t) => hidingThings.has(t.low))
    return out && inside && tokens.slice(Math.max(0, i - 5), i).some((t) => takingVerbs.has(t.low))
  }) < 0
    ? -1
    : sentence.toUpperCase().indexOf(head!)
}

const isBuiltIn = (asset: FoundAsset): boolean => noProps.has(nameWords(keyName(asset)).at(-1)?.toLowerCase() ?? '')

/** "A map displays on his phone" has no DISPLAY, as "two displays" and "the displays" have. */
function isVerb(tokens: readonly Token[], k: number): boolean {
  const before = tokens[k - 1]
  const after = tokens[k + 1]
  if (before === undefined || after === undefined) return false
  const counted =
    /^(?:the|these|those|two|three|four|five|several|some|many|his|her|their|its|of|with|and|,|all|both|\d+)$/.test(
      before.low,
    )
  return (
    !counted &&
    /^\p{Ll}/u.test(before.text) &&
    !/ed$|y$/.test(before.low) &&
    /^(?:on|in|at|to|up|down|out|the|a|an|his|her|it|him|into|over|across)$/.test(after.low)
  )
}
