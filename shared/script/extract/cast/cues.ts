import { isOnPhone, isUnseen } from '../../../language/text/unseenVoice'
import { isTitle, nameKey, nameWords } from '../../../language/text/names'
import { compoundCues } from '../../../language/lexicon/screenWords'

/** Who speaks under a cue: nobody as such (ALL), one, or the members of a compound cue; and whether they are seen. */
export interface CueNames {
  names: string[]
  /** False for (V.O.), (O.S.) and the like: the speech is no evidence of presence (domain.md 9). */
  seen: boolean
  /** (ON PHONE): in sight only for who is there anyhow. */
  phone: boolean
  /** ALL, BOTH: those who are there speak. */
  everyone: boolean
}

/** Reads the names of a cue: "BRICK AND STEEL" is two, "STEEL'S VOICE" is Steel unseen, "ALL" is nobody of his own. */
export function readCue(cue: string, extension: string, cues?: ReadonlySet<string>): CueNames {
  let seen = !isUnseen(extension)
  const phone = isOnPhone(extension)
  let key = nameKey(cue).replace(/[\s,:;]+$/, '')
  const dotted = key.replace(/[\s-–—]*\b(?:V\.O\.?|O\.S\.?|O\.C\.?|CONT'D)\s*$|\s*[-–—]\s*(?:VO|OS|OC)\s*$/, '')
  // "OTTO VO" where OTTO speaks too; NICK VO is a name.
  const plain = key.replace(/ (?:VO|OS|OC)$/, '')
  const bare = dotted !== key ? dotted : plain !== key && cues?.has(plain) ? plain : key
  if (bare !== key && bare !== '') {
    if (!/CONT'D\s*$/.test(key)) seen = false
    key = bare
  }
  const voice = /^(.+?)'S VOICE$|^(.+S)' VOICE$/.exec(key)
  if (voice) {
    seen = false
    key = voice[1] ?? voice[2]!
  }
  if (isVoiceName(key)) seen = false
  if (/^(?:BOTH|ALL)\b/.test(key) || compoundCues.has(key)) return { names: [], seen, phone, everyone: true }
  const withTwo = key.split(/ WITH /).map((p) => nameKey(p))
  // MAN WITH BEARD is one; ANNA WITH BO are two who speak elsewhere as well.
  const two = withTwo.length > 1 && withTwo.every((p) => cues?.has(p))
  const parts = withFamily(
    key
      .split(two ? /\s*(?:[&+/,]|\bAND\b|\bWITH\b)\s*/ : /\s*(?:[&+/,]|\bAND\b)\s*/)
      .map((p) => nameKey(p))
      .filter((p) => p !== ''),
  )
  if (parts.length > 1 && parts.every((p) => /\p{L}/u.test(p)))
    return { names: [...new Set(parts.filter((p) => !compoundCues.has(p)))], seen, phone, everyone: false }
  return { names: key === '' ? [] : [key], seen, phone, everyone: false }
}

/** A VOICE, a MALE VOICE, the RADIO ANNOUNCER: whatever stands there, nobody of that name is seen. */
export const isVoiceName = (key: string): boolean =>
  /(?:^|\s)VOICES?$|^VOICES? (?:ON|OVER|FROM|IN)\b|^(?:RADIO|LOUDSPEAKER|TANNOY|INTERCOM|VOICEMAIL|ANSWERING MACHINE|GPS|SAT-?NAV)(?: (?:ANNOUNCER|NEWSREADER|PRESENTER|HOST|DJ|VOICE|DISPATCHER?|MESSAGE|NEWS))?$/.test(
    key,
  )

/** "MR. & MRS. HALE": he is MR. HALE. */
function withFamily(parts: string[]): string[] {
  const family = nameWords(parts.at(-1) ?? '').slice(1)
  return parts.map((part, i) => {
    const words = nameWords(part)
    const bareTitle = i < parts.length - 1 && words.length === 1 && isTitle(words[0]!) && family.length > 0
    return bareTitle && isTitle(nameWords(parts.at(-1)!)[0]!) ? `${part} ${family.join(' ')}` : part
  })
}
