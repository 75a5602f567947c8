import { createProfile } from '../domain/passes/profileRules'
import { expect, test } from 'vitest'
import type { Shot } from '../model/shot'
import type { CommandInputs, CommandName } from './inputSchemas'
import { impactOfCommand, proposedCommand } from './proposeCommand'
import { commands, type Command } from './rules'
import { invertChange, isEmptyChange } from '../records/change'
import { propose } from '../records/draft'
import { Refusal } from '../records/refusal'
import { addScript } from '../testing/addScript'
import { TestProject } from '../testing/testProject'
import { createLook, deleteAsset } from '../domain/assets/assetRules'
import { findingsFrom, findingsOfShot } from '../domain/continuity/continuity'
import { dismissNote } from '../domain/continuity/dismiss'
import { shotFreshness, shotStatuses } from '../domain/results/freshness'
import { mergeAssets } from '../domain/merging/mergeAssets'
import { ensureInstance } from '../domain/presence/setAssignment'
import { addMark } from '../domain/marks/markRules'
import { placeSound } from '../domain/sound/clipRules'
import { saveTemplate } from '../domain/presence/templates'
import { setTransformation } from '../domain/looks/transformationRules'

/** The name of the first note at a shot. */
const noteOf = (p: TestProject, shot: Shot) => {
  const { code, shotIds, assetIds } = findingsOfShot(p.store, shot.id)[0]!
  return { code, shotIds: [...shotIds], assetIds: [...assetIds] }
}

/** A project of scenes of ten shots each; the first scene is the same whatever the size. */
function project(scenes: number) {
  const p = new TestProject()
  const alice = p.asset('character', 'Alice', { description: 'red-haired woman', picture: true })
  const bob = p.asset('character', 'Bob')
  const john = p.asset('character', 'John')
  addScript(p)
  const first = p.scene()
  const shots = p.shots(first, 10)
  for (const shot of shots) p.put(shot, alice)
  p.put(shots[3]!, john)
  p.put(shots[4]!, bob, { presence: 'passes_through' })
  const added = { scenes: {} as Record<string, never>, shots: {} as Record<string, never> }
  for (let i = 1; i < scenes; i++) {
    const scene = { ...first, id: `scene${i}`, orderKey: `b${String(i).padStart(5, '0')}`, number: String(i + 1) }
    added.scenes[scene.id] = scene as never
    for (let k = 0; k < 10; k++)
      added.shots[`shot${i}-${k}`] = {
        ...shots[0]!,
        id: `shot${i}-${k}`,
        sceneId: scene.id,
        orderKey: `a${k}`,
        number: `${i}.${k}`,
      } as never
  }
  p.store.apply({ added, updated: {}, removed: {} })
  const gone = p.asset('character', 'Gone')
  p.put(shots[7]!, gone)
  p.run((draft) => deleteAsset(draft, { assetId: gone.id }))
  const rob = p.asset('character', 'Rob')
  p.put(shots[8]!, rob)
  p.run((draft) => mergeAssets(draft, { intoId: bob.id, fromIds: [rob.id], as: 'alias' }))
  const second = p.store.get('scenes', 'scene1')!
  p.run((draft) => ensureInstance(draft, second.id, john.id))
  const coat = p.run((draft) => createLook(draft, { assetId: alice.id, name: 'Coat' }))
  const event = p.run((draft) =>
    setTransformation(draft, {
      sceneAssetInstanceId: p.instanceId(first, alice),
      kind: 'within_shot',
      shotId: shots[6]!.id,
      at: 0.5,
      fromLookId: alice.defaultLookId,
      toLookId: coat.id,
    }),
  )
  const template = p.run((draft) => saveTemplate(draft, { name: 'Mine', assetId: alice.id, shotIds: [shots[0]!.id] }))
  p.run((draft) =>
    draft.add('suggestions', {
      id: 'suggestion',
      shotId: shots[1]!.id,
      assetId: bob.id,
      presence: 'throughout',
      enterAt: 0,
      exitAt: 1,
      enterFrom: null,
      exitTo: null,
      evidence: { line: 3, text: 'BOB' },
      state: 'open',
      ordinal: 0,
    }),
  )
  const dismissed = noteOf(p, shots[3]!)
  p.run((draft) => dismissNote(draft, { ...dismissed, reason: 'meant so' }))
  const soundId = p.sound()
  const clip = p.run((draft) => placeSound(draft, { soundId, shotId: shots[2]!.id }))
  const take = p.take(shots[2]!, 'startFrame')
  p.run((draft) => createProfile(draft, { kind: 'comfyui' }))
  const mark = p.run((draft) =>
    addMark(draft, { shotId: shots[0]!.id, frame: 'start', kind: 'pen', points: [[0.5, 0.5]] }),
  )
  return { p, alice, bob, john, first, second, shots, gone, coat, event, template, clip, mark, take, dismissed }
}

