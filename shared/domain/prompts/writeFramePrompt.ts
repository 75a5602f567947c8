import type { FrameBrief } from './briefs'
import { manifestToken, mention } from '../manifest/mentions'
import { figureWords, placeWords } from '../blocking/placement'
import { anchorNames } from './anchorNames'
import { sentenceEnd, withoutCapitals } from '../../language/wording/phrases'
import { setWords, shotLine } from './shotPhrases'

/** The fixed clause that keeps the end frame true to the shot without naming anything of the start frame (domain.md 4). */
const constancy = 'Same set, same light and same lens as in the rest of the shot.'

/** The deterministic writer of start and end prompts; answers text with mention tokens. Source: domain.md 4. */
export function writeFramePrompt(brief: FrameBrief): string {
  const body = [
    [shotLine(brief.shot, anchorNames(brief.movement, brief.subjects)), setLine(brief)].filter(Boolean).join(' '),
    stateLine(brief),
    compositionLine(brief),
    brief.frame === 'end' ? constancy : '',
    brief.style ? `Style: ${sentenceEnd(brief.style)}` : '',
    constraints(brief),
  ]
  return `${manifestToken}\n\n${body.filter(Boolean).join('\n')}`
}

function setLine(brief: FrameBrief): string {
  const locations = brief.subjects.filter((s) => s.asset.type === 'location').map((s) => mention(s.asset.id))
  return setWords(brief.scene, locations)
}

function stateLine(brief: FrameBrief): string {
  const when = brief.frame === 'start' ? 'As the shot begins' : 'As the shot ends'
  if (brief.state)
    return `${brief.stateIsDeed ? when.replace('shot', 'action') : when}: ${sentenceEnd(withoutCapitals(anchorNames(brief.state, brief.subjects)))}`
  const speaker = brief.frame === 'start' ? brief.speakers[0] : brief.speakers.at(-1)
  if (!speaker) return ''
  return `${when}: ${mention(speaker.asset.id)} ${brief.frame === 'start' ? 'is about to speak' : 'has just spoken'}.`
}

/** "In frame: Alice (…) at left third, full figure, facing right." Nobody is said to stand: the action may have them sit. */
function compositionLine(brief: FrameBrief): string {
  const parts = brief.subjects.flatMap((s) => {
    const at = brief.placements.get(s.asset.id)
    if (!at) return []
    const name = `${mention(s.asset.id)} ${placeWords(at.x)}`
    return [s.asset.type === 'prop' ? name : `${name}, ${figureWords(at.scale)}, facing ${at.flip ? 'left' : 'right'}`]
  })
  return parts.length ? `In frame: ${parts.join('; ')}.` : ''
}

function constraints(brief: FrameBrief): string {
  return brief.subjects.some((s) => s.asset.type === 'character') ? 'No other people, no text.' : 'No people, no text.'
}
