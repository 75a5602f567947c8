import { escapeRegExp } from './escapeRegExp'
import type { Pose } from './pose'
import type { FrameEnd } from '../model/common'

/** Somebody who may be told of, with all names. */
export interface Told {
  readonly id: string
  readonly names: readonly string[]
}

/** What a text has somebody do in a still. */
export interface Posture {
  readonly pose?: Pose
  /** Comes into or goes out of the picture. */
  readonly moves?: 'in' | 'out'
  /** Looks into the camera. */
  readonly toCamera?: true
  readonly laughs?: true
}

const lead = '(?:(?:then|suddenly|finally|now|and|but|so|slowly|quickly|as|while|when)[, ]+)*'
const everybody = new RegExp(
  `^${lead}(?:they|both|all|everyone|everybody|the (?:two|three|four|men|women|boys|girls|couple|others|group|gang|crowd))\\b`,
  'i',
)
const oneOfThem = new RegExp(`^${lead}(?:he|she)\\b`, 'i')
const together = /^[\s,;&]*(?:and|&|with)?\s*$/i

/**
 * What is said of each: from a name to the next name that is no part of the same subject. "He" and "she" are whoever the sentence before is
 * about, "they" everybody.
 */
export function clausesOf(text: string, people: readonly Told[]): Map<string, string[]> {
  const out = new Map<string, string[]>(people.map((one) => [one.id, []]))
  const names = people
    .flatMap((one) => one.names.filter(Boolean).map((name) => ({ id: one.id, name })))
    .sort((a, b) => b.name.length - a.name.length)
  const finder = names.length
    ? new RegExp(
        `(?<![\\p{L}\\p{N}])(?:${names.map(({ name }) => escapeRegExp(name)).join('|')})(?![\\p{L}\\p{N}])`,
        'giu',
      )
    : null
  let about: readonly string[] = people.length === 1 ? [people[0]!.id] : []
  for (const sentence of text.split(/(?<=[.!?])\s+/)) {
    const found = finder ? [...sentence.matchAll(finder)] : []
    if (found.length === 0) {
      const who = everybody.test(sentence) ? people.map((one) => one.id) : oneOfThem.test(sentence) ? about : []
      for (const id of who) out.get(id)!.push(sentence)
      continue
    }
    const mentions = found.map((m) => ({
      at: m.index,
      end: m.index + m[0].length,
      id: names.find(({ name }) => name.toLowerCase() === m[0].toLowerCase())!.id,
    }))
    for (const [i, mention] of mentions.entries()) {
      let last = i
      while (last + 1 < mentions.length && together.test(sentence.slice(mentions[last]!.end, mentions[last + 1]!.at)))
        last++
      out.get(mention.id)!.push(sentence.slice(mentions[last]!.end, mentions[last + 1]?.at ?? sentence.length))
    }
    about = [mentions[0]!.id]
  }
  return out
}

