import type { Asset } from '../model/asset'
import type { Scene } from '../model/scene'
import type { Shot } from '../model/shot'
import { setTransformation } from '../domain/looks/transformationRules'
import { createLook } from '../domain/assets/assetRules'
import { ensureInstance } from '../domain/presence/setAssignment'
import { TestProject } from './testProject'

export interface ExampleProject extends TestProject {
  room: Scene
  garden: Scene
  roomShots: Shot[]
  gardenShots: Shot[]
  alice: Asset
  bob: Asset
  livingRoom: Asset
  gnome: Asset
  letter: Asset
}

/** A small project with something of everything: two scenes, pictured and unpictured assets, each presence, a change of look, a suggestion. */
export function exampleProject(): ExampleProject {
  const p = new TestProject() as ExampleProject
  p.room = p.scene('INT. LIVING ROOM - NIGHT')
  p.roomShots = p.shots(p.room, 4, { text: 'Alice waits by the window. Bob pours tea.' })
  p.garden = p.scene('EXT. GARDEN - NIGHT')
  p.gardenShots = p.shots(p.garden, 3, { text: 'The gnome stands by the pond.' })
  p.alice = p.asset('character', 'Alice', { description: 'red-haired woman in blue dress, mid-20s', picture: true })
  p.bob = p.asset('character', 'Bob', { description: 'tall man with dark beard, wearing grey suit', picture: true })
  p.livingRoom = p.asset('location', 'Living Room', { description: 'warm-lit room with leather couch', picture: true })
  p.gnome = p.asset('character', 'Garden Gnome', { aliases: ['gnome'] })
  p.letter = p.asset('prop', 'Letter')
  for (const shot of p.roomShots) p.put(shot, p.livingRoom)
  p.roomShots.slice(0, 3).forEach((shot) => p.put(shot, p.bob))
  p.put(p.roomShots[0]!, p.alice, { presence: 'enters' })
  p.put(p.roomShots[1]!, p.alice)
  p.put(p.roomShots[2]!, p.alice, { presence: 'exits' })
  p.put(p.roomShots[1]!, p.letter, { presence: 'passes_through' })
  for (const shot of p.gardenShots) p.put(shot, p.gnome)
  const human = p.run((draft) =>
    createLook(draft, { assetId: p.gnome.id, name: 'Human', description: 'barefoot man in a green pullover' }),
  )
  p.run((draft) =>
    setTransformation(draft, {
      sceneAssetInstanceId: p.instanceId(p.garden, p.gnome),
      kind: 'within_shot',
      shotId: p.gardenShots[1]!.id,
      at: 0.5,
      fromLookId: p.gnome.defaultLookId,
      toLookId: human.id,
    }),
  )
  p.run((draft) =>
    draft.add('suggestions', {
      id: draft.newId(),
      shotId: p.roomShots[3]!.id,
      assetId: p.letter.id,
      presence: 'throughout',
      enterAt: 0,
      exitAt: 1,
      enterFrom: null,
      exitTo: null,
      evidence: { line: 3, text: 'A LETTER' },
      state: 'open',
      ordinal: 0,
    }),
  )
  p.take(p.roomShots[0]!, 'startFrame')
  // A scene with an asset but no assignment yet: the first opening fills it.
  const cellar = p.scene('INT. CELLAR - DAY')
  p.shots(cellar, 2)
  p.run((draft) => ensureInstance(draft, cellar.id, p.bob.id))
  return p
}
