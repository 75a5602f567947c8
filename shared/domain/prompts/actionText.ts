import { standingAlone } from '../../language/reading/seen'
import { isDense } from '../../language/text/tokens'
import { wayOf, type Way } from '../../language/reading/ways'
import { lowerFirst } from '../../language/wording/phrases'
import type { Asset } from '../../model/asset'
import type { Shot } from '../../model/shot'
import type { ReadRecords } from '../../records/recordStore'
import type { Member } from '../lookup'
import type { StoryNames } from '../manifest/storyNames'
import { movesElsewhere, otherHalves } from './otherHalves'
import { joinSentences, setOf, titleCard } from './shotWords'
import {
  changeOf,
  clauseOf,
  hasTwoNames,
  moversOf,
  movesTold,
  predicateOf,
  tellsChange,
  toldSentences,
  turnTold,
  withNames,
  withoutMoves,
  type Moving,
  type ToldSentence,
} from '../told/toldSentences'

/** The action of a video: what is not told with a time, and the script's own words for what is. */
interface Action {
  readonly text: string
  readonly textAfter: string
  /** By asset. */
  readonly told: ReadonlyMap<string, string>
  readonly toldOfOthers: ReadonlyMap<string, string>
  readonly turnedInto: ReadonlySet<string>
  readonly changes: ReadonlyMap<string, string>
}

/**
 * The action for the video: without those who are not in it, and without the comings, goings and changes that are told
 * with their times.
 */
export function actionText(store: ReadRecords, names: StoryNames, shot: Shot, members: readonly Member[]): Action {
  const card = titleCard(store, shot)
  if (card)
    return {
      text: `A title card reads ${card}.`,
      textAfter: '',
      told: new Map(),
      toldOfOthers: new Map(),
      turnedInto: new Set(),
      changes: new Map(),
    }
  const moving = members.filter((m) => m.assignment.presence !== 'throughout')
  const changing = members
    .filter((m) =>
      store
        .list('transformationsOfShot', shot.id)
        .some((e) => e.sceneAssetInstanceId === m.instance.id && e.kind === 'within_shot' && !e.suspended),
    )
    .map((m) => m.asset)
  const isHere = (asset: Asset | null) => moving.some((m) => m.asset.id === asset?.id && m.assignment.enterAt === 0)
  const sentences = toldSentences(store, names, shot.text)
  const movers = moving.map((m) => m.asset).filter((a) => a.type !== 'location')
  const of: Moving = { assets: movers, set: setOf(store, shot), here: isHere }
  const moves = movesTold(sentences, of)
  const elsewhere = movesElsewhere(store, shot.id, sentences)
  const turnedElsewhere = otherHalves(store, shot.id).turns
  const told = new Map<string, string>()
  const toldOfOthers = new Map<string, string>()
  const changes = new Map<string, string>()
  const turnedInto = new Set<string>()
  const inPlace = (way: 'enters' | 'exits', side: 'enterFrom' | 'exitTo') =>
    moving.filter((m) => m.assignment.presence === way && m.assignment[side] === 'in_place').map((m) => m.asset.id)
  const [appearing, vanishing] = [inPlace('enters', 'enterFrom'), inPlace('exits', 'exitTo')]
  let previous: ToldSentence | undefined
  let moved = false
  const before: string[] = []
  const after: string[] = []
  for (const sentence of sentences) {
    const turn = vanishing.length === 1 ? turnTold(sentence, (id) => appearing.includes(id)) : null
    const words = turn && predicateOf(sentence, [turn])
    if (turn && words) {
      // "In a puff of green smoke he turns back into Freddie."
      const how = /^((?:In|With|Amid|By) [^,;.]{3,60}?),?\s+(?:he|she|it)\s/.exec(sentence.text)?.[1]
      told.set(vanishing[0]!, how ? `${words}, ${lowerFirst(how)}` : words)
      turnedInto.add(turn.to)
    }
    const movesHere = moves.get(sentence)!.length > 0 || (turn !== null && words !== null)
    const movement = [...moves.get(sentence)!, ...(elsewhere.get(sentence) ?? []), ...(turn && words ? [turn] : [])]
    for (const m of moving) {
      const mine = moves
        .get(sentence)!
        .filter((move) => moversOf(sentence, move, of).some((a) => a === null || a.id === m.asset.id))
      const fitting = mine.filter((move) => fitsPresence(m, wayOf(move, of.set, isHere(m.asset))))
      const which =
        { enters: fitting.slice(0, 1), exits: fitting.slice(-1) }[m.assignment.presence as 'enters' | 'exits'] ??
        fitting
      const [done] = which.filter((move) => move.done)
      const clause = done && clauseOf(sentence, done, names)
      if (clause && !told.has(m.asset.id)) toldOfOthers.set(m.asset.id, clause)
      const words = fitting.length > 0 && !done ? predicateOf(sentence, which) : null
      if (words !== null && !told.has(m.asset.id) && !names.names(words, m.asset)) told.set(m.asset.id, words)
      // In other languages the whole sentence stands, as none of its words can be put behind a name.
      if (
        words === null &&
        fitting.length > 0 &&
        !done &&
        isForeign(sentence, fitting) &&
        !toldOfOthers.has(m.asset.id)
      )
        toldOfOthers.set(m.asset.id, sentence.text.replace(/[\s.!]+$/u, ''))
    }
    const turned = changing.find((asset) => tellsChange(sentence, asset))
    const change = turned && changeOf(sentence, turned)
    if (turned && change && !changes.has(turned.id)) changes.set(turned.id, change)
    // "Where the gnome stood is now John" is the change of look, which is told with its time.
    if (turned || changing.some((asset) => hasTwoNames(sentence, asset))) continue
    if (members.some(({ asset }) => turnedElsewhere.includes(asset.id) && tellsChange(sentence, asset))) continue
    // "Comes in, takes her coat and leaves" of a crossing is told whole.
    const isWhole =
      movement.length > 1 && moving.some((m) => m.assignment.presence === 'passes_through' && told.has(m.asset.id))
    const rest = movement.length && !isWhole ? withoutMoves(sentence, movement, names) : null
    const kept = movement.length ? rest && { ...sentence, text: rest.text } : sentence
    if (movesHere && !(rest && !rest.later)) moved = true
    if (!kept) continue
    // "He" is clear only right behind the sentence that names him.
    const clear = previous !== undefined && previous.place === sentence.place - 1 && (!moved || after.length > 0)
    const follows = previous !== undefined && previous.place === sentence.place - 1
    const text = follows && (moved ? after : before).length > 0 ? kept.text : standingAlone(kept.text, false)
    ;(moved ? after : before).push(clear ? text : withNames({ text, who: kept.who }))
    if (movesHere) moved = true
    previous = sentence
  }
  return { text: joinSentences(before), textAfter: joinSentences(after), told, toldOfOthers, turnedInto, changes }
}

/** Is a move what a presence tells? A crossing comes and goes. */
function fitsPresence({ assignment: { presence } }: Member, way: Way | null): boolean {
  if (presence === 'passes_through') return way !== null
  return way === (presence === 'enters' ? 'in' : 'out')
}

/** Are the verbs of these moves of another language, so that they take no English words? */
const isForeign = ({ read: { tokens } }: ToldSentence, moves: readonly { readonly at: number }[]): boolean =>
  moves.every(({ at }) => {
    const verb = tokens.find(({ start }) => start === at)?.low ?? ''
    return isDense(verb) || !/(?:ing|ed)$|^(?:gone|left|come|go|run|enter|exit|exeunt|out|off|away|in|back)$/.test(verb)
  })