type Setting = ReturnType<typeof project>
const shotIds = (s: Setting) => s.shots.slice(1, 3).map((shot) => shot.id)
const fields = (s: Setting) => ({
  instanceId: s.p.instanceId(s.first, s.alice),
  aliceInSecond: s.p.assignment(s.shots[2]!, s.alice)!.id,
})
const profileId = (s: Setting) => s.p.store.list('profilesInOrder', '')[0]!.id
/** In the tray, of the older version of the script. */
const trayed = (s: Setting) => s.p.store.list('scenesInTray')

/** Every command of the contract; the type demands that none is left out. */
const edits: { [C in CommandName]: (s: Setting) => CommandInputs[C] } = {
  'scene.create': () => ({ heading: 'INT. HALL - DAY' }),
  'scene.update': (s) => ({ sceneId: s.first.id, heading: 'INT. HALL - DAY' }),
  'scene.duplicate': (s) => ({ sceneId: s.first.id }),
  'scene.move': (s) => ({ sceneId: s.first.id, index: 2 }),
  'scene.delete': (s) => ({ sceneId: s.first.id }),
  'scene.open': (s) => ({ sceneId: s.second.id }),
  'shot.create': (s) => ({ sceneId: s.first.id, text: 'Rain.', afterShotId: s.shots[2]!.id }),
  'shot.update': (s) => ({ shotId: s.shots[2]!.id, text: 'Alice sits.', durationSeconds: 2 }),
  'shot.move': (s) => ({ shotIds: [s.shots[5]!.id], index: 0, sceneId: s.second.id }),
  'shot.duplicate': (s) => ({ shotIds: [s.shots[2]!.id] }),
  'shot.paste': (s) => ({ shotIds: [s.shots[2]!.id], sceneId: s.second.id, index: 1 }),
  'shot.delete': (s) => ({ shotIds: [s.shots[5]!.id] }),
  'shot.split': (s) => ({ shotId: s.shots[4]!.id }),
  'shot.join': (s) => ({ shotIds: [s.shots[0]!.id, s.shots[1]!.id] }),
  'shot.restore': (s) => ({ shotId: s.p.store.list('shotsOfScene', trayed(s)[0]!.id)[0]!.id }),
  'scene.restore': (s) => ({ sceneId: trayed(s).at(-1)!.id }),
  'script.breakdown': (s) => ({ scriptId: s.p.store.list('scriptsInOrder')[0]!.id, breakdown: { minSeconds: 3 } }),
  'shot.setCamera': (s) => ({ shotIds: shotIds(s), kind: 'push' }),
  'shot.fitSound': (s) => ({ shotId: s.shots[2]!.id }),
  'sound.place': (s) => ({ soundId: s.clip.soundId, sceneId: s.first.id, at: 1 }),
  'sound.update': (s) => ({ clipIds: [s.clip.id], gainDb: -6, fadeIn: 1 }),
  'sound.split': (s) => ({ clipId: s.clip.id, at: 2 }),
  'sound.remove': (s) => ({ clipIds: [s.clip.id] }),
  'mark.add': (s) => ({
    shotId: s.shots[1]!.id,
    frame: 'end',
    kind: 'arrow',
    points: [
      [0, 0],
      [1, 1],
    ],
  }),
  'mark.update': (s) => ({ markIds: [s.mark.id], colour: 'red', by: { x: 0.1, y: 0 } }),
  'mark.remove': (s) => ({ markIds: [s.mark.id] }),
  'seam.set': (s) => ({ fromShotId: s.shots[0]!.id, toShotId: s.shots[1]!.id, shared: true }),
  'asset.create': () => ({ name: 'Dora', type: 'character' }),
  'asset.takePictures': (s) => ({ pictures: [{ mediaId: s.p.picture(), name: 'Dora', type: 'character' }] }),
  'asset.update': (s) => ({ assetId: s.alice.id, name: 'Alison', description: 'a woman' }),
  'asset.move': (s) => ({ assetId: s.bob.id, beforeId: s.alice.id }),
  'asset.retype': (s) => ({ assetId: s.alice.id, type: 'prop' }),
  'asset.delete': (s) => ({ assetId: s.alice.id }),
  'asset.restore': (s) => ({ assetId: s.gone.id }),
  'asset.addToScene': (s) => ({ assetId: s.bob.id, sceneId: s.second.id }),
  'asset.removeFromScene': (s) => ({ assetId: s.alice.id, sceneId: s.first.id }),
  'asset.merge': (s) => ({ intoId: s.alice.id, fromIds: [s.john.id], as: 'look' }),
  'asset.unmerge': (s) => ({ mergeId: s.p.store.list('mergesOfTarget', s.bob.id)[0]!.id }),
  'asset.neverMerge': (s) => ({ aId: s.alice.id, bId: s.john.id }),
  'asset.recast': (s) => ({ oldId: s.alice.id, newId: s.bob.id, shotIds: shotIds(s) }),
  'sceneAsset.update': (s) => ({ id: fields(s).instanceId, description: 'in a raincoat' }),
  'look.create': (s) => ({ assetId: s.alice.id, name: 'Raincoat' }),
  'look.update': (s) => ({ lookId: s.alice.defaultLookId, description: 'soaked' }),
  'look.delete': (s) => ({ lookId: s.coat.id }),
  'assignment.set': (s) => ({ shotId: s.shots[2]!.id, assetId: s.bob.id, presence: 'enters' }),
  'assignment.setMany': (s) => ({
    cells: shotIds(s).map((shotId) => ({ shotId, assetId: s.bob.id, presence: 'throughout' as const })),
  }),
  'assignment.remove': (s) => ({ assignmentId: fields(s).aliceInSecond }),
  'assignment.moveEdge': (s) => ({
    sceneAssetInstanceId: fields(s).instanceId,
    fromShotId: s.shots[0]!.id,
    edge: 'enter',
    toShotId: s.shots[3]!.id,
    at: 0.5,
  }),
  'film.conform': (s) => ({
    durations: [{ shotId: s.shots[2]!.id, durationFrames: 30, head: 4, keeps: 'times' }],
    scenes: [{ sceneId: s.first.id, afterSceneId: s.second.id }],
    shots: [{ shotId: s.shots[4]!.id, afterShotId: s.shots[1]!.id }],
    trayedShotIds: [s.shots[5]!.id],
    added: [{ text: 'plate', durationFrames: 20, afterShotId: s.shots[7]!.id }],
  }),
  'shot.moveCut': (s) => ({ shotId: s.shots[2]!.id, byFrames: 6 }),
  'assignment.moveBar': (s) => ({
    sceneAssetInstanceId: s.p.instanceId(s.first, s.bob),
    fromShotId: s.shots[8]!.id,
    byFrames: 12,
  }),
  'assignment.moveBars': (s) => ({
    bars: [{ sceneAssetInstanceId: s.p.instanceId(s.first, s.bob), fromShotId: s.shots[8]!.id }],
    byFrames: 12,
  }),
  'transformation.set': (s) => ({
    sceneAssetInstanceId: fields(s).instanceId,
    kind: 'within_shot',
    shotId: s.shots[5]!.id,
    at: 0.5,
    fromLookId: s.alice.defaultLookId,
    toLookId: s.coat.id,
    carries: 'story',
  }),
  'transformation.remove': (s) => ({ transformationId: s.event.id }),
  'blocking.set': (s) => ({ assignmentId: fields(s).aliceInSecond, frame: 'start', x: 0.3 }),
  'blocking.swap': (s) => ({ shotId: s.shots[3]!.id, frame: 'start', assetIds: [s.alice.id, s.john.id] }),
  'template.apply': (s) => ({ template: 'visits', assetId: s.bob.id, shotIds: shotIds(s) }),
  'template.save': (s) => ({ name: 'As here', assetId: s.alice.id, shotIds: shotIds(s) }),
  'template.delete': (s) => ({ templateId: s.template.id }),
  'suggestion.accept': (s) => ({ shotIds: shotIds(s) }),
  'suggestion.reject': (s) => ({ shotIds: shotIds(s) }),
  'prompt.edit': (s) => ({ shotId: s.shots[2]!.id, prompt: 'start', text: 'Alice waits.' }),
  'prompt.regenerate': (s) => ({ shotId: s.shots[2]!.id, prompt: 'video' }),
  'profile.create': () => ({ kind: 'openai-images' }),
  'profile.update': (s) => ({ profileId: profileId(s), name: 'Mine', maxImages: 2 }),
  'profile.duplicate': (s) => ({ profileId: profileId(s) }),
  'profile.delete': (s) => ({ profileId: profileId(s) }),
  'plan.edit': (s) => ({
    shotId: s.shots[2]!.id,
    frame: 'start',
    passes: [{ assetIds: [s.alice.id], note: 'softer' }],
  }),
  'take.choose': (s) => ({ shotId: s.shots[2]!.id, kind: 'startFrame', takeId: null }),
  'take.lock': (s) => ({ takeId: s.take.id, locked: true }),
  'result.acceptInputs': (s) => ({ shotId: s.shots[2]!.id, result: 'startFrame' }),
  'continuity.dismiss': (s) => ({ ...noteOf(s.p, s.shots[2]!), reason: 'a joke' }),
  'continuity.reopen': (s) => s.dismissed,
  'project.update': () => ({ title: 'Other', styleText: 'ink', aspectWidth: 4, aspectHeight: 3 }),
}

