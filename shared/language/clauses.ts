import { listWords, sentenceEnd } from './phrases'

/** What somebody does at one moment; a picture shows its beginning or its end. */
const doing =
  'aims|answers|asks|attires|bends|bites|blows|bows|breaks|brushes|calls|catches|checks|clears|climbs|closes|collapses|covers|crouches|cuts|dials|draws|drops|ducks|dumps|embraces|examines|falls|fills|finds|fires|flips|flops|folds|freezes|gives|glances|grabs|greets|hands|hangs|helps|hides|hits|hugs|inspects|kicks|kisses|kneels|knocks|lays|lifts|lights|locks|lowers|nods|notices|offers|opens|pats|picks|places|plops|plugs|points|pours|presents|pulls|punches|pushes|puts|raises|reaches|removes|rings|rubs|sees|sets|settles|shakes|shoots|shows|shuts|sinks|slams|slaps|smacks|spins|spots|stabs|starts|stops|strikes|swallows|takes|taps|tears|throws|tosses|touches|tries|turns|unfolds|unlocks|wakes|waves|wipes'
/** What goes on for a while and is the same at both ends. */
const lasting =
  'carries|cries|dances|drinks|drives|eats|faces|holds|laughs|leans|lies|listens|looks|plays|reads|searches|sings|sits|sleeps|smiles|stands|stares|studies|talks|waits|watches|wears|whispers|works|writes'
const going =
  'appears|arrives|comes|crosses|departs|disappears|emerges|enters|exits|follows|goes|heads|leaves|marches|passes|runs|rushes|slips|sneaks|steps|strides|vanishes|walks'
const verb = new RegExp(`\\b(?:${doing}|${lasting}|${going})\\b`, 'i')
const border = new RegExp(
  `(?:,? and(?: then)?|, then|,)\\s+(?=(?:\\p{L}+ly )?(?:${doing}|${lasting}|${going})\\b)`,
  'iu',
)
const doingWord = new RegExp(`\\b(?:${doing})\\b`, 'i')
const restingWord = /\b(?:leans|lies|sits|sleeps|stands|waits)\b/i
/** Words that begin a clause with a subject of its own, so that no part of the sentence can stand for itself. */
const subclause = /\b(?:which|who|whom|whose|that|where|while|when|as|because)\b/i

/** The things one subject does in a sentence: "Alice comes in", "reaches for the gnome". A single one where it cannot be told safely. */
export function clausesOf(sentence: string): string[] {
  const bare = sentence.replace(/[.!?…]+["'”’)]?$/, '')
  const clauses = subclause.test(bare) ? [bare] : bare.split(border)
  // "Dick, his partner" of "Dick, his partner, comes in" does nothing yet.
  return clauses.every((clause) => verb.test(clause)) ? clauses : [bare]
}

/** Is something done that begins and ends, so that the two ends of the shot are different moments of it? */
export const tellsDeed = (sentence: string) => doingWord.test(sentence)

/**
 * The sentence without those of its clauses. Null when nothing is left or nobody can be named as the one who does the rest.
 * @param subject names who does it, as read from the first clause
 */
export function withoutClauses(
  sentence: string,
  drop: (clause: string) => boolean,
  subject: (clause: string) => string | null,
): { text: string; later: boolean } | null {
  const clauses = clausesOf(sentence)
  const kept = clauses.filter((c) => !drop(c))
  if (!kept.length || kept.length === clauses.length) return null
  if (kept[0] === clauses[0]) return { text: sentenceEnd(listWords(kept)), later: false }
  const who = subject(clauses[0]!)
  return who === null ? null : { text: sentenceEnd(`${who} ${listWords(kept)}`), later: true }
}

/** The first or last thing that is done in a sentence; null when all of it is seen at once. */
export function momentOf(
  sentence: string,
  end: 'start' | 'end',
  subject: (clause: string) => string | null,
): string | null {
  const clauses = clausesOf(sentence)
  if (clauses.length < 2 || restingWord.test(sentence)) return null
  if (end === 'start') return sentenceEnd(clauses[0]!)
  const last = clauses.at(-1)!
  const who = subject(clauses[0]!)
  // "Puts it back" does not say what.
  return who === null || /\b(?:it|them|him|her)\b/i.test(last) ? null : sentenceEnd(`${who} ${last}`)
}
