import type { ShotAngle, ShotSize } from '../../../model/shot'

export interface ShotWords {
  size: ShotSize | null
  angle: ShotAngle | null
  /** "pan left, zoom in"; empty when the text names none. */
  movement: string
}

/** A paragraph names its framing near its start; longer texts are not searched further. */
const searched = 2000

/** Capitals anywhere, in falling order: the first that is found gives the size. */
const sizes: [RegExp, ShotSize][] = [
  [/\b(?:EXTREME CLOSE(?:[- ]?UP)?|ECU|XCU|MACRO SHOT)\b/, 'extreme_close'],
  [/\b(?:MEDIUM CLOSE(?:[- ]?UP)?|MCU)\b/, 'medium_close'],
  [/\b(?:EXTREME (?:WIDE|LONG)|EWS|ELS|XWS|AERIAL(?: SHOT| VIEW)?)\b/, 'extreme_wide'],
  [/\b(?:MEDIUM (?:WIDE|LONG|FULL)|MWS|MLS|COWBOY SHOT|AMERICAN SHOT)\b/, 'medium_wide'],
  [/\b(?:TWO[- ]?SHOT|2[- ]SHOT)\b/, 'two_shot'],
  [/\b(?:OVER[- ](?:THE|HIS|HER|THEIR|[\p{Lu}'’]+['’]S)[- ]SHOULDER|OTS|O\.T\.S\.)/u, 'over_shoulder'],
  [/\b(?:POV|P\.O\.V\.?|POINT[- ]OF[- ]VIEW)(?![\p{L}])/u, 'pov'],
  [/\b(?:INSERT SHOT|INSERT(?= (?:ON|OF)\b)|INSERT(?=\s?[:–—-]))|^INSERT\b/, 'insert'],
  [
    /\b(?:CLOSE[- ]?UP|CLOSE (?:ON|SHOT|IN ON)|CLOSER ON|CU|TIGHT (?:ON|SHOT))\b|^(?:CLOSER?|TIGHT)\b(?=\s?(?:[:–—.-]|$))/,
    'close',
  ],
  [/\b(?:MEDIUM (?:SHOT|ON)|MED\.? SHOT|MID[- ]?SHOT)\b|^(?:MEDIUM)\b(?=\s?(?:[:–—.-]|$))/, 'medium'],
  [/\b(?:FULL (?:SHOT|BODY SHOT|FIGURE))\b/, 'full'],
  [
    /\b(?:WIDER? (?:SHOT|ANGLE|ON|VIEW)|ESTABLISHING|LONG SHOT|MASTER SHOT|EST\. SHOT)\b|\b(?:GO|CUT) WIDE\b|^(?:WIDER?|ESTABLISH)\b(?=\s?(?:[:–—.-]|$))|\bWS\b/,
    'wide',
  ],
]