/** The first rule that fits a clause tells; `only` for what is true at one end alone. Objects that look like verbs ("the drinks") do not count. */
const rules: readonly (readonly [RegExp, Pose | null, FrameEnd?])[] = [
  [/\b(?:sits?|sitting|sat)\s+(?:back\s+)?down\b/i, 'sit', 'end'],
  [
    /\b(?:stands?|gets?|rises?|jumps?)\s+up\b[^.]*\b(?:chair|seat|couch|sofa|table|bench|bed|stool)\b|\brises\b[^.]*\b(?:chair|seat|couch|sofa|table|bench|stool)\b/i,
    'sit',
    'start',
  ],
  [
    /\b(?:is|are|gets?|being|was)\s+(?:\w+ly\s+)?(?:slammed|hit|punched|slapped|smacked|shoved|pushed|thrown|grabbed|shot|struck|knocked)\b|\b(?:recoils?|staggers?|reels?|flinch(?:es)?|stumbles?)\b/i,
    'recoil',
  ],
  [/\b(?:at|behind) the wheel\b|\b(?:drives?|driving|steers?|steering)\b(?! (?:him|her|them|the point)\b)/i, 'drive'],
  [
    /\b(?:aims?|aiming|fires?|firing|shoots?|shooting)\b|\b(?:points?|pointing|raises?|raising|draws?|drawing|pulls?|levels?|holding|holds?|brandish\w*|cocks?)\b[^.,;]*\b(?:gun|pistol|rifle|revolver|shotgun|weapon)\b/i,
    'aim',
  ],
  [
    /\bhands? (?:up|in the air|over (?:his|her|their) heads?)\b|\b(?:raises?|raising|lifts?|throws?(?: up)?) (?:(?:both|up) )?(?:his|her|their) (?:hands|arms)\b|\bsurrenders?\b/i,
    'hands_up',
  ],
  [
    /\b(?:punch(?:es)?|punching|fights?|fighting|wrestles?|wrestling|slams|smacks|smacking|slaps|hits|hitting|kicks|kicking|attacks|attacking|struggles?|struggling|beats|beating|roughing|strikes|swings (?:at|a)|shoves|brawl\w*)\b/i,
    'fight',
  ],
  [
    /\bphone call\b|\b(?:on|into|to|holds?|holding|answers?|picks? up) (?:the|a|his|her|their) (?:cell ?|mobile ?|tele)?(?:phone|receiver|cell|mobile)\b|\b(?:phones|dials|dialing|dialling|phoning|telephones)\b|\bphone (?:to|at) (?:his|her|their) ear\b/i,
    'phone',
  ],
  [
    /(?<!\b(?:the|two|three|some|of|more|their|his|her|for|with|pours?|orders?|buys?|brings?|cold|soft|free|no) )\b(?:drinks?|drinking|drank|sips?|sipping|swigs?|swigging|gulps?|gulping|slurps?)\b|\b(?:raises?|raising|drains?|downs?|empties|takes? a (?:sip|swig|drink|gulp|pull))\b[^.,;]*\b(?:glass|beer|bottle|drink|cup|mug|wine|whiske?y|coffee|tea|of)\b|\btoasts?\b(?! (?:and|with|with)\b)/i,
    'drink',
  ],
  [
    /\b(?:points?|pointing|pointed)\b(?! blank)[^.,;]*\b(?:at|to|towards?|out|finger|across|up|down)\b|\bgestures? (?:at|to|towards?)\b/i,
    'point',
  ],
  [/(?<!\b(?:the|of|in|by) )\b(?:waves|waving|waved)\b(?! (?:crash|roll|break|of)\b)/i, 'wave'],
  [
    /(?<!\b(?:the|a|his|her|their|for a) )\b(?:runs?|running|sprints?|sprinting|races|racing|dash(?:es)?|dashing|bolts|flees?|fleeing|chases|chasing|rushes|rushing|charges|charging|gallops?|jogs?|jogging)\b(?! (?:his|her|a|an|the|out of|into trouble)\b)/i,
    'run',
  ],
  [
    /\b(?:kneels?|kneeling|crouch(?:es|ed|ing)?|squats?|squatting|ducks|cowers?|cowering|huddles?)\b|\bon (?:his|her|their|one) knees?\b/i,
    'kneel',
  ],
  [
    /\blies (?:on|in|down|there|still|back|beside|next|across|asleep|dead|face|flat|motionless|awake|under)\b|\b(?:lying|laying) (?:on|in|down|there|still|back|beside|next|across|asleep|dead|face|flat|motionless|awake|under)\b|\b(?:sleeps?|sleeping|asleep|unconscious|sprawled|collapses|faints)\b|\bis dead\b/i,
    'lie',
  ],
  [/\b(?:writes?|writing|types|typing|scribbles?|scribbling|draws a (?:picture|map|line))\b/i, 'write'],
  [/\b(?:sits|sit|sitting|seated|slumped)\b/i, 'sit'],
  [
    /\b(?:carr(?:y|ies|ying)|holds?|holding|bringing|brings|clutch(?:es|ing)|cradl(?:es|ing)|with (?:a|an|two|three|the|his|her) (?:\w+ )?(?:tray|beers?|cup|bottle|box|glass(?:es)?|bag|suitcase|cake|plate|baby|book|flowers|bouquet)s?)\b/i,
    'carry',
  ],
  [
    /\b(?:walks?|walking|strolls?|strolling|strides?|striding|enters?|entering|exits?|exiting|leaves|leaving|approach(?:es|ing)?|emerges?|emerging|paces?|pacing|wanders?|wandering|march(?:es|ing)?|crosses|crossing|steps|stepping|heads? (?:for|to|out|towards?)|comes?|coming|follows?|following)\b/i,
    'walk',
  ],
]
const comesIn =
  /\b(?:enters?|entering|emerges?|emerging|appears?|arrives?|arriving|joins (?:him|her|them)|(?:comes?|walks?|steps?|runs?|rush(?:es)?|bursts?|strides?|strolls?|barges?|slips?|sneaks?|stumbles?|wanders?|hurr(?:y|ies)) in(?:to)?)\b/i
const goesOut =
  /\b(?:exits?|exiting|leaves?(?= (?:the|through|by|via|with|him|her|them|in|without|and|alone|together|[.,;])|$|[.,;])|departs?|(?:walks?|steps?|runs?|rush(?:es)?|storms?|strides?|strolls?|slips?|sneaks?|drives?|speeds?|rides?|goes|hurr(?:y|ies)|wanders?|marches) (?:out|off|away))\b/i
const standsUp = /\b(?:stands?|gets?|rises?|jumps?)\s+(?:back\s+)?up\b/i

function poseOf(clause: string, frame: FrameEnd): Pose | null | undefined {
  if (standsUp.test(clause) && frame === 'end') return null
  for (const [words, pose, only] of rules)
    if (words.test(clause)) return only === undefined || only === frame ? pose : null
  return undefined
}

/** What the clauses about somebody make of one still: at the start what is told first, at the end what is told last. */
export function postureIn(clauses: readonly string[], frame: FrameEnd): Posture {
  const told = clauses.map((clause) => poseOf(clause, frame)).filter((pose) => pose !== undefined)
  const pose = frame === 'start' ? told[0] : told.at(-1)
  const all = clauses.join(' ')
  const moves = comesIn.test(all) ? 'in' : goesOut.test(all) ? 'out' : undefined
  return {
    ...(pose ? { pose } : {}),
    ...(moves ? { moves } : {}),
    ...(/\b(?:looks?|stares?|staring|looking|gazes?|turns?)\b[^.]*\b(?:camera|lens|at us|cross-?hairs)\b/i.test(all)
      ? { toCamera: true as const }
      : {}),
    ...(/\b(?:laugh(?:s|ing)?|giggl(?:es|ing)|chuckl(?:es|ing)|grins?|grinning|smiles?|smiling|beams|beaming)\b/i.test(
      all,
    )
      ? { laughs: true as const }
      : {}),
  }
}