const visitsOf = (setting: Setting, name: CommandName, input: object) => {
  const { store } = setting.p
  store.visits = 0
  const outcome = propose(store, setting.p.newId, (draft) => (commands[name] as Command).rule(draft, input as never))
  if (outcome instanceof Refusal) throw outcome
  expect(isEmptyChange(outcome.change), name).toBe(false)
  return store.visits
}

const small = project(10)
const large = project(1000)

/** Compares the whole script with itself. */
const wholeScript = 'script.breakdown'

test.each(Object.entries(edits).filter(([name]) => name !== wholeScript) as [CommandName, (s: Setting) => object][])(
  '%s reads as many records in a project of 100 shots as in one of 10,000',
  (name, input) => {
    expect(visitsOf(large, name, input(large))).toBe(visitsOf(small, name, input(small)))
  },
)

/** Brings the statuses and findings of all shots up to date; answers how many records were read for it. */
const visitsUpToDate = ({ p: { store } }: Setting) => {
  const shotIds = [...store.all('shots')].map((shot) => shot.id)
  store.visits = 0
  for (const id of shotIds) {
    shotStatuses(store, id)
    findingsFrom(store, id)
  }
  return store.visits
}

/** Every shot depends on the settings of the film. */
const ofEveryShot = 'project.update'

