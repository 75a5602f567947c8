const to = String.raw`(?:\s*[-–—:.]\s*.*|\s+(?:BETWEEN|WITH|OF|ON|TO|IN)\b.*)?`
const mark = new RegExp(
  `^[([]?(?:INTERCUT(?:TING)?\\b.*|(?:BEGIN |START |END |END OF |RESUME )?(?:THE )?(?:[A-Z' -]{1,30} )?(?:MONTAGE|SERIES OF (?:SHOTS|IMAGES|CUTS)|QUICK CUTS)${to}|(?:BEGIN|START|END|END OF|RESUME) (?:THE )?(?:FLASH[- ]?(?:BACKS?|FORWARDS?)|DREAM(?: SEQUENCE)?|MEMORY|FANTASY|NIGHTMARE|INTERCUT|INTERCUTTING|INSERT)|BACK TO (?:THE )?(?:SCENE|PRESENT(?: DAY)?|REALITY|SHOW)|RETURN TO (?:THE )?(?:SCENE|PRESENT))\\s*[:.]?[)\\]]?$`,
)

/**
 * Is the paragraph only a mark of how shots are joined: INTERCUT, BEGIN MONTAGE, SERIES OF SHOTS, END FLASHBACK, BACK TO SCENE? It is no shot of its own,
 * but tells whoever reads on where the shots are (domain.md 11.2).
 */
export function isMark(text: string): boolean {
  const line = text.trim()
  return line.length <= 100 && !line.includes('\n') && !/\p{Ll}/u.test(line) && mark.test(line)
}

/** The beats of a list begin so: "1.", "A)", "--", a bullet. */
const bullet = /^(?:\(?(?:\d{1,2}|[A-Z])[.)]|-{1,3}|[–—•*·▪●])\s+(?=\S)/u

/**
 * A paragraph whose lines are the beats of a list, each with its line: every beat is a shot. Null when it is none. What stands above the first beat
 * belongs to it.
 */
export function listedBeats(text: string): { text: string; line: number }[] | null {
  const lines = text.split('\n')
  const heads = lines.filter((line) => bullet.test(line.trim())).length
  if (heads < 2 || (heads < lines.length / 3 && !bullet.test(lines[0]!.trim()))) return null
  const beats: { text: string; line: number }[] = []
  lines.forEach((raw, line) => {
    const own = raw.trim()
    if (bullet.test(own) || beats.length === 0) beats.push({ text: own.replace(bullet, ''), line })
    else beats.at(-1)!.text += `\n${own}`
  })
  return beats.filter((beat) => beat.text !== '')
}

/** One beat of a list in a paragraph of its own: "A) Otto eats." */
export const withoutBullet = (text: string): string => (text.includes('\n') ? text : text.replace(bullet, ''))
