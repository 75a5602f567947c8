import type { ScriptElement } from '../../scriptTypes'
import { readEnterList } from '../../../language/reading/enterList'
import { NameIndex } from '../../../language/text/nameIndex'
import { nameKey, nameWords } from '../../../language/text/names'
import { readableSentences } from '../../../language/text/splitSentences'
import { apartWords, isGroupNoun, isPersonNoun, pluralOf } from '../../../language/lexicon/people'

/** Names that stand for several known persons, and parts that known persons play. */
export interface Groups {
  /** Name key of the group -> name keys of its members. */
  members: Map<string, string[]>
  /** Singular of numbered cues ("MURDERER") -> their keys ("FIRST MURDERER", "SECOND MURDERER"). */
  numbered: Map<string, string[]>
  /** Name key of a part ("PYRAMUS") -> name key of the player ("BOTTOM"), with where the text says so. */
  parts: Map<string, { player: string; line: number }>
}

/**
 * Groups the text explains: "Lovers: Lysander, Demetrius", "THE BOY BAND, AKA DAN and JACK", and "the soldiers" where
 * 1ST SOLDIER and 2ND SOLDIER speak; parts as in "Pyramus (Bottom)".
 */
export function findGroups(
  actions: readonly ScriptElement[],
  names: readonly string[],
  cues: readonly string[],
): Groups {
  const groups: Groups = { members: new Map(), numbered: new Map(), parts: new Map() }
  for (const [head, keys] of byHead(cues)) {
    if (keys.length > 1) groups.members.set(pluralOf(head), keys)
    if (isPersonNoun(head)) groups.numbered.set(head, keys)
  }
  const index = new NameIndex(names)
  for (const action of actions) {
    if (!/:|\benter the\b|\baka\b|\ba\.k\.a\b|\(\p{Lu}/iu.test(action.text)) continue
    for (const sentence of readableSentences(action.text)) {
      readAka(groups, index, sentence.text)
      const tokens = index.read(sentence.text)
      const verb = tokens.findIndex((t) => /^(?:enter|enters|re-enter|exit|exeunt)$/.test(t.low))
      if (verb < 0) continue
      const list = readEnterList(tokens, verb + 1)
      const group = list.group
      if (group && group.members.length > 1)
        groups.members.set(
          nameKey(group.key),
          group.members.filter((m) => m !== group.key),
        )
      for (const { part, player } of list.parts) {
        const key = nameKey(part)
        if (key !== '' && key !== player && !groups.parts.has(key)) groups.parts.set(key, { player, line: action.line })
      }
    }
  }
  return groups
}

/** "THE BOY BAND, AKA DAN and JACK": one name for several. */
function readAka(groups: Groups, index: NameIndex, text: string): void {
  const aka = /\b(?:aka|a\.k\.a\.?)(?=[\s:,])/i.exec(text)
  if (!aka) return
  const name = /(?:\p{Lu}[\p{L}'’.-]{0,30}\s{1,3}){0,4}\p{Lu}[\p{L}'’.-]{0,30}(?=,?\s{1,3}\(?$)/u.exec(
    text.slice(Math.max(0, aka.index - 100), aka.index),
  )?.[0]
  if (name === undefined) return
  const rest = text.slice(aka.index + aka[0].length, aka.index + 150).split(/[.;()]/)[0]!
  const members = index.read(rest).flatMap((t) => (t.name !== undefined && !t.possessive ? [t.name] : []))
  if (members.length > 1) groups.members.set(nameKey(name), [...new Set(members)])
}

/** Cues by the noun they number: 1ST SOLDIER, SOLDIER #2 -> SOLDIER. */
function byHead(cues: readonly string[]): Map<string, string[]> {
  const heads = new Map<string, string[]>()
  for (const cue of cues) {
    const words = nameWords(cue)
    const rest = words.filter((w) => !/\d/.test(w) && !apartWords.has(w) && w.length > 1)
    const head = rest[0]
    if (
      rest.length !== 1 ||
      head === undefined ||
      rest.length === words.length ||
      !(isPersonNoun(head) || /^\p{L}{3,}$/u.test(head))
    )
      continue
    const keys = heads.get(head)
    if (keys) keys.push(cue)
    else heads.set(head, [cue])
  }
  return heads
}

/** A name for several persons: SOLDIERS, CROWD. */
export function isGroupName(key: string): boolean {
  return isGroupNoun(nameWords(key).at(-1) ?? '')
}
