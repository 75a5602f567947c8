import { createAsset } from '../domain/assets/assetRules'
import { inputsDigest } from '../domain/results/compareInputs'
import { inputsOf } from '../domain/results/resultInputs'
import { newProject } from '../domain/structure/projectRules'
import type { FrameRateInput } from '../domain/time/frameRates'
import { createScene } from '../domain/structure/sceneRules'
import { setAssignment, type SetAssignmentInput } from '../domain/presence/setAssignment'
import { createShot, type ShotFields } from '../domain/structure/shotRules'
import type { Asset, AssetType } from '../model/asset'
import type { Assignment } from '../model/assignment'
import type { Take, TakeKind } from '../model/result'
import type { Scene } from '../model/scene'
import type { Shot } from '../model/shot'
import type { Change } from '../records/change'
import { propose, type Draft } from '../records/draft'
import { Refusal, type Warning } from '../records/refusal'
import { RecordStore } from '../records/recordStore'

export interface TestAssetFields {
  description?: string
  /** Has a reference picture; tests need no file behind it. */
  picture?: boolean
  rank?: number | null
  key?: boolean
  aliases?: string[]
}

/** A project in memory with deterministic ids; rules run against it as `dispatch` runs them, without files. */
export class TestProject {
  readonly store = new RecordStore()
  /** Of the newest rule. */
  warnings: readonly Warning[] = []
  change: Change = { added: {}, updated: {}, removed: {} }
  private ids = 0
  private pictures = 0

  constructor(fields: { fps?: FrameRateInput } = {}) {
    this.store.apply({
      added: { project: { project: newProject({ title: 'Test', ...fields }) } },
      updated: {},
      removed: {},
    })
  }

  readonly newId = (): string => `id${String(++this.ids).padStart(5, '0')}`

  /** Runs a rule and applies its change. @throws its Refusal */
  run<A>(rule: (draft: Draft) => A): A {
    const outcome = propose(this.store, this.newId, rule)
    if (outcome instanceof Refusal) throw outcome
    this.warnings = outcome.warnings
    this.change = outcome.change
    this.store.apply(outcome.change)
    return outcome.answer
  }

  /** The code a rule is refused with; null when it is allowed (nothing is applied). */
  refusal(rule: (draft: Draft) => unknown): string | null {
    const outcome = propose(this.store, this.newId, rule)
    return outcome instanceof Refusal ? outcome.code : null
  }

  warningCodes(): string[] {
    return this.warnings.map((w) => w.code)
  }

  scene(heading = 'INT. LIVING ROOM - NIGHT', fields: { outOfStoryOrder?: boolean } = {}): Scene {
    return this.run((draft) => createScene(draft, { heading, ...fields }))
  }

  /** Shots at the end of a scene, of 4 s unless said otherwise. */
  shots(scene: Scene, count: number, fields: ShotFields = {}): Shot[] {
    return Array.from({ length: count }, () => this.shot(scene, fields))
  }

  shot(scene: Scene, fields: ShotFields & { index?: number } = {}): Shot {
    return this.run((draft) =>
      createShot(draft, {
        sceneId: scene.id,
        ...(fields.durationFrames === undefined ? { durationSeconds: 4 } : {}),
        ...fields,
      }),
    )
  }

  asset(type: AssetType, name: string, { picture, ...fields }: TestAssetFields = {}): Asset {
    const mediaId = picture ? this.picture() : null
    return this.run((draft) => createAsset(draft, { type, name, mediaId, ...fields }))
  }

  /** A media row without a file; answers its id. */
  picture(): string {
    const id = (++this.pictures).toString(16).padStart(64, 'a')
    const media = {
      id,
      kind: 'picture' as const,
      mime: 'image/png',
      ext: 'png',
      bytes: 1,
      width: 100,
      height: 200,
      alpha: true,
      name: `${this.pictures}.png`,
      seconds: null,
      workingId: null,
      ordinal: this.store.nextOrdinal('media'),
    }
    this.store.apply({ added: { media: { [id]: media } }, updated: {}, removed: {} })
    return id
  }

  /** A sound without a file, of so many seconds; answers its id. */
  sound(seconds = 10): string {
    const id = this.picture()
    const media = {
      ...this.store.must('media', id),
      kind: 'audio' as const,
      mime: 'audio/wav',
      ext: 'wav',
      alpha: false,
    }
    const sound = { id, sampleRate: 48_000, samples: Math.round(seconds * 48_000), channels: 2 }
    this.store.apply({
      added: { sounds: { [id]: sound } },
      updated: { media: { [id]: [this.store.must('media', id), { ...media, name: `${this.pictures}.wav` }] } },
      removed: {},
    })
    return id
  }

  /** Puts an asset into a shot, throughout unless said otherwise. */
  put(shot: Shot, asset: Asset, fields: Partial<Omit<SetAssignmentInput, 'shotId' | 'assetId'>> = {}): Assignment {
    const anyTimes = fields.presence ?? fields.enterAt ?? fields.exitAt
    return this.run((draft) =>
      setAssignment(draft, {
        shotId: shot.id,
        assetId: asset.id,
        ...(anyTimes === undefined ? { presence: 'throughout' } : {}),
        ...fields,
      }),
    )
  }

  /** A take made from today's inputs under a profile, as the queue stores one. */
  take(shot: Shot, kind: TakeKind, generatorId = 'local'): Take {
    const mediaId = this.picture()
    return this.run((draft) => {
      const inputs = inputsOf(draft, shot.id, kind, generatorId)
      return draft.add('takes', {
        id: draft.newId(),
        shotId: shot.id,
        kind,
        ordinal: draft.nextOrdinal('takes'),
        mediaId,
        generatorId,
        profileRevision: 1,
        imported: false,
        madeAt: 0,
        prompt: '',
        references: [],
        inputs,
        digest: inputsDigest(inputs),
      })
    })
  }

  assignment(shot: Shot, asset: Asset): Assignment | undefined {
    const instance = this.store.first('instanceOf', `${shot.sceneId}/${asset.id}`)
    return instance && this.store.first('assignmentOf', `${shot.id}/${instance.id}`)
  }

  instanceId(scene: Scene, asset: Asset): string {
    return this.store.first('instanceOf', `${scene.id}/${asset.id}`)!.id
  }
}
