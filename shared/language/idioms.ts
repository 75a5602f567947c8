import type { MoveKind, MoveVerb } from './moveVerb'
import type { Token } from './nameIndex'

/** Sayings that move somebody, from the verb on; `{obj}` is whoever or whatever is moved. */
const idioms: [RegExp, MoveKind, 'self' | 'object'][] = [
  [/^makes? (?:his|her|their|an?|a hasty|a quick) (?:exit|escape|departure)\b/, 'exit', 'self'],
  [/^makes? (?:his|her|their|an?|a grand|a dramatic) entrance\b/, 'enter', 'self'],
  [/^(?:makes?|finds?|fights?|pushes|push|elbows?) (?:his|her|their) way (?:back )?out\b/, 'exit', 'self'],
  [
    /^(?:makes?|finds?|fights?|pushes|push|elbows?) (?:his|her|their) way (?:back )?in(?:side)?\b(?! (?:the|a|an)\b)/,
    'enter',
    'self',
  ],
  [/^takes? (?:his|her|their) leave\b/, 'exit', 'self'],
  [/^takes? off(?=$| [.,;!]| (?:running|down|after|into|at|in a|without|again|through)\b)/, 'exit', 'self'],
  [/^(?:shows?|turns?) up(?=$| [.,;!]| (?:at|in|with|behind|again|late|drunk|alone)\b)/, 'enter', 'self'],
  [
    /^(?:pokes?|sticks?|pops?|puts?) (?:his|her|their) heads? (?:back )?(?:in|inside|through|into|around|round)\b/,
    'enter',
    'self',
  ],
  [/^lets? (?:himself|herself|themselves) (?:back )?in(?:side)?\b/, 'enter', 'self'],
  [/^lets? (?:himself|herself|themselves) out\b/, 'exit', 'self'],
  [
    /^(?:lets?|shows?|buzz|buzzes|waves?) \{obj\} in(?:side)?(?=$| [.,;!]| (?:and|with|from|through)\b)/,
    'enter',
    'object',
  ],
  [/^(?:lets?|shows?|sees?) \{obj\} out(?=$| [.,;!]| (?:and|the|through|of the|into)\b)/, 'exit', 'object'],
  [
    /^leaves? \{obj\}(?=$| [.,;!]| (?:alone|there|behind|with|to (?:it|his|her|their)|standing|sitting|lying|staring|waiting|hanging|kneeling|sobbing|crying|sleeping|speechless|stunned)\b)/,
    'exit',
    'self',
  ],
]

/** "The door closes behind him": he went through it, unless he just came in. */
const closing = /^(?:closes?|shuts?|slams?|swings?|clicks?|locks?|slides?)(?: \w+)? behind \{obj\}/

const firstWords =
  /^(?:closes?|shuts?|slams?|swings?|clicks?|locks?|slides?|makes?|finds?|fights?|push|pushes|elbows?|takes?|shows?|turns?|pokes?|sticks?|pops?|puts?|lets?|buzz|buzzes|waves?|sees?|leaves?)$/

/** "makes her exit", "lets himself in", "lets Otto out", "leaves him standing there". */
export function idiomAt(tokens: readonly Token[], i: number): MoveVerb | null {
  if (!firstWords.test(tokens[i]!.low)) return null
  const form = tokens[i]!.low.endsWith('s') ? 's' : 'base'
  let object: [number, number] | undefined
  const words: { low: string; at: number }[] = []
  for (let k = i; k < Math.min(tokens.length, i + 9); k++) {
    const token = tokens[k]!
    if (
      !object &&
      k > i &&
      ((token.name !== undefined && !token.possessive) || /^(?:him|her|them)$/.test(token.low)) &&
      !(token.low === 'her' && /^(?:way|exit|head|entrance|leave|escape|departure)$/.test(tokens[k + 1]?.low ?? ''))
    ) {
      let end = k + 1
      while (
        end < k + 6 &&
        tokens[end] &&
        (tokens[end]!.name !== undefined ||
          (/^(?:and|,)$/.test(tokens[end]!.low) && tokens[end + 1]?.name !== undefined))
      )
        end++
      object = [k, end]
      words.push({ low: '{obj}', at: k })
      k = end - 1
    } else words.push({ low: token.low, at: k })
  }
  const text = words.map((w) => w.low).join(' ')
  const isDoor = tokens
    .slice(Math.max(0, i - 3), i)
    .some((t) => /^(?:doors?|gates?|hatch|elevator|curtains?)$/.test(t.low))
  for (const [pattern, kind, moved] of isDoor ? [[closing, 'exit', 'object'] as const, ...idioms] : idioms) {
    const hit = pattern.exec(text)
    if (!hit) continue
    const count = hit[0].split(' ').length
    const end = words[count] ? words[count].at : tokens.length
    if (moved === 'self') return { kind, form, end, weak: kind === 'enter' }
    const her =
      object && tokens[object[0]]!.name === undefined ? (tokens[object[0]]!.low as 'him' | 'her' | 'them') : undefined
    return {
      kind,
      form,
      end,
      weak: false,
      moved: 'other',
      object: object!,
      ...(her ? { pronoun: her } : {}),
      ...(pattern === closing ? { closing: true } : {}),
    }
  }
  return null
}
