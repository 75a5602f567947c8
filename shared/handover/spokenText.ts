import type { DialogueLine } from '../model/shot'

/** A speech in one line: "ALICE (V.O.): Where is he?" */
export function spokenText({ character, extension, parenthetical, text }: DialogueLine): string {
  const cue = [character, extension && `(${extension})`].filter(Boolean).join(' ')
  const manner = parenthetical ? `(${parenthetical.replace(/^\(|\)$/g, '')}) ` : ''
  return `${cue ? `${cue}: ` : ''}${manner}${text.replace(/\s+/g, ' ').trim()}`
}
