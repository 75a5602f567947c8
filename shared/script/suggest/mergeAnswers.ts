import { foldName } from '../../domain/lookup'
import type { Presence } from '../../model/assignment'
import { barConfidence, type FoundAsset, type FoundPresence, type ScriptBreakdown } from '../scriptTypes'
import { sceneAnswerSchema, type SceneAnswer } from './sceneAnswer'

/** What a language model said of a scene of the breakdown, as it came. */
export interface AnsweredScene {
  sceneIndex: number
  answer: unknown
}

export interface MergedAnswers {
  breakdown: ScriptBreakdown
  /** What the answers did, for the report. */
  counts: { agreed: number; added: number; doubted: number; withoutEvidence: number; unreadable: number }
}

/** How far a quote may stand from the line that is named for it. */
const nearLines = 2
/** Nothing that only a model says becomes a bar unless it is that sure and its quote names whom it is about. */
const sureOfNew = 0.85
/** What a model alone can bring stays below what the words themselves say. */
const mostOfNew = 0.9

/**
 * The reader's breakdown with what a language model found besides. What has no evidence in the text is dropped. Where both say the same it is surer, where they
 * differ the surer one stands and is less sure, and whom only one of them sees waits as a suggestion unless it is sure (domain.md 9.4).
 */
export function mergeAnswers(
  breakdown: ScriptBreakdown,
  lines: readonly string[],
  answers: readonly AnsweredScene[],
): MergedAnswers {
  const counts: MergedAnswers['counts'] = { agreed: 0, added: 0, doubted: 0, withoutEvidence: 0, unreadable: 0 }
  const assets = [...breakdown.assets]
  const presences = new Map(breakdown.presences.map((p) => [placeOf(p), p]))
  for (const { sceneIndex, answer } of answers) {
    const parsed = sceneAnswerSchema.safeParse(answer)
    if (!parsed.success || !breakdown.scenes[sceneIndex]) {
      counts.unreadable++
      continue
    }
    for (const said of saidOf(parsed.data)) {
      const scene = breakdown.scenes[sceneIndex]
      const line = lineOf(lines, said.line, said.quote, scene)
      if (line === null || !scene.shots[said.shot - 1]) {
        counts.withoutEvidence++
        continue
      }
      const asset = assetNamed(assets, said.name, said.type)
      const evidence = { line, text: lines[line - 1]!.trim() }
      if (!asset && said.presence === 'absent') continue
      const key = asset?.key ?? `${said.type}/${foldName(said.name)}`
      const place = placeOf({ sceneIndex, shotIndex: said.shot - 1, assetKey: key })
      const read = presences.get(place)
      if (read) {
        const merged = weighed(read, said, evidence)
        presences.set(place, merged.presence)
        counts[merged.agrees ? 'agreed' : 'doubted']++
      } else if (said.presence !== 'absent' && says(lines[line - 1]!, asset ?? { name: said.name, forms: [] })) {
        if (!asset) assets.push(newAsset(key, said, line))
        presences.set(place, {
          sceneIndex,
          shotIndex: said.shot - 1,
          assetKey: key,
          ...timesOf(said.presence),
          enterFrom: null,
          exitTo: null,
          action: '',
          evidence,
          confidence:
            said.confidence >= sureOfNew ? Math.min(said.confidence, mostOfNew) : barConfidence * said.confidence,
        })
        counts.added++
      } else if (said.presence !== 'absent') counts.withoutEvidence++
    }
  }
  const place = new Map(assets.map((a, i) => [a.key, i]))
  return {
    breakdown: {
      ...breakdown,
      assets,
      presences: [...presences.values()].sort(
        (a, b) =>
          a.sceneIndex - b.sceneIndex || a.shotIndex - b.shotIndex || place.get(a.assetKey)! - place.get(b.assetKey)!,
      ),
    },
    counts,
  }
}

interface Said {
  type: 'character' | 'prop'
  name: string
  shot: number
  presence: Presence | 'absent'
  confidence: number
  line: number
  quote: string
}

const saidOf = ({ people, props }: SceneAnswer): Said[] => [
  ...people.map((p) => ({ type: 'character' as const, ...p })),
  ...props.map((p) => ({ type: 'prop' as const, presence: 'throughout' as const, ...p })),
]

const placeOf = (p: { sceneIndex: number; shotIndex: number; assetKey: string }) =>
  `${p.sceneIndex}/${p.shotIndex}/${p.assetKey}`

const plain = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’‘`]/g, "'")
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim()

/** The line that holds the quote, at the named one or close by, within the scene; null when nothing of the kind is written there. */
function lineOf(
  lines: readonly string[],
  line: number,
  quote: string,
  { startLine, endLine }: { startLine: number; endLine: number },
): number | null {
  const words = plain(quote)
  if (words === '') return null
  for (let away = 0; away <= nearLines; away++)
    for (const at of away === 0 ? [line] : [line - away, line + away])
      if (at >= startLine && at <= endLine && ` ${plain(lines[at - 1] ?? '')} `.includes(` ${words} `)) return at
  return null
}

function assetNamed(assets: readonly FoundAsset[], name: string, type: Said['type']): FoundAsset | undefined {
  const wanted = foldName(name)
  return assets.find((a) => a.type === type && [a.name, ...a.forms].some((form) => foldName(form) === wanted))
}

/** Does the line name it, by a word of its name at least? */
function says(line: string, { name, forms }: Pick<FoundAsset, 'name' | 'forms'>): boolean {
  const words = new Set(plain(line).split(' '))
  return [name, ...forms].some((form) =>
    plain(form)
      .split(' ')
      .some((word) => word.length > 2 && (words.has(word) || words.has(`${word}'s`))),
  )
}

/** Reader and model on one presence: together they are surer, against each other the surer one stands and is doubted. */
function weighed(
  read: FoundPresence,
  said: Said,
  evidence: FoundPresence['evidence'],
): { presence: FoundPresence; agrees: boolean } {
  if (said.presence === read.presence)
    return {
      presence: { ...read, confidence: 1 - (1 - read.confidence) * (1 - said.confidence / 2) },
      agrees: true,
    }
  const confidence = Math.abs(read.confidence - said.confidence / 2)
  if (said.presence === 'absent' || read.confidence >= said.confidence)
    return { presence: { ...read, confidence: Math.max(confidence, 0.05) }, agrees: false }
  return {
    presence: {
      ...read,
      ...timesOf(said.presence),
      enterFrom: null,
      exitTo: null,
      evidence,
      confidence: said.confidence,
    },
    agrees: false,
  }
}

/** Without a word of the text for the moment: a movement takes the middle of the shot. */
function timesOf(presence: Presence): Pick<FoundPresence, 'presence' | 'enterAt' | 'exitAt'> {
  const [enterAt, exitAt] = { throughout: [0, 1], enters: [0.5, 1], exits: [0, 0.5], passes_through: [0.25, 0.75] }[
    presence
  ] as [number, number]
  return { presence, enterAt, exitAt }
}

function newAsset(key: string, said: Said, line: number): FoundAsset {
  return {
    key,
    type: said.type,
    name: said.name,
    forms: [said.name],
    firstLine: line,
    cue: false,
    candidate: true,
    description: '',
  }
}
