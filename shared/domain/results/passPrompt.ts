import { percentRange } from '../../language/unitWords'
import type { FrameEnd } from '../../model/common'
import type { BoxForm } from '../../model/profile'
import type { FrameDescription } from '../../drawing/frameDescription'
import { clamp } from '../../model/numbers'
import type { ReadRecords } from '../../records/recordStore'
import { anchorPhrases } from '../manifest/anchors'
import { frameBrief, type FrameBrief } from '../prompts/briefs'
import { describeFrame } from '../blocking/describeFrame'
import { subjectBox } from '../../drawing/subjectBox'
import { chosenWords, sentText } from './resultInputs'
import { inDialect } from '../prompts/dialect'
import { writeFramePrompt } from '../prompts/writeFramePrompt'
import { escapeRegExp } from '../../language/text/escapeRegExp'
import { manifestText, referencesTitle, subjectsOf } from '../manifest/manifest'
import { renderMentions, type MentionBook } from '../manifest/mentions'
import type { PassPlan, PlannedPass } from '../passes/passPlan'
import { editRegion } from '../passes/editRegion'
import type { GeneratorProfile } from '../passes/profiles'
import { listWords, sentenceEnd } from '../../language/wording/phrases'
import { anchorPlaceOf } from '../prompts/renderPrompt'

/** The line of the manifest that stands for the picture it builds on. */
const basePlateLine = {
  pass: 'Image #1: base plate — keep everything unchanged',
  start: 'Image #1: start frame — keep its set, light and lens',
}

/** What is said of the boxes that go along with a pass (domain.md 5.14). */
const boxFormWords: Readonly<Record<BoxForm, readonly string[]>> = {
  none: [],
  mask: ['Change only the masked area of Image #1.'],
  markup: ['The frames laid over Image #1 show where: put what is added inside them, and draw no frames.'],
}

/**
 * What is sent with each pass of a frame (domain.md 5): preamble, this pass's manifest, body. Images are numbered within the pass; assets that are
 * not sent in it have no number. A frame of one pass has no preamble: its prompt is the frame's. All in the wording of the generator's models.
 */
export function passPrompts(
  store: ReadRecords,
  shotId: string,
  frame: FrameEnd,
  plan: PassPlan,
  profile: Pick<GeneratorProfile, 'traits' | 'kind' | 'boxForm'>,
): string[] {
  const brief = frameBrief(store, shotId, frame, undefined, profile.traits)
  const description = describeFrame(store, shotId, frame)
  const boxes = boxWords(description)
  const whole = sentText(store, shotId, frame)
  const chosen = chosenWords(store, shotId, frame)
  return plan.passes.map((pass, i) => {
    const later = new Set(plan.passes.slice(i + 1).flatMap((p) => p.assetIds))
    const text = later.size === 0 ? whole : bodyUpTo(store, shotId, frame, later, chosen)
    const numbers = new Map(
      pass.references.flatMap((r) => (r.assetId !== null && r.index !== null ? [[r.assetId, r.index] as const] : [])),
    )
    const book = bookOf(brief, numbers, profile.traits)
    const body = renderMentions(
      text,
      book,
      manifestOfPass(brief, pass, numbers, profile.traits),
      (id) => store.get('assets', id)?.name ?? 'somebody',
    )
    const marked = editRegion(description, pass) ? boxFormWords[profile.boxForm ?? 'none'] : []
    return inDialect([...preamble(brief, plan, pass, boxes, marked), body].filter(Boolean).join('\n\n'), profile.kind)
  })
}

/**
 * The body of a pass that others follow: of assets of this pass and those before it alone (domain.md 5.5). Words that
 * somebody chose lose the sentences and the places that speak of what comes later.
 */
