import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Asset, Look } from '../../model/asset'
import type { FrameEnd } from '../../model/common'
import type { Scene } from '../../model/scene'
import type { Shot } from '../../model/shot'
import { TestProject } from '../../testing/testProject'
import { createLook, deleteLook, updateSceneAsset } from '../assets/assetRules'
import { effectiveDescription, resolveLook } from './resolveLook'
import { moveScene } from '../structure/sceneRules'
import { deleteShot, moveShot } from '../structure/shotRules'
import { setTransformation } from './transformationRules'

/** A gnome with looks, in scenes of three shots each. */
class Story {
  readonly p = new TestProject()
  readonly gnome: Asset
  readonly scenes: { scene: Scene; shots: Shot[] }[]
  readonly looks: Record<string, Look> = {}

  constructor(scenes = 2, outOfStoryOrder: number[] = []) {
    const { p } = this
    this.gnome = p.asset('character', 'Gnome', { description: 'garden gnome' })
    this.looks['default'] = p.store.must('looks', this.gnome.defaultLookId)
    this.scenes = Array.from({ length: scenes }, (_, i) => {
      const scene = p.scene(`EXT. GARDEN ${i}`, { outOfStoryOrder: outOfStoryOrder.includes(i) })
      const shots = p.shots(scene, 3)
      for (const shot of shots) p.put(shot, this.gnome)
      return { scene, shots }
    })
    for (const name of ['human', 'wet', 'stone'])
      this.looks[name] = p.run((draft) =>
        createLook(draft, { assetId: this.gnome.id, name, description: `a ${name} one` }),
      )
  }

  instance(scene: number) {
    return this.p.store.must('sceneAssetInstances', this.p.instanceId(this.scenes[scene]!.scene, this.gnome))
  }

  /** A change of look: after the shot without `at`. */
  event(
    scene: number,
    shot: number,
    at: number | null,
    to: string,
    fields: { from?: string; carries?: 'scene' | 'story' } = {},
  ) {
    return this.p.run((draft) =>
      setTransformation(draft, {
        sceneAssetInstanceId: this.instance(scene).id,
        kind: at === null ? 'between_shots' : 'within_shot',
        shotId: this.scenes[scene]!.shots[shot]!.id,
        ...(at === null ? {} : { at }),
        fromLookId: fields.from === undefined ? null : this.looks[fields.from]!.id,
        toLookId: this.looks[to]!.id,
        carries: fields.carries ?? 'scene',
      }),
    )
  }

  startIn(scene: number, look: string | null) {
    this.p.run((draft) =>
      updateSceneAsset(draft, { id: this.instance(scene).id, lookId: look === null ? null : this.looks[look]!.id }),
    )
  }

  look(scene: number, shot: number, at: FrameEnd | number): string {
    const { id } = resolveLook(this.p.store, this.instance(scene), { shotId: this.scenes[scene]!.shots[shot]!.id, at })
    return Object.entries(this.looks).find(([, look]) => look.id === id)![0]
  }

  /** start and end of each shot of a scene, e.g. `default default | default human`. */
  row(scene: number): string {
    return this.scenes[scene]!.shots.map(
      (_, i) => `${this.look(scene, i, 'start')} ${this.look(scene, i, 'end')}`,
    ).join(' | ')
  }
}

