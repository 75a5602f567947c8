import { moveIn, wordsOfSet, wayOf, type Way } from '../../language/reading/ways'
import type { Presence } from '../../model/assignment'
import type { Shot } from '../../model/shot'
import type { ReadRecords } from '../../records/recordStore'
import { activeMembers, neighbour } from '../lookup'
import { storyNames } from '../manifest/storyNames'
import { otherHalves } from '../prompts/otherHalves'
import { moversOf, toldSentences } from '../told/toldSentences'
import { presenceWords } from '../presence/presenceTimes'
import type { Finding, Fix } from './finding'

/**
 * Who leaves or comes in by the words of a shot while they are there throughout (domain.md 10.1). Only who is named, or
 * clearly meant; whoever was there at the end of the shot before has come already.
 */
export function textSaysOtherwise(store: ReadRecords, shot: Shot): Finding[] {
  if (!shot.text.trim()) return []
  const members = activeMembers(store, shot.id)
  const staying = members.filter(
    ({ asset, assignment }) =>
      assignment.presence === 'throughout' &&
      assignment.depicts === 'self' &&
      assignment.carriedBy === null &&
      asset.type === 'character',
  )
  if (!staying.length) return []
  const scene = store.must('scenes', shot.sceneId)
  const set = wordsOfSet(`${scene.intExt} ${scene.set}`)
  const names = storyNames(
    store,
    members.map((m) => m.asset),
  )
  const before = neighbour(store, shot, -1)
  const came = (instanceId: string) =>
    before !== undefined && !shot.timeJump && store.first('assignmentOf', `${before.id}/${instanceId}`)?.exitAt === 1
  const sentences = toldSentences(store, names, shot.text)
  const halves = otherHalves(store, shot.id)
  return staying.flatMap(({ asset, instance }): Finding[] => {
    const here = came(instance.id)
    const moving = { assets: [asset], set, here: () => here }
    const ways = sentences.flatMap((sentence) =>
      sentence.read.moves.flatMap((move): Way[] => {
        if (moveIn(move, set, here).weak || !moversOf(sentence, move, moving).some((a) => a?.id === asset.id)) return []
        const way = wayOf(move, set, here)
        if (way === null || (way === 'in' && here)) return []
        // Another half of the shot, which has the same words, shows it.
        const elsewhere =
          (way !== 'out' && halves.came.includes(asset.id)) || (way !== 'in' && halves.goes.includes(asset.id))
        return elsewhere ? [] : [way]
      }),
    )
    const presence = presenceBy(ways)
    if (!presence) return []
    const mend: Fix = {
      label: `${asset.name} ${presenceWords[presence]}`,
      command: 'assignment.set',
      input: { shotId: shot.id, assetId: asset.id, presence },
    }
    const says = { enters: 'comes in', exits: 'leaves', passes_through: 'comes and goes', throughout: '' }[presence]
    return [
      {
        code: 'TEXT_SAYS_OTHERWISE',
        key: `${shot.id}/${asset.id}`,
        shotIds: [shot.id],
        assetIds: [asset.id],
        facts: { text: shot.text.trim(), presence },
        message: () => `The text of ${shot.number} says that ${asset.name} ${says}; set is throughout.`,
        fixes: () => [mend],
      },
    ]
  })
}

/** What comings and goings in their order make of somebody; null where nothing, or where they would be there twice. */
function presenceBy(ways: readonly Way[]): Presence | null {
  const [first, last] = [ways[0], ways.at(-1)]
  if (!first || !last) return null
  if (first === 'across' || (first === 'in' && last === 'out')) return ways.length > 2 ? null : 'passes_through'
  if (ways.length > 1) return null
  return first === 'in' ? 'enters' : 'exits'
}
