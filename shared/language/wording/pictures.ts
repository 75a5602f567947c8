/** What somebody is seen on or in that is not there in person: photographs, posters, screens, mirrors. */
const pictureNoun =
  /\b(photograph|photo|snapshot|polaroid|picture|portrait|painting|drawing|sketch|poster|billboard|mural|mirror|reflection|screen|monitor|television|tv|phone|tablet|laptop|video|newspaper|magazine|passport|wanted poster|locket|frame)s?\b/i
const within =
  /\b(?:mirror|reflection|painting|portrait|drawing|sketch|newspaper|magazine|passport|locket|frame|video)s?\b/i

/**
 * "on the photograph", "in the mirror": where the picture of somebody is seen.
 * @param said in the user's words; empty = as a text tells, else just a picture
 */
export function pictureWords(said: string, text: string): string {
  const own = said.trim()
  const noun = own ? '' : (pictureNoun.exec(text)?.[1]?.toLowerCase() ?? '')
  const what = own
    ? /^(?:an?|the|his|her|their|its|[\p{Lu}]\p{L}*['’]s)\s/u.test(own)
      ? own
      : `the ${own}`
    : noun
      ? `the ${noun === 'tv' ? 'TV' : noun}`
      : 'a picture'
  if (/^(?:in|on|inside|behind)\s/i.test(own)) return own
  return `${within.test(what) ? 'in' : 'on'} ${what}`
}