describe('the look in force', () => {
  test('is the default when nothing says otherwise', () => {
    expect(new Story().row(0)).toBe('default default | default default | default default')
  })

  test('changes inside a shot at the event, and a cut never changes it', () => {
    const s = new Story()
    s.event(0, 1, 0.5, 'human')
    expect(s.row(0)).toBe('default default | default human | human human')
    expect([s.look(0, 1, 0.49), s.look(0, 1, 0.5), s.look(0, 1, 0.51)]).toEqual(['default', 'human', 'human'])
    expect(s.row(1)).toBe('default default | default default | default default')
  })

  test('changes in the cut after a shot', () => {
    const s = new Story()
    s.event(0, 0, null, 'human')
    expect(s.row(0)).toBe('default default | human human | human human')
  })

  test('is the last event before the moment, by place, then time, then ordinal', () => {
    const s = new Story()
    s.event(0, 1, 0.8, 'stone')
    s.event(0, 1, 0.2, 'human')
    s.event(0, 0, null, 'wet')
    s.event(0, 2, 0.5, 'human')
    s.event(0, 2, 0.5, 'wet')
    expect(s.row(0)).toBe('default default | wet stone | stone wet')
    expect(s.look(0, 1, 0.5)).toBe('human')
  })

  test('before any event is the instance’s start look, else the carried story look, else the first event’s from, else the default', () => {
    const s = new Story()
    s.event(1, 1, 0.5, 'human', { from: 'wet' })
    expect(s.look(1, 0, 'start')).toBe('wet')
    s.event(0, 2, 0.5, 'stone', { carries: 'story' })
    expect(s.look(1, 0, 'start')).toBe('stone')
    s.startIn(1, 'default')
    expect(s.row(1)).toBe('default default | default human | human human')
  })

  test('of the story lasts through later scenes; a look of a scene only hides it there', () => {
    const s = new Story(4)
    s.event(0, 0, 0.5, 'human', { carries: 'story' })
    s.event(1, 1, 0.5, 'wet')
    s.startIn(2, 'stone')
    expect(s.row(1)).toBe('human human | human wet | wet wet')
    expect(s.row(2)).toBe('stone stone | stone stone | stone stone')
    expect(s.row(3)).toBe('human human | human human | human human')
  })

  test('of the story is the newest one before the scene, and follows when scenes move', () => {
    const s = new Story(3)
    s.event(0, 0, 0.5, 'human', { carries: 'story' })
    s.event(1, 0, 0.5, 'wet', { carries: 'story' })
    expect(s.look(2, 0, 'start')).toBe('wet')
    s.p.run((draft) => moveScene(draft, { sceneId: s.scenes[1]!.scene.id, index: 2 }))
    expect(s.look(2, 0, 'start')).toBe('human')
  })

  test('does not enter or leave a scene out of story order', () => {
    const s = new Story(3, [1])
    s.event(0, 0, 0.5, 'human', { carries: 'story' })
    s.event(1, 0, 0.5, 'wet', { carries: 'story' })
    expect(s.row(1)).toBe('default wet | wet wet | wet wet')
    expect(s.look(2, 0, 'start')).toBe('human')
  })

  test('counts an event in a shot the asset is not in, but not one that sleeps', () => {
    const s = new Story()
    const event = s.event(0, 0, 0.5, 'human')
    s.p.run((draft) => draft.remove('assignments', s.p.assignment(s.scenes[0]!.shots[0]!, s.gnome)!.id))
    expect(s.look(0, 1, 'start')).toBe('human')
    s.p.run((draft) => draft.update('transformations', event.id, { suspended: 'uncovered' }))
    expect(s.look(0, 1, 'start')).toBe('default')
  })

  test('follows the order of the shots', () => {
    const s = new Story()
    s.event(0, 2, 0.5, 'human')
    s.p.run((draft) => moveShot(draft, { shotId: s.scenes[0]!.shots[2]!.id, index: 0 }))
    expect([s.look(0, 2, 'start'), s.look(0, 2, 'end'), s.look(0, 0, 'start')]).toEqual(['default', 'human', 'human'])
  })

  test('of later shots stays when a shot with a change is deleted', () => {
    for (const deleted of [0, 1]) {
      const s = new Story()
      s.event(0, deleted, 0.3, 'wet')
      s.event(0, deleted, 0.6, 'human')
      s.event(0, deleted, null, 'stone')
      s.p.run((draft) => deleteShot(draft, { shotId: s.scenes[0]!.shots[deleted]!.id }))
      expect(s.look(0, 2, 'start')).toBe('stone')
      if (deleted === 1) expect(s.look(0, 0, 'end')).toBe('default')
    }
  })

  test('is total and deterministic over random events', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            scene: fc.nat(2),
            shot: fc.nat(2),
            at: fc.option(fc.constantFrom(0.2, 0.5, 0.8)),
            to: fc.constantFrom('default', 'human', 'wet', 'stone'),
            carries: fc.constantFrom('scene', 'story'),
          }),
          { maxLength: 8 },
        ),
        fc.option(fc.nat(2)),
        (events, flashback) => {
          const s = new Story(3, flashback === null ? [] : [flashback])
          for (const e of events) s.event(e.scene, e.shot, e.at, e.to, { carries: e.carries })
          // A plain walk over the story, as the rule is told.
          let story = 'default'
          s.scenes.forEach((_, scene) => {
            const outside = flashback === scene
            let now = outside ? 'default' : story
            let carried = story
            const walk = (found: typeof events) =>
              found.forEach((e) => {
                now = e.to
                if (e.carries === 'story') carried = e.to
              })
            s.scenes[scene]!.shots.forEach((_shot, shot) => {
              expect(s.look(scene, shot, 'start')).toBe(now)
              walk(
                events
                  .filter((e) => e.scene === scene && e.shot === shot && e.at !== null)
                  .toSorted((a, b) => a.at! - b.at!),
              )
              expect(s.look(scene, shot, 'end')).toBe(now)
              walk(events.filter((e) => e.scene === scene && e.shot === shot && e.at === null))
            })
            if (!outside) story = carried
          })
        },
      ),
      { numRuns: 150 },
    )
  })
})

