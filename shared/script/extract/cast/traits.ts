import { noTraitOpeners } from '../../../language/lexicon/smallWords'
import { lookAdjectives, lookFeatures, wornThings } from '../../../language/lexicon/looks'
import { bodyParts } from '../../../language/lexicon/things'
import { humanVerbs } from '../../../language/lexicon/verbs'
import { isMovement } from '../../../language/rules/moveAt'

/**
 * A trait from the words after a name: ", retired police detective, is sitting" -> "retired police detective";
 * " (30s, tall)" -> "30s, tall". Empty when what follows is no description.
 */
export function traitAfter(rest: string): string {
  const bracket = /^\s*\(([^()]{2,120})\)/.exec(rest)
  if (bracket) {
    const more = traitAfter(rest.slice(bracket[0].length))
    return [isTrait(bracket[1]!) ? tidy(bracket[1]!) : '', more].filter((t) => t !== '').join(', ')
  }
  if (!/^\s*,\s/.test(rest)) return ''
  const clauses = rest.replace(/^\s*,\s*/, '').split(/,|(?<=[^\d])\.(?=\s|$)|[;:!?]|--|—/)
  const found: string[] = []
  let at = rest.length - rest.replace(/^\s*,\s*/, '').length
  for (const clause of clauses.slice(0, 5)) {
    at += clause.length
    const closed = /[,.;:!?—-]/.test(rest[at] ?? '')
    if (!closed || !isTrait(clause)) break
    found.push(clause.trim())
    // An age goes on, "45, a burly man,", and so does what is seen of somebody: "silver hair, half-moon glasses,".
    const isAge = /^(?:\d|(?:early|mid|late)\b)/i.test(clause.trim()) && clause.trim().split(/\s+/).length < 4
    if (!isAge && !isLook(clause)) break
    if (!isAge && !isLook(clauses[found.length] ?? '')) break
    at++
  }
  return tidy(found.join(', '))
}

/** "silver hair", "headset", "orange messenger bag": a noun for what is worn, carried or part of somebody. */
const isLook = (clause: string): boolean => {
  const words = clause.trim().toLowerCase().split(/\s+/)
  const head = words.find((_, i) => /^(?:over|in|with|around|on)$/.test(words[i + 1] ?? '')) ?? words.at(-1)!
  return words.length < 7 && (lookFeatures.has(head) || wornThings.has(head) || lookAdjectives.has(head))
}

function isTrait(clause: string): boolean {
  const text = clause.trim()
  const words = text.split(/\s+/)
  if (text === '' || words.length > 12) return false
  if (/^(?:CONT'D|CONT’D|V\.?O\.?|O\.?S\.?|O\.?C\.?|MORE|\?)$/i.test(text)) return false
  const first = words[0]!
  if (opensNoTrait(words) || isDoing(first) || actsOn(words) || /^\p{Ll}+ing$/u.test(first) || first.endsWith('ly'))
    return false
  // Another name is a list, not a description.
  return /^[\p{Ll}\d]/u.test(first)
}

/** "who waits", "in the corner", "his hands up": no description. */
function opensNoTrait(clause: readonly string[]): boolean {
  const [first = '', second = ''] = clause
  const low = first.toLowerCase().replace(/[^\p{L}.-]+$/u, '')
  // "in a blue gown"
  if (/^(?:in|wearing)$/.test(low) && clause.some((word) => wornThings.has(word.toLowerCase()))) return false
  return noTraitOpeners.has(low) || (/^(?:his|her)$/.test(low) && bodyParts.has(second))
}

/** "DAD, 40s, washes the car", "KOFI, taps on the seat": a verb nobody listed. */
const actsOn = ([verb = '', next = '']: readonly string[]): boolean =>
  /^\p{Ll}{2,}[^s\W]s$/u.test(verb) &&
  !bodyParts.has(verb) &&
  !lookFeatures.has(verb) &&
  /^(?:an?|the|his|her|their|its|it|him|them|on|at|into|onto|to|up|down|over|out|off|away)$/.test(next)

/** "ELI CROSS, steps inside" tells what he does, not how he looks. */
function isDoing(word: string): boolean {
  return humanVerbs.has(word) || (word.endsWith('s') && isMovement(word))
}

function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^(?:an?|the|his|her|their|its)\s+/i, '')
    .trim()
    .slice(0, 300)
}
