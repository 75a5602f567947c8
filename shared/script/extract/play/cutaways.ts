import { bodyParts } from '../../../language/lexicon/things'
import type { ReadBeat } from './readBeats'

/** Shots of a scene that look elsewhere, from the first to the last. */
export interface Cutaway {
  from: number
  to: number
}

/** "FLASHBACK:", "QUICK FLASH", "ARCHIVE:", "INSERT - a watch". In capitals only. */
const opens =
  /^[[(]?(?:(?:QUICK|BRIEF|SUDDEN|BEGIN|START)\s+)?(?:FLASH(?:[- ]?(?:BACKS?|FORWARDS?|CUTS?|FRAMES?))?|MEMORY|DREAM(?: SEQUENCE)?|NIGHTMARE|FANTASY|VISION|ARCHIV(?:E|AL)(?: FOOTAGE)?|STOCK(?: FOOTAGE)?|HOME MOVIE|NEWSREEL|TITLE CARD|INSERT)(?=\s*[:.,–—-]|\s+(?:OF|ON|TO|FROM|SHOT)\b|\s*[\])]?$|\s+\p{Ll})/u
/** "Archive footage: ...", "Photographs of Otto": a shot that opens so shows pictures alone. */
const shows =
  /^(?:(?:archival|archive|stock|old|news|black-and-white|grainy|home|super[- ]8|vhs|shaky|faded|yellowed|more) )*(?:footage|photographs|photos|film clips?|newsreels?|clippings|stills|home movies?|snapshots|drawings|animation)(?::|\s+(?:of|from|shows?|show)\b)/i
/** Of those the ones that go on until the scene is said to be back. */
const lasting =
  /^[[(]?(?:(?:QUICK|BRIEF|SUDDEN|BEGIN|START)\s+)?(?:FLASH[- ]?(?:BACKS?|FORWARDS?)|DREAM|NIGHTMARE|FANTASY|MEMORY|VISION)/
const montage =
  /^[([]?(?:BEGIN |START )?(?:THE )?(?:[A-Z' -]{1,30} )?(?:MONTAGE|SERIES OF (?:SHOTS|IMAGES|CUTS)|QUICK CUTS)\b/
const returns =
  /^[[(]?(?:BACK (?:TO|IN|ON)\b|END (?:OF )?(?:THE )?(?:[A-Z' -]{0,30})?(?:MONTAGE|SERIES|QUICK CUTS|FLASH|DREAM|MEMORY|NIGHTMARE|FANTASY|VISION|INSERT)|RETURN TO\b|RESUME\b|PRESENT DAY\b|THE PRESENT\b)/
const closeOn =
  /^(?:(?:EXTREME |VERY |TIGHT )?CLOSE(?:[- ]?UP)?(?: (?:SHOT|IN))?(?: (?:ON|OF))?|E?CU|MACRO|TIGHT)(?=\s*[:–—-]|\s+(?:ON|OF|A|AN|THE|\p{Ll}|\p{Lu}))/u

/** The stretches of a scene that look elsewhere: nobody of the scene around is in them (domain.md 9.4). */
export function findCutaways(beats: readonly ReadBeat[]): Cutaway[] {
  const found: Cutaway[] = []
  const shots = new Map<number, ReadBeat[]>()
  for (const beat of beats) {
    const own = shots.get(beat.beat.shotIndex)
    if (own) own.push(beat)
    else shots.set(beat.beat.shotIndex, [beat])
  }
  const marked = (shot: number, sign: RegExp): boolean =>
    (shots.get(shot) ?? []).some(
      ({ beat }) => (beat.kind === 'action' || beat.kind === 'mark') && sign.test(beat.text.trimStart()),
    )
  const last = Math.max(-1, ...shots.keys())
  let inMontage = false
  for (let shot = 0; shot <= last; shot++) {
    if (marked(shot, returns)) {
      inMontage = false
      continue
    }
    const opened = shots.get(shot)?.find(({ beat }) => beat.kind === 'mark' && opens.test(beat.text))
    inMontage ||= marked(shot, montage)
    // Each shot of a montage is somewhere else.
    if (inMontage && !opened) {
      found.push({ from: shot, to: shot })
      continue
    }
    const first = opened ?? shots.get(shot)?.find(({ beat }) => beat.kind !== 'mark')
    const text = first && first.beat.kind !== 'cue' ? first.beat.text.trimStart() : ''
    if (opens.test(text) || shows.test(text)) {
      let to = shot
      if (lasting.test(text)) {
        let end = shot + 1
        while (end <= last && !marked(end, returns)) end++
        if (end <= last) to = end - 1
      }
      found.push({ from: shot, to })
      shot = to
    } else if (closeOn.test(text) && showsThing(shots.get(shot)!)) found.push({ from: shot, to: shot })
  }
  return found
}

/** A near shot of something, with nobody's hand, face or name in it. */
function showsThing(beats: readonly ReadBeat[]): boolean {
  return beats.every(
    ({ beat, sentences }) =>
      (beat.kind === 'action' || beat.kind === 'mark') &&
      !sentences.some(({ tokens }) =>
        tokens.some(
          ({ name, low }) =>
            name !== undefined ||
            bodyParts.has(low) ||
            /^(?:he|she|they|his|her|him|their|them|who|somebody|someone)$/.test(low),
        ),
      ),
  )
}