test('what is remembered of all shots is brought up to date after an edit by as much reading in a project of 100 shots as in one of 10,000', () => {
  for (const s of [small, large]) {
    for (const shot of s.shots) for (const kind of ['startFrame', 'endFrame', 'video'] as const) s.p.take(shot, kind)
    visitsUpToDate(s)
    expect(visitsUpToDate(s)).toBe(0)
  }
  let read = 0
  for (const [name, input] of Object.entries(edits) as [CommandName, (s: Setting) => object][]) {
    if (name === wholeScript || name === ofEveryShot) continue
    const [few, many] = [small, large].map((s) => {
      const { change } = proposedCommand(s.p.store, s.p.newId, name, input(s) as never)
      s.p.store.apply(change)
      const visits = visitsUpToDate(s)
      s.p.store.apply(invertChange(change))
      visitsUpToDate(s)
      return visits
    })
    expect(many, name).toBe(few)
    read += few!
  }
  expect(read).toBeGreaterThan(10_000)
})

test('what a command would turn stale is told by as much reading in a project of 100 shots as in one of 10,000', () => {
  let stale = 0
  for (const [name, input] of Object.entries(edits) as [CommandName, (s: Setting) => object][]) {
    if (name === wholeScript || name === ofEveryShot) continue
    const [few, many] = [small, large].map((s) => {
      const { store } = s.p
      impactOfCommand(store, s.p.newId, name, input(s) as never)
      store.visits = 0
      const outcome = impactOfCommand(store, s.p.newId, name, input(s) as never)
      if (outcome instanceof Refusal) throw outcome
      stale += outcome.stale.length
      return store.visits
    })
    expect(many, name).toBe(few)
  }
  expect(stale).toBeGreaterThan(50)
})

test("what a shot's results depend on is read from the shot, not from the project", () => {
  const count = (s: Setting) => {
    s.p.store.visits = 0
    shotFreshness(s.p.store, s.shots[2]!.id)
    return s.p.store.visits
  }
  for (const s of [small, large]) s.p.take(s.shots[2]!, 'startFrame')
  expect(count(large)).toBe(count(small))
})

test('breaking a script down again reads the script, and each scene of the project at most some times', () => {
  expect(visitsOf(large, wholeScript, edits[wholeScript](large))).toBeLessThan(20 * large.p.store.count('scenes'))
})

test('another frame rate is the one setting that every shot has to follow', () => {
  expect(visitsOf(large, 'project.update', { fps: 25 })).toBeGreaterThan(10_000)
})