describe('the description in force', () => {
  test('is the scene’s override, else the look’s, else the asset’s', () => {
    const s = new Story()
    const described = (look: string) => effectiveDescription(s.p.store, s.instance(0), s.looks[look]!)
    expect(described('default')).toBe('garden gnome')
    expect(described('human')).toBe('a human one')
    s.p.run((draft) => updateSceneAsset(draft, { id: s.instance(0).id, description: 'moonlit' }))
    expect(described('human')).toBe('moonlit')
    for (const none of [null, ' ']) {
      s.p.run((draft) => updateSceneAsset(draft, { id: s.instance(0).id, description: 'moonlit' }))
      s.p.run((draft) => updateSceneAsset(draft, { id: s.instance(0).id, description: none }))
      expect(described('human')).toBe('a human one')
    }
  })
})

describe('look.delete', () => {
  test('makes every use fall back to the default and names it', () => {
    const s = new Story()
    s.event(0, 1, 0.5, 'human', { from: 'wet' })
    s.startIn(1, 'human')
    s.event(0, 0, 0.5, 'stone', { carries: 'story' })
    s.p.run((draft) => deleteLook(draft, { lookId: s.looks['human']!.id }))
    expect(s.row(0)).toBe('default stone | stone default | default default')
    expect(s.row(1)).toBe('default default | default default | default default')
    expect(s.p.warnings.map((w) => w.message)).toEqual([
      'Gnome now shows Default where human was used: the change in shot 2, the start of scene 2.',
    ])
  })

  test('of the default makes another the default, and the last one is refused', () => {
    const s = new Story()
    const remove = (look: string) => (draft: Parameters<typeof deleteLook>[0]) =>
      deleteLook(draft, { lookId: s.looks[look]!.id })
    s.p.run(remove('default'))
    expect(s.p.warnings.map((w) => w.message)).toEqual([
      'Gnome now shows human where Default was used: the default look.',
    ])
    expect(s.p.store.must('assets', s.gnome.id).defaultLookId).toBe(s.looks['human']!.id)
    s.p.run(remove('wet'))
    s.p.run(remove('stone'))
    expect(s.p.refusal(remove('human'))).toBe('LAST_LOOK')
  })
})
