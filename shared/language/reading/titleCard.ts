const titleHeading = /\b(?:titles?|title card|title sequence|intertitle|credits)\b/i
const titleText = /^(?:main |opening |end )?(?:title(?: card)?|intertitle|card)s?\s*[:–—-]\s*(\S[^]*)$/i

/** The lines of a card with nothing on it but words: a scene of TITLES without a place, "TITLE CARD: Ten years later". */
export function titleLines(heading: string, text: string): readonly string[] | null {
  const told = titleText.exec(text.trim())?.[1]
  const place = /^\s*(?:INT|EXT|I\/E)\b/i.test(heading)
  const card = told ?? (!place && titleHeading.test(heading) && text.length < 400 ? text : null)
  if (card === null) return null
  const lines = card
    .split('\n')
    .map((line) =>
      line
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/^["“>]+\s*|\s*["”<]+$/g, ''),
    )
    .filter((line) => line !== '')
  return lines.length > 0 ? lines : null
}
