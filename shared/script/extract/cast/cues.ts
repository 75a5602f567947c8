import { isOnPhone, isUnseen } from '../../../language/text/unseenVoice'
import { nameKey } from '../../../language/text/names'
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
export function readCue(cue: string, extension: string): CueNames {
  let seen = !isUnseen(extension)
  const phone = isOnPhone(extension)
  let key = nameKey(cue).replace(/[\s,:;]+$/, '')
  const bare = key.replace(/[\s-–—]*\b(?:V\.O\.?|O\.S\.?|O\.C\.?|CONT'D|VO|OS)\s*$/, '')
  if (bare !== key && bare !== '') {
    if (!/CONT'D\s*$/.test(key)) seen = false
    key = bare
  }
  const voice = /^(.+?)(?:'S|S') VOICE$/.exec(key)
  if (voice) {
    seen = false
    key = voice[1]!
  }
  if (/^(?:BOTH|ALL)\b/.test(key) || compoundCues.has(key)) return { names: [], seen, phone, everyone: true }
  const parts = key
    .split(/\s*(?:[&+/,]|\bAND\b|\bWITH\b)\s*/)
    .map((p) => nameKey(p))
    .filter((p) => p !== '')
  if (parts.length > 1 && parts.every((p) => /\p{L}/u.test(p)))
    return { names: [...new Set(parts.filter((p) => !compoundCues.has(p)))], seen, phone, everyone: false }
  return { names: key === '' ? [] : [key], seen, phone, everyone: false }
}