function bodyUpTo(
  store: ReadRecords,
  shotId: string,
  frame: FrameEnd,
  later: ReadonlySet<string>,
  chosen: string | null,
): string {
  if (chosen === null) {
    const here = subjectsOf(store, shotId, frame).flatMap(({ asset }) => (later.has(asset.id) ? [] : [asset.id]))
    return writeFramePrompt(frameBrief(store, shotId, frame, undefined, true, new Set(here)))
  }
  const names = [...later].map((id) => store.get('assets', id)?.name ?? id)
  const speaksOfLater = (part: string) =>
    [...later].some((id) => part.includes(`:${id}}}`)) ||
    names.some((name) => new RegExp(`(?<![\\p{L}\\p{N}])${escapeRegExp(name)}(?![\\p{L}\\p{N}])`, 'iu').test(part))
  return chosen
    .split('\n')
    .map((line) =>
      line
        .split(/(?<=[.!?。！？])\s+/u)
        .flatMap((sentence) => {
          if (!speaksOfLater(sentence)) return [sentence]
          const parts = sentence.split(/;\s*/)
          const kept = parts.filter((part) => !speaksOfLater(part))
          return parts.length > 1 && kept.length ? [sentenceEnd(kept.join('; '))] : []
        })
        .join(' '),
    )
    .join('\n')
}

/** Names, anchors and numbers as they are in one pass. */
function bookOf(brief: FrameBrief, numbers: ReadonlyMap<string, number>, traits: boolean): MentionBook {
  const anchors = anchorPhrases(
    brief.subjects.map((s) => ({
      assetId: s.asset.id,
      name: s.asset.name,
      type: s.asset.type,
      description: s.description,
      index: numbers.get(s.asset.id) ?? null,
      ...anchorPlaceOf(brief.placements.get(s.asset.id)),
    })),
    traits,
  )
  return new Map(
    brief.subjects.map(({ asset }) => [
      asset.id,
      { name: asset.name, anchor: anchors.get(asset.id) ?? '', index: numbers.get(asset.id) ?? null },
    ]),
  )
}

function manifestOfPass(
  brief: FrameBrief,
  pass: PlannedPass,
  numbers: ReadonlyMap<string, number>,
  traits: boolean,
): string {
  const here = brief.subjects.filter((s) => pass.assetIds.includes(s.asset.id))
  const entries = here.flatMap((s) => (numbers.has(s.asset.id) ? [{ ...s, index: numbers.get(s.asset.id)! }] : []))
  const numberOf = (role: 'marks' | 'style') => pass.references.find((r) => r.role === role)?.index
  const list = manifestText(
    entries,
    here.filter((s) => !numbers.has(s.asset.id)),
    traits,
    { marks: numberOf('marks'), style: numberOf('style') },
  )
  if (!pass.basePlate) return list
  const rest = list.startsWith(referencesTitle) ? list.slice(referencesTitle.length + 1) : list
  return [referencesTitle, basePlateLine[pass.index === 1 ? 'start' : 'pass'], rest].filter(Boolean).join('\n')
}

function preamble(
  brief: FrameBrief,
  plan: PassPlan,
  pass: PlannedPass,
  boxes: ReadonlyMap<string, string>,
  marked: readonly string[],
): string[] {
  const count = plan.passes.length
  const note = pass.note ? [`Note: ${sentenceEnd(pass.note)}`] : []
  const onStart = plan.startTake !== null && pass.index === 1
  if (count < 2 && !onStart) return note
  const added = brief.subjects.filter((s) => pass.assetIds.includes(s.asset.id))
  const names = added.map((s) => s.asset.name)
  const places = added.flatMap((s) => (boxes.has(s.asset.id) ? [`${s.asset.name}: ${boxes.get(s.asset.id)!}.`] : []))
  const task = onStart
    ? `Pass 1 of ${count}. Image #1 is the start frame of this shot: keep its set, light and lens unchanged, and show only ${listWords(names) || 'the empty set'}.`
    : pass.basePlate
      ? `Pass ${pass.index} of ${count}. Image #1 is the base plate: keep everything in it unchanged, and add only ${listWords(names)}.`
      : `Pass 1 of ${count}. Show only ${listWords(names) || 'the empty set'}; leave room for what later passes add.`
  return [[task, ...places, ...marked, ...note].join('\n')]
}

/** Where each subject stands, in whole percent of the frame and cut to it. */
function boxWords(description: FrameDescription): Map<string, string> {
  const part = (px: number, side: number) => clamp(px / side, 0, 1)
  return new Map(
    description.subjects.map((subject) => {
      const box = subjectBox(description, subject)
      const { width, height } = description
      const across = percentRange(part(box.x, width), part(box.x + box.width, width))
      const down = percentRange(part(box.y, height), part(box.y + box.height, height))
      return [subject.assetId, `box ${across} from the left, ${down} from the top`]
    }),
  )
}