/** The same in small letters, only where a sentence opens with it: "Close on his hand", "Wide shot of the valley". */
const sizeOpenings: [RegExp, ShotSize][] = [
  [/(?:^|[.!?…]\s+)(?:An? )?Extreme close(?:[- ]?up)?\b/i, 'extreme_close'],
  [/(?:^|[.!?…]\s+)(?:An? )?Medium close(?:[- ]?up)\b/i, 'medium_close'],
  [/(?:^|[.!?…]\s+)(?:An? )?Extreme (?:wide|long)\b/i, 'extreme_wide'],
  [/(?:^|[.!?…]\s+)(?:An? )?Two[- ]shot\b/i, 'two_shot'],
  [/(?:^|[.!?…]\s+)Over (?:the|his|her|\p{Lu}\p{Ll}+['’]s) shoulder\b/iu, 'over_shoulder'],
  [/(?:^|[.!?…]\s+)Insert (?:on|of|shot)\b|(?:^|[.!?…]\s+)Insert:/i, 'insert'],
  [
    /(?:^|[.!?…]\s+)(?:An? |We (?:are|go|move|cut) |In )?(?:Close(?:[- ]up)? (?:on|of|shot)|Close[- ]up[:,.]|Tight on)\b/i,
    'close',
  ],
  [/(?:^|[.!?…]\s+)(?:An? )?Medium shot\b/i, 'medium'],
  [/(?:^|[.!?…]\s+)(?:An? )?Full shot\b/i, 'full'],
  [
    /(?:^|[.!?…]\s+)(?:An? |We (?:are|go|cut) )?(?:Wide(?: shot| angle)? (?:on|of|shot|angle)|Wide shot|Wide angle|Establishing shot|Long shot)\b/i,
    'wide',
  ],
]

const angles: [RegExp, ShotAngle][] = [
  [/\b(?:LOW[- ]ANGLE|WORM['’]?S[- ]EYE)\b|\blow[- ]angle\b/, 'low'],
  [
    /\b(?:OVERHEAD(?= SHOT| VIEW| ANGLE|\s?[:–—.-]|$)|BIRD['’]?S[- ]EYE|TOP[- ]DOWN|TOP SHOT|GOD['’]?S EYE)|\b(?:overhead shot|bird['’]s[- ]eye view)\b|^OVERHEAD\b/,
    'overhead',
  ],
  [/\b(?:HIGH[- ]ANGLE)\b|\bhigh[- ]angle\b/, 'high'],
  [/\b(?:DUTCH(?: ANGLE| TILT)?|CANTED(?: ANGLE)?)\b|\b[Dd]utch (?:angle|tilt)\b/, 'dutch'],
  [/\b(?:EYE[- ]LEVEL)\b|\beye[- ]level shot\b/, 'eye'],
]

const way =
  '(?:\\s+(?:IN|OUT|UP|DOWN|LEFT|RIGHT|BACK|ALONG|ACROSS|OVER|AROUND|AWAY|TO|WITH|THROUGH|PAST|FROM|OFF|ONTO|INTO|BEHIND)\\b)'
/** Words with another plain meaning (a PAN, a CRANE, the TRACK) need a direction or the paragraph's start. */
const moves = [
  new RegExp(`\\b(?:WHIP|SWISH)[- ]PAN\\b`, 'g'),
  new RegExp(`\\b(?:PAN|PANS|TILT|TILTS|TRACK|TRACKS|DOLLY|DOLLIES|CRANE|CRANES|BOOM|BOOMS)${way}`, 'g'),
  new RegExp(
    `\\b(?:PANNING|TILTING|TRACKING|DOLLYING|CRANING|HANDHELD|HAND-HELD|STEADICAM|DRONE SHOT|CRANE SHOT|DOLLY ZOOM|RACK FOCUS)\\b${way}?`,
    'g',
  ),
  new RegExp(`\\b(?:PUSH|PUSHES|PUSHING)\\s+(?:IN|INTO|CLOSER|TOWARDS?)\\b`, 'g'),
  new RegExp(`\\b(?:PULL|PULLS|PULLING)\\s+(?:BACK|OUT|AWAY)\\b`, 'g'),
  new RegExp(`\\b(?:ZOOM|ZOOMS|ZOOMING)\\b${way}?`, 'g'),
  /^(?:PAN|TILT|TRACK|DOLLY|CRANE)\b(?=\s?[:–—.-]|$)/g,
]
/** In small letters only with "camera" or "we" before: "The camera pans left". */
const spokenMove =
  /\b(?:camera|[Ww]e)(?: (?:slowly|then|quickly|gently|smoothly))? ((?:pans?|tilts?|tracks?|dolly|dollies|pushes|push|pulls?|zooms?|cranes?|booms?|glides?|drifts?)(?: (?:in|out|up|down|left|right|back|along|across|over|around|away|through|past)\b)?)/g

/** Without any of these words a text in small letters names no framing. */
const mayFrame = /\b(?:shot|close|wide|insert|tight|shoulder|angle|long|dutch|eye|overhead|camera|we)\b/i

/** Reads size, angle and camera movement out of an action paragraph or heading (domain.md 11). */
export function readShotWords(text: string): ShotWords {
  const part = text.slice(0, searched).trim()
  const loud = /\p{Lu}{2}/u.test(part)
  if (!loud && !mayFrame.test(part)) return { size: null, angle: null, movement: '' }
  const size =
    ((loud ? sizes.find(([word]) => word.test(part)) : undefined) ??
      sizeOpenings.find(([word]) => word.test(part)))?.[1] ?? null
  const angle = angles.find(([word]) => word.test(part))?.[1] ?? null
  const found: { at: number; text: string }[] = []
  if (loud)
    for (const move of moves)
      for (const m of part.matchAll(move)) found.push({ at: m.index, text: m[0].toLowerCase().replace(/\s+/g, ' ') })
  for (const m of part.matchAll(spokenMove)) found.push({ at: m.index, text: m[1]! })
  found.sort((a, b) => a.at - b.at)
  const movement = [...new Set(found.map((f) => f.text))].join(', ').slice(0, 200)
  return { size, angle, movement }
}

const slugStart =
  /^(?:(?:EXTREME |MEDIUM )?CLOSE\b|CLOSER\b|TIGHT ON\b|ANGLE\b|(?:LOW|HIGH|REVERSE|NEW|WIDE|DUTCH) ANGLE\b|(?:EXTREME )?WIDER?\b|MEDIUM SHOT\b|TWO[- ]SHOT\b|FULL SHOT\b|LONG SHOT\b|OVER THE SHOULDER\b|ECU\b|CU\b|POV\b|INSERT\b|ESTABLISHING\b|OVERHEAD\b|AERIAL\b|TRACKING\b|ON\b|BACK TO\b)|\bPOV\b/

/**
 * Is the paragraph only a camera line ("CLOSE ON STEEL", "ANGLE ON THE DOOR:")? Such a line is no picture of its own: it
 * frames the paragraph or speech right after it.
 */
export function isCameraLine(text: string): boolean {
  const line = text.trim()
  return (
    line.length <= 80 && !line.includes('\n') && !/\p{Ll}/u.test(line) && !/[.!?…]\s/.test(line) && slugStart.test(line)
  )
}

const cut =
  '(?:(?:SLOW(?:LY)?|SMASH|MATCH|JUMP|HARD|QUICK|TIME|FLASH|INVISIBLE|CROSS)[- ])*(?:CUTS?|FADES?|DISSOLVES?|WIPES?|IRIS|BURN|SWISH PAN|WHIP PAN|CROSSFADE)'
const cutTarget =
  '(?:BLACK|WHITE|RED|PINK|BLUE|GREEN|GR[AE]Y|BLACK SCREEN|BLACKNESS|DARKNESS|TITLES?|TITLE CARD|CREDITS|FLASHBACK|PRESENT(?: DAY)?|COLOU?R)'
const transitionLine = new RegExp(
  `^(?:WE )?(?:${cut}(?: (?:IN|OUT|UP|DOWN|BACK))*(?: (?:TO|ON|FROM|INTO)(?: (?:THE )?${cutTarget})?)?|INTERCUT|(?:THE )?END|CONTINUED|BLACK ?OUT|FIN|TO BE CONTINUED|BACK TO SCENE)\\s*[.:…]*$`,
  'i',
)

/** Paragraphs that only name a cut: "FADE IN:", "SMASH CUT", "FADE TO BLACK." They make no shot. */
export function isTransitionLine(text: string): boolean {
  const line = text.trim()
  return line.length <= 60 && transitionLine.test(line)
}
